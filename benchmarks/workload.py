"""The workload: newspapers with thirty entries each, the same for the same seed, for ever.

The shares are those of ``PERFORMANCE.md``: RSS 2.0 70 %, Atom 25 %, RSS 1.0 5 %; a third with full
texts; 3 % in windows-1252; 1 % ill-formed; 15 % of the entries are wire copies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from prose import (
    SECTIONS,
    Happening,
    World,
    make_happening,
    make_world,
    retitle,
    write_headline,
    write_paragraphs,
    write_summary,
)

ENTRIES = 30
_COPIES = 0.15
_CHURNED = 0.05
# All times are before this one. It is fixed, so that bodies are the same byte for byte.
_NEWEST = datetime(2026, 1, 12, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a newspaper; ``paragraphs`` is empty where only a summary is given."""

    number: int
    happening: Happening
    headline: str
    summary: str
    paragraphs: tuple[str, ...]
    section: str
    published: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One feed: its items, newest first, and how it is written.

    Attributes:
        number: Counted from 0.
        name: What the feed calls itself.
        form: ``rss20``, ``atom10`` or ``rss10``.
        full: Whether its items have their full texts.
        encoding: ``utf-8`` or ``windows-1252``.
        broken: Whether it is not well-formed.
        items: Newest first.
    """

    number: int
    name: str
    form: str
    full: bool
    encoding: str
    broken: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a poll of every feed must find.

    Attributes:
        answered: How many requests were answered with each HTTP status.
        new: Stories.
        revised: Stories.
        unchanged: Stories of the feeds that were read.
    """

    answered: dict[int, int]
    new: int = 0
    revised: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """The newspapers of a benchmark.

    Attributes:
        papers: As they are at first.
        churned: As they are when some of them have news.
        expected: For each mode, what must be found.
    """

    papers: tuple[Paper, ...]
    churned: tuple[Paper, ...]
    expected: dict[str, Expected]


def make_workload(feeds: int, seed: int) -> Workload:
    """Return so many newspapers, and what each mode must find in them.

    Args:
        feeds: How many; at least 1.
        seed: Another seed gives other news of the same shape.
    """
    world = make_world(seed)
    forms = _deal(feeds, seed, "form", {"atom10": 0.25, "rss10": 0.05}, "rss20")
    sizes = _deal(feeds, seed, "size", {"full": 1 / 3}, "summary")
    codes = _deal(feeds, seed, "code", {"windows-1252": 0.03}, "utf-8")
    slips = _deal(feeds, seed, "slip", {"broken": 0.01}, "sound")
    originals = [
        Paper(
            number=number,
            name=f"The {world.places[number % len(world.places)]} Observer",
            form=forms[number],
            full=sizes[number] == "full",
            encoding=codes[number],
            broken=slips[number] == "broken",
            items=_write_items(
                Random(f"{seed} paper {number}"), world, full=sizes[number] == "full"
            ),
        )
        for number in range(feeds)
    ]
    rng = Random(f"{seed} copies")
    papers = tuple(_add_copies(paper, originals, rng) for paper in originals)
    return _with_churn(papers, world, Random(f"{seed} churn"))


def _deal(feeds: int, seed: int, what: str, shares: dict[str, float], rest: str) -> list[str]:
    """Deal labels to the feeds in exact shares, in an order of the seed."""
    labels = [label for label, share in shares.items() for _ in range(round(share * feeds))]
    labels += [rest] * (feeds - len(labels))
    Random(f"{seed} {what}").shuffle(labels)
    return labels


def _write_items(rng: Random, world: World, *, full: bool) -> tuple[Item, ...]:
    """Return the items of a newspaper, newest first, some hours apart."""
    items = []
    published = _NEWEST - timedelta(minutes=rng.randrange(240))
    for number in range(ENTRIES, 0, -1):
        items.append(_write_item(rng, world, number, published, full=full))
        published -= timedelta(minutes=rng.randrange(20, 400))
    return tuple(items)


def _write_item(rng: Random, world: World, number: int, published: datetime, *, full: bool) -> Item:
    """Return one report of the newspaper's own."""
    happening = make_happening(rng, world)
    return Item(
        number=number,
        happening=happening,
        headline=write_headline(rng, happening),
        summary=write_summary(rng, happening, rng.randrange(200, 600)),
        paragraphs=write_paragraphs(rng, happening, rng.randrange(2400, 5000)) if full else (),
        section=rng.choice(SECTIONS),
        published=published,
    )


def _add_copies(paper: Paper, originals: Sequence[Paper], rng: Random) -> Paper:
    """Put the copy of others in the place of some items."""
    others = [other for other in originals if other.full >= paper.full and other is not paper]
    if not others:
        return paper
    items = tuple(
        _copy_item(item, rng.choice(rng.choice(others).items), rng, full=paper.full)
        if rng.random() < _COPIES
        else item
        for item in paper.items
    )
    return replace(paper, items=items)


def _copy_item(item: Item, wire: Item, rng: Random, *, full: bool) -> Item:
    """Return another newspaper's report in the place of an item, slightly cut or retitled."""
    cut = rng.random() < 0.5  # noqa: PLR2004 - half of them
    paragraphs = wire.paragraphs[: -1 if cut else None] if full else ()
    summary = wire.summary.rsplit(". ", 1)[0].rstrip(".") + "." if cut else wire.summary
    headline = retitle(rng, wire.happening) if rng.random() < 0.5 else wire.headline  # noqa: PLR2004
    return replace(
        item,
        happening=wire.happening,
        headline=headline,
        summary=summary,
        paragraphs=paragraphs,
        published=wire.published + timedelta(minutes=rng.randrange(1, 180)),
    )


def _with_churn(papers: tuple[Paper, ...], world: World, rng: Random) -> Workload:
    """Let some feeds change: one to three new entries and one edited headline in each."""
    feeds, some = len(papers), max(1, round(_CHURNED * len(papers)))
    chosen = {paper.number: rng.randrange(1, 4) for paper in rng.sample(papers, some)}
    churned = tuple(
        _churn_paper(paper, chosen[paper.number], world, rng) if paper.number in chosen else paper
        for paper in papers
    )
    new = sum(chosen.values())
    expected = {
        "cold": Expected(answered={200: feeds}, new=ENTRIES * feeds),
        "not-modified": Expected(answered={304: feeds}),
        "unchanged": Expected(answered={200: feeds}),
        "churn": Expected(
            answered={200: some, 304: feeds - some},
            new=new,
            revised=some,
            unchanged=ENTRIES * some - new - some,
        ),
    }
    return Workload(papers=papers, churned=churned, expected=expected)


def _churn_paper(paper: Paper, new: int, world: World, rng: Random) -> Paper:
    """Put new items on top, let as many go at the end, and edit the headline of the newest."""
    newest = paper.items[0]
    edited = replace(newest, headline=f"{newest.headline}, {rng.choice(world.people)} confirms")
    fresh = [
        _write_item(
            rng, world, ENTRIES + place, _NEWEST + timedelta(minutes=place), full=paper.full
        )
        for place in range(new, 0, -1)
    ]
    return replace(paper, items=(*fresh, edited, *paper.items[1 : ENTRIES - new]))
