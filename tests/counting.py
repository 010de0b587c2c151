"""Work, counted: what a busy machine does not change."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


@contextmanager
def count_calls() -> Iterator[Counter[str]]:
    """Count what is called meanwhile, by its name; of what is written in C, only its own calls."""
    calls = Counter[str]()

    def follow(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            calls[frame.f_code.co_name] += 1
        elif event == "c_call":
            calls[getattr(argument, "__name__", "")] += 1

    stood = sys.getprofile()
    sys.setprofile(follow)
    try:
        yield calls
    finally:
        sys.setprofile(stood)


def count_lines(work: Callable[[], object], file: str = "") -> int:
    """Return how many lines run while something is done, in files with this in their name."""
    lines = 0

    def follow(frame: FrameType, event: str, _: object) -> Any:
        nonlocal lines
        if file not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return follow

    stood = sys.gettrace()
    sys.settrace(follow)
    try:
        work()
    finally:
        sys.settrace(stood)
    return lines
