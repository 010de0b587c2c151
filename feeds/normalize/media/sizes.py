"""Widths, heights and lengths as publishers state them."""

from typing import Final

_MAX_DIGITS: Final = 18


def read_size(words: str) -> int | None:
    """Return a positive number, or None: a length of 0 says that nobody counted.

    Args:
        words: As stated: ``640``, ``640px``.
    """
    plain = words.strip().removesuffix("px")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _MAX_DIGITS):
        return None
    return int(plain) or None
