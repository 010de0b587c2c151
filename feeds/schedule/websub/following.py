"""After an edit: what polls brought tells whether hubs can be trusted, and that plans polls."""

from collections.abc import Sequence
from dataclasses import replace

import structlog

from feeds.model import SourceReport, SourceState, Subscription
from feeds.pipeline.poll import Polled
from feeds.schedule.websub.stretch import put_off
from feeds.schedule.websub.subscribing import note_poll
from feeds.store import (
    Store,
    read_source_states,
    read_subscriptions,
    save_source_states,
    save_subscriptions,
)

_log = structlog.get_logger()


def follow_polls(
    store: Store, batch: Sequence[Polled], reports: Sequence[SourceReport]
) -> tuple[SourceState, ...]:
    """Note of every subscription what a poll of its source says of it, and put polls off.

    Args:
        store: Holds the batch edited already.
        batch: What was polled.
        reports: What it brought, in the same order.

    Returns:
        What is remembered now of sources with a subscription.

    Raises:
        DataError: The database cannot be written; then nothing is put off.
    """
    polls = {
        polled.source.id: (polled, report) for polled, report in zip(batch, reports, strict=True)
    }
    with store.read() as tx:
        if not any(each.source_id in polls for each in read_subscriptions(tx)):
            return ()
    with store.write() as tx:
        states = read_source_states(tx)
        concerned = [each for each in read_subscriptions(tx) if each.source_id in polls]
        held = [each for each in concerned if each.state != "ending"]
        ending = [each for each in concerned if each.state == "ending"]
        followed = [_follow(each, *polls[each.source_id], states[each.source_id]) for each in held]
        save_subscriptions(tx, [subscription for subscription, _ in followed])
        # It was polled as if there had been no hub, which is all that was owed.
        save_subscriptions(tx, [replace(each, due=None) for each in ending])
        save_source_states(tx, [state for _, state in followed])
    for before, (after, _) in zip(held, followed, strict=True):
        if after.state == "broken" != before.state:
            _log.warning("push broken", source=after.source_id, reason=after.reason)
    return tuple(state for _, state in followed)


def _follow(
    subscription: Subscription, polled: Polled, report: SourceReport, state: SourceState
) -> tuple[Subscription, SourceState]:
    """Return a subscription and the state of its source, as they are after a poll of it.

    After a failure, and at the first good poll behind one, nobody can say what a push told of.
    """
    if not state.failures and not polled.state.failures:
        subscription = note_poll(
            subscription,
            before=polled.state.last_polled,
            new=report.new > 0,
            revised=report.revised > 0,
            now=polled.now,
        )
    due = put_off(state, subscription, polled.now)
    if due is None:
        return replace(subscription, due=None), state
    return replace(subscription, due=state.next_due), replace(state, next_due=due)
