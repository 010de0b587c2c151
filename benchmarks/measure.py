"""Run one command and say what it took: ``measure.py RESULT.json COMMAND…``.

A process of its own, so that what it counts is the command and all the processes it started,
and nothing else: it adopts those that outlive their parent and waits for them too (Linux only).
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
_EVERY = 0.05
# Seconds; a command that takes longer hangs.
_LIMIT = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a command took.

    Attributes:
        exit_code: Of the command; negative if it hung and was killed.
        cpu: Seconds, user and system, of the command and all it started.
        wall: Seconds until the command ended.
        main_mib: Largest resident memory of the command's own process.
        child_mib: Largest resident memory of one process it started; 0 if it started none.
    """

    exit_code: int
    cpu: float
    wall: float
    main_mib: float
    child_mib: float


def measure_command(command: list[str]) -> Taken:
    """Run a command to its end, with all the processes it leaves behind."""
    adopt_orphans()
    started = time.perf_counter()
    process = subprocess.Popen(command)
    peaks: dict[int, int] = {}
    ended = threading.Event()
    watcher = threading.Thread(target=_watch_memory, args=(peaks, ended))
    watcher.start()
    exit_code = _wait(process)
    wall = time.perf_counter() - started
    ended.set()
    watcher.join()
    _wait_for_all()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = [peak for pid, peak in peaks.items() if pid != process.pid]
    return Taken(
        exit_code=exit_code,
        cpu=round(used.ru_utime + used.ru_stime, 3),
        wall=round(wall, 3),
        main_mib=round(peaks.get(process.pid, 0) / 1024, 1),
        child_mib=round(max(children, default=0) / 1024, 1),
    )


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose parent ends first (prctl(2))."""
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Return the exit code of the command; kill it and what it started if it hangs."""
    try:
        return process.wait(_LIMIT)
    except subprocess.TimeoutExpired:
        for pid in [*_list_descendants(os.getpid())]:
            os.kill(pid, signal.SIGKILL)
        return process.wait()


def _watch_memory(peaks: dict[int, int], ended: threading.Event) -> None:
    """Keep the high-water mark of every process under this one, in KiB, until the end."""
    while not ended.wait(_EVERY):
        for pid in _list_descendants(os.getpid()):
            peaks[pid] = max(_read_peak(pid), peaks.get(pid, 0))


def _list_descendants(pid: int) -> Iterator[int]:
    """Yield the processes under one."""
    for child in _list_children(pid):
        yield child
        yield from _list_descendants(child)


def _list_children(pid: int) -> list[int]:
    """Return the children of a process, whichever of its threads started them."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(child) for child in _read(task).split()]
    return found


def _read_peak(pid: int) -> int:
    """Return the high-water mark of a process in KiB; 0 if it has ended."""
    for line in _read(Path(f"/proc/{pid}/status")).splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    """Return a file of /proc; empty if its process has ended."""
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _wait_for_all() -> None:
    """Wait for the processes that were adopted."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


if __name__ == "__main__":
    result, *command = sys.argv[1:]
    taken = measure_command(command)
    Path(result).write_text(json.dumps(asdict(taken)))
