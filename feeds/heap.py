"""How memory is kept and cleared.

glibc keeps what threads let go of, each thread in an arena of its own, and from the first large
block on it takes blocks of that size from there too (mallopt(3), ``M_MMAP_THRESHOLD``). A desk that
reads large answers would hold their room, in pieces, for as long as it runs.

Python looks for objects that only hold each other as soon as 700 or 2,000 more are there than
before. Dedupe makes many more for each story, and hardly any that hold each other; modules make a
hundred thousand, and stay.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# Of malloc.h.
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
_LARGE: Final = 4 * 1024 * 1024
_YOUNG: Final = 5_000


def return_large_blocks() -> None:
    """Let the C library return large blocks, before threads are started; glibc can be told so."""
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(_ARENA_MAX, 1)
        set_option(_MMAP_THRESHOLD, _LARGE)


def look_seldom() -> None:
    """Let Python look less often for objects that only hold each other."""
    _, *older = gc.get_threshold()
    gc.set_threshold(_YOUNG, *older)


@contextmanager
def never_look() -> Iterator[None]:
    """Let Python not look while modules are imported, and never at what is there then."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if looking:
            gc.enable()
