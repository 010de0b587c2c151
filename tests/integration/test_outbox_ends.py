"""However the desk ends, what was not sent is not in doubt, and nothing is begun any more."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from outbox import Receivers, a_desk, put, stand

from feeds.model import Channel, Message, Sending
from feeds.schedule.delivering import Delivering
from feeds.store import Store, open_store, read_waiting


@contextmanager
def busy(store: Store) -> Iterator[None]:
    """The database is written to by somebody else, who ends when this ends."""
    held, done = threading.Event(), threading.Event()

    def write() -> None:
        with store.write():
            held.set()
            done.wait()

    writer = threading.Thread(target=write)
    writer.start()
    held.wait()
    try:
        yield
    finally:
        done.set()
        writer.join()


async def turn(times: int = 20) -> None:
    """Let the tasks that can go on do so."""
    loop = asyncio.get_running_loop()
    for _ in range(times):
        passed = asyncio.Event()
        loop.call_soon(passed.set)
        await passed.wait()


def doubts(store: Store) -> list[tuple[str, int, int]]:
    """Return how each row stands, how often it was begun, and how often it was in doubt."""
    with store.read() as tx:
        rows = [one.delivery for one in read_waiting(tx, channel=None, state=None, most=9)]
    return [(row.state, row.tries, row.unsure) for row in reversed(rows)]


async def test_what_was_begun_for_nobody_is_taken_back(tmp_path: Path) -> None:
    """A task is cancelled while its thread waits for the database: nothing was sent, twice."""
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, receivers = a_desk(store), Receivers()
        (told,) = put(store)
        for _ in range(2):
            out = Delivering(receivers.send, float)
            out._swept = desk.clock.steady()  # noqa: SLF001 - sweeping would wait too
            out._known = desk.config.channels  # noqa: SLF001
            with busy(store):
                (task,) = await out.look(desk)
                await turn()
                task.cancel()
                await turn()
            await asyncio.wait([task])
        after = doubts(store)
        (task,) = await Delivering(receivers.send, float).look(desk)
        await task

        assert [("waiting", 0, 0)] == after
        assert [told.id] == [message.id for message in receivers.told()]


async def test_what_is_begun_while_the_desk_ends_is_taken_back(tmp_path: Path) -> None:
    """The end waits for the database, and nothing is sent after it."""
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, receivers = a_desk(store), Receivers()
        put(store)
        out = Delivering(receivers.send, float)
        out._swept = desk.clock.steady()  # noqa: SLF001 - sweeping would wait too
        out._known = desk.config.channels  # noqa: SLF001
        with busy(store):
            await out.look(desk)
            await turn()
            ending = asyncio.create_task(out.end())
            await turn()
        await ending

        assert [("waiting", 0, 0)] == doubts(store)
        assert [] == receivers.told()
        assert () == await out.look(desk)


async def test_no_message_is_begun_after_the_end(tmp_path: Path) -> None:
    """The one under way is taken; those behind it stay in the outbox."""
    with open_store(tmp_path / "wiredesk.db") as store:
        desk, gate, begun = a_desk(store), asyncio.Event(), asyncio.Event()
        receivers = Receivers()

        async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
            begun.set()
            await gate.wait()
            return await receivers.send(channel, message, now=now)

        put(store, 3)
        desk.clock.time += timedelta(hours=1)
        out = Delivering(send, float)
        await out.look(desk)
        await begun.wait()
        ending = asyncio.create_task(out.end())
        await turn()
        gate.set()
        await ending

        assert [("sent", ""), ("waiting", ""), ("waiting", "")] == stand(store)
