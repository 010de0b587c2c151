"""Headlines that are lists: of a morning briefing, of a week in pictures."""

import re
from functools import lru_cache
from typing import Final

from feeds.normalize.genres.rubrics import is_rubric
from feeds.text.tags import find_language
from feeds.text.words import split_words

_LABEL: Final = re.compile(r"^\W*(?P<label>[^:|,]{2,40}?)\s*[:|]\s+(?P<items>\S.*)$")
# The word for "and": what it is in one language may be an article in another.
_AND: Final = {
    "bg": "и",
    "ca": "i",
    "cs": "a",
    "da": "og",
    "de": "und",
    "en": "and",
    "es": "y",
    "fi": "ja",
    "fr": "et",
    "hu": "és",
    "it": "ed?",
    "nb": "og",
    "nl": "en",
    "pl": "i",
    "pt": "e",
    "ro": "și",
    "ru": "и",
    "sh": "i|и",
    "sk": "a",
    "sv": "och",
    "uk": "та|і|й",
}
_FEWEST_ITEMS: Final = 3
# A newsletter goes on to another thing by these: "Minister resigns. And, a new record in the pool".
_ANOTHER: Final = re.compile(
    r"[.?!;…]['’)]*\s+"
    r"(?:And|Plus|Also|Und|Außerdem|Dazu|Et aussi|Et|Y además|Además|Y|Além disso|E ainda|E mais|"
    r"E poi|Inoltre|En ook|Verder|Dessutom|Desuden|Dessuten|Lisäksi|A také|A także|Oraz|Ayrıca|"
    r"А также)\s*[,:]\s+(?P<other>\S.*)"
)
_FEWEST_WORDS: Final = 4
# Who speaks goes on speaking: "I am tired. And, yes, I quit".
_SPEAKING: Final = re.compile(r"[\"“”„«»]")


def lists_events(headline: str, language: str | None, publication: str = "") -> bool:
    """Tell whether a headline is a regular column's that lists things, or goes on to another.

    ``Morning briefing: quake, rail talks and a stolen swan`` tells no one event, so it belongs to
    none; reports of each of the three would be hidden behind it. ``Aubeval: roads cut, schools shut
    and trams halted`` tells one.

    Args:
        headline: Of a story.
        language: BCP 47 tag; where it is unknown, only commas part the things.
        publication: Which published it, if that is stated: its name is a column's, too.
    """
    if _goes_on(headline):
        return True
    found = _LABEL.match(headline)
    tongue = find_language(language)
    if found is None or not _is_column(found["label"], tongue, publication):
        return False
    items = _part_items(tongue).split(found["items"])
    # "Woman, 28, found dead" tells of one.
    if any(item.strip().isdecimal() for item in items):
        return False
    return sum(1 for item in items if item.strip()) >= _FEWEST_ITEMS


def _is_column(label: str, language: str, publication: str) -> bool:
    """Tell whether a label is that of a regular column, or the name of a newsletter."""
    own = publication and split_words(label) == split_words(publication)
    return bool(own) or is_rubric(label, language)


def _goes_on(headline: str) -> bool:
    """Tell whether a headline goes on to another thing."""
    found = _ANOTHER.search(headline)
    if found is None or _SPEAKING.search(headline):
        return False
    return len(found["other"].split()) >= _FEWEST_WORDS


@lru_cache(maxsize=64)
def _part_items(language: str) -> re.Pattern[str]:
    """Return what stands between two things in a language: a comma or the word for "and"."""
    comma = r"[,;]\s+"
    if language not in _AND:
        return re.compile(comma)
    return re.compile(rf"{comma}|\s+(?:{_AND[language]})\s+", re.IGNORECASE)
