"""One form of each picture, sound or film that is stated in several."""

from collections.abc import Iterable
from typing import Final

from feeds.model import RawMedia
from feeds.normalize.sizes import read_size

# Nothing shows Flash any more: https://www.adobe.com/products/flashplayer/end-of-life.html
_GONE: Final = frozenset({"application/x-shockwave-flash", "application/futuresplash"})


def choose_renditions(raw: Iterable[RawMedia]) -> tuple[RawMedia, ...]:
    """Return media, of those that are one thing in several forms the best, in order.

    Of each medium in a group one is kept: the default that is stated, else the one with the most
    pixels, else the first. The others are not kept where they are stated again without the group.

    Args:
        raw: As stated.
    """
    usable = [one for one in raw if one.type.strip().lower() not in _GONE]
    best: dict[tuple[str, str], RawMedia] = {}
    for one in usable:
        if one.group:
            key = _name_thing(one)
            best[key] = max(best.get(key, one), one, key=_rate)
    chosen = {one.url for one in best.values()}
    left = {one.url for one in usable if one.group} - chosen
    return tuple(one for one in usable if one.url not in left)


def _name_thing(one: RawMedia) -> tuple[str, str]:
    """Return group and medium: a film and its picture are two."""
    return one.group, one.medium.strip().lower() or one.type.partition("/")[0].strip().lower()


def _rate(one: RawMedia) -> tuple[bool, int]:
    """Return what the best form has most of; of equals ``max`` takes the first."""
    pixels = (read_size(one.width) or 0) * (read_size(one.height) or 0)
    return one.default.strip().lower() == "true", pixels
