"""What is in the outbox goes out: in order, at least once, at most twice, whatever receivers do."""

import asyncio
import tracemalloc
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from asking import SMALL
from loopback import Page
from messages import a_health_change, an_alert
from outbox import Receivers, a_channel, a_delivery, a_desk, beat, put, stand, states
from sinks import WebhookSink
from stories import NOON
from structlog.testing import capture_logs

from feeds.fetch import open_web
from feeds.model import (
    Accepted,
    Channel,
    ChannelState,
    Everything,
    Message,
    Refused,
    Sending,
    Topic,
    Unsure,
)
from feeds.pipeline.deliver import send_message
from feeds.pipeline.outbox import begin_next
from feeds.schedule.delivering import Delivering, deliver_once
from feeds.store import (
    Store,
    retry_deliveries,
    save_channel_state,
    save_deliveries,
    save_health_changes,
)

DOWN = Refused(reason="hook.example: HTTP 500")
HOUR = timedelta(hours=1)
HANGS = "three"


def delivering(receivers: Receivers, chance: float = 0.0) -> Delivering:
    """What lets messages out to some receivers."""
    return Delivering(receivers.send, lambda: chance)


async def test_what_is_due_goes_out_in_order(store: Store) -> None:
    """Each under its own id, once; what is due later waits for its time."""
    desk, receivers = a_desk(store), Receivers()
    told = put(store, 3)
    put(store, first=3, due=NOON + HOUR)
    out = delivering(receivers)
    await beat(desk, out, seconds=10)
    await beat(desk, out, seconds=10)
    early = len(receivers.told())
    await beat(desk, out, hours=1)

    assert [alert.id for alert in told] == [one.id for one in receivers.told()[:3]]
    assert (3, 4) == (early, len(receivers.told()))
    assert [("sent", "")] * 4 == stand(store)
    assert NOON + timedelta(hours=1, seconds=20) == states(store)["desk"].last_sent


@pytest.mark.case("A-01")
@pytest.mark.parametrize("count", [20, 21])
async def test_a_receiver_that_was_down_for_a_day_gets_everything(store: Store, count: int) -> None:
    """It is asked less and less often; then all goes out in order, or as one digest."""
    desk, receivers = a_desk(store), Receivers({"desk": [DOWN]})
    told = put(store, count)
    out = delivering(receivers)
    for _ in range(24 * 60):
        await beat(desk, out, minutes=1)
    asked = len(receivers.messages)
    receivers.answers.clear()
    for _ in range(10):
        await beat(desk, out, minutes=1)
    came = [message for _, message in receivers.messages[asked:]]

    assert 6 * 24 - 6 <= asked <= 6 * 24 + 6
    assert [("sent", "")] * count == stand(store)
    if count == 20:
        assert [alert.id for alert in told] == [message.id for message in came]
    else:
        assert ["wiredesk.digest"] == [message.data["type"] for message in came]


@pytest.mark.case("A-01")
async def test_a_receiver_rests_as_long_as_it_asks_for(store: Store) -> None:
    """And no longer than a day, whatever it says; by chance a quarter less than otherwise."""
    until = NOON + 3 * HOUR
    desk, receivers = a_desk(store), Receivers({"desk": [replace(DOWN, retry_after=until)]})
    put(store)
    out = delivering(receivers, chance=1.0)
    await beat(desk, out)
    rest = states(store)["desk"]
    receivers.answers["desk"] = [replace(DOWN, retry_after=NOON + 9999 * HOUR), DOWN]
    await beat(desk, out, hours=3)
    long_rest = states(store)["desk"]
    await beat(desk, out, hours=24)
    third = states(store)["desk"]

    assert (until, 1, DOWN.reason) == (rest.rests_until, rest.failures, rest.reason)
    assert NOON + 27 * HOUR == long_rest.rests_until
    assert NOON + 27 * HOUR + timedelta(minutes=3) == third.rests_until


