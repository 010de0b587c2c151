"""The folders of memory and feeds: never one in the other, and on file systems that are fit."""

import os
import re
from pathlib import Path

from feeds.cli.terminal import say
from feeds.errors import DataError

MOUNTS = Path("/proc/self/mounts")

_ROOT = Path("/")
# Folders that belong to the system, with all that is in them.
_SYSTEM = {
    *map(Path, ("/bin", "/boot", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys")),
    *map(Path, ("/usr/bin", "/usr/lib", "/usr/sbin")),
}
# Kinds of file systems that more than one machine may write, or that lack locks or shared memory.
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|coda|gfs2|glusterfs|lustre|ocfs2|davfs|"
    r"fuse\.(sshfs|glusterfs|ceph|davfs2?|rclone|s3fs|gcsfuse|smbnetfs)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def check_folders(data: Path, output: Path, mounts: Path = MOUNTS) -> None:
    """Refuse folders that would harm each other or the system; warn of a memory on the network.

    Args:
        data: Where the memory is.
        output: Where the feeds are.
        mounts: The system's table of file systems (proc_mounts(5)); it need not exist.

    Raises:
        DataError: Feeds and memory are in one folder, or one is in the other, links followed; or
            the feeds are in a folder of the system.
    """
    memory, feeds = Path(os.path.realpath(data)), Path(os.path.realpath(output))
    if feeds == _ROOT or not _SYSTEM.isdisjoint((feeds, *feeds.parents)):
        leads = "" if feeds == output.absolute() else f" leads to {feeds}, which"
        raise DataError(
            f"{output}{leads} belongs to the system; name a folder for the feeds with --output"
        )
    if memory == feeds or memory in feeds.parents or feeds in memory.parents:
        raise DataError(
            f"{output} and {data} are one folder, or one is in the other: what is in {output} is "
            "for readers, what is in the other is not; name another with --output or --data"
        )
    kind = find_file_system(memory, _read_table(mounts))
    if _NETWORK.fullmatch(kind):
        say(
            f"warning: {data} is on a file system of the network ({kind}), where the memory can be "
            "damaged; name a folder on a disk of this machine with --data"
        )


def find_file_system(path: Path, table: str) -> str:
    """Return the kind of file system a path is on; empty if the table does not say.

    Args:
        path: Absolute, without links.
        table: Lines as in proc_mounts(5), where blanks in names are written in octal.
    """
    found, kind = Path(), ""
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, kind
            continue
        folder = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1]))
        # Of two in one place, the later one covers the earlier.
        if folder in (path, *path.parents) and len(folder.parts) >= len(found.parts):
            found, kind = folder, fields[2]
    return kind


def _read_table(mounts: Path) -> str:
    """Return the table of file systems; empty where there is none."""
    try:
        return mounts.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""
