"""Where a story stands, as ``why`` says it in sentences."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_held, a_place, a_story

from feeds.cli.standing import tell_topic
from feeds.cli.why import list_possible, tell_apart, tell_genre
from feeds.curate import Traced
from feeds.model import Everything, Genre, HeldStory, History, Inference, Level, Topic, Withdrawn
from feeds.pipeline.apart import Apart
from feeds.pipeline.why import InTopic, Standing, Why

OWN = a_story("dam")


def hold(name: str, *, gone: str = "") -> HeldStory:
    """A story as a topic holds it, withdrawn if it is the one that is gone."""
    return a_held(a_story(name), history=History(withdrawn=NOON if name == gone else None))


def tell(
    standing: Standing,
    *others: str,
    lead: str = "dam",
    gone: str = "",
    withdrawn: Withdrawn = "mark",
    **fields: Any,
) -> list[str]:
    """Say where the dam stands in a feed of seven entries."""
    values: dict[str, Any] = {
        "entry": "id-dam",
        "lead": hold(lead, gone=gone),
        "others": tuple(hold(other, gone=gone) for other in others),
        "rule": "it was told first" if others else "",
        "place": 3,
        "entries": 7,
        "shown": True,
        "dropped": False,
        "leaves": NOON + timedelta(days=7),
    }
    topic = Topic(
        slug="rivers",
        title="Rivers",
        match="*",
        query=Everything(),
        limit=100,
        withdrawn=withdrawn,
    )
    traced = Traced(**values | fields)
    return tell_topic(InTopic(topic=topic, standing=standing, because=(), traced=traced), OWN)


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (
            Standing.LEADS,
            "In the feed: entry 3 of 7, until 2026-11-30 12:00 UTC (100 entries at most).",
        ),
        (
            Standing.BEYOND,
            "Not in the feed: it is entry 3, and the feed has 100 at most (limit).",
        ),
        (
            Standing.DROPPED,
            "Not in the feed: it was withdrawn, and the topic drops that (withdrawn: drop).",
        ),
        (
            Standing.TOO_OLD,
            (
                "Not in the feed: too old. An entry is kept for 14 d after the last of its stories "
                "was first seen; this one left on 2026-11-30 12:00 UTC."
            ),
        ),
    ],
)
def test_a_place_is_one_of_the_entries_that_a_feed_has(standing: Standing, told: str) -> None:
    """What it may have at most is another number."""
    assert told == tell(standing)[0]


@pytest.mark.parametrize(
    ("lead", "others", "told"),
    [
        ("dam", (), "It is an entry of its own (fold: copies)."),
        ("dam", ("weir",), "It leads an entry of 2 stories (fold: copies): it was told first."),
        (
            "weir",
            ("lock", "dam"),
            (
                "It is in an entry of 3 stories (fold: copies), which “The weir holds” (post, "
                "id-weir) leads: of the two that one, for it was told first."
            ),
        ),
    ],
)
def test_all_stories_of_an_entry_are_counted(lead: str, others: tuple[str, ...], told: str) -> None:
    """The one that is asked about too, whether it leads or not: it is no other of itself."""
    standing = Standing.LEADS if lead == "dam" else Standing.FOLDED

    assert told == tell(standing, *others, lead=lead)[-1]


@pytest.mark.parametrize(
    ("policy", "alone", "named"),
    [
        (
            "mark",
            "the title says so, and the text is gone; in Atom it is a tombstone (withdrawn: mark).",
            "the entry names it as such (withdrawn: mark).",
        ),
        (
            "keep",
            "the title says so, and the text stays (withdrawn: keep).",
            "the entry names it as such (withdrawn: keep).",
        ),
        ("drop", "", "the entry does not name it (withdrawn: drop)."),
    ],
)
def test_what_a_feed_makes_of_a_withdrawn_story_is_said(
    policy: Withdrawn, alone: str, named: str
) -> None:
    """Of one that is an entry, and of one behind another that stands; of others nothing."""
    behind = tell(Standing.FOLDED, "dam", "lock", lead="weir", gone="dam", withdrawn=policy)
    other = tell(Standing.FOLDED, "dam", "lock", lead="weir", gone="lock", withdrawn=policy)

    assert f"It was withdrawn: {named}" == behind[1]
    assert not any("withdrawn" in line for line in other)
    if alone:
        by_itself = tell(Standing.LEADS, gone="dam", withdrawn=policy)
        assert f"It was withdrawn: {alone}" == by_itself[1]


def test_who_went_on_under_an_id_is_named_but_not_all_of_many() -> None:
    """Beside the ways of folding in which it is so, and the id that the story goes by instead."""
    others = {it.id: it for it in map(a_story, ("lock", "mill", "pier", "weir"))}
    many = Apart(folds=("events",), heirs=tuple(others), entry="made")
    one = Apart(folds=("events", "copies"), heirs=(), entry="id-weir")

    assert tell_apart(many, others) == [
        (
            "Where events are folded, the entry with its id went on without it, with "
            "“The lock holds” (post, id-lock), “The mill holds” (post, id-mill), "
            "“The pier holds” (post, id-pier) and 1 more."
        ),
        "Where events are folded, its entry has an id that is no story's since then: urn:uuid:made",
    ]
    assert tell_apart(one, others) == [
        (
            "Where a topic folds, its entry has the id of “The weir holds” (post, id-weir), "
            "which is in another now."
        )
    ]


def test_why_a_story_is_part_of_no_event_is_said_in_words() -> None:
    """By what it is, and what shows that."""
    marked = a_story(inferred=(Inference(field="genre", origin="by its headline"),))
    assert tell_genre(Genre.LIVE_BLOG, marked).startswith(
        "it is a live blog (by its headline): it tells several events, so only copies of it "
    )
    assert tell_genre(Genre.LIST, marked).startswith("it is a list (by its headline): it tells ")
    assert tell_genre(Genre.OPINION, a_story()).startswith("it is an opinion (as stated): it ")
    assert tell_genre(Genre.INTERVIEW, a_story()).startswith("it is an interview (as stated): it ")
    assert tell_genre(Genre.ANALYSIS, marked).startswith("it is an analysis (by its headline): ")


def test_each_that_is_possibly_the_same_comes_with_its_evidence() -> None:
    """The score is that of two that were matched; of others the third one is named."""
    own, near, far, first = (a_story(name) for name in ("dam", "weir", "lock", "mill"))
    maybe = {"level": Level.MAYBE, "event_id": first.id}
    possible = (
        a_place(near, **maybe, twin_id=own.id, reason="shares Mirren", score=0.31),
        a_place(far, **maybe, twin_id=near.id, reason="shares 140", score=0.22),
        a_place(first, event_id=first.id),
    )
    found = Why(
        story=own,
        configured=True,
        topics=(),
        place=a_place(own, **maybe, twin_id=first.id, reason="shares aground", score=0.2),
        evidence=(),
        joined=(),
        folded=(),
        possible=possible,
        genre=None,
        apart=(),
        rulings=(),
        beside=None,
        stories={story.id: story for story in (own, near, far, first)},
    )

    assert [line.partition("): ")[2] for line in list_possible(found)] == [
        "shares Mirren (score 0.31)",
        f"shares 140, with “{near.headline}”",
        "shares aground (score 0.20)",
    ]
