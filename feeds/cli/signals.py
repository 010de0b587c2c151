"""SIGINT and SIGTERM while a pass is under way: it ends with what has come, or at once."""

import asyncio
import os
import signal
from collections.abc import Callable
from typing import Final

from feeds.cli.terminal import say
from feeds.model import RunReport

_ASKED: Final = (
    "interrupted: what has come is edited and published, nothing more is asked for; "
    "interrupt again to end at once"
)
_AGAIN: Final = "interrupted again: what was not published yet is read and published the next time"


def await_interruption(leave: Callable[[], None]) -> "asyncio.Future[int]":
    """Return what is over when the pass is asked to end, with the number of the signal.

    Asked again, the process ends: a thread that waits for a disk cannot be ended otherwise.

    Args:
        leave: Called before that, to leave the terminal as it was.
    """
    loop = asyncio.get_running_loop()
    ending: asyncio.Future[int] = loop.create_future()

    def ask_to_end(number: int) -> None:
        if ending.done():
            leave()
            say(_AGAIN)
            os._exit(exit_code_of(number))
        ending.set_result(number)
        say(_ASKED)

    for number in (signal.SIGINT, signal.SIGTERM):
        # What was started in the background of a script ignores Ctrl-C, and goes on to do so.
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, ask_to_end, number)
    return ending


def exit_code_of(number: int) -> int:
    """Return what shells say of a command that a signal ended."""
    return 128 + number


def tell_kept(report: RunReport) -> str:
    """Say of a pass that was interrupted how many sources are kept, and how many are not."""
    kept, left = len(report.sources), len(report.dropped)
    if not left:
        return "interrupted: what all sources told is kept"
    are, were = "is" if kept == 1 else "are", "was" if left == 1 else "were"
    told = f"{kept} of {kept + left} sources {are} kept"
    return f"interrupted: {told}, {left} {were} not asked to the end"
