"""What hubs ask and bring at the port: real sockets, a memory in memory, a clock that stands."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from polls import StandingClock
from raw import Answer, free_port, get, post, send
from stories import NOON
from subscriptions import TOPIC, a_subscription, a_trusted_one, an_active_one, an_intent, sign

from feeds.errors import DataError
from feeds.model import Subscription
from feeds.schedule.websub.callbacks import Callbacks
from feeds.store import Store, open_store, read_subscriptions, save_subscriptions
from feeds.web import Checkup, listen, make_app

BODY = b"<rss>what the hub says is new</rss>"


@dataclass
class Desk:
    """A desk that listens, and what was hurried on it."""

    port: int
    store: Store
    clock: StandingClock
    callbacks: Callbacks | None = None
    hurried: list[tuple[str, datetime]] = field(default_factory=list)

    def hold(self, subscription: Subscription) -> None:
        """Keep a subscription."""
        with self.store.write() as tx:
            save_subscriptions(tx, [subscription])

    async def held(self) -> Subscription | None:
        """Return what is kept of it now, dropped pushes counted."""
        assert self.callbacks
        await self.callbacks.keep_refused()
        with self.store.read() as tx:
            return next(iter(read_subscriptions(tx)), None)

    async def ask(self, mode: str, *, at: str = "/websub/t-0", **fields: str) -> Answer:
        """Ask as a hub does."""
        query = {"hub.mode": mode, "hub.topic": TOPIC, "hub.challenge": "say <this>\r\n"}
        query |= {f"hub.{name}": value for name, value in fields.items()}
        return await get(self.port, f"{at}?{urlencode(query)}")

    async def push(self, signature: str | None, *, at: str = "/websub/t-0") -> int:
        """Push as a hub does; return the status of the answer."""
        signed = [] if signature is None else [f"X-Hub-Signature: {signature}"]
        return (await post(self.port, at, BODY, *signed)).status


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk that listens and holds nothing."""
    port = free_port()
    with open_store(tmp_path / "wiredesk.db") as store:
        desk = Desk(port=port, store=store, clock=StandingClock())
        desk.callbacks = Callbacks(
            store, desk.clock, lambda name, at: desk.hurried.append((name, at))
        )
        async with listen(f"127.0.0.1:{port}", make_app(Checkup, desk.callbacks)):
            yield desk


async def test_a_hub_that_asks_for_what_we_want_gets_its_challenge_back(desk: Desk) -> None:
    """Byte for byte and as plain text, and its lease is kept; so it is when it asks twice."""
    desk.hold(a_subscription())
    answer = await desk.ask("subscribe", lease_seconds="3600")
    again = await desk.ask("subscribe", lease_seconds="3600")

    assert (200, b"say <this>\r\n") == (answer.status, answer.body)
    assert answer.headers["content-type"].startswith("text/plain")
    assert "default-src 'none'" == answer.headers["content-security-policy"]
    assert 200 == again.status
    assert an_active_one(tries=0, lease_until=NOON + timedelta(hours=1)) == await desk.held()


async def test_a_path_of_a_proxy_before_the_callback_is_no_matter(desk: Desk) -> None:
    """It may be cut on the way or not."""
    desk.hold(a_subscription())

    assert 200 == (await desk.ask("subscribe", at="/hooks/desk/websub/t-0")).status


async def test_a_hub_that_asks_for_anything_else_is_not_confirmed(desk: Desk) -> None:
    """404, nothing is echoed, nothing changes."""
    held = a_subscription()
    desk.hold(held)
    answers = [
        await desk.ask("unsubscribe"),
        await desk.ask("publish"),
        await desk.ask("subscribe", topic="https://other.example/rss"),
        await desk.ask("subscribe", topic=""),
        await desk.ask("subscribe", challenge=""),
        await desk.ask("subscribe", challenge="x" * 5000),
        await desk.ask("subscribe", at="/websub/t-1"),
        await get(desk.port, "/websub/t-0"),
    ]

    assert {(404, b"Not Found")} == {(answer.status, answer.body) for answer in answers}
    assert held == await desk.held()


async def test_a_hub_that_refuses_ends_the_wait_for_it(desk: Desk) -> None:
    """The reason is kept, and the source is polled as if there had been no hub."""
    due = NOON + timedelta(minutes=5)
    desk.hold(a_trusted_one(due=due))
    answer = await desk.ask("denied", challenge="", reason="we are closing")
    held = await desk.held()

    assert held
    assert (200, "denied", "we are closing") == (answer.status, held.state, held.reason)
    assert [("a", due)] == desk.hurried


