"""What a poll leaves behind in the memory of its source, once its stories were compared."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from feeds.model import Change, Fetched, Outcome, Source, SourceState, Unchanged, find_answer
from feeds.pipeline.poll import Polled

# How a source's state follows from a poll; the schedule knows.
RememberPoll = Callable[[Source, SourceState, Outcome, datetime], SourceState]

Decided = Sequence[Change | Unchanged]

# So many stories make a source's rhythm, and so many of them may come with one poll: a batch would
# hide that there is nothing between two of them.
_HEARD = 20
_HEARD_AT_ONCE = 10

# So many stories, none of them known, and some may have come and gone between two polls.
_JUMP = 5


def next_state(polled: Polled, decided: Decided, remember_poll: RememberPoll) -> SourceState:
    """Return what to remember of a source now: what was said goes in, the next due time follows."""
    source, now = polled.source, polled.now
    state = replace(polled.state, found_at=polled.found_at)
    answer = _find_answer(polled.outcome)
    if answer is None:
        return remember_poll(source, state, polled.outcome, now)
    hub, topic = _find_hub(polled, answer)
    state = replace(
        state,
        title=polled.reading.title or state.title,
        problems=polled.reading.problems,
        pace=polled.reading.pace,
        heard=hear_stories(polled, decided),
        first_ok=state.first_ok or now,
        last_new=max(state.last_new or now, now) if _list_new(decided) else state.last_new,
        hub=hub,
        hub_topic=topic,
    )
    return remember_poll(source, state, polled.outcome, now)


def hear_stories(polled: Polled, decided: Decided) -> tuple[datetime, ...]:
    """Return when a source's newest stories were told, newest first, those of this poll included.

    As they state it, or when we saw them. A backlog without dates says nothing about that. After a
    jump the rhythm known did not hold: it begins anew.
    """
    now = polled.now
    moments = (_told(change, now) for change in _list_new(decided))
    told = sorted((moment for moment in moments if moment), reverse=True)
    if polled.state.first_ok is None:
        return tuple(told[:_HEARD])
    known = () if count_jump(polled, decided) else polled.state.heard
    return tuple(sorted((*told[:_HEARD_AT_ONCE], *known), reverse=True)[:_HEARD])


def count_jump(polled: Polled, decided: Decided) -> int:
    """Return how many stories came if none of them was known before; else 0.

    Of a source that was read before and tells its newest stories each time, that means that some
    may have come and gone between two polls. An inbox keeps all, and a partial answer (RFC 3229)
    holds new stories only.
    """
    answer = _find_answer(polled.outcome)
    if answer is None or answer.partial or polled.source.kind == "inbox":
        return 0
    read_before = polled.state.first_ok and polled.state.last_ok
    jumped = read_before and len(_list_new(decided)) == len(decided) >= _JUMP
    return len(decided) if jumped else 0


def _told(change: Change, now: datetime) -> datetime | None:
    """Return when a new story was told."""
    published = change.story.published
    if published and published <= now:
        return published
    return None if change.baseline else now


def _list_new(decided: Decided) -> list[Change]:
    """Return the stories not seen before."""
    return [item for item in decided if isinstance(item, Change) and not item.previous]


def _find_answer(outcome: Outcome) -> Fetched | None:
    """Return the answer that had a document that could be read; None if there was none."""
    answer = find_answer(outcome)
    return answer if isinstance(answer, Fetched) else None


def _find_hub(polled: Polled, answer: Fetched) -> tuple[str | None, str | None]:
    """Return the first hub named, and what it calls the feed (W3C WebSub, 4).

    The answer's Link fields go before the document. A feed that does not say its own name is called
    by the address that was asked, unless that holds what may be a secret: a hub is a stranger.
    """
    hub = next(iter((*answer.hubs, *polled.reading.hubs)), None)
    asked = polled.state.address or polled.found_at or polled.source.url or ""
    topic = answer.self_url or polled.reading.self_url or (asked if _may_be_told(asked) else None)
    return (hub, topic) if hub and topic else (None, None)


def _may_be_told(url: str) -> bool:
    """Tell whether an address has neither query nor user and password."""
    parts = urlsplit(url)
    return not parts.query and "@" not in parts.netloc
