"""Durations and sizes as people write them: ``10m``, ``16MiB``."""

import re
from datetime import timedelta

_DURATION = re.compile(r"([0-9]{1,18})([smhdw])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_SIZE = re.compile(r"([0-9]{1,18}) ?(B|KiB|MiB|GiB)")
_BYTES = {"B": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}


def read_duration(value: object, *, least: str, most: str) -> timedelta:
    """Return a duration as written.

    Args:
        value: Text like ``90s``, ``10m``, ``2h``, ``14d`` or ``1w``; anything else is refused.
        least: The shortest allowed, as written.
        most: The longest allowed, as written.

    Raises:
        ValueError: No duration, or out of bounds; the message shows the bounds.
    """
    bounds = f"from {least} to {most}"
    if isinstance(value, int) and not isinstance(value, bool):
        # ValueError, because pydantic lets a TypeError through as a bug.
        raise ValueError(  # noqa: TRY004
            f"a duration needs a unit (s, m, h, d or w), as in 10m; {bounds}"
        )
    seconds = _count_seconds(value)
    if seconds is None:
        raise ValueError(f"a duration is written like 90s, 10m, 2h, 14d or 1w; {bounds}")
    if not (_count_seconds(least) or 0) <= seconds <= (_count_seconds(most) or 0):
        raise ValueError(f"this duration is out of bounds; {bounds}")
    return timedelta(seconds=seconds)


def read_size(value: object, *, least: str, most: str) -> int:
    """Return a number of bytes, written as a number or with B, KiB, MiB or GiB.

    Raises:
        ValueError: No size, or out of bounds; the message shows the bounds.
    """
    bounds = f"from {least} to {most}"
    size = _count_bytes(value)
    if size is None:
        raise ValueError(f"a size is a number of bytes, or like 512KiB or 16MiB; {bounds}")
    if not (_count_bytes(least) or 0) <= size <= (_count_bytes(most) or 0):
        raise ValueError(f"this size is out of bounds; {bounds}")
    return size


def _count_seconds(value: object) -> int | None:
    """Return the seconds of a duration as written; None if it is none."""
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) * _SECONDS[found[2]] if found else None


def _count_bytes(value: object) -> int | None:
    """Return the bytes of a size as written; None if it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) * _BYTES[found[2]] if found else None
