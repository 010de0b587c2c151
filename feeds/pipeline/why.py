"""Why a story is, or is not, in the feeds: gathered from all that the desk knows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feeds.curate import Traced, explain_query, match_words, read_words, trace_story
from feeds.model import (
    Config,
    Genre,
    Membership,
    Ruling,
    SourceState,
    Story,
    Topic,
    list_ruled,
)
from feeds.pipeline.apart import Apart, find_apart
from feeds.pipeline.beside import Beside, compare_stories
from feeds.pipeline.decided import choose_holding
from feeds.pipeline.evidence import follow_evidence, list_joined
from feeds.pipeline.publish import gather_stories, hold_stories
from feeds.store import (
    Store,
    Transaction,
    find_memberships,
    find_standing,
    read_companions,
    read_last_revisions,
    read_memberships,
    read_rulings,
    read_source_states,
    read_topic_matches,
    read_topic_slugs,
)


class Standing(StrEnum):
    """How a story stands to a topic's feed."""

    LEADS = "leads"
    FOLDED = "folded"
    TOO_OLD = "too old"
    BEYOND = "beyond the limit"
    DROPPED = "dropped"
    NOT_SELECTED = "not selected"
    NEXT_RUN = "at the next run"


@dataclass(frozen=True, slots=True, kw_only=True)
class InTopic:
    """What one topic makes of a story.

    Attributes:
        topic: The topic.
        standing: How the story stands to its feed.
        because: What of the topic's query decided, in words.
        traced: Where it stands; None where the topic does not select it, or not yet.
    """

    topic: Topic
    standing: Standing
    because: tuple[str, ...]
    traced: Traced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All that explains where a story is.

    Attributes:
        story: As it stands now.
        configured: Whether its source is in the configuration.
        topics: What each topic makes of it.
        place: Where it belongs.
        evidence: Places that lead from it to the story that founded the fold, each by its twin:
            its own first; nothing where it founded the fold itself.
        joined: Places that lead to it in the same way: those matched with it first, then those
            matched with these.
        folded: Places of the others that surely tell the same, or are copies.
        possible: Places of those that possibly do.
        genre: What it is, where it is part of no event for that; else None.
        apart: How entries that had it came apart.
        rulings: What an editor decided about it, as far as it holds.
        beside: Another story that it was compared with; None if none was named.
        stories: Every story that is named, by id, as far as it is held.
    """

    story: Story
    configured: bool
    topics: tuple[InTopic, ...]
    place: Membership
    evidence: tuple[Membership, ...]
    joined: tuple[Membership, ...]
    folded: tuple[Membership, ...]
    possible: tuple[Membership, ...]
    genre: Genre | None
    apart: tuple[Apart, ...]
    rulings: tuple[Ruling, ...]
    beside: Beside | None
    stories: Mapping[str, Story]


def explain_story(
    store: Store,
    story_id: str,
    config: Config,
    topics: Sequence[Topic],
    now: datetime,
    *,
    beside: str | None = None,
) -> Why:
    """Explain where a story that is held is, and why.

    Args:
        store: The memory.
        story_id: The story.
        config: As it is now.
        topics: Those to ask.
        now: The time of asking.
        beside: Another story to compare it with.
    """
    with store.read() as tx:
        place = read_memberships(tx, [story_id])[story_id]
        companions = read_companions(tx, place)
        said = read_rulings(tx)
        holding = choose_holding(said, find_memberships(tx, list_ruled(said)))
        rulings = tuple(it for it in holding if story_id in it.pair)
        ids = {one.story_id for one in companions}
        ids |= list_ruled(rulings)
        apart = find_apart(tx, place, companions)
        ids |= {it for one in apart for it in (*one.heirs, one.entry) if it}
        last = read_last_revisions(tx, ids)
        stories = {it: one.story for it, one in last.items()}
        asked_of = find_standing(tx, last[story_id])
        compared = compare_stories(tx, story_id, beside) if beside else None
        states = read_source_states(tx)
        slugs = {it.story_id: read_topic_slugs(tx, it.story_id) for it in companions}
        asked = [
            _ask_topic(tx, it, asked_of, slugs, config=config, states=states, now=now)
            for it in topics
        ]
    others = [one for one in companions if one.story_id != story_id]
    reports = [one for one in others if one.copies_id != place.copies_id]
    story = stories[story_id]
    return Why(
        story=story,
        configured=any(source.id == story.source_id for source in config.sources),
        topics=tuple(asked),
        place=place,
        evidence=follow_evidence(place, companions),
        joined=list_joined(place, companions),
        folded=tuple(one for one in others if one.fold_id == place.fold_id),
        possible=tuple(one for one in others if one.fold_id != place.fold_id),
        genre=None if reports else story.genre,
        apart=apart,
        rulings=rulings,
        beside=compared,
        stories=stories,
    )


def _ask_topic(
    tx: Transaction,
    topic: Topic,
    story: Story,
    slugs: Mapping[str, Sequence[str]],
    *,
    config: Config,
    states: Mapping[str, SourceState],
    now: datetime,
) -> InTopic:
    """Say what one topic makes of a story, by its text where a notice took the place of that."""
    words = read_words(story)
    because = explain_query(topic.query, words)
    selected = topic.slug in slugs[story.id]
    wanted = match_words(topic.query, words)
    if wanted != selected or read_topic_matches(tx).get(topic.slug) != topic.match:
        return InTopic(topic=topic, standing=Standing.NEXT_RUN, because=because)
    if not selected:
        return InTopic(topic=topic, standing=Standing.NOT_SELECTED, because=because)
    fold = hold_stories(tx, [it for it in slugs if topic.slug in slugs[it]], config, states)
    held = gather_stories(tx, topic, config, states, now)
    traced = trace_story(topic, story.id, fold, held, now)
    standing = _judge(traced, story.id, now)
    return InTopic(topic=topic, standing=standing, because=because, traced=traced)


def _judge(traced: Traced, story_id: str, now: datetime) -> Standing:
    """Say in one word where a story stands."""
    if traced.leaves < now:
        return Standing.TOO_OLD
    if traced.dropped:
        return Standing.DROPPED
    if not traced.shown:
        return Standing.BEYOND
    return Standing.LEADS if traced.lead.story.id == story_id else Standing.FOLDED
