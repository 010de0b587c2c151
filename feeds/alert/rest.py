"""What is remembered of a channel after a message: how long it rests, and whether it is used."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from feeds.model import Accepted, ChannelState, Refused, Sending, Unsure

_SHORTEST: Final = timedelta(minutes=1)
_LONGEST: Final = timedelta(minutes=10)

# Nobody may silence a channel for longer by what it answers.
_LONGEST_ASKED: Final = timedelta(days=1)

# Of a rest so much is left to chance, so that not all who wait come back at once.
_CHANCE: Final = 0.25


def rest_channel(
    state: ChannelState, sending: Sending, now: datetime, chance: float
) -> ChannelState:
    """Return how a channel is after a message.

    A message that was refused for good says nothing about the next one: the channel does not rest.

    Args:
        state: How it was.
        sending: What became of the message.
        now: The time.
        chance: From 0 to 1.
    """
    match sending:
        case Accepted():
            return replace(state, failures=0, rests_until=None, reason="", last_sent=now)
        case Refused(off=True, reason=reason):
            return replace(state, off_since=now, reason=reason, rests_until=None)
        case Refused(final=True, reason=reason):
            return replace(state, failures=0, rests_until=None, reason=reason)
        case Refused(reason=reason, retry_after=asked):
            return _rest(state, reason, asked, now, chance)
        case Unsure(reason=reason):
            return _rest(state, reason, None, now, chance)


def is_silent(state: ChannelState, now: datetime) -> bool:
    """Tell whether nothing may go out through a channel now: it is off, or it rests."""
    rests = state.rests_until is not None and state.rests_until > now
    return state.off_since is not None or rests


def _rest(
    state: ChannelState, reason: str, asked: datetime | None, now: datetime, chance: float
) -> ChannelState:
    """Let a channel rest: a minute, and twice as long each time, up to ten minutes."""
    length = min(_SHORTEST * 2 ** min(state.failures, 10), _LONGEST)
    length = max(length * (1 - _CHANCE * chance), _SHORTEST)
    until = max(now + length, min(asked or now, now + _LONGEST_ASKED))
    return replace(state, failures=state.failures + 1, rests_until=until, reason=reason)
