"""The dateline: where, and perhaps when, a report says it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from feeds.model import Dateline
from feeds.normalize.credits.agencies import split_agencies, split_bracketed
from feeds.normalize.credits.gazetteer import ends_like_place, is_land
from feeds.normalize.credits.places import Weight, weigh_place
from feeds.normalize.days.months import DATELINE_DATE

_LONGEST: Final = 120
_MIN_WORDS_AFTER: Final = 4
_MOST_DOTTED: Final = 3

# What parts the dateline from the report. A plain hyphen only between spaces, behind a bracket or
# behind a stop; TASS and PR Newswire write their names between strokes.
_DASH: Final = re.compile(
    r"(?:\s*(?:—|–|--|―)+\s*|(?:(?<=\))\.?|(?<=\s))\s*\.?-+\s+|(?<=\.)\s?-\s+|(?<=\))\s?[_=]\s+)"
)
_STROKES: Final = re.compile(r"[.,]?\s*/([^\W\d_]{3,12})/(?:\.\s+|\s+(?:--?|—|–)?\s*)")
_BRACKET: Final = re.compile(r"(?<=\))[.:]?\s+(?=[^\s—–-])")
_COLON: Final = re.compile(r":\s+")
_BAR: Final = re.compile(r"\s\|\s")
_STOP: Final = re.compile(r"\.\s+")
# "KÖLN Ein Pilz": capitals, and then words that are not.
_SPACE: Final = re.compile(r"(?<=[^\W\d_a-z]{2})\s(?=[^\W\d_a-z](?:[^\W\d_A-Z]|\s))")

_AGENCY_FIRST: Final = re.compile(r"^(?:\(([\w/ .-]{2,30})\)|([^\W\d_]{2,12}))\s*[-–—]\s+")
_LEADING_DASH: Final = re.compile(r"^[-–—]\s+")
# "De notre envoyée spéciale à Lyon –".
_SENT: Final = re.compile(
    r"^(?:from our|von unser\w*|de notre|de nos|dal nostro|dalla nostra|de nuestr[oa]|d[eo] nosso"
    r"|da nossa)(?: [^\W\d_]+){1,2} (?:in|aus|à|en|a|em|de) ([^–—.]{3,40}?)\s+[–—-]\s+(?=\S)",
    re.IGNORECASE,
)
_PLACE_IN_BRACKETS: Final = re.compile(r"^\(([^()]{3,40})\)\s*[–—-]+\s+(?=\S)")
# "(서울=연합뉴스) 김민수 기자 =": place, agency, and who reports.
_KOREAN: Final = re.compile(
    r"^\((?P<place>[^\W\d_][\w·,/ ]{0,30})=(?P<agency>[^()=]{2,20})\)\s*"
    r"(?:(?P<people>[^\W\d_][\w·, ]{1,40}?)\s*(?:기자|특파원)\s*=\s*)?(?=\S)"
)
_KOREAN_LIST: Final = re.compile(r"[·,\s]+")
_IN_BRACKETS: Final = re.compile(r",?\s*\(([^()]{2,60})\)\s*$")
_AGENCY_LAST: Final = re.compile(r"(?:[.,]\s+|/)([^\W\d_]{2,12})$")
_AGENCY_BEHIND: Final = re.compile(r"\(?([^\W\d_][\w /]{1,20}?)\)?\s?(?:--\s*|[.:–—-]\s+)")
_HOUSE: Final = re.compile(r"\s((?:[a-z]{2,6}/)*[a-z]{2,6})$")
_DATE_LAST: Final = re.compile(rf"(?:^|[.,]?\s+)({DATELINE_DATE})[.,]?$", re.IGNORECASE)
_DATE_IN_BRACKETS: Final = re.compile(rf"\s\(({DATELINE_DATE})\)$", re.IGNORECASE)
_DAY_LAST: Final = re.compile(r",\s(\d{1,2})$")
_SENTENCE_STOP: Final = re.compile(r"(?<=[^\W\d_]{4})\.$")

# An agency we do not know: "CNN", "dts Nachrichtenagentur"; parties stand in brackets as well.
_UNKNOWN: Final = re.compile(r"[^\W\d_][\w&.-]{1,20}(?:[ /][^\W\d_][\w&.-]{1,20}){0,2}")
_PARTIES: Final = frozenset(
    {
        *("cdu", "csu", "spd", "fdp", "afd", "övp", "spö", "fpö", "svp", "psoe", "pp", "vox", "ps"),
        *("lr", "rn", "lfi", "ump", "pd", "pdl", "m5s", "pt", "psd", "gop", "bjp", "pvda", "vvd"),
    }
)
_LOWER_NAME: Final = re.compile(r"(?:al-|d['’]|l['’]|[a-z]{1,2}[A-Z])")
_SECOND_DASH: Final = re.compile(r"[^.!?]{1,100}?(?:\s[–—-]+\s|—)")
_CLOCK: Final = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}")
# "QINGDAO, CHINA - JUNE 10: The President …" is a caption.
_DATED: Final = re.compile(rf"{DATELINE_DATE}\s?:", re.IGNORECASE)

_Kind = Literal["dash", "dotted", "strokes", "bracket", "colon", "bar", "stop", "space", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDateline:
    """A dateline with the agencies it credits.

    Attributes:
        dateline: Place and date; None where only agencies were found.
        agencies: Usual names, in order.
        end: Where the report itself begins in the paragraph.
        people: Who wrote it, where houses say so there.
    """

    dateline: Dateline | None
    agencies: tuple[str, ...]
    end: int
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """Where a dateline may end.

    Attributes:
        kind: What stands there.
        end: Where the dateline ends.
        after: Where the report begins.
        agencies: Named in what stands there.
    """

    kind: _Kind
    end: int
    after: int
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands before a cut.

    Attributes:
        place: As printed; empty if there is none.
        date: As printed.
        agencies: Usual names.
        unknown: Whether an agency we do not know is named.
        weight: How much speaks for the place.
    """

    place: str
    date: str | None
    agencies: tuple[str, ...]
    unknown: bool
    weight: Weight | None


