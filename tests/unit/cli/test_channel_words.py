"""How channels are, in words: one decision, said shorter or longer."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from outbox import a_channel
from polls import a_config

from feeds.cli.channels import FOR_GOOD, explain_silence, say_channel
from feeds.model import ChannelState

_CONFIG = replace(a_config(), channels=(a_channel("desk"),))
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

    assert (told, silence) == (
        say_channel(state, _CONFIG, now),
        explain_silence(state, _CONFIG, now),
    )


def test_a_channel_that_is_muted_for_good_has_no_end() -> None:
    """Nobody reads of the year 9999."""
    now = datetime.fromisoformat("2026-07-01T12:00Z")
    state = ChannelState(name="desk", muted_until=FOR_GOOD)

    assert say_channel(state, _CONFIG, now) == f"muted; {_UNMUTE} lets it tell again"


def test_a_channel_that_was_taken_out_is_told_with_what_can_be_done() -> None:
    """Whatever was remembered of it: nothing else lets it send."""
    now = datetime.fromisoformat("2026-07-01T12:00Z")
    state = ChannelState(name="old", off_since=now)
    said = (
        "not in the configuration any more; put it back into the configuration, or what waits is "
        "given up 3 days after it was due"
    )

    assert (said, f"old is {said}") == (
        say_channel(state, _CONFIG, now),
        explain_silence(state, _CONFIG, now),
    )
