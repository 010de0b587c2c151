"""Many things told at once: one message says how many there are, and who told most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from feeds.alert.told import call_source
from feeds.model import Message, Settings
from feeds.text.characters import clean_line

MOST_ALONE: Final = 20
"""If more waits for one channel, it is told in one message."""

_NAMED: Final = 3
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How much is told in one message.

    Attributes:
        total: Everything.
        sources: How much each source told first, most first; the desk itself is empty.
    """

    total: int
    sources: Mapping[str, int]


def name_crowd(
    message: Message, crowd: Crowd, names: Mapping[str, str], settings: Settings
) -> Message:
    """Return a message that says first how much it tells of, and who told most of it.

    Args:
        message: About a crowd, counted.
        crowd: What is said of it.
        names: How people call the sources, by id.
        settings: For the desk's name.
    """
    line = f"{crowd.total} changes at once: {_list_most(crowd, names)}"
    return replace(
        message,
        subject=clean_line(f"{settings.title}: {line}", _LONGEST),
        text=f"{line}\n\n{message.text}",
        html=f"<p>{escape(line)}</p>{message.html}",
    )


def _list_most(crowd: Crowd, names: Mapping[str, str]) -> str:
    """Return who told most of it, with numbers."""
    most = list(crowd.sources.items())[:_NAMED]
    listed = ", ".join(f"{count} of {call_source(source, names)}" for source, count in most)
    others = len(crowd.sources) - len(most)
    return f"{listed} and others" if others > 0 else listed