def find_dateline(paragraph: str) -> FoundDateline | None:
    """Return the dateline a paragraph begins with, or None.

    A place needs evidence: capitals (``TELL AL-HARN DISTRICT, Orrel —``), an agency in brackets
    (``Genf (dpa) -``), a date (``Paris, 3 mars –``), or that it is well known (``Kabul –``). An
    ordinary sentence with a dash has none.
    """
    head = paragraph[:_LONGEST]
    if sent := _read_stated_place(paragraph, _SENT) or _read_korean(paragraph):
        return sent
    start, first = _read_first(head)
    for cut in _list_cuts(head, start):
        following = paragraph[cut.after : cut.after + 200]
        if cut.kind != "end" and len(following.split()) < _MIN_WORDS_AFTER:
            continue
        found = _read_head(head[start : cut.end], (*first, *cut.agencies), cut.kind)
        if found and _is_proven(found, cut.kind, following):
            dateline = Dateline(place=found.place, date=found.date) if found.place else None
            return FoundDateline(dateline=dateline, agencies=found.agencies, end=cut.after)
    if first and _begins_sentence(head[start:]) and not _SECOND_DASH.match(head, start):
        return FoundDateline(dateline=None, agencies=first, end=start)
    return _read_stated_place(paragraph, _PLACE_IN_BRACKETS)


def _read_first(head: str) -> tuple[int, tuple[str, ...]]:
    """Return where the head begins behind an agency that stands first, and the agency."""
    first = _AGENCY_FIRST.match(head)
    if first and (agencies := split_agencies(first[1] or first[2])):
        return first.end(), agencies
    dash = _LEADING_DASH.match(head)
    return (dash.end() if dash else 0), ()


def _read_stated_place(paragraph: str, form: re.Pattern[str]) -> FoundDateline | None:
    """Return the dateline of a paragraph that begins with its place in brackets, or says so."""
    match = form.match(paragraph)
    if match is None or not _begins_sentence(paragraph[match.end() :]):
        return None
    weight = weigh_place(match[1])
    if weight is None or (form is _PLACE_IN_BRACKETS and weight == "possible"):
        return None
    return FoundDateline(dateline=Dateline(place=match[1]), agencies=(), end=match.end())


def _read_korean(paragraph: str) -> FoundDateline | None:
    """Return the dateline of a paragraph in the style of Yonhap, if it names an agency."""
    match = _KOREAN.match(paragraph)
    agencies = split_agencies(match["agency"]) if match else ()
    if match is None or not agencies:
        return None
    people = tuple(filter(None, _KOREAN_LIST.split(match["people"] or "")))
    dateline = Dateline(place=match["place"].strip())
    return FoundDateline(dateline=dateline, agencies=agencies, end=match.end(), people=people)


def _list_cuts(head: str, start: int) -> Iterator[_Cut]:
    """Yield where the dateline may end, the surest first."""
    for match in _STROKES.finditer(head, start):
        if names := split_agencies(match[1]):
            yield _Cut(kind="strokes", end=match.start(), after=match.end(), agencies=names)
    for match in [*_DASH.finditer(head, start)][:3]:
        behind = _AGENCY_BEHIND.match(head, match.end())
        if behind and (names := split_agencies(behind[1])):
            yield _Cut(kind="strokes", end=match.start(), after=behind.end(), agencies=names)
        # "Madrid.-" is a way of Spanish houses to begin a report.
        kind: _Kind = "dotted" if head[: match.end()].rstrip().endswith(".-") else "dash"
        yield _Cut(kind=kind, end=match.start(), after=match.end())
    forms: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
        *(("bracket", _BRACKET), ("colon", _COLON), ("bar", _BAR), ("stop", _STOP)),
        ("space", _SPACE),
    )
    for other, form in forms:
        if found := form.search(head, start):
            yield _Cut(kind=other, end=found.start(), after=found.end())
    if len(head) < _LONGEST and head.endswith(")"):
        yield _Cut(kind="end", end=len(head), after=len(head))


