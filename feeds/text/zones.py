"""Time zones as they are written beside a time of day.

Offsets are those of RFC 5322 (4.3) for North America, and of names that mean one thing in news
feeds. A name that means several (IST: India, Israel, Ireland; AST, GST, ET without its half of the
year, a letter of the military) has no offset here: who takes one of them tells a falsehood.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

HALF: Final = r"(?:[AaPp]\.?[Mm]\b\.?|(?-i:[ap]\.\sm\.))"
"""A pattern: "pm", "p.m." and, as Spanish is set, "p. m." behind a time."""

_HOURS: Final = {
    -10.0: "HST",
    -9.0: "AKST",
    -8.0: "PST AKDT",
    -7.0: "MST PDT",
    -6.0: "CST MDT",
    -5.0: "EST CDT",
    -4.0: "EDT CLT",
    -3.5: "NST",
    -3.0: "BRT ART CLST",
    -2.5: "NDT",
    0.0: "Z UT UTC GMT WET",
    1.0: "CET MEZ MET BST WEST WAT",
    2.0: "CEST MESZ MEST EET SAST CAT",
    3.0: "MSK МСК EEST EAT TRT IDT",
    3.5: "IRST",
    4.0: "MSD",
    4.5: "AFT",
    5.0: "PKT UZT",
    5.75: "NPT",
    7.0: "WIB ICT",
    8.0: "HKT SGT MYT PHT WITA AWST",
    9.0: "JST KST WIT",
    9.5: "ACST",
    10.0: "AEST",
    10.5: "ACDT",
    11.0: "AEDT",
    12.0: "NZST",
    13.0: "NZDT",
}
_OFFSETS: Final = {
    **{name: timedelta(hours=hours) for hours, names in _HOURS.items() for name in names.split()},
    **{f"ETC/{name}": timedelta() for name in ("UTC", "GMT")},
}
_SEVERAL: Final = frozenset(
    ("IST", "AST", "ADT", "GST", "BDT", "SST", "AMT", "ECT", "WST", "ET", "CT", "MT", "PT")
)
_KNOWN: Final = _OFFSETS.keys() | _SEVERAL
FARTHEST: Final = timedelta(hours=14)
"""No place is farther from Greenwich, in time."""
_LONGEST: Final = 400

_CLOCK: Final = re.compile(
    r"(?<![\d:])\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|\.\d{2}(?:\.\d{2})?)(?!\d|[.:]\d)"
    rf"(?:\s?(?:{HALF}|uhr\b|hrs?\b|h\b))?|\b\d{{1,2}}\s?{HALF}",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\s+\d{4}(?=\s)")
_NUMBER: Final = re.compile(
    r"(?P<gap>\s*)[\[(]?(?P<name>(?:GMT|UTC|UT)\s?)?"
    r"(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?P<end>$)?(?![\d:])[\])]?",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(
    r"[\s,]*[\[(]?(?P<word>(?:[a-z]{1,20}\s){1,3}time\b|(?:orts|welt)zeit\b"
    r"|[a-z]{2,20}/[a-z_/+\-\d]{1,40})[\])]?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[\s,]*[\[(]?(?P<word>[^\W\d_]{1,5})(?!\w)(?:[+\-]\d{1,4})?[\])]?")
_LAST: Final = re.compile(r"(?<=\d)\s+(?P<word>[^\W\d_]{1,5})$")
_BEFORE: Final = re.compile(r"\b(?P<word>[A-Z]{3,4})\s+$")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,5}\b")
_REMARK: Final = re.compile(r"\s*(?:\([^()]{0,60}\)|\[[^\[\]]{0,60}\])")
# Words behind a time that name no zone, even where all is written in capitals.
_NO_ZONES: Final = frozenset(
    {
        *("AM", "PM", "H", "HR", "HRS", "HOURS", "UHR", "UUR", "AD", "CE", "ON", "AT", "BY"),
        *("JAN", "FEB", "MAR", "MARCH", "APR", "APRIL", "MAY", "JUN", "JUNE", "JUL", "JULY"),
        *("AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "MON", "TUE", "TUES", "WED", "THU", "THUR"),
        *("THURS", "FRI", "SAT", "SUN"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A time zone that a text states.

    Attributes:
        words: As written: ``GMT+2``, ``IST``.
        offset: East of UTC; None where the words do not say it for certain.
        start: Where the words begin in the text.
        end: Where they end, with a remark in brackets behind them.
    """

    words: str
    offset: timedelta | None
    start: int
    end: int


