"""Builders: what is told, in one line, with only what a test cares about."""

from typing import Any

from stories import NOON

from feeds.model import Alert, Edit, HealthChange, Kind, Message

AN_ID = "7d0f3f64-5d0e-5a43-8f5e-0c4a0e9b1a11"


def an_alert(number: int = 0, **fields: Any) -> Alert:
    """Return an alert about an invented dam; the number makes it another one."""
    values: dict[str, Any] = {
        "id": f"7d0f3f64-5d0e-5a43-8f5e-{number:012}",
        "topic": "dams",
        "event_id": f"event-{number}",
        "story_id": f"story-{number}",
        "revision": 2,
        "kinds": (Kind.HEADLINE,),
        "edits": (Edit(kind=Kind.HEADLINE, before="The dam holds", after="The dam breaks"),),
        "headline": "The dam breaks",
        "text": "Headline: “The dam holds” is now “The dam breaks”",
        "url": f"https://post.example/{number}",
        "source_id": "post",
        "created": NOON,
    }
    return Alert(**values | fields)


def a_health_change(number: int = 0, **fields: Any) -> HealthChange:
    """Return that a source fails."""
    values: dict[str, Any] = {
        "id": f"1d0f3f64-5d0e-5a43-8f5e-{number:012}",
        "source_id": "post",
        "kind": "failing",
        "text": "3 polls in a row failed: it answers 500",
        "created": NOON,
    }
    return HealthChange(**values | fields)


def a_message(**fields: Any) -> Message:
    """Return a message as compose makes it."""
    values: dict[str, Any] = {
        "id": AN_ID,
        "subject": "The dam holds",
        "text": "The dam holds.\n",
        "html": "<p>The dam holds.</p>",
        "data": {"type": "wiredesk.test", "timestamp": NOON.isoformat(), "data": {}},
        "thread": "story-1",
        "created": NOON,
    }
    return Message(**values | fields)
