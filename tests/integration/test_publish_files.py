"""Renditions become files."""

import os
import resource
import threading
from pathlib import Path

import pytest

from feeds.errors import DataError
from feeds.model import Rendition
from feeds.publish import write_renditions


def _rendition(path: str, content: bytes = b"one\n") -> Rendition:
    """Return something to write."""
    return Rendition(path=path, media_type="text/plain", content=content)


def _names(folder: Path) -> set[str]:
    """Return the names of all that lies in a folder, hidden files too."""
    return {path.name for path in folder.iterdir()}


def test_the_folder_is_created_and_filled(tmp_path: Path) -> None:
    """What is returned is what was written; anybody may read it, whatever the umask."""
    folder = tmp_path / "a" / "output"
    before = os.umask(0o077)
    try:
        written = write_renditions([_rendition("b.rss"), _rendition("a.atom")], folder)
    finally:
        os.umask(before)

    assert written == ("b.rss", "a.atom")
    assert _names(folder) == {"a.atom", "b.rss"}
    assert (folder / "b.rss").read_bytes() == b"one\n"
    assert (folder / "b.rss").stat().st_mode & 0o777 == 0o644


@pytest.mark.case("P-06")
def test_a_file_that_holds_the_bytes_is_not_touched(tmp_path: Path) -> None:
    """Its time of change and its inode hold, so servers go on answering 304."""
    wanted = [_rendition("a.rss"), _rendition("b.rss")]
    write_renditions(wanted, tmp_path)
    os.utime(tmp_path / "a.rss", (1, 1))
    before = (tmp_path / "a.rss").stat()

    for _ in range(100):
        assert write_renditions(wanted, tmp_path) == ()

    after = (tmp_path / "a.rss").stat()
    assert (after.st_mtime, after.st_ino) == (before.st_mtime, before.st_ino)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A change of equal length is a change, and the other file stays."""
    write_renditions([_rendition("a.rss"), _rendition("b.rss")], tmp_path)

    written = write_renditions([_rendition("a.rss"), _rendition("b.rss", b"two\n")], tmp_path)

    assert written == ("b.rss",)
    assert (tmp_path / "b.rss").read_bytes() == b"two\n"


def test_files_of_topics_that_are_gone_stay(tmp_path: Path) -> None:
    """Somebody may be subscribed to them, and strangers' files are not ours to remove."""
    write_renditions([_rendition("old.rss")], tmp_path)
    write_renditions([_rendition("new.rss")], tmp_path)

    assert _names(tmp_path) == {"new.rss", "old.rss"}


@pytest.mark.case("C-10", "CVE-2026-29065")
@pytest.mark.parametrize(
    "path", ["../a.rss", "a/b.rss", "/etc/a.rss", "a\\b.rss", "", ".", "..", ".a", "a\0b"]
)
def test_a_path_that_is_no_plain_name_is_refused(tmp_path: Path, path: str) -> None:
    """Nothing at all is written then, not even what stands before it."""
    with pytest.raises(ValueError, match="plain file name"):
        write_renditions([_rendition("good.rss"), _rendition(path)], tmp_path)

    assert _names(tmp_path) == set()


def test_parts_of_a_killed_writer_are_swept_away(tmp_path: Path) -> None:
    """Only our own parts go; other hidden files stay."""
    (tmp_path / ".wiredesk-x1y2.part").write_bytes(b"ha")
    (tmp_path / ".htaccess").write_bytes(b"x")

    write_renditions([_rendition("a.rss")], tmp_path)

    assert _names(tmp_path) == {".htaccess", "a.rss"}


@pytest.mark.case("P-04")
def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    """The message names the path and says what to do."""
    blocked = tmp_path / "output"
    blocked.write_text("a file in the way")

    with pytest.raises(DataError, match=r"cannot publish to .*output.*check that"):
        write_renditions([_rendition("a.rss")], blocked)


def test_a_folder_in_the_place_of_a_file_is_a_clear_error(tmp_path: Path) -> None:
    """What stands before it is written and no part is left."""
    (tmp_path / "b.rss").mkdir()

    with pytest.raises(DataError, match=r"b\.rss"):
        write_renditions([_rendition("a.rss"), _rendition("b.rss")], tmp_path)

    assert not [name for name in _names(tmp_path) if name.startswith(".")]


@pytest.mark.case("P-04")
def test_a_disk_that_is_full_leaves_the_old_file_whole(tmp_path: Path) -> None:
    """The new one is written beside the old one, so nothing is lost; the next call makes it good.

    A limit on the size of files stands for the full disk.
    """
    write_renditions([_rendition("a.rss", b"old\n")], tmp_path)
    big = [_rendition("a.rss", b"x" * 100_000)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(DataError, match="space left"):
            write_renditions(big, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert (tmp_path / "a.rss").read_bytes() == b"old\n"
    assert _names(tmp_path) == {"a.rss"}
    assert write_renditions(big, tmp_path) == ("a.rss",)


@pytest.mark.case("P-02")
def test_readers_never_see_half_a_file(tmp_path: Path) -> None:
    """While a file is rewritten again and again it is always there and always whole."""
    versions = [bytes([letter]) * 20_000 for letter in b"ab"]
    write_renditions([_rendition("a.rss", versions[0])], tmp_path)
    torn: list[int] = []
    done = threading.Event()

    def read() -> None:
        """Note every content that is neither version."""
        while not done.is_set():
            content = (tmp_path / "a.rss").read_bytes()
            if content not in versions:
                torn.append(len(content))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for turn in range(200):
        write_renditions([_rendition("a.rss", versions[turn % 2])], tmp_path)
    done.set()
    for reader in readers:
        reader.join()

    assert torn == []
