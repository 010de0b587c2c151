"""What is told, for programs: the JSON of webhooks. Its schema stands in the reference."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from feeds.alert.edits import compare_words
from feeds.model import RESTLESS, Alert, Edit, HealthChange
from feeds.text.characters import cut_text

# Characters of one wording of an edit.
_MOST = 4_000

MessageType = Literal["wiredesk.alert", "wiredesk.health", "wiredesk.digest", "wiredesk.test"]
Data = dict[str, object]


def wrap_data(kind: MessageType, created: datetime, data: Data) -> Data:
    """Return a whole payload: its type, when what it tells happened, and what that is."""
    return {"type": kind, "timestamp": created.isoformat(), "data": data}


def describe_alert(alert: Alert, names: Mapping[str, str]) -> Data:
    """Return an alert; sources are named by id and by what people call them."""
    return {
        "id": alert.id,
        "topic": alert.topic,
        "event_id": alert.event_id,
        "story_id": alert.story_id,
        "revision": alert.revision,
        "kinds": [kind.value for kind in alert.kinds],
        "headline": alert.headline,
        "url": alert.url,
        "sources": [_describe_source(name, names) for name in list_sources(alert)],
        "created": alert.created.isoformat(),
        "edits": [_describe_edit(edit) for edit in alert.edits],
        "restless": RESTLESS in alert.hashes,
    }


def describe_health(change: HealthChange, names: Mapping[str, str]) -> Data:
    """Return a change of a source's health; the source of an outage is null."""
    source = change.source_id
    return {
        "id": change.id,
        "kind": change.kind,
        "source": None if source is None else _describe_source(source, names),
        "text": change.text,
        "created": change.created.isoformat(),
    }


def describe_digest(
    alerts: Sequence[Data], health: Sequence[Data], counts: Mapping[str, int], left_out: int
) -> Data:
    """Return many at once.

    Args:
        alerts: Those that are told in full.
        health: The same.
        counts: How many there are in each topic, told in full or not.
        left_out: How many are only counted.
    """
    return {
        "count": len(alerts) + len(health) + left_out,
        "left_out": left_out,
        "topics": dict(counts),
        "alerts": list(alerts),
        "health": list(health),
    }


def list_sources(alert: Alert) -> tuple[str, ...]:
    """Return the ids of all sources that told an alert's change, the first one first."""
    return alert.sources or (alert.source_id,)


def _describe_source(source_id: str, names: Mapping[str, str]) -> Data:
    return {"id": source_id, "name": names.get(source_id, source_id)}


def _describe_edit(edit: Edit) -> Data:
    """Return an edit with its words, and those once more in pieces."""
    before, after = (_cut(text) for text in (edit.before, edit.after))
    return {
        "kind": edit.kind.value,
        "before": before,
        "after": after,
        "words": edit.words,
        "note": edit.note,
        "pieces": [{"op": piece.op, "text": piece.text} for piece in compare_words(before, after)],
    }


def _cut(text: str) -> str:
    """Return a text that is not longer than a message can carry; an ellipsis shows the cut."""
    return text if len(text) <= _MOST else f"{cut_text(text, _MOST - 2)} …"
