"""``wiredesk why``: where a story is, and by which evidence and rules."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from feeds.cli.beside import tell_beside
from feeds.cli.config import load_for_command
from feeds.cli.evidence import name_story, tell_evidence, tell_step
from feeds.cli.held import find_story_id, need_database
from feeds.cli.known import refuse_unknown
from feeds.cli.options import (
    CONFIG_FILE,
    DATA_FOLDER,
    AsJson,
    BesideStory,
    ConfigFile,
    DataFolder,
    StoryName,
    TopicSlug,
)
from feeds.cli.overruled import SHORT
from feeds.cli.standing import tell_topic
from feeds.cli.terminal import open_console, print_item, print_json
from feeds.clock import SystemClock
from feeds.errors import WiredeskError
from feeds.model import (
    FROM_PAGE,
    Config,
    Genre,
    Level,
    Membership,
    Ruling,
    Story,
    Topic,
    find_origin,
)
from feeds.pipeline.apart import Apart
from feeds.pipeline.why import InTopic, Why, explain_story
from feeds.store import Transaction, open_store

_MOST_LISTED = 10
_MOST_NAMED = 3


def why(
    name: StoryName,
    slug: TopicSlug = None,
    *,
    beside: BesideStory = None,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Say why a story is, or is not, in the feed of a topic, or of each.

    Says what of the topic's query decided, where the story stands, what it is folded with and by
    which evidence, which story leads and by which rule, what is possibly the same, what went on
    under its id where an entry came apart, and what an editor decided. Of two stories it says
    instead by which evidence they are one entry, how near they are, and what keeps them apart.

    Exit codes: 0 it is held; 1 it is not, or the name fits several; 2 the configuration cannot be
    used or has no such topic; 4 a newer version made the database; 5 the database cannot be used.
    """
    config = load_for_command(config_file)
    topics = _choose_topics(config, slug)
    with open_store(need_database(data), upgrade=False) as store:
        with store.read() as tx:
            story_id = find_story_id(tx, name)
            other_id = None if beside is None else _find_other(tx, beside, story_id)
        now = SystemClock().now()
        found = explain_story(store, story_id, config, topics, now, beside=other_id)
    if as_json:
        print_json(_plain(found))
    else:
        console = open_console()
        _print_story(console, found)
        # Who asks about two stories asks about no topic, but for one that is named.
        if other_id is None or slug is not None:
            _print_topics(console, found)
        if other_id is None:
            _print_places(console, found)
        else:
            _print_beside(console, found)


def _find_other(tx: Transaction, name: str, story_id: str) -> str:
    """Return the id of the other story.

    Raises:
        WiredeskError: There is none, more than one, or it is no other.
    """
    other_id = find_story_id(tx, name)
    if other_id == story_id:
        raise WiredeskError(f"{name} is the story itself: name another one behind --with")
    return other_id


def _choose_topics(config: Config, slug: str | None) -> tuple[Topic, ...]:
    """Return the topic that was named, or all."""
    if slug is not None:
        refuse_unknown("topic", [slug], (topic.slug for topic in config.topics))
    return tuple(topic for topic in config.topics if slug in {None, topic.slug})


def _print_story(console: Console, found: Why) -> None:
    """Print of which story is told."""
    story = found.story
    console.print(escape(story.headline), style="bold", soft_wrap=True)
    seen = f"first seen {story.first_seen:%Y-%m-%d %H:%M} UTC"
    gone = "" if found.configured else ", which is not in the configuration any more"
    console.print(f"{story.id}, told by {story.source_id}{gone}, {seen}", soft_wrap=True)


def _print_beside(console: Console, found: Why) -> None:
    """Print by what two stories came together; and last what was asked."""
    _print_section(console, "How they came together", _list_between(found))
    _print_section(console, "Beside the other story", _list_beside(found))


def _print_topics(console: Console, found: Why) -> None:
    """Print what the topics make of a story."""
    for asked in found.topics:
        console.print(f"\n{escape(asked.topic.slug)}", style="bold")
        for line in tell_topic(asked, found.story):
            print_item(console, Text(line))


