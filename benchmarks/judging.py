"""What was announced of a series, set against what was edited in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from captures import Plain, list_causes, list_moved
from replay import Told

from feeds.model import Kind

# The plain differences that can stand behind a kind; words can stand behind all others.
_CAUSES: Mapping[Kind, frozenset[str]] = {
    Kind.HEADLINE: frozenset({"headline", "case"}),
    Kind.STANDFIRST: frozenset({"text"}),
    Kind.BODY: frozenset({"text"}),
    Kind.BYLINE: frozenset({"byline", "text"}),
    Kind.URL: frozenset({"url"}),
    Kind.MEDIA: frozenset({"media"}),
}
# The kinds that tell of a field.
_WHOLE = frozenset({Kind.WITHDRAWN, Kind.RESTORED})
_TELLS: Mapping[str, frozenset[Kind]] = {
    "headline": _WHOLE | {Kind.HEADLINE},
    "text": _WHOLE | {Kind.STANDFIRST, Kind.BODY},
}
_WORDS = frozenset(_TELLS)
# What was told so lately is not told again, and so long a restless story must stand still: one of
# which more than so many changes were told in that time.
_LATELY = timedelta(hours=24)
_MOST_TOLD = 8

_Words = tuple[str, tuple[str, ...]]


@dataclass(slots=True, kw_only=True)
class Row:
    """What came out for one series: a line of the table.

    Attributes:
        series: Name of its folder.
        captures: How many.
        entries: How many different ones, by id.
        new: Entries that came after the first capture.
        edits: Field edits between captures: headline, or summary and contents, differ.
        announced: Changes that were announced of entries that were there before.
        missed: Field edits of which a field was not announced, and new entries that were not.
        again: Field edits back to words that stood there within a day: these are told once.
        restless: Field edits of an entry of which more than eight changes were told within a day,
            until it stands still for a day: that it is restless was told.
        invented: Announced with a kind that has no cause in the entry.
        dates: Announced where nothing but dates differs.
        order: Announced where nothing differs but the place among the entries.
        returned: Announced as new, though there before.
        renamed: New entries with the address or the headline of one that was there before.
        faults: Each that was missed or told without a cause, for people.
    """

    series: str
    captures: int = 0
    entries: int = 0
    new: int = 0
    edits: int = 0
    announced: int = 0
    missed: int = 0
    again: int = 0
    restless: int = 0
    invented: int = 0
    dates: int = 0
    order: int = 0
    returned: int = 0
    renamed: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, column: str, at: datetime, name: str, kinds: AbstractSet[str]) -> None:
        """Count a fault, and keep it for people."""
        setattr(self, column, getattr(self, column) + 1)
        self.faults.append(f"{at:%Y-%m-%d %H:%M} {column} {name}: {', '.join(sorted(kinds))}")


@dataclass(slots=True, kw_only=True)
class _Past:
    """What there was of an entry before.

    Attributes:
        last: How it stood when it was there last.
        edited: When its words were others for the last time.
        stood: When its words were last these.
        told: When changes of it were told.
        restless: Whether more of them were told than a reader wants, and it did not stand still.
    """

    last: Plain
    edited: datetime
    stood: dict[_Words, datetime] = field(default_factory=dict)
    told: list[datetime] = field(default_factory=list)
    restless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """An entry in one capture.

    Attributes:
        at: When it was taken.
        plain: How the entry stands.
        moved: Whether it changed its place.
        kinds: What was announced of it.
    """

    at: datetime
    plain: Plain
    moved: bool
    kinds: frozenset[Kind]

    @property
    def told(self) -> frozenset[Kind]:
        """What was announced of it as a change."""
        return self.kinds - {Kind.NEW}


def judge_series(
    series: str,
    captures: Sequence[tuple[datetime, Sequence[Plain]]],
    told: Iterable[Told],
) -> Row:
    """Return the line of a series.

    Args:
        series: Its name.
        captures: When each was taken, and its entries, in order.
        told: Everything that was announced.
    """
    announced: defaultdict[tuple[datetime, str], frozenset[Kind]] = defaultdict(frozenset)
    for one in told:
        announced[one.at, one.id] |= one.kinds
    row = Row(series=series, captures=len(captures))
    pasts: dict[str, _Past] = {}
    before: Sequence[Plain] = ()
    for place, (at, entries) in enumerate(captures):
        moved = list_moved(before, entries)
        for plain in entries:
            kinds = announced.pop((at, plain.id), frozenset())
            step = _Step(at=at, plain=plain, moved=plain.id in moved, kinds=kinds)
            if past := pasts.get(plain.id):
                _judge_known(row, step, past)
            elif place:
                _judge_new(row, step, [past.last for past in pasts.values()])
            _remember(pasts, step)
        before = entries
    for (at, name), kinds in announced.items():
        row.add("invented", at, name, kinds)
    row.entries = len(pasts)
    return row


def _judge_known(row: Row, step: _Step, past: _Past) -> None:
    """Count an entry that was there before."""
    causes = list_causes(past.last, step.plain)
    fields = causes & _WORDS
    row.edits += bool(fields)
    row.announced += bool(step.told)
    name = step.plain.id
    if Kind.NEW in step.kinds:
        row.add("returned", step.at, name, step.kinds)
    if unfounded := {kind for kind in step.told if not causes & _CAUSES.get(kind, _WORDS)}:
        row.add(_name_fault(step, causes), step.at, name, unfounded)
    untold = {name for name in fields if not step.told & _TELLS[name]}
    if not untold:
        return
    stood = past.stood.get(_list_words(step.plain))
    if stood and step.at - stood <= _LATELY:
        row.again += 1
    elif past.restless and step.at - past.edited < _LATELY:
        row.restless += 1
    else:
        row.add("missed", step.at, name, untold)


def _remember(pasts: dict[str, _Past], step: _Step) -> None:
    """Keep how an entry stands, and what was told of it."""
    at, words = step.at, _list_words(step.plain)
    past = pasts.setdefault(step.plain.id, _Past(last=step.plain, edited=at))
    if words != _list_words(past.last):
        past.restless = past.restless and at - past.edited < _LATELY
        past.edited = at
    if step.told:
        past.told.append(at)
    past.restless |= sum(at - told < _LATELY for told in past.told) > _MOST_TOLD
    past.stood[words] = at
    past.last = step.plain


def _list_words(plain: Plain) -> _Words:
    """Return the words of an entry."""
    return plain.headline, plain.texts


def _name_fault(step: _Step, causes: frozenset[str]) -> str:
    """Return the column of what was told without a cause."""
    if causes:
        return "dates" if causes == {"date"} else "invented"
    return "order" if step.moved else "invented"


def _judge_new(row: Row, step: _Step, known: Iterable[Plain]) -> None:
    """Count an entry whose id was never there: a new one, or one that had another id."""
    row.new += 1
    plain = step.plain
    if any(
        one.id != plain.id and (one.link == plain.link or one.headline == plain.headline)
        for one in known
    ):
        row.renamed += 1
    elif step.kinds != {Kind.NEW}:
        row.add("missed" if not step.kinds else "invented", step.at, plain.id, step.kinds)