def find_zone(text: str) -> Zone | None:
    """Return the time zone stated beside the time of day in a short text; None if none is.

    A zone stands behind a time, or behind the year that follows it, or at the end of the text;
    a well-known name may stand before a time.

    Args:
        text: A date in words, on one line; only the first 400 characters are looked at.
    """
    text = text[:_LONGEST]
    clocks = list(_CLOCK.finditer(text))
    for clock in clocks:
        year = _YEAR.match(text, clock.end())
        for start in (clock.end(), *([year.end()] if year else ())):
            if zone := _read_zone(text, start):
                return _explain_zone(text, zone)
    last = _LAST.search(text)
    if last and (zone := _name_zone(text, last)):
        return zone
    for clock in clocks:
        before = _BEFORE.search(text[: clock.start()])
        if before and before["word"] in _KNOWN:
            return _name_zone(text, before)
    return None


def names_zone(text: str) -> bool:
    """Tell whether a word anywhere in a text is a well-known name of a zone, in capitals."""
    return not _KNOWN.isdisjoint(_CAPITALS.findall(text))


def drop_zone(text: str, zone: Zone) -> str:
    """Return a text without the zone that was found in it."""
    return f"{text[: zone.start].rstrip()} {text[zone.end :].lstrip()}".strip()


def _read_zone(text: str, start: int) -> Zone | None:
    """Return the zone that stands at a place."""
    if number := _NUMBER.match(text, start):
        return _make_zone(number, _count_offset(number))
    if phrase := _PHRASE.match(text, start):
        return _make_zone(phrase, _OFFSETS.get(phrase["word"].upper()))
    word = _WORD.match(text, start)
    return _name_zone(text, word) if word else None


def _name_zone(text: str, match: re.Match[str]) -> Zone | None:
    """Return the zone that a word names, if it is one.

    In small letters it counts only at the end ("10:00 met" is more often a verb than a zone), an
    unknown one only in capitals and where no other word follows ("10:00 BBC News" has no zone).
    """
    word, rest = match["word"], text[match.end() :].strip(" .")
    name = word.upper()
    if name in _NO_ZONES or (rest and not word.isupper()):
        return None
    if name not in _KNOWN and (rest[:1].isalpha() or not word.isupper()):
        return None
    plain = match[0].strip(" ,()[]") == word
    return _make_zone(match, _OFFSETS.get(name) if plain else None)


def _count_offset(number: re.Match[str]) -> timedelta | None:
    """Return an offset in figures; None for one that is no zone's, or may be a day's number."""
    hours, minutes = int(number["hours"]), int(number["minutes"] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > FARTHEST:  # noqa: PLR2004 - a clock
        return None
    loose = number["gap"] and not number["name"] and number["end"] is None
    if loose and number["minutes"] is None:
        return None
    return offset if number["sign"] == "+" else -offset


def _explain_zone(text: str, zone: Zone) -> Zone:
    """Take in the remark in brackets behind a zone; it may say what an unknown name means."""
    remark = _REMARK.match(text, zone.end)
    if not remark:
        return zone
    meant = _read_zone(text, zone.end) if zone.offset is None else None
    offset = meant.offset if meant else zone.offset
    return replace(zone, offset=offset, end=remark.end())


def _make_zone(match: re.Match[str], offset: timedelta | None) -> Zone:
    """Return what was matched as a zone."""
    words = match[0].strip(" ,()[]")
    return Zone(words=words, offset=offset, start=match.start(), end=match.end())
