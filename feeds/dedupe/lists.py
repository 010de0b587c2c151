"""Stories that tell several events: a morning briefing, a live ticker, a week in pictures."""

import re
from typing import Final

_LABEL: Final = re.compile(r"^\W*(?P<label>[^:|,]{2,40}?)\s*[:|]\s+(?P<items>\S.*)$")
_LABEL_WORDS: Final = 5
# A comma, or the word for "and" in the languages most sources have.
_PARTED: Final = re.compile(
    r",\s+|;\s+|\s+(?:and|und|et|y|e|ed|en|och|og|i|a|и|та|și|ja|és)\s+", re.IGNORECASE
)
_FEWEST_ITEMS: Final = 3


def lists_events(headline: str) -> bool:
    """Tell whether a headline is a short label and a list of at least three things.

    ``Morning briefing: quake, rail talks and a stolen swan`` tells no one event, so it belongs to
    none; reports of each of the three would be hidden behind it.
    """
    found = _LABEL.match(headline)
    if found is None or len(found["label"].split()) > _LABEL_WORDS:
        return False
    items = [item for item in _PARTED.split(found["items"]) if item.strip()]
    return len(items) >= _FEWEST_ITEMS
