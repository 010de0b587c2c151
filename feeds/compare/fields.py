"""People, pictures and dates of a story: when they are others, and how they are shown."""

import re
from typing import Final

from feeds.model import Media, Story
from feeds.text.words import split_words

# How an address says in which size, shape or format it gives a picture.
_SIZE: Final = re.compile(
    r"[-_](?:\d{2,5}x\d{2,5}|scaled|small|medium|large|thumb(?:nail)?|\d{2,5}[wh]?)(?=[-_./]|$)"
    r"|/(?:[a-z]_?\d{2,5}(?:,[a-z]+_?[\w.]+)*|\d{2,4}x\d{2,4}|\d{2,4})(?=/)|@\dx",
    re.IGNORECASE,
)
_FORMAT: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)$", re.IGNORECASE)
_CREDITS: Final = frozenset({"by", "von", "par", "por", "di", "door", "text", "and", "und", "et"})


def tell_people(byline: tuple[str, ...]) -> frozenset[str]:
    """Return who wrote a story, without order, capitals, accents, "By" and e-mail addresses."""
    names = (
        " ".join(word for word in split_words(_without_address(name)) if word not in _CREDITS)
        for name in byline
    )
    return frozenset(name for name in names if name)


def show_people(byline: tuple[str, ...]) -> str:
    """Return the people of a story in one line."""
    return ", ".join(byline)


def tell_media(media: tuple[Media, ...]) -> frozenset[str]:
    """Return which pictures a story has, whatever their order, size, format and signature."""
    return frozenset(_name_picture(item) for item in media)


def list_pictures(media: tuple[Media, ...], others: tuple[Media, ...]) -> str:
    """Return the addresses of pictures that are not among others, one a line."""
    known = tell_media(others)
    return "\n".join(item.url for item in media if _name_picture(item) not in known)


def show_dates(before: Story, after: Story) -> tuple[str, str] | None:
    """Return the first date that moved, as it was stated and as it is; None if none did."""
    for one, other in ((before.published, after.published), (before.updated, after.updated)):
        if one != other:
            return (one.isoformat() if one else "", other.isoformat() if other else "")
    return None


def _name_picture(item: Media) -> str:
    """Return what of a picture's address tells which picture it is."""
    address = item.url.partition("?")[0].partition("://")[2]
    return _FORMAT.sub("", _SIZE.sub("", address))


def _without_address(name: str) -> str:
    """Return a name without e-mail addresses."""
    return " ".join(word for word in name.split() if "@" not in word)
