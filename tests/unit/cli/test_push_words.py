"""Whether a hub pushes, in words for people."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON
from subscriptions import a_subscription, an_active_one

from feeds.cli.push import describe_push, show_push

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "pushed by hub.example, lease ends in 7 d"),
        ({"lease_until": NOON - DAY}, "push of hub.example not renewed, lease ended 24 h ago"),
        ({"state": "asked", "reason": "403"}, "push asked of hub.example: 403"),
        ({"state": "denied", "reason": "no"}, "push denied by hub.example: no"),
        ({"state": "broken", "reason": "3 polls"}, "push broken: 3 polls"),
        ({"state": "ending"}, "push of hub.example is ending"),
        ({"state": "broken", "refused": 1}, "push broken; 1 forged push dropped"),
        ({"state": "broken", "refused": 3}, "push broken; 3 forged pushes dropped"),
    ],
)
def test_how_a_subscription_stands_is_told_in_words(fields: dict[str, Any], words: str) -> None:
    """With its reason, and with the pushes that were dropped."""
    assert words == show_push(an_active_one(**fields), NOON)


def test_what_would_let_anybody_push_is_not_told_to_machines() -> None:
    """Neither secret nor token, in whatever field they stand."""
    told = describe_push(a_subscription(token="t-planted", callback="https://d.example/t-planted"))

    assert "planted" not in str(told)
    assert {"source_id", "hub", "topic", "state", "due", "reason", "refused"} <= told.keys()
