"""The dateline: where, and perhaps when, a report says it was written."""

import re
from dataclasses import dataclass
from typing import Final

from feeds.model import Dateline
from feeds.normalize.agencies import split_agencies
from feeds.normalize.months import PRINTED_DATE

_LONGEST: Final = 120
_MIN_WORDS_AFTER: Final = 4

# The dash that parts the dateline from the report; a plain hyphen only between spaces or after
# a bracket. TASS writes its name between strokes instead.
_DASH: Final = re.compile(r"(?:\s*(?:—|–|--|―)+\s*|(?:(?<=\))\.?|(?<=\s))\s*\.?-+\s+|\.\s?-\s+)")
_STROKES: Final = re.compile(r"[.,]?\s*/([A-Z]{3,9})/\.?\s+")
_AGENCY_FIRST: Final = re.compile(r"^\(([\w/ .]{2,30})\)\s*[-–—]\s*")
_IN_BRACKETS: Final = re.compile(r",?\s*\(([^()]{2,60})\)\s*$")
_DATE_AT_END: Final = re.compile(rf"(?:^|,?\s+)({PRINTED_DATE})\s*[.,]?$", re.IGNORECASE)
_PLACE_WORD: Final = r"(?:(?:[^\W\d_]\.){2,4}|[^\W\d_][^\W\d_.'’]*\.?(?:[-'’][^\W\d_]+\.?)*)"
_PLACE: Final = re.compile(
    rf"{_PLACE_WORD}(?:[ /-]{_PLACE_WORD})*(?:, {_PLACE_WORD}(?: {_PLACE_WORD})*){{0,2}}"
)
_JOINING: Final = frozenset(
    {
        *("of", "the", "al", "el", "la", "le", "les", "los", "las", "de", "del", "della", "di"),
        *("da", "do", "dos", "du", "des", "am", "an", "der", "bei", "im", "in", "sur", "sous"),
        *("en", "and", "und", "et", "y", "e", "on", "at", "by", "since", "from", "until", "upon"),
        *("near", "ob"),
    }
)
# Words in capitals before a dash that are no places.
_LABELS: Final = frozenset(
    {
        *("breaking", "update", "updated", "exclusive", "opinion", "analysis", "watch", "video"),
        *("live", "news", "alert", "factbox", "explainer", "review", "interview", "photos"),
        *("gallery", "correction", "corrected", "wrapup", "timeline", "comment", "editorial"),
        *("column", "sport", "sports", "weather", "urgent", "eil", "eilmeldung", "kommentar"),
        *("analyse", "meinung", "exklusiv", "ticker", "direct", "vidéo", "exclusif", "tribune"),
        *("urgente", "opinión", "análisis", "exclusiva", "vídeo", "foto", "fotos", "directo"),
        *("ultima", "ultimo", "opinione", "intervista", "note", "read", "podcast", "quiz", "poll"),
        *("spoiler", "warning", "listen", "related", "advertisement", "anzeige", "quote"),
        *("covid", "nato", "nasa", "fifa", "uefa", "opec", "unesco", "unicef", "aids", "isis"),
        *("nfl", "nba", "mlb", "nhl", "bbc", "cnn", "rnz", "gdp", "ceo", "fbi", "cia", "usa"),
    }
)
_SHORT_CITIES: Final = frozenset(
    {
        *("rome", "roma", "lima", "oslo", "bonn", "kyiv", "kiev", "bern", "genf", "gent", "riga"),
        *("doha", "baku", "adén", "aden", "gaza", "wien", "köln", "lyon", "nice", "metz", "pisa"),
        *("bari", "pune", "suva", "apia", "male", "homs", "kano", "cork", "york", "bath", "hull"),
        *("reno", "ulm", "rom", "fès", "fez", "vigo", "león", "cali", "jaén", "aix", "caen"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDateline:
    """A dateline with the agencies it credits.

    Attributes:
        dateline: Place and date; None where only agencies were found.
        agencies: Usual names, in order.
        end: Where the report itself begins in the paragraph.
    """

    dateline: Dateline | None
    agencies: tuple[str, ...]
    end: int


def find_dateline(paragraph: str) -> FoundDateline | None:
    """Return the dateline a paragraph begins with, or None.

    A place needs evidence: capitals (``TELL AL-HARN DISTRICT, Orrel —``), an agency in brackets
    (``Genf (dpa) -``) or a date (``Paris, 3 mars –``). An ordinary sentence with a dash has none.
    """
    head = paragraph[:_LONGEST]
    first = _AGENCY_FIRST.match(head)
    agencies = split_agencies(first[1]) if first else ()
    start = first.end() if first and agencies else 0
    for end, after, stroked in _list_dashes(head, start):
        if len(paragraph[after : after + 200].split()) < _MIN_WORDS_AFTER:
            return None
        found = _read_head(head[start:end], (*agencies, *stroked))
        if found:
            return FoundDateline(dateline=found.dateline, agencies=found.agencies, end=after)
    return None


def _list_dashes(head: str, start: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return where datelines may end: before the dash, after it, agencies between strokes."""
    dashes = [(match.start(), match.end(), ()) for match in _DASH.finditer(head, start)][:3]
    strokes = [
        (match.start(), match.end(), names)
        for match in _STROKES.finditer(head, start)
        if (names := split_agencies(match[1]))
    ]
    return [*strokes, *dashes]


def _read_head(head: str, agencies: tuple[str, ...]) -> FoundDateline | None:
    """Return what stands before the dash, if it is place, date and agency."""
    rest = head.strip()
    if brackets := _IN_BRACKETS.search(rest):
        named = split_agencies(brackets[1])
        if not named:
            return None
        agencies, rest = (*agencies, *named), rest[: brackets.start()]
    date = _DATE_AT_END.search(rest)
    if date:
        rest = rest[: date.start()]
    place = rest.strip(" ,")
    if not place:
        return FoundDateline(dateline=None, agencies=agencies, end=0) if agencies else None
    if not _is_place(place, proven=bool(agencies or date)):
        return None
    dateline = Dateline(place=place, date=date[1] if date else None)
    return FoundDateline(dateline=dateline, agencies=agencies, end=0)


def _is_place(place: str, *, proven: bool) -> bool:
    """Tell whether words can be a place; without agency or date they must be in capitals."""
    if not _PLACE.fullmatch(place) or len(place) > 60:  # noqa: PLR2004 - no place has more
        return False
    parts = place.split(", ")
    words = [word for part in parts for word in re.split(r"[ /]", part)]
    if not _are_names(words) or len(parts[0].split()) > 6:  # noqa: PLR2004 - as above
        return False
    city = parts[0]
    if words[0].casefold().rstrip(".") in _LABELS or city.split("-")[0].casefold() in _LABELS:
        return False
    if proven:
        return not all(word.casefold() in _JOINING for word in words)
    letters = [char for char in city if char.isalpha()]
    if not all(char.isupper() for char in letters):
        return False
    long_enough = len(letters) > 4 or city.casefold() in _SHORT_CITIES  # noqa: PLR2004 - initials
    return long_enough or len(parts) > 1


def _are_names(words: list[str]) -> bool:
    """Tell whether all words begin with a capital, but for joining ones."""
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word.casefold() in _JOINING or word.startswith(("d'", "l'", "al-"))
        for word in words
    )
