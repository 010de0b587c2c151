"""A message that is sent once more is the same message; and silence is silence."""

from datetime import timedelta
from pathlib import Path

import pytest
from messages import an_alert
from outbox import Receivers, a_channel, a_delivery, a_desk, beat, put, stand
from stories import NOON

from feeds.model import Accepted, Channel, ChannelState, Kind, Refused, Sending, Unsure
from feeds.pipeline.outbox import begin_next, settle_begun
from feeds.schedule.delivering import Delivering
from feeds.store import (
    list_due_channels,
    open_store,
    read_alerts_named,
    save_alerts,
    save_channel_state,
    save_deliveries,
)

LOST = Unsure(reason="no answer came")
GATEWAY = Refused(reason="hook.example: HTTP 502")


@pytest.mark.parametrize("answer", [LOST, GATEWAY], ids=["lost", "gateway"])
async def test_a_digest_that_is_sent_once_more_is_the_same(tmp_path: Path, answer: Sending) -> None:
    """What came meanwhile goes out after it, for a gateway that errs may have handed it on."""
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, receivers = a_desk(store), Receivers({"desk": [answer, Accepted()]})
        put(store, 21)
        out = Delivering(receivers.send, float)
        await beat(desk, out, minutes=1)
        put(store, 1, first=21)
        await beat(desk, out, minutes=5)
        first, again, other = receivers.told()

        assert first == again
        assert "wiredesk.alert" == other.data["type"]
        assert [("sent", "")] * 22 == stand(store)


async def test_a_digest_in_doubt_does_not_expire_in_parts(tmp_path: Path) -> None:
    """It is the same while the last of it is in time, and then it is given up whole."""
    channel = a_channel(expire=timedelta(hours=12))
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, receivers = a_desk(store, channel), Receivers({"desk": [LOST, GATEWAY]})
        put(store, 2, digest="0 7 * * *")
        put(store, 1, first=2, digest="0 7 * * *", due=NOON + timedelta(hours=6))
        out = Delivering(receivers.send, float)
        await beat(desk, out, hours=6)
        await beat(desk, out, hours=9)
        first, again = receivers.told()
        await beat(desk, out, hours=9)

        assert first == again
        assert 2 == len(receivers.told())
        assert [("expired", "it could not be delivered in time")] * 3 == stand(store)


@pytest.mark.parametrize("crashed", [True, False])
def test_a_muted_channel_drops_what_was_in_doubt(*, crashed: bool) -> None:
    """So that nobody looks for it again and again."""
    with open_store(None) as store:
        desk = a_desk(store)
        channel: Channel = desk.config.channels[0]
        put(store)
        begun = begin_next(store, channel, desk.config, NOON, ahead=timedelta())
        assert begun
        if not crashed:
            settle_begun(store, begun, LOST, NOON, 0.0)
        later = NOON + timedelta(hours=1)
        with store.write() as tx:
            save_channel_state(tx, ChannelState(name="desk", muted_until=NOON + timedelta(days=30)))
        nothing = begin_next(store, channel, desk.config, later, ahead=timedelta())

        with store.read() as tx:
            assert () == list_due_channels(tx, ["desk"], later)
        assert nothing is None
        assert [("muted", "the channel is muted")] == stand(store)


async def test_a_channel_with_another_address_is_used_again(tmp_path: Path) -> None:
    """That the old one is gone says nothing of the new one; with the same one it stays off."""
    gone = Refused(reason="hook.example: HTTP 410", final=True, off=True)
    with open_store(tmp_path / "wiredesk.db") as store:
        receivers = Receivers({"desk": [gone, Accepted()]})
        put(store)
        out = Delivering(receivers.send, float)
        await beat(a_desk(store), out)
        await beat(a_desk(store), Delivering(receivers.send, float))
        before = len(receivers.told())
        await beat(a_desk(store, a_channel(url="https://new.example/")), out)

        assert 1 == before
        assert [("sent", "")] == stand(store)


async def test_old_alerts_of_edits_are_swept_away(tmp_path: Path) -> None:
    """After thirty days, with their deliveries; what was told as new is known for ever."""
    edit, new = an_alert(0, kinds=(Kind.HEADLINE,)), an_alert(1, kinds=(Kind.NEW,))
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, out = a_desk(store), Delivering(Receivers().send, float)
        with store.write() as tx:
            save_alerts(tx, [edit, new])
            save_deliveries(tx, [a_delivery("desk", edit), a_delivery("desk", new)])
        await beat(desk, out, hours=1)
        await beat(desk, out, days=29)
        with store.read() as tx:
            early = read_alerts_named(tx, [edit.id, new.id])
        await beat(desk, out, days=2)
        with store.read() as tx:
            late = read_alerts_named(tx, [edit.id, new.id])

        assert {edit.id, new.id} == set(early)
        assert {new.id} == set(late)
