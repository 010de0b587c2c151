"""What becomes of an entry whose reports were withdrawn."""

from typing import Any

from stories import NOON, a_held, a_place, a_story

from feeds.curate import compose_feed
from feeds.model import Everything, Feed, HeldStory, History, Kind, Settings, Topic, Withdrawn

PROOF = "its page is gone"


def hold(name: str, **fields: Any) -> HeldStory:
    """A report of the one event there is."""
    story = a_story(name, standfirst=f"About the {name}.", word_count=fields.pop("words", 10))
    return a_held(
        story,
        membership=a_place(story, fold_id="id-dam", event_id="id-dam"),
        history=History(**fields),
        proof=PROOF if "withdrawn" in fields else "",
    )


def compose(*held: HeldStory, withdrawn: Withdrawn = "mark") -> Feed:
    """The feed of a topic that folds events."""
    topic = Topic(
        slug="rivers",
        title="Rivers",
        match="*",
        query=Everything(),
        fold="events",
        withdrawn=withdrawn,
    )
    return compose_feed(topic, held, Settings(), NOON)


def test_a_marked_entry_says_that_it_was_withdrawn_and_not_what_it_said() -> None:
    """Title and text tell who withdrew it and how that is known; Atom gets a tombstone."""
    feed = compose(hold("dam", withdrawn=NOON, revised=NOON, kinds=(Kind.WITHDRAWN,)))
    (item,) = feed.items
    (stone,) = feed.tombstones

    assert "Withdrawn: The dam holds" == item.title
    assert item.summary == stone.comment
    assert item.summary.startswith("Valley Post withdrew this story")
    assert PROOF in item.summary
    assert "would hold" not in item.content_html + item.summary
    assert (item.id, NOON) == (stone.id, stone.when)
    assert NOON == item.withdrawn
    assert (Kind.WITHDRAWN,) == item.kinds


def test_a_withdrawn_report_is_named_beside_one_that_stands_as_what_it_is() -> None:
    """Its headline is no news any more."""
    (item,) = compose(hold("dam", withdrawn=NOON), hold("mill")).items

    assert "The mill holds" == item.title
    assert ["Withdrawn: The dam holds"] == [other.headline for other in item.also]
    assert "Withdrawn: The dam holds</a>" in item.content_html


def test_a_dropped_report_is_not_named_beside_one_that_stands() -> None:
    """Neither behind it, nor as one that may be the same."""
    story = a_story("lock")
    apart = a_held(
        story,
        membership=a_place(story, fold_id="id-lock", event_id="id-dam"),
        history=History(withdrawn=NOON),
    )
    held = (hold("dam", withdrawn=NOON), hold("mill"), hold("weir", words=5), apart)
    (item,) = compose(*held, withdrawn="drop").items

    assert "The mill holds" == item.title
    assert ["The weir holds"] == [other.headline for other in item.also]
    assert () == item.possible
    assert "dam" not in item.content_html
    marked = next(it for it in compose(*held).items if it.title == item.title)
    assert {"Withdrawn: The dam holds"} < {other.headline for other in marked.also}


def test_a_dropped_entry_leaves_only_its_tombstone() -> None:
    """The feed changed when the entry left it."""
    feed = compose(hold("dam", withdrawn=NOON), withdrawn="drop")

    assert () == feed.items
    assert ["urn:uuid:id-dam"] == [stone.id for stone in feed.tombstones]
    assert NOON == feed.updated


def test_a_kept_entry_says_so_and_keeps_its_text() -> None:
    """There is no tombstone: Atom says the entry too."""
    feed = compose(hold("dam", withdrawn=NOON), withdrawn="keep")
    (item,) = feed.items

    assert () == feed.tombstones
    assert "Withdrawn: The dam holds" == item.title
    assert PROOF in item.content_html
    assert "would hold" in item.content_html
    assert "About the dam." == item.summary


def test_another_report_speaks_for_the_event_when_the_lead_was_withdrawn() -> None:
    """The entry stands, under its id, with the words of the report that stands."""
    feed = compose(hold("dam", withdrawn=NOON, words=90), hold("weir", words=5))
    (item,) = feed.items

    assert ("The weir holds", "urn:uuid:id-dam") == (item.title, item.id)
    assert () == feed.tombstones
    assert None is item.withdrawn


def test_the_kinds_of_the_last_edit_are_told_but_not_that_a_story_came() -> None:
    """A new story, and one whose full text came, was not edited."""
    edited = compose(hold("dam", revised=NOON, kinds=(Kind.HEADLINE, Kind.FIGURES)))
    filled = compose(hold("dam", revised=NOON, kinds=(Kind.FULL_TEXT,)))

    assert (Kind.HEADLINE, Kind.FIGURES) == edited.items[0].kinds
    assert () == filled.items[0].kinds
