"""Where a story stands in the feeds, and why, out of a real database."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from polls import a_poll
from stories import NOON, a_source, a_story

from feeds.model import Config, Genre, Level, Ruling, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.overrule import merge_stories, split_story
from feeds.pipeline.selecting import select_again
from feeds.pipeline.why import Standing, Why, explain_story
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store
from feeds.text.query import parse_query

HOUR = timedelta(hours=1)
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))
NAMES = ("one", "two", "three")
SOURCES = tuple(a_source(name, rank=rank) for name, rank in zip(NAMES, (50, 90, 10), strict=True))


def a_topic(slug: str, match: str = "*", **fields: object) -> Topic:
    """A topic that folds copies."""
    values = {"slug": slug, "title": slug, "match": match, "query": parse_query(match)}
    return Topic(**values | fields)  # type: ignore[arg-type]


CONFIG = Config(
    sources=SOURCES,
    topics=(a_topic("all"), a_topic("storms", "storm"), a_topic("few", limit=1, keep=5 * HOUR)),
)


@pytest.fixture
def store() -> Iterator[Store]:
    """Three copies of one text, and a newer story."""
    with open_store(None) as opened:
        select_again(opened, CONFIG.topics)
        stories = [
            a_story(name, source_id=name, body_text=TEXT, first_seen=NOON + hours * HOUR)
            for hours, name in enumerate(NAMES)
        ]
        for story, source in zip(stories, SOURCES, strict=True):
            edit_batch(opened, [a_poll(story, source=source)], CONFIG, remember_poll)
        yield opened


def tell_newer(store: Store) -> None:
    """Let another story come."""
    newer = a_story("Orchestra", headline="Orchestra", body_text="", first_seen=NOON + 4 * HOUR)
    edit_batch(store, [a_poll(newer, source=a_source())], CONFIG, remember_poll)


def ask(
    store: Store, name: str, now: datetime = NOON + 4 * HOUR, config: Config = CONFIG
) -> tuple[Why, dict[str, str]]:
    """Ask about a story; return the standing of each topic, too."""
    found = explain_story(store, f"id-{name}", config, config.topics, now)
    return found, {asked.topic.slug: asked.standing for asked in found.topics}


def test_a_lead_a_folded_story_and_what_is_not_selected_are_told(store: Store) -> None:
    """With the lead, the rule, the place, and when the entry leaves."""
    lead, leads = ask(store, "two")
    folded, folds = ask(store, "three")
    traced = folded.topics[0].traced

    assert {"all": Standing.LEADS, "storms": Standing.NOT_SELECTED, "few": Standing.LEADS} == leads
    assert Standing.FOLDED == folds["all"]
    assert lead.topics[0].traced
    assert traced
    assert "before all 2 others by the rank of its source" == lead.topics[0].traced.rule
    assert "its source has rank 90, the other's 10" == traced.rule
    assert ("id-one", "id-two", 1) == (traced.entry, traced.lead.story.id, traced.place)
    assert NOON + 2 * HOUR + CONFIG.topics[0].keep == traced.leaves
    assert ("it has no storm in its headline, standfirst or text",) == lead.topics[1].because


def test_what_is_too_old_or_beyond_the_limit_is_told(store: Store) -> None:
    """The entry is still there; the feed has no room, or no time for it."""
    tell_newer(store)
    beyond, now = ask(store, "one")
    _, later = ask(store, "one", NOON + 8 * HOUR)

    assert (Standing.BEYOND, Standing.TOO_OLD) == (now["few"], later["few"])
    assert Standing.FOLDED == now["all"] == later["all"]
    assert beyond.topics[2].traced
    assert (2, False) == (beyond.topics[2].traced.place, beyond.topics[2].traced.shown)


def withdraw(store: Store, config: Config) -> None:
    """Let a story come, and a notice in the place of its text."""
    notice = {"headline": "STORY REMOVED", "body_text": "This story has been withdrawn."}
    for words in ({"headline": "Orchestra", "body_text": ""}, notice):
        story = a_story("Orchestra", first_seen=NOON + 4 * HOUR, **words)
        edit_batch(store, [a_poll(story, source=a_source())], config, remember_poll)


def test_what_a_topic_drops_is_not_called_in_its_feed(store: Store) -> None:
    """A story that was withdrawn leaves such a feed; one that marks it keeps it."""
    topics = (a_topic("all"), a_topic("standing", withdrawn="drop"))
    config = Config(sources=SOURCES, topics=topics)
    select_again(store, topics)
    withdraw(store, config)
    _, standings = ask(store, "Orchestra", config=config)

    assert {"all": Standing.LEADS, "standing": Standing.DROPPED} == standings


def test_a_topic_has_a_withdrawn_story_by_the_text_that_it_had(store: Store) -> None:
    """The notice has none of the words that are asked for, and no topic was changed."""
    topics = (a_topic("tours", "orchestra"), a_topic("notices", "removed"))
    config = Config(sources=SOURCES, topics=topics)
    select_again(store, topics)
    withdraw(store, config)
    found, standings = ask(store, "Orchestra", config=config)

    assert {"tours": Standing.LEADS, "notices": Standing.NOT_SELECTED} == standings
    assert "STORY REMOVED" == found.story.headline


def test_a_topic_that_changed_since_the_last_run_decides_at_the_next(store: Store) -> None:
    """What the feed holds now was asked for by another query."""
    changed = Config(sources=SOURCES, topics=(a_topic("all", "word1"), a_topic("new")))

    assert {Standing.NEXT_RUN} == set(ask(store, "one", config=changed)[1].values())


def test_the_evidence_leads_to_the_founder(store: Store) -> None:
    """Each step says by which text; asking about the founder tells the same."""
    found, _ = ask(store, "three")
    founder, _ = ask(store, "one")

    (step,) = found.evidence
    assert ("id-three", Level.COPY, 1.0) == (step.story_id, step.level, step.score)
    assert () == founder.evidence == found.joined
    assert step in founder.joined
    assert {"id-two", "id-three"} == {one.story_id for one in founder.folded}


def test_evidence_between_two_stories_names_all_that_it_leads_over(store: Store) -> None:
    """Also one that is neither of the two; of stories that are not folded nothing is told."""
    tell_newer(store)
    now = NOON + 4 * HOUR
    twins, strangers = (
        explain_story(store, "id-two", CONFIG, (), now, beside=other).beside
        for other in ("id-three", "id-Orchestra")
    )

    assert twins
    assert strangers
    assert {"id-two", "id-three"} >= {step.story_id for step in twins.between} != set()
    assert {it for step in twins.between for it in (step.story_id, step.twin_id)} <= set(
        twins.stories
    )
    assert () == strangers.between


def test_what_an_editor_decided_is_told_as_far_as_it_holds(store: Store) -> None:
    """A split that was taken back is told no more."""
    split_story(store, "id-three", None, NOON)
    parted, _ = ask(store, "three")
    merge_stories(store, "id-three", "id-one", NOON + HOUR)
    again, _ = ask(store, "three")

    def say(rulings: tuple[Ruling, ...]) -> set[tuple[str, bool]]:
        return {(it, one.together) for one in rulings for it in (one.story_id, one.other_id)} - {
            ("id-three", True),
            ("id-three", False),
        }

    assert {("id-one", False), ("id-two", False)} == say(parted.rulings)
    assert {("id-one", True)} == say(again.rulings)
    assert () == parted.folded


def test_an_entry_that_came_apart_is_told_by_either_part(store: Store) -> None:
    """The larger part keeps its id; nothing is told of what never came apart."""
    whole, _ = ask(store, "one")
    split_story(store, "id-one", None, NOON)
    (left,), (kept,) = (ask(store, name)[0].apart for name in ("one", "two"))
    merge_stories(store, "id-one", "id-two", NOON + HOUR)

    assert () == whole.apart == ask(store, "one")[0].apart == ask(store, "two")[0].apart
    assert ("events", "copies") == left.folds == kept.folds
    assert (("id-three", "id-two"), ()) == (left.heirs, kept.heirs)
    assert "id-one" == kept.entry
    assert left.entry
    assert not left.entry.startswith("id-")


def test_an_entry_of_reports_comes_apart_only_where_events_are_folded(store: Store) -> None:
    """They were no copies: where those are folded each had, and has, its own id."""
    tell_newer(store)
    merge_stories(store, "id-one", "id-Orchestra", NOON)
    split_story(store, "id-Orchestra", None, NOON + HOUR)
    merge_stories(store, "id-Orchestra", "id-three", NOON + 2 * HOUR)
    split_story(store, "id-one", None, NOON + 3 * HOUR)
    (kept,) = ask(store, "Orchestra")[0].apart
    (copy,) = ask(store, "three")[0].apart

    assert (("events",), "id-one") == (kept.folds, kept.entry)
    assert (("events", "copies"), "id-one") == (copy.folds, copy.entry)


def test_a_source_that_is_configured_no_more_is_told(store: Store) -> None:
    """Its stories stay; nobody wonders why nothing new comes."""
    gone = Config(sources=SOURCES[:1], topics=CONFIG.topics)

    assert (True, False) == (
        ask(store, "one", config=gone)[0].configured,
        ask(store, "two", config=gone)[0].configured,
    )


@pytest.mark.parametrize("genre", [*Genre, None])
def test_why_a_story_is_part_of_no_event_is_told(store: Store, genre: Genre | None) -> None:
    """Else nobody knows why a live blog, or a briefing, stands alone."""
    story = a_story("late", headline="Strike halts trams", body_text="", genre=genre)
    edit_batch(store, [a_poll(story, source=a_source())], CONFIG, remember_poll)

    assert genre is ask(store, "late")[0].genre


def test_what_an_editor_put_into_an_event_is_part_of_one(store: Store) -> None:
    """Though it is a live blog."""
    live = a_story("late", headline="Strike live: trams", body_text="", genre=Genre.LIVE_BLOG)
    edit_batch(store, [a_poll(live, source=a_source())], CONFIG, remember_poll)
    merge_stories(store, "id-late", "id-one", NOON)

    assert ask(store, "late")[0].genre is None
