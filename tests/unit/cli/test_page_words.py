"""How the page of a story is, in words."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON

from feeds.cli.page import show_page
from feeds.model import Visit

_HOUR = timedelta(hours=1)
_LAST = "last asked for at 2026-11-23 12:00 UTC"
_NEXT = "next from 2026-11-23 13:00 UTC on"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "waiting"}, "not read yet; to be read when its turn comes"),
        ({"state": "due", "due": NOON + _HOUR}, f"not read yet; to be read; {_NEXT}"),
        (
            {"state": "due", "asked": NOON, "due": NOON + _HOUR, "reason": "it answers 500"},
            f"not read yet; to be read; {_LAST}: it answers 500; {_NEXT}",
        ),
        (
            {"state": "waiting", "readings": 1, "asked": NOON},
            f"read once; to be read again when its turn comes; {_LAST}",
        ),
        ({"state": "done", "readings": 1, "asked": NOON}, f"read once; {_LAST}"),
        (
            {"state": "done", "readings": 9, "asked": NOON, "reason": "a passage is left"},
            f"read 9 times; {_LAST}: a passage is left",
        ),
        ({"state": "done"}, "not read"),
        (
            {"state": "closed", "asked": NOON, "reason": "it answers 403"},
            f"not read; not asked for any more; {_LAST}: it answers 403",
        ),
        (
            {"state": "failed", "reason": "more than 100 newer pages were waiting"},
            "not read; given up: more than 100 newer pages were waiting",
        ),
        (
            {"state": "watched", "readings": 2, "asked": NOON, "due": NOON + _HOUR},
            f"read 2 times; watched; {_LAST}; {_NEXT}",
        ),
        (
            {"state": "missed", "due": NOON + _HOUR},
            f"not read; looked for, since its feed does not list it any more; {_NEXT}",
        ),
        (
            {"state": "withdrawn", "readings": 1, "due": NOON + _HOUR},
            f"read once; looked for, since its story may return; {_NEXT}",
        ),
        (
            {"state": "withdrawn", "readings": 1},
            "read once; not asked for, unless its feed lists its story again",
        ),
        ({"state": "withdrawn", "url": ""}, ""),
    ],
)
def test_a_page_is_told_in_each_of_its_states(fields: dict[str, Any], words: str) -> None:
    """Whether it was read, what is done with it, why, and when it is asked for."""
    values = {"story_id": "a", "source_id": "post", "url": "https://a.example/", "told": NOON}

    assert words == show_page(Visit(**{**values, "host": "a.example", **fields}))
