"""The shim that makes writes fail: compiled here, armed in a process that was started with it."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

_SOURCE = Path(__file__).with_name("shim.c")


def is_possible() -> bool:
    """Tell whether the shim can be made and loaded here: Linux with glibc, and a C compiler."""
    glibc = sys.platform == "linux" and "CS_GNU_LIBC_VERSION" in os.confstr_names
    return glibc and shutil.which("cc") is not None


def compile_shim(folder: Path) -> Path:
    """Compile the shim into a folder; return what is to be named in LD_PRELOAD."""
    library = folder / "wiredesk-shim.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", library, _SOURCE, "-ldl"],
        check=True,
        capture_output=True,
    )
    return library


KILL = -1
"""In place of an error: the process is killed at that call."""


class Shim:
    """The shim of this process, which was started with it."""

    def __init__(self) -> None:
        """Find it among what is loaded."""
        self._library = ctypes.CDLL(None)
        self._library.failed_call.restype = ctypes.c_char_p
        self._library.disarm_faults.restype = ctypes.c_long

    def arm(self, folders: tuple[Path, Path], number: int, code: int, *, lasting: bool) -> None:
        """Let the call of this number fail below the folders, and with ``lasting`` all after it."""
        one, other = (os.fsencode(folder) for folder in folders)
        self._library.arm_faults(one, other, ctypes.c_long(number), code, int(lasting))

    def disarm(self) -> str:
        """End it; return the call that failed first, empty if none did."""
        self._library.disarm_faults()
        return os.fsdecode(self._library.failed_call())