async def test_an_end_that_is_wanted_is_confirmed_and_forgotten(desk: Desk) -> None:
    """What is pushed afterwards is answered 410: nobody wants it."""
    desk.hold(a_subscription(state="ending"))
    late = await desk.push(sign(BODY, secret="planted"))
    answer = await desk.ask("unsubscribe")

    assert (200, b"say <this>\r\n") == (answer.status, answer.body)
    assert await desk.held() is None
    assert [410, 410] == [late, await desk.push(sign(BODY, secret="planted"))]
    assert [] == desk.hurried


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
async def test_a_push_signed_with_our_secret_is_a_hint_to_poll(desk: Desk, method: str) -> None:
    """With each of the four methods; what it holds is not read."""
    desk.hold(an_active_one())
    status = await desk.push(sign(BODY, secret="planted", method=method))

    assert 202 == status
    assert [("a", NOON)] == desk.hurried
    assert an_active_one(last_push=NOON) == await desk.held()


@pytest.mark.parametrize(
    "signature",
    [
        None,
        "",
        "sha256=",
        "sha256",
        sign(BODY, secret="other"),
        sign(b"other", secret="planted"),
        sign(BODY, secret="planted", method="md5"),
        sign(BODY, secret="planted").replace("sha256", "sha1"),
        "sha256=ü",
        f"sha256={'0' * 30_000}",
    ],
)
async def test_a_push_that_is_not_signed_right_is_dropped_and_counted(
    desk: Desk, signature: str | None
) -> None:
    """The answer is the same as to a good one: whoever tries signatures out learns nothing."""
    desk.hold(an_active_one())
    statuses = [await desk.push(signature), await desk.push(signature)]

    assert [202, 202] == statuses
    assert [] == desk.hurried
    assert an_active_one(refused=2) == await desk.held()


async def test_pushes_that_come_at_once_are_written_once_and_polled(desk: Desk) -> None:
    """A push while the clock stands is the same moment as the one before."""
    desk.hold(an_active_one())
    statuses = [await desk.push(sign(BODY, secret="planted")) for _ in range(5)]

    assert [202] * 5 == statuses
    assert {("a", NOON)} == set(desk.hurried)


async def test_a_push_that_cannot_be_kept_is_to_come_again(desk: Desk) -> None:
    """503: a hub tries again, so nothing is lost; a hub that asks is put off in the same way."""
    desk.hold(an_active_one())
    with desk.store.read() as tx:
        tx.exec_driver_sql("PRAGMA query_only=ON")
    pushed = await desk.push(sign(BODY, secret="planted"))
    asked = await desk.ask("subscribe")

    assert (503, 503) == (pushed, asked.status)
    assert [] == desk.hurried


@pytest.mark.case("P-16")
async def test_a_push_of_a_gigabyte_is_refused(desk: Desk) -> None:
    """By what it says of itself, or when too much has come."""
    desk.hold(an_active_one())
    head = b"POST /websub/t-0 HTTP/1.1\r\nHost: a\r\n"
    said = await send(desk.port, head + b"Content-Length: 1073741824\r\n\r\n")
    chunk = b"100000\r\n" + bytes(0x100000) + b"\r\n"
    came = await send(desk.port, head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 17)

    assert (413, 413) == (said.status, came.status)
    assert an_active_one() == await desk.held()


async def test_a_push_that_breaks_off_is_nothing(desk: Desk) -> None:
    """The desk goes on, and the next one counts."""
    desk.hold(an_active_one())
    head = b"POST /websub/t-0 HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n<rss>"
    await send(desk.port, head, half=True)

    assert 202 == await desk.push(sign(BODY, secret="planted"))
    assert an_active_one(last_push=NOON) == await desk.held()


@pytest.mark.case("P-10")
async def test_another_method_at_a_callback_is_405(desk: Desk) -> None:
    """Hubs ask with GET and push with POST."""
    answer = await get(desk.port, "/websub/t-0", method="DELETE")

    assert (405, {"GET", "HEAD", "POST"}) == (
        answer.status,
        set(answer.headers["allow"].split(", ")),
    )


async def test_a_stranger_never_waits_for_a_writer(tmp_path: Path) -> None:
    """Nor makes one wait: while somebody else writes, an unknown token is answered at once."""
    path = tmp_path / "wiredesk.db"
    with open_store(path) as store:
        callbacks = Callbacks(store, StandingClock(), lambda _name, _at: None)
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        known = await callbacks.confirm("t-0", an_intent())
        writer.close()

    assert not known


async def test_dropped_pushes_are_counted_though_the_memory_fails(desk: Desk) -> None:
    """What could not be kept is kept the next time; a token that is gone counts no more."""
    desk.hold(an_active_one())
    await desk.push("sha1=00")
    await desk.push("sha1=00")
    assert desk.callbacks
    allow_writing(desk.store, allowed=False)
    with pytest.raises(DataError, match="readonly"):
        await desk.callbacks.keep_refused()
    allow_writing(desk.store, allowed=True)
    await desk.push("sha1=00")
    held = await desk.held()

    assert held
    assert 3 == held.refused


def allow_writing(store: Store, *, allowed: bool) -> None:
    """Let writing fail, or not, on the one connection of a memory in memory."""
    with store.read() as tx:
        tx.exec_driver_sql(f"PRAGMA query_only={0 if allowed else 1}")
