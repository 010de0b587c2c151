"""Which media of an item are one thing in several forms: a ``media:group`` of Media RSS."""

import re
from collections.abc import Iterator
from typing import Final

GROUP: Final = "wiredesk-group"
_MEDIUM: Final = r"<{prefix}:(?:content|thumbnail)(?=[\s/>])"


def number_groups(text: str, prefix: str) -> str:
    """Return a document whose grouped media bear the number of their group as an attribute.

    feedparser lists the media of an item one by one, whatever holds them.

    Args:
        text: A document.
        prefix: Of the names of Media RSS in it.
    """
    opening, closing = f"<{prefix}:group", f"</{prefix}:group"
    if opening not in text:
        return text
    medium = re.compile(_MEDIUM.format(prefix=re.escape(prefix)))
    return "".join(_number_parts(text.split(opening), opening, closing, medium))


def _number_parts(
    parts: list[str], opening: str, closing: str, medium: re.Pattern[str]
) -> Iterator[str]:
    """Yield what stands before the first group, and each group with what follows."""
    yield parts[0]
    for number, part in enumerate(parts[1:], start=1):
        inside, end, behind = part.partition(closing)
        if end:
            inside = medium.sub(rf'\g<0> {GROUP}="{number}"', inside)
        yield f"{opening}{inside}{end}{behind}"
