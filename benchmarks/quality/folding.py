"""Labelled stories through the desk: normalized, and walked through the editor into a database."""

import random
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from feeds.model import (
    Config,
    Document,
    Entry,
    Fetched,
    Membership,
    Source,
    SourceState,
    Story,
    Text,
)
from feeds.normalize import normalize_document
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.schedule.state import remember_poll
from feeds.store import Store, Transaction, open_store, read_memberships, recall_stories
from quality.rows import LabelledStory
from quality.scores import Link, Pair, order_pair

INBOX = Source(id="inbox", kind="inbox", path=Path("inbox"))
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What the desk made of a set, by the ids of the set.

    Attributes:
        copies: The set of copies each story is in.
        matches: Each story that was folded as the same or a copy, with the one it matched.
        events: The event each story is in.
        folds: What of its event a story is surely enough in to stand behind one entry.
        links: Stories matched, with their score: 1 for copies, less for reports of one event, 0
            for what is in one event without a match.
    """

    copies: dict[str, str]
    matches: frozenset[Pair]
    events: dict[str, str]
    folds: dict[str, str]
    links: tuple[Link, ...]


def fold_stories(labelled: Sequence[LabelledStory], seed: int) -> Folded:
    """Walk stories from normalize to the database, in shuffled order and in batches.

    Args:
        labelled: Each with a text. Those that say when they were told are told then; all others
            at one time.
        seed: Of the order.
    """
    order = list(labelled)
    random.Random(seed).shuffle(order)
    told = [(row, _tell_story(row)) for row in order]
    with (
        tempfile.TemporaryDirectory(prefix="wiredesk-quality-") as folder,
        open_store(Path(folder) / "wiredesk.db") as store,
    ):
        for start in range(0, len(told), _BATCH):
            _edit(store, [story for _, story in told[start : start + _BATCH]])
        with store.read() as tx:
            return _read_folded(tx, told)


def tells_anything(row: LabelledStory) -> bool:
    """Tell whether a story has a text that is shown: markup without words is none."""
    return bool(_normalize_story(row))


def _read_folded(tx: Transaction, told: Sequence[tuple[LabelledStory, Story]]) -> Folded:
    """Return where every story of a set is, by the ids of the set."""
    held = {row.id: _find_held(tx, story) for row, story in told}
    places = read_memberships(tx, set(held.values()))
    names = {story_id: name for name, story_id in reversed(held.items())}
    again = {(names[story_id], name) for name, story_id in held.items() if names[story_id] != name}
    copied = {
        (names[place.twin_id], names[place.story_id])
        for place in places.values()
        if place.twin_id in names and place.is_copy
    }
    surest = (Link(one=one, other=other, score=1.0) for one, other in again | copied)
    return Folded(
        copies={name: places[story_id].copies_id for name, story_id in held.items()},
        matches=frozenset(order_pair(*pair) for pair in again | copied),
        events={name: places[story_id].event_id for name, story_id in held.items()},
        folds={name: places[story_id].fold_id for name, story_id in held.items()},
        links=(*surest, *_list_links(places.values(), names)),
    )


def _find_held(tx: Transaction, story: Story) -> str:
    """Return the id a story is held under: what a source says once more is one story."""
    ids = recall_stories(tx, story.source_id, story.keys).ids
    return next(ids[key] for key in story.keys if key in ids)


def _tell_story(row: LabelledStory) -> Story:
    """Return the story of a row as its feed would bring it; there is one if it has a text."""
    (story,) = _normalize_story(row)
    return story


def _normalize_story(row: LabelledStory) -> tuple[Story, ...]:
    """Return the story of a row; none if it has no text."""
    texts = []
    if row.standfirst:
        texts.append(Text(value=row.standfirst, role="summary"))
    if row.text:
        texts.append(Text(value=row.text, role="body"))
    entry = Entry(
        # Numbers that programs count up link nothing across sources.
        guid=f"labelled {row.id}",
        title=Text(value=row.headline, role="title") if row.headline else None,
        texts=tuple(texts),
        language=row.language,
    )
    document = Document(form="json11", entries=(entry,))
    stories, _ = normalize_document(document, _name_source(row.source), row.told or NOON)
    return tuple(stories)


def _name_source(name: str) -> Source:
    """Return a source of that name: a feed, or the inbox."""
    return (
        INBOX
        if name == INBOX.id
        else Source(id=name, kind="feed", url="https://labelled.example/feed")
    )


def _edit(store: Store, stories: Iterable[Story]) -> None:
    """Walk a batch through the editor, each source with its stories."""
    by_source: dict[str, list[Story]] = {}
    for story in stories:
        by_source.setdefault(story.source_id, []).append(story)
    polled = [
        Polled(
            source=_name_source(name),
            state=SourceState(source_id=name),
            outcome=Fetched(bodies=(), body_hash=""),
            reading=Reading(stories=tuple(told)),
            now=max(story.first_seen for story in told),
        )
        for name, told in by_source.items()
    ]
    sources = tuple(it.source for it in polled)
    edit_batch(store, polled, Config(sources=sources, topics=()), remember_poll)


def _list_links(places: Iterable[Membership], names: dict[str, str]) -> Iterable[Link]:
    """Yield which stories were matched as reports of one event, and what else is in one event."""
    for place in places:
        name = names[place.story_id]
        if place.twin_id in names and not place.is_copy:
            yield Link(one=names[place.twin_id], other=name, score=place.score)
        if place.event_id in names:
            yield Link(one=names[place.event_id], other=name, score=0.0)
