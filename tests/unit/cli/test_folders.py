"""Folders that would harm each other or the system are refused; the network is warned of."""

from pathlib import Path

import pytest

from feeds.cli.folders import check_folders, find_file_system
from feeds.errors import DataError

TABLE = r"""/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//host/all /srv/all\040of\134it cifs rw 0 0
host:/desk /srv/desk nfs4 rw 0 0
/dev/sdb1 /srv/desk/data xfs rw 0 0
/dev/sdc1 /mnt ext4 rw 0 0
user@host:/ /mnt fuse.sshfs rw 0 0
odd
"""


@pytest.mark.case("C-11")
@pytest.mark.parametrize(
    ("data", "output"),
    [
        ("data", "data"),
        ("data", "data/feeds"),
        ("public/data", "public"),
        ("data", "."),
        ("data", "other/../data/feeds"),
        ("data", "link/feeds"),
        ("link", "data"),
    ],
)
def test_feeds_and_memory_are_never_in_one_folder(tmp_path: Path, data: str, output: str) -> None:
    """Neither is in the other, however it is written and wherever a link leads."""
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to("data")

    with pytest.raises(DataError, match="are one folder, or one is in the other"):
        check_folders(tmp_path / data, tmp_path / output)


@pytest.mark.case("C-11")
@pytest.mark.parametrize("target", ["/etc", "/etc/wiredesk", "/", "/usr/lib/x", "/proc/self"])
def test_feeds_are_never_written_into_the_system(tmp_path: Path, target: str) -> None:
    """Neither by name nor by a link, and what is refused is not touched."""
    link = tmp_path / "output"
    link.symlink_to(target)

    for output in (link, Path(target)):
        with pytest.raises(DataError, match="belongs to the system"):
            check_folders(tmp_path / "data", output)


def test_folders_beside_each_other_are_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names that only begin alike too, and folders that are not there yet."""
    check_folders(tmp_path / "data", tmp_path / "data-feeds")
    check_folders(tmp_path / "desk" / "data", tmp_path / "desk" / "output")

    assert "" == capsys.readouterr().err


@pytest.mark.case("S-23")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/desk", "ext4"),
        ("/srv/desk", "nfs4"),
        ("/srv/desk/data/deep", "xfs"),
        ("/srv/desktop", "ext4"),
        (r"/srv/all of\it/data", "cifs"),
        ("/mnt/data", "fuse.sshfs"),
    ],
)
def test_the_innermost_file_system_is_found(path: str, kind: str) -> None:
    """The later of two in one place, and names with blanks."""
    assert kind == find_file_system(Path(path), TABLE)


@pytest.mark.case("S-23")
@pytest.mark.parametrize(("kind", "warnings"), [("nfs4", 1), ("9p", 1), ("ext4", 0)])
def test_a_memory_on_the_network_is_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, warnings: int
) -> None:
    """With the folder, the kind and what to do; where there is no table, nothing is said."""
    table = tmp_path / "mounts"
    table.write_text(f"host:/x {tmp_path} {kind} rw 0 0\n")
    check_folders(tmp_path / "data", tmp_path / "output", table)
    check_folders(tmp_path / "data", tmp_path / "output", tmp_path / "missing")
    lines = capsys.readouterr().err.splitlines()

    assert len(lines) == warnings
    assert all(f"on a file system of the network ({kind})" in line for line in lines)
