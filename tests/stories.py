"""Builders: a value of the right shape in one line, with only what a test cares about."""

from datetime import UTC, datetime
from typing import Any

from feeds.model import (
    Change,
    HeldStory,
    History,
    Kind,
    Membership,
    Revision,
    Sketch,
    Source,
    Story,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def a_story(name: str = "dam", **fields: Any) -> Story:
    """A story about an invented dam; ``name`` makes it another one."""
    headline = fields.pop("headline", f"The {name} holds")
    values: dict[str, Any] = {
        "id": f"id-{name}",
        "source_id": "post",
        "keys": (f"guid:{name}", f"url:https://post.example/{name}"),
        "guid": name,
        "url": f"https://post.example/{name}",
        "canonical_url": f"https://post.example/{name}",
        "headline": headline,
        "body_text": f"Engineers in Aubeval said the {name} would hold.",
        "first_seen": NOON,
    } | fields
    hashed = fields.get("content_hash", f"{headline} {values['body_text']}")
    return Story(**values | {"content_hash": hashed})


def a_revision(story: Story, number: int = 1, kinds: tuple[Kind, ...] = (Kind.NEW,)) -> Revision:
    """A story as it stood at noon."""
    return Revision(story=story, number=number, seen=NOON, kinds=kinds)


def a_change(story: Story, **fields: Any) -> Change:
    """A story not seen before, unless ``previous`` says otherwise."""
    previous: Revision | None = fields.pop("previous", None)
    kinds = fields.pop("kinds", (Kind.NEW,))
    number = previous.number + 1 if previous else 1
    revision = Revision(story=story, number=number, seen=fields.pop("seen", NOON), kinds=kinds)
    return Change(revision=revision, previous=previous, reason="a test", **fields)


def a_sketch(story: Story, **fields: Any) -> Sketch:
    """A sketch of a story with nothing in it but what is given."""
    values: dict[str, Any] = {
        "story_id": story.id,
        "source_id": story.source_id,
        "told": story.told,
        "language": story.language,
    }
    return Sketch(**values | fields)


def a_place(story: Story, **fields: Any) -> Membership:
    """Where a story belongs: alone, unless said otherwise."""
    own = story.id
    values = {"story_id": own, "copies_id": own, "fold_id": own, "event_id": own}
    return Membership(**values | fields)


def a_source(name: str = "post", **fields: Any) -> Source:
    """A feed of an invented newspaper."""
    values: dict[str, Any] = {"id": name, "kind": "feed", "url": f"https://{name}.example/rss"}
    return Source(**values | fields)


def a_held(story: Story, **fields: Any) -> HeldStory:
    """A story as a topic holds it: alone, by a source of middling rank."""
    values: dict[str, Any] = {
        "membership": a_place(story),
        "history": History(),
        "rank": 50,
        "source_title": "Valley Post",
        "source_url": None,
    }
    return HeldStory(story=story, **values | fields)
