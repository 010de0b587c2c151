"""How channels are, in words: one decision, said shorter or longer."""

from datetime import datetime, timedelta

import pytest

from feeds.cli.channels import FOR_GOOD, explain_silence, say_channel
from feeds.model import ChannelState

_HOUR = timedelta(hours=1)
_UNMUTE = "wiredesk alerts unmute desk"


@pytest.mark.parametrize(
    ("fields", "told", "silence"),
    [
        ({}, "well", ""),
        (
            {"off_since": -_HOUR, "reason": "it answered 410"},
            f"off since 2026-07-01 11:00 UTC: it answered 410; {_UNMUTE} switches it on",
            f"desk is off since 2026-07-01 11:00 UTC; {_UNMUTE} switches it on",
        ),
        (
            {"muted_until": _HOUR, "failures": 2, "rests_until": _HOUR, "reason": "it is down"},
            f"muted until 2026-07-01 13:00 UTC; {_UNMUTE} lets it tell again",
            f"desk is muted until 2026-07-01 13:00 UTC; {_UNMUTE} lets it tell again",
        ),
        ({"muted_until": -_HOUR}, "well", ""),
        (
            {"failures": 2, "rests_until": _HOUR, "reason": "it is down"},
            (
                "at rest until 2026-07-01 13:00 UTC, for it failed 2 times in a row: it is down; "
                f"{_UNMUTE} uses it at once"
            ),
            (
                "desk is at rest until 2026-07-01 13:00 UTC, for it failed 2 times in a row; "
                f"{_UNMUTE} uses it at once"
            ),
        ),
        (
            {"failures": 1, "rests_until": -_HOUR, "reason": "it is down"},
            "failed once, next at once: it is down",
            "",
        ),
    ],
)
def test_a_channel_is_told_alike_wherever_it_is_shown(
    fields: dict[str, timedelta | int | str], told: str, silence: str
) -> None:
    """With what its receiver said where all is told of it; and what lets it send."""
    now = datetime.fromisoformat("2026-07-01T12:00Z")
    values = {k: now + v if isinstance(v, timedelta) else v for k, v in fields.items()}
    state = ChannelState(name="desk", **values)  # type: ignore[arg-type]

    assert (told, silence) == (say_channel(state, now), explain_silence(state, now))


def test_a_channel_that_is_muted_for_good_has_no_end() -> None:
    """Nobody reads of the year 9999."""
    now = datetime.fromisoformat("2026-07-01T12:00Z")
    state = ChannelState(name="desk", muted_until=FOR_GOOD)

    assert say_channel(state, now) == f"muted; {_UNMUTE} lets it tell again"
