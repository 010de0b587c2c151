"""One form of each picture, sound or film that is stated in several."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from feeds.model import RawMedia
from feeds.normalize.media.sizes import read_size
from feeds.text.endings import find_medium

# Nothing shows Flash any more: https://www.adobe.com/products/flashplayer/end-of-life.html
_GONE: Final = frozenset({"application/x-shockwave-flash", "application/futuresplash"})
# WordPress keeps a picture in several sizes beside it: ``dam-300x200.jpg``.
_SUFFIX: Final = re.compile(r"-(\d{2,4})x\d{2,4}(?=\.\w{3,4}$)")
# So others ask their servers for one; ``s`` signs the address.
_WIDTH: Final = re.compile(r"(?:^|&)(?:w|width)=(\d{1,5})(?=&|$)")
_SIZING: Final = re.compile(
    r"(?:^|&)(?:w|h|width|height|q|quality|auto|fit|dpr|crop|resize|format|fm|s)=[^&]*(?=&|$)"
)
# An address without a size, of a picture that has others with one, is that of the original.
_ORIGINAL: Final = 10_000

_Thing = tuple[str, str]


def choose_renditions(raw: Iterable[RawMedia]) -> tuple[RawMedia, ...]:
    """Return media, of those that are one thing in several forms the best, in order.

    Forms of one thing stand in one group, or are pictures whose addresses differ by a size only. Of
    each the default is kept that is stated, else the one with the most pixels, else the first; what
    titles another form titles it, too.

    Args:
        raw: With addresses that can be used.
    """
    usable = [one for one in raw if one.type.strip().lower() not in _GONE]
    grouped = {one.url for one in usable if one.group}
    best: dict[_Thing, RawMedia] = {}
    for one in usable:
        if one.group or one.url not in grouped:
            thing = _name_group(one) if one.group else _name_picture(one)
            best[thing] = _merge(best[thing], one) if thing in best else one
    kept = {one.url: one for one in best.values()}
    return tuple(kept[one.url] for one in usable if one.url in kept)


def _merge(first: RawMedia, one: RawMedia) -> RawMedia:
    """Return the better of two forms, with the title and the credit that either has."""
    is_better = one.url != first.url and _rate(one) > _rate(first)
    better, other = (one, first) if is_better else (first, one)
    title, credit = better.title or other.title, better.credit or other.credit
    return replace(better, title=title, credit=credit)


def _name_group(one: RawMedia) -> _Thing:
    """Return group and medium: a film and its picture are two things."""
    return one.group, one.medium.strip().lower() or one.type.partition("/")[0].strip().lower()


def _name_picture(one: RawMedia) -> _Thing:
    """Return the address of a picture without its size, and of anything else the address."""
    stated = (one.medium.strip().lower(), one.type.partition("/")[0].strip().lower())
    if "image" not in (*stated, find_medium(one.url)):
        return "", one.url
    path, _, query = one.url.partition("?")
    if _WIDTH.search(query):
        query = _SIZING.sub("", query).strip("&")
    return "", f"{_SUFFIX.sub('', path)}?{query}"


def _rate(one: RawMedia) -> tuple[bool, int]:
    """Return what the best form has most of."""
    width = read_size(one.width) or _read_width(one.url) or (0 if one.group else _ORIGINAL)
    return one.default.strip().lower() == "true", width * (read_size(one.height) or width)


def _read_width(url: str) -> int | None:
    """Return the width that an address names."""
    path, _, query = url.partition("?")
    found = _SUFFIX.search(path) or _WIDTH.search(query)
    return read_size(found[1]) if found else None