@pytest.mark.case("A-02")
async def test_a_message_whose_answer_was_lost_is_sent_once_more(store: Store) -> None:
    """Under the same id, and alone as before; in doubt twice, it is not sent again."""
    desk = a_desk(store)
    lost = Unsure(reason="no answer came")
    receivers = Receivers({"desk": [lost, DOWN, lost, Accepted()]})
    first, second = put(store, 2)
    out = delivering(receivers)
    for _ in range(10):
        await beat(desk, out, minutes=5)

    ids = [message.id for message in receivers.told()]
    assert [first.id] * 3 + [second.id] == ids
    failed, sent = stand(store)
    assert ("failed", "it was perhaps received twice: no answer came") == failed
    assert ("sent", "") == sent


@pytest.mark.case("A-03")
async def test_a_message_begun_before_a_crash_is_sent_once_more(store: Store) -> None:
    """Under the same id, though more waits by now; after a second crash no more."""
    desk, receivers = a_desk(store), Receivers()
    put(store, 1)
    begin = partial(begin_next, store, desk.config.channels[0], desk.config, ahead=timedelta())
    before = begin(NOON)
    put(store, 30, first=1)
    after = begin(NOON + HOUR)
    desk.clock.time += HOUR
    await beat(desk, delivering(receivers))

    assert before
    assert after
    assert before.message == after.message
    assert "failed" == stand(store)[0][0]
    assert ["wiredesk.digest"] == [message.data["type"] for message in receivers.told()]


@pytest.mark.case("A-03")
async def test_a_digest_begun_before_a_crash_is_the_same_digest(store: Store) -> None:
    """What came meanwhile goes out after it, with another message."""
    desk, receivers = a_desk(store), Receivers()
    put(store, 21)
    begun = begin_next(store, desk.config.channels[0], desk.config, NOON + HOUR, ahead=timedelta())
    put(store, 2, first=21)
    await beat(desk, delivering(receivers), hours=1)

    assert begun
    assert begun.message == receivers.told()[0]
    assert ["wiredesk.digest", "wiredesk.alert", "wiredesk.alert"] == [
        message.data["type"] for message in receivers.told()
    ]


@pytest.mark.case("A-04")
async def test_a_receiver_that_hangs_holds_up_no_other(store: Store) -> None:
    """The other four have everything before it has anything."""
    names = ("one", "two", "three", "four", "five")
    desk, gate = a_desk(store, *map(a_channel, names)), asyncio.Event()
    receivers = Receivers()

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        if channel.name == HANGS:
            await gate.wait()
        return await receivers.send(channel, message, now=now)

    put(store, 5, channels=names)
    out = Delivering(send, float)
    desk.clock.time += HOUR
    tasks = await out.look(desk)
    await asyncio.gather(
        *(task for task, name in zip(tasks, names, strict=True) if name != "three")
    )
    early = Counter(name for name, _ in receivers.messages)
    again = await out.look(desk)
    gate.set()
    await asyncio.gather(*tasks)

    assert {name: 5 for name in names if name != HANGS} == early
    assert () == again
    assert 5 == len(receivers.told(HANGS))


@pytest.mark.case("A-05")
async def test_a_storm_is_one_digest_that_names_the_source(store: Store) -> None:
    """10,000 alerts at once: one message that tells fifty, counts all, and says who told most."""
    desk, receivers = a_desk(store), Receivers()
    put(store, 10_000)
    with store.write() as tx:
        tx.exec_driver_sql("UPDATE alerts SET source_id = 'mail' WHERE rowid <= 10")
    await beat(desk, delivering(receivers), hours=3)
    (digest,) = receivers.told()
    data: Any = digest.data["data"]

    assert "Wiredesk: 10000 changes at once: 9990 of The Aubeval Post, 10 of mail" == digest.subject
    assert (10_000, 9_950, 50) == (data["count"], data["left_out"], len(data["alerts"]))
    assert {"dams": 10_000} == data["topics"]
    assert len(digest.text) < 50_000