def _print_places(console: Console, found: Why) -> None:
    """Print what a story stands with, and by which evidence."""
    story = found.story
    copies, reports = _part_copies(found)
    sections = {
        "What it was matched with": [
            tell_step(step, found.stories) for step in (*found.evidence, *found.joined)
        ],
        "Copies, folded with it in every topic that folds": _list_places(copies, found.stories),
        "Other reports, folded with it where a topic folds events": _list_places(
            reports, found.stories
        ),
        "Possibly the same": list_possible(found),
        "Part of no event": [tell_genre(found.genre, story)] if found.genre else [],
        "What came apart": [line for one in found.apart for line in tell_apart(one, found.stories)],
        "What an editor decided": [_tell_ruling(it, found) for it in found.rulings],
    }
    for title, lines in sections.items():
        _print_section(console, title, [line for line in lines if line])


def _print_section(console: Console, title: str, lines: list[str]) -> None:
    """Print a list below its title; nothing where there is nothing."""
    if lines:
        console.print(f"\n{title}", style="bold")
    for line in lines[:_MOST_LISTED]:
        print_item(console, Text(line))
    if len(lines) > _MOST_LISTED:
        console.print(f"  and {len(lines) - _MOST_LISTED} more; --json lists them all")


def _part_copies(found: Why) -> tuple[tuple[Membership, ...], tuple[Membership, ...]]:
    """Return the places of the copies among those that it is folded with, and of the others."""
    own = found.place.copies_id
    copies = tuple(one for one in found.folded if one.copies_id == own)
    return copies, tuple(one for one in found.folded if one.copies_id != own)


def _list_places(places: tuple[Membership, ...], stories: Mapping[str, Story]) -> list[str]:
    """Name stories."""
    return [name_story(stories[place.story_id]) for place in places]


def list_possible(found: Why) -> list[str]:
    """Name what is possibly the same, with the evidence: what it was matched with may be a third.

    The score is that of two which were matched with each other.
    """
    some = [(it, found.stories[it.story_id]) for it in (*found.folded, *found.possible)]
    own, lines = found.place, []
    for place in found.possible:
        other = found.stories[place.story_id]
        evidence = tell_evidence(place, other, some, own)
        matched = [
            one.score
            for one, twin in ((place, own), (own, place))
            if one.level is Level.MAYBE and one.twin_id == twin.story_id
        ]
        score = f" (score {matched[0]:.2f})" if matched else ""
        lines.append(f"{name_story(other)}: {evidence}{score}")
    return lines


def tell_apart(apart: Apart, stories: Mapping[str, Story]) -> list[str]:
    """Say which entry has the id of a story without it, and whose id its own entry has."""
    where = "Where a topic folds" if len(apart.folds) > 1 else f"Where {apart.folds[0]} are folded"
    lines = []
    if apart.heirs:
        names = [name_story(stories[it]) for it in apart.heirs]
        more = len(names) - _MOST_NAMED
        named = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        lines.append(f"{where}, the entry with its id went on without it, with {named}.")
    if owner := stories.get(apart.entry or ""):
        name = name_story(owner)
        lines.append(f"{where}, its entry has the id of {name}, which is in another now.")
    elif apart.entry:
        entry = f"urn:uuid:{apart.entry}"
        lines.append(f"{where}, its entry has an id that is no story's since then: {entry}")
    return lines


def tell_genre(genre: Genre, story: Story) -> str:
    """Say why a story is folded with nothing but copies, and by what its genre shows."""
    origin = find_origin(story, "genre") or "as stated"
    origin = "as its page states" if origin == FROM_PAGE else origin
    several = genre in {Genre.LIVE_BLOG, Genre.LIST}
    tells = "tells several events" if several else "reports no event"
    kind = f"it is {genre.named} ({origin}): it {tells}"
    return f"{kind}, so only copies of it are folded with it, unless an editor decides otherwise"