def _read_head(head: str, agencies: tuple[str, ...], kind: _Kind) -> _Head | None:
    """Return what stands before a cut, if it is place, date and agency."""
    rest, named, unknown = _cut_agencies(head.strip(), kind)
    date = (
        _DATE_LAST.search(rest)
        or _DATE_IN_BRACKETS.search(rest)
        or (_DAY_LAST.search(rest) if named else None)
    )
    if date:
        rest, inner, other = _cut_agencies(rest[: date.start()], kind)
        named, unknown = (*inner, *named), unknown or other
    agencies = (*agencies, *named)
    place = rest.strip(" ,")
    if "," not in place:  # "Calif." keeps its stop
        place = _SENTENCE_STOP.sub("", place)
    if not place:
        only = _Head(place="", date=None, agencies=agencies, unknown=False, weight=None)
        return only if agencies else None
    weight = weigh_place(place)
    if weight is None:
        return None
    stated = date[1] if date else None
    return _Head(place=place, date=stated, agencies=agencies, unknown=unknown, weight=weight)


def _cut_agencies(rest: str, kind: _Kind) -> tuple[str, tuple[str, ...], bool]:
    """Return a head without the agencies at its end, their names, and whether one is unknown."""
    if brackets := _IN_BRACKETS.search(rest):
        before = rest[: brackets.start()]
        if named := split_bracketed(brackets[1]):
            return before, named, False
        if is_land(brackets[1]):
            return rest, (), False
        if _UNKNOWN.fullmatch(brackets[1]) and brackets[1].casefold() not in _PARTIES:
            return before, (), True
    if (last := _AGENCY_LAST.search(rest)) and (named := split_agencies(last[1])):
        return rest[: last.start()], named, False
    if kind == "bar" and (house := _HOUSE.search(rest)):
        return rest[: house.start()], split_agencies(house[1]), True
    return rest, (), False


def _is_proven(head: _Head, kind: _Kind, following: str) -> bool:
    """Tell whether there is evidence enough for a dateline, by what parts it from the report."""
    if head.place.lower() == head.place.upper() and not head.agencies:
        return False  # letters without case show neither a place nor where a sentence begins
    begins = kind == "end" or _begins_sentence(following)
    plain = head.weight in {"capitals", "known"}
    match kind:
        case "strokes":
            return True
        case "dotted" if begins and len(head.place.split()) <= _MOST_DOTTED:
            return True
        case "dash" | "dotted":
            return bool(head.agencies) or _is_proven_by_dash(head, following)
        case "bracket" | "end":
            named = bool(head.agencies) or (head.unknown and head.date is not None)
            return named and begins and (plain or head.date is not None)
        case "colon":
            return head.date is not None and begins and plain
        case "bar":
            return head.unknown and begins and head.place.isupper()
        case "stop":
            return begins and head.place.isupper() and plain
        case "space":
            return begins and head.place.isupper() and head.weight == "known"


def _is_proven_by_dash(head: _Head, following: str) -> bool:
    """Tell whether a head without known agency is a dateline, where a dash stands behind it."""
    plain = head.weight in {"capitals", "known"}
    begins = _begins_sentence(following)
    if head.date:
        return plain or (begins and not _CLOCK.match(following))
    if head.unknown:
        return begins and plain
    return begins and _is_plain(head, following) and not _DATED.match(following)


def _is_plain(head: _Head, following: str) -> bool:
    """Tell whether a place before a dash is one by itself.

    In capitals it is; in small letters a well-known one, or one whose name ends as only places do,
    if no second dash shows an aside.
    """
    if head.place.isupper() or head.weight == "capitals":
        return head.weight != "possible"
    aside = _SECOND_DASH.match(following) or ":" in " ".join(following.split()[:3])
    behind = following.split(maxsplit=1)[0].strip(",.:")
    sure = head.weight == "known" or ends_like_place(head.place)
    return sure and not aside and weigh_place(behind) != "known"


def _begins_sentence(text: str) -> bool:
    """Tell whether a text begins as sentences do: with no small letter, but for "iPhone"."""
    letters = text.lstrip("\"'“”„«»‘’([ ")
    return bool(letters) and (not letters[0].islower() or _LOWER_NAME.match(letters) is not None)