@pytest.mark.case("A-09")
async def test_a_hundred_thousand_rows_cost_no_memory(store: Store) -> None:
    """The oldest go first, what is too old is given up, with a count in the log."""
    desk, receivers = a_desk(store), Receivers()
    put(store, 1)
    with store.write() as tx:
        tx.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
            "INSERT INTO deliveries (delivery_id, channel, about, told_id, state, created, due) "
            "SELECT printf('%036d', i), channel, about, told_id, state, created, "
            "datetime(due, printf('-%d seconds', i * 4)) FROM n, deliveries"
        )
    tracemalloc.start()
    with capture_logs() as log:
        await beat(desk, delivering(receivers), hours=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (digest,) = receivers.told()
    data: Any = digest.data["data"]

    assert peak < 4_000_000
    expired = [line for line in log if line["event"] == "alerts expired"]
    assert [100_001 - data["count"]] == [line["deliveries"] for line in expired]
    assert 63_900 == data["count"]


@pytest.mark.case("A-14")
async def test_a_receiver_that_is_gone_is_asked_no_more(store: Store) -> None:
    """What waits for it expires in its time; after it was switched on again it is used."""
    desk = a_desk(store)
    gone = Refused(reason="hook.example: HTTP 410", final=True, off=True)
    receivers = Receivers({"desk": [gone, Accepted()]})
    put(store, 2)
    out = delivering(receivers)
    await beat(desk, out, hours=1)
    await beat(desk, out, hours=1)
    off = states(store)["desk"]
    with store.write() as tx:
        save_channel_state(tx, replace(off, off_since=None))
    await beat(desk, out)

    assert (NOON + HOUR, gone.reason) == (off.off_since, off.reason)
    assert 3 == len(receivers.told())
    assert [("sent", "")] * 2 == stand(store)


async def test_what_waits_for_a_receiver_that_is_off_expires(store: Store) -> None:
    """Nobody has to ask for it."""
    desk = a_desk(store)
    put(store)
    out = delivering(Receivers({"desk": [Refused(reason="410", final=True, off=True)]}))
    await beat(desk, out)
    await beat(desk, out, hours=73)

    assert [("expired", "it could not be delivered in time")] == stand(store)


async def test_a_message_that_is_refused_for_good_does_not_hold_up_the_next(store: Store) -> None:
    """The channel does not rest for it."""
    desk = a_desk(store)
    receivers = Receivers({"desk": [Refused(reason="550 no", final=True), Accepted()]})
    put(store, 2)
    await beat(desk, delivering(receivers), hours=1)

    assert [("failed", "550 no"), ("sent", "")] == stand(store)


@pytest.mark.case("A-21")
async def test_each_alert_is_in_one_digest(store: Store) -> None:
    """What waits for a digest goes out together with it, apart from what is told alone."""
    desk, receivers = a_desk(store), Receivers()
    morning, evening = NOON + 19 * HOUR, NOON + 31 * HOUR
    put(store, 3, due=morning, digest="0 7,19 * * *")
    put(store, 1, first=3, due=morning)
    put(store, 2, first=4, due=evening, digest="0 7,19 * * *")
    put(store, 1, first=6, due=morning, digest="0 7 * * mon-fri")
    out = delivering(receivers)
    for _ in range(48):
        await beat(desk, out, hours=1)
    types = [message.data["type"] for message in receivers.told()]
    told = [alert["id"] for message in receivers.told() for alert in _alerts(message)]

    assert ["wiredesk.digest", "wiredesk.alert", "wiredesk.alert", "wiredesk.digest"] == types
    assert [an_alert(number).id for number in (0, 1, 2, 3, 6, 4, 5)] == told


def _alerts(message: Message) -> list[Any]:
    """Return the alerts that a message tells."""
    data: Any = message.data["data"]
    return list(data["alerts"]) if "alerts" in data else [data]


async def test_a_message_calls_its_topic_as_the_configuration_does(store: Store) -> None:
    """By its title; one that is not configured any more by its slug."""
    topic = Topic(slug="dams", title="Dams and weirs", match="*", query=Everything())
    receivers = Receivers()
    out = delivering(receivers)
    for first, topics in enumerate(((topic,), ())):
        desk = replace(a_desk(store), config=replace(a_desk(store).config, topics=topics))
        put(store, 1, first=first)
        await beat(desk, out, minutes=1)

    assert ["[Dams and weirs]", "[dams]"] == [
        message.subject.partition(" Headline")[0] for message in receivers.told()
    ]


@pytest.mark.case("A-08")
async def test_the_health_of_a_source_is_told_too(store: Store) -> None:
    """Through the same outbox, and by the name of the source."""
    desk, receivers = a_desk(store), Receivers()
    change = a_health_change()
    row = replace(a_delivery("desk", an_alert()), about="health", told_id=change.id)
    with store.write() as tx:
        save_health_changes(tx, [change], NOON)
        save_deliveries(tx, [row])
    await beat(desk, delivering(receivers))
    (message,) = receivers.told()

    assert "failing: The Aubeval Post" == message.subject


async def test_a_muted_channel_is_told_nothing_and_can_be_told_later(store: Store) -> None:
    """What was due meanwhile is settled; somebody may have it sent all the same."""
    desk, receivers = a_desk(store), Receivers()
    put(store, 2)
    with store.write() as tx:
        save_channel_state(tx, ChannelState(name="desk", muted_until=NOON + 2 * HOUR))
    out = delivering(receivers)
    await beat(desk, out, hours=1)
    muted = stand(store)
    with store.write() as tx:
        retry_deliveries(tx, None, NOON + 3 * HOUR)
    await beat(desk, out, hours=2)

    assert [("muted", "the channel is muted")] * 2 == muted
    assert 2 == len(receivers.told())


async def test_what_was_settled_long_ago_is_swept_away(store: Store) -> None:
    """After thirty days; and what waits for a channel that is gone, after three."""
    desk = a_desk(store)
    put(store, 1)
    put(store, 1, first=1, channels=("gone",))
    out = delivering(Receivers())
    await beat(desk, out, hours=1)
    await beat(desk, out, days=4)
    sent, gone = stand(store)
    await beat(desk, out, days=30)

    assert ("sent", "") == sent
    assert ("expired", "no channel has this name any more") == gone
    assert [gone] == stand(store)


async def test_without_any_channel_what_waits_is_not_kept_for_ever(store: Store) -> None:
    """It is given up as what waits for one of several is, by the daemon and by a pass."""
    config = replace(a_desk(store).config, channels=())
    desk, receivers = replace(a_desk(store), config=config), Receivers()
    out = delivering(receivers)
    put(store)
    with capture_logs() as logs:
        await beat(desk, out)
        await beat(desk, out, hours=71)
    early = stand(store)
    (report,) = await deliver_once(desk, receivers.send, float, until=asyncio.Event().wait)
    await beat(desk, out, hours=2)
    late = stand(store)
    none = await deliver_once(desk, receivers.send, float, until=asyncio.Event().wait)

    assert [("channel is gone", "desk")] == [(log["event"], log["channel"]) for log in logs]
    assert [("waiting", "")] == early
    assert ("desk", 0, 1) == (report.name, report.sent, report.waiting)
    assert "it is not in the configuration any more; put it back" in report.reason
    assert [("expired", "no channel has this name any more")] == late
    assert ((), []) == (none, receivers.messages)


async def test_a_pass_sends_what_is_due_and_says_what_waits(store: Store) -> None:
    """Nothing waits for copies; who hangs is left when the time is over, and is in doubt."""
    desk = a_desk(store, *map(a_channel, ("desk", "slow", "down", "silent")))
    receivers, over = Receivers({"down": [DOWN]}), asyncio.Event()
    begun = Counter[str]()

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        begun[channel.name] += 1
        if begun == Counter(desk=2, slow=1, down=1):
            over.set()
        if channel.name == "slow":
            await asyncio.Event().wait()
        return await receivers.send(channel, message, now=now)

    put(store, 2, channels=("desk", "slow", "down"), due=NOON + timedelta(seconds=50))
    put(store, 1, first=2, due=NOON + timedelta(seconds=50), digest="quiet until 12:00")
    reports = await deliver_once(desk, send, float, until=over.wait)

    assert [("desk", 2, 1, ""), ("slow", 0, 2, ""), ("down", 0, 2, DOWN.reason)] == [
        (one.name, one.sent, one.waiting, one.reason) for one in reports
    ]
    assert Counter(sent=2, waiting=4, sending=1) == Counter(state for state, _ in stand(store))


async def test_what_is_taken_as_the_time_ends_is_counted(store: Store) -> None:
    """Though nobody waits for it to be kept any more."""
    desk, receivers, over = a_desk(store), Receivers(), asyncio.Event()

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        over.set()
        return await receivers.send(channel, message, now=now)

    put(store, 2)
    (report,) = await deliver_once(desk, send, float, until=over.wait)

    assert (1, 1) == (report.sent, report.waiting)
    assert Counter(sent=1, waiting=1) == Counter(state for state, _ in stand(store))


async def test_a_pass_whose_end_cannot_be_waited_for_says_so(store: Store) -> None:
    """It ends as if the time were over, and nothing is lost."""
    desk = a_desk(store)

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        await asyncio.Event().wait()
        return await Receivers().send(channel, message, now=now)

    async def fail() -> None:
        raise OSError("no clock")

    put(store, 2)
    with pytest.raises(OSError, match="no clock"):
        await deliver_once(desk, send, float, until=fail)

    assert Counter(state for state, _ in stand(store)) <= Counter(waiting=2, sending=1)
    assert len(stand(store)) == 2
    assert len(asyncio.all_tasks()) == 1


async def test_a_bug_in_one_channel_is_in_doubt_and_stops_nobody(store: Store) -> None:
    """What it was about is sent once more."""
    desk = a_desk(store, a_channel(), a_channel("mail"))
    receivers = Receivers()

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        if channel.name == "mail":
            raise ValueError(message.id)
        return await receivers.send(channel, message, now=now)

    put(store, 1, channels=("desk", "mail"))
    out = Delivering(send, float)
    for _ in range(4):
        await beat(desk, out, hours=1)

    assert ["failed", "sent"] == sorted(state for state, _ in stand(store))


async def test_at_the_end_a_message_under_way_may_still_be_taken(store: Store) -> None:
    """It is settled; the next one is not begun."""
    desk, gate, begun = a_desk(store), asyncio.Event(), asyncio.Event()
    receivers = Receivers()

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        begun.set()
        await gate.wait()
        return await receivers.send(channel, message, now=now)

    put(store, 1)
    out = Delivering(send, float)
    await out.look(desk)
    await begun.wait()
    ending = asyncio.create_task(out.end())
    gate.set()
    await ending

    assert [("sent", "")] == stand(store)


@pytest.mark.case("A-01", "A-02", "A-14")
async def test_real_webhooks_that_misbehave(store: Store) -> None:
    """500, 429 with Retry-After, a lost answer, and then they work: nothing is lost."""
    async with WebhookSink() as hook, open_web(SMALL) as web:
        hook.answer(
            Page(status=500),
            Page(status=429, headers={"Retry-After": "7200"}),
            Page(raw=b"", status=200),
            Page(status=204),
        )
        desk = a_desk(store, a_channel(url=hook.url, allow_private=True))
        told = put(store, 3)

        async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
            return await send_message(channel, message, web, now)

        out = Delivering(send, float)
        for _ in range(12):
            await beat(desk, out, minutes=30)
        counts = hook.counts

    assert [("sent", "")] * 3 == stand(store)
    assert {told[0].id: 4, told[1].id: 1, told[2].id: 1} == dict(counts)
