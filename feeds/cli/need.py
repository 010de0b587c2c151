"""What is said, and how the program ends, where memory, threads or open files are lacking."""

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

T = TypeVar("T")

IN_NEED: Final = 71
"""EX_OSERR of sysexits.h: the system cannot give what the program needs."""

TOLD: Final = (
    "wiredesk: the machine gives too little memory, or too few threads or open files, to go on; "
    "nothing that was remembered is lost: raise the limit and run it again"
)


_NEEDY_ERRORS: Final = {errno.EMFILE, errno.ENFILE, errno.ENOMEM}
# What Python, its import of modules, and the loader of libraries (ld.so) say.
_NEEDY: Final = (
    "can't start new thread",
    "error return without exception set",
    "failed to map segment",
    "cannot allocate memory",
)
_CLOSING_SECONDS: Final = 30
"""So long may closing take once the work is done; it takes less than one where all is well."""


def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """Run what is asynchronous, and let the process end even if its threads cannot be closed.

    To close them asyncio begins another thread; where there is no memory for it, that waits for
    ever. The alarm is the kernel's: it needs no memory of ours.
    """
    try:
        return asyncio.run(_run_then_limit(work))
    finally:
        signal.alarm(0)


async def _run_then_limit(work: Coroutine[Any, Any, T]) -> T:
    try:
        return await work
    finally:
        signal.alarm(_CLOSING_SECONDS)


def is_need(error: BaseException) -> bool:
    """Tell whether an error, or what led to it, says that memory, threads or files are lacking."""
    seen: BaseException | None = error
    while seen is not None:
        said = str(seen).lower()
        if isinstance(seen, MemoryError) or any(words in said for words in _NEEDY):
            return True
        if isinstance(seen, OSError) and seen.errno in _NEEDY_ERRORS:
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def end_without_threads() -> None:
    """End the process when a thread dies before it begins.

    Whoever started such a thread waits for ever: Python tells nobody that it is dead.
    """
    sys.unraisablehook = _end_without_thread


def _end_without_thread(found: "UnraisableHookArgs") -> None:
    sys.__unraisablehook__(found)
    if getattr(found.object, "__name__", "") == "_bootstrap":
        os.write(2, f"{TOLD}\n".encode())
        os._exit(IN_NEED)
