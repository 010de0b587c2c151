"""What may be written in a set: the types of its rows, and nothing else.

``docs/reference/evaluation.md`` tells what each field means. Fields that are not named here are
ignored.
"""

from datetime import date, datetime
from typing import Annotated, Any, NotRequired

from pydantic import AfterValidator, ConfigDict, Field, with_config
from typing_extensions import TypedDict

from feeds.model import ARRIVALS, Kind
from feeds.sources.fields import suggest_name
from feeds.text.urls import canonicalize_url

_STRICT = ConfigDict(strict=True)
# No arrival is an edit.
EDIT_KINDS = tuple(kind.value for kind in Kind if kind not in ARRIVALS)
COPIED = ("selection", "page")
WORD_KINDS = ("dateline", "agency", "byline", "date")
_ROLES = ("credited", "quoted")
_EXAMPLE = "as in 2026-11-23T12:00:00+01:00"
# The desk looks some days back and ahead, which no calendar has at its ends.
_YEARS = range(1000, 9000)


def check_label(value: Any) -> str:
    """Return a label as text; nothing is an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("must be text or a number")  # noqa: TRY004 - pydantic tells these alone
    return str(value)


def check_id(value: Any) -> str:
    """Return an id as text; there must be one."""
    name = check_label(value)
    if not name.strip():
        raise ValueError("is empty; give each row one of its own")
    return name


def check_time(value: str) -> str:
    """Return the value if it is a moment that has a zone, or empty."""
    try:
        stated = datetime.fromisoformat(value) if value else None
    except ValueError:
        raise ValueError(f"is no date of ISO 8601; write it {_EXAMPLE}") from None
    if stated and stated.tzinfo is None:
        raise ValueError(f"has no zone; write it {_EXAMPLE}")
    if stated and stated.year not in _YEARS:
        raise ValueError(f"is in the year {stated.year}; is it a date that stands for none?")
    return value


def check_day(value: str) -> str:
    """Return the value if it is a day as in ``2026-11-23``."""
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError:
        day = ""
    if day != value:
        raise ValueError("must be a day as in 2026-11-23, or null")
    return value


def check_address(value: str) -> str:
    """Return the value if it can be read as an address."""
    try:
        canonicalize_url(value)
    except ValueError:
        raise ValueError("is no address") from None
    return value


def _one_of(names: tuple[str, ...]) -> AfterValidator:
    """Return how one of some words is checked."""

    def check(value: str) -> str:
        if value not in names:
            raise ValueError(f"is not known; {suggest_name(value, names)}")
        return value

    return AfterValidator(check)


Id = Annotated[Any, AfterValidator(check_id)]
Label = Annotated[Any, AfterValidator(check_label)]
Time = Annotated[str, AfterValidator(check_time)]
Day = Annotated[str, AfterValidator(check_day)]
Address = Annotated[str, AfterValidator(check_address)]
EditKind = Annotated[str, _one_of(EDIT_KINDS)]


@with_config(_STRICT)
class WrittenStory(TypedDict):
    """A row of ``--copies`` and ``--events``."""

    id: Id
    source: NotRequired[Label]
    told: NotRequired[Time | None]
    language: NotRequired[str | None]
    headline: NotRequired[str | None]
    standfirst: NotRequired[str | None]
    text: NotRequired[str | None]
    copies: NotRequired[Label]
    event: NotRequired[Label]


@with_config(_STRICT)
class WrittenVersion(TypedDict):
    """A report as it stood before or after an edit."""

    headline: NotRequired[str | None]
    standfirst: NotRequired[str | None]
    body: NotRequired[str | None]
    byline: NotRequired[list[str] | None]
    url: NotRequired[Address | None]
    published: NotRequired[Time | None]
    updated: NotRequired[Time | None]
    media: NotRequired[list[str] | None]


@with_config(_STRICT)
class WrittenEdit(TypedDict):
    """A row of ``--edits``."""

    id: Id
    language: str
    before: WrittenVersion
    after: WrittenVersion
    earlier: NotRequired[list[WrittenVersion]]
    kinds: list[EditKind]
    also: NotRequired[list[EditKind]]
    typo: NotRequired[Annotated[int, Field(ge=0, le=5)]]


@with_config(_STRICT)
class WrittenPage(TypedDict):
    """A row of ``--pages``; one of ``html`` and ``html_file`` must be there."""

    id: Id
    html: NotRequired[str]
    html_file: NotRequired[str]
    body: str
    headline: NotRequired[str]
    byline: NotRequired[list[str]]
    date: NotRequired[Day | None]


@with_config(_STRICT)
class WrittenPaste(TypedDict):
    """A row of ``--furniture``."""

    text: str
    body: str
    headline: NotRequired[str | None]
    copied: NotRequired[Annotated[str, _one_of(COPIED)]]


@with_config(_STRICT)
class WrittenWords(TypedDict):
    """A row of ``--words``; what may be expected hangs on its kind."""

    kind: Annotated[str, _one_of(WORD_KINDS)]
    text: str
    language: NotRequired[str]
    expected: Any


@with_config(_STRICT)
class WrittenPlace(TypedDict):
    """What may be expected of a dateline."""

    place: str
    date: NotRequired[str | None]


@with_config(_STRICT)
class WrittenAgency(TypedDict):
    """What may be expected of agencies."""

    name: str
    role: Annotated[str, _one_of(_ROLES)]


@with_config(_STRICT)
class CorpusText(TypedDict):
    """A row of texts of many outlets."""

    id: Id
    publisher: Label
    text: str


@with_config(_STRICT)
class CorpusReport(TypedDict):
    """A row of ECB+."""

    id: Id
    event: Label
    title: str
    body: str
    url: Address


@with_config(_STRICT)
class CorpusHeadline(TypedDict):
    """A row of the UCI News Aggregator."""

    id: Id
    event: Label
    title: str
    publisher: Label


@with_config(_STRICT)
class CorpusDateline(TypedDict):
    """A row of Reuters-21578."""

    text: str
    dateline: str


@with_config(_STRICT)
class CorpusPage(TypedDict):
    """A row of the article extraction benchmark of Zyte, whose page lies in a file."""

    id: Id
    body: str