def _list_beside(found: Why) -> list[str]:
    """Say how it stands to the story that was named besides."""
    if found.beside is None:
        return []
    return tell_beside(found.story, found.place, found.beside, found.rulings)


def _list_between(found: Why) -> list[str]:
    """Say by which evidence it is one entry with the story that was named besides."""
    if found.beside is None:
        return []
    told = [tell_step(step, found.beside.stories) for step in found.beside.between]
    return [line for line in told if line]


def _tell_ruling(ruling: Ruling, found: Why) -> str:
    """Say what an editor decided about a story and another."""
    other = ruling.other_id if ruling.story_id == found.story.id else ruling.story_id
    story = found.stories.get(other)
    name = name_story(story) if story else f"a story that is not held ({other[:SHORT]})"
    word = "put together with" if ruling.together else "parted from"
    return f"{ruling.ruled:%Y-%m-%d %H:%M} UTC: {word} {name}"


def _plain(found: Why) -> dict[str, Any]:
    """Return what scripts need: stories by what names them."""
    copies, _ = _part_copies(found)
    return {
        "story": _plain_story(found.story),
        "configured": found.configured,
        "topics": [_plain_topic(asked, found.story) for asked in found.topics],
        "evidence": [_plain_step(it, found.stories) for it in found.evidence],
        "joined": [_plain_step(it, found.stories) for it in found.joined],
        "folded": [_plain_story(found.stories[it.story_id]) for it in found.folded],
        "copies": [_plain_story(found.stories[it.story_id]) for it in copies],
        "possible": [_plain_story(found.stories[it.story_id]) for it in found.possible],
        "genre": _plain_genre(found.genre, found.story) if found.genre else None,
        "apart": [_plain_apart(one, found.stories) for one in found.apart],
        "beside": _plain_beside(found),
        "rulings": found.rulings,
    }


def _plain_topic(asked: InTopic, story: Story) -> dict[str, Any]:
    """Return what one topic makes of a story."""
    traced = asked.traced
    plain = {
        "slug": asked.topic.slug,
        "fold": asked.topic.fold,
        "standing": asked.standing,
        "because": asked.because,
        "text": " ".join(tell_topic(asked, story)),
    }
    if traced is None:
        return plain
    return plain | {
        "entry": f"urn:uuid:{traced.entry}",
        "place": traced.place,
        "entries": traced.entries,
        "limit": asked.topic.limit,
        "leaves": traced.leaves,
        "lead": _plain_story(traced.lead.story),
        "rule": traced.rule,
        "others": [_plain_story(other.story) for other in traced.others],
    }


def _plain_step(place: Membership, stories: Mapping[str, Story]) -> dict[str, Any]:
    """Return with what one story was matched, in words too."""
    return asdict(place) | {"text": tell_step(place, stories)}


def _plain_genre(genre: Genre, story: Story) -> dict[str, Any]:
    """Return why a story is part of no event."""
    return {"genre": genre, "text": tell_genre(genre, story)}


def _plain_apart(apart: Apart, stories: Mapping[str, Story]) -> dict[str, Any]:
    """Return how an entry came apart."""
    return {
        "folds": apart.folds,
        "heirs": [_plain_story(stories[it]) for it in apart.heirs],
        "entry": apart.entry and f"urn:uuid:{apart.entry}",
        "text": " ".join(tell_apart(apart, stories)),
    }


def _plain_beside(found: Why) -> dict[str, Any] | None:
    """Return how it stands to the story that was named besides."""
    if found.beside is None:
        return None
    told = {"text": " ".join(_list_beside(found))}
    near = {
        "gathering": found.beside.gathering and asdict(found.beside.gathering),
        "between": [_plain_step(it, found.beside.stories) for it in found.beside.between],
    }
    return _plain_story(found.beside.story) | asdict(found.beside.comparison) | near | told


def _plain_story(story: Story) -> dict[str, Any]:
    """Return what names a story."""
    named = {"id": story.id, "source": story.source_id, "headline": story.headline}
    return named | {"url": story.url}
