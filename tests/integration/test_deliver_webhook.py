"""Messages posted to webhooks that misbehave: what became of each, and who signed it."""

import base64
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from asking import NOW, QUICK, SMALL
from loopback import Page
from sinks import Told, WebhookSink
from standardwebhooks import Webhook, WebhookVerificationError

from feeds.clock import SystemClock
from feeds.fetch import open_web
from feeds.model import (
    Accepted,
    Channel,
    Message,
    Refused,
    Secret,
    Sending,
    Settings,
    Unsure,
)
from feeds.pipeline.deliver import send_message

OLD = "whsec_" + base64.b64encode(b"o" * 32).decode()
NEW = "whsec_" + base64.b64encode(b"n" * 32).decode()
DATA: Mapping[str, object] = {
    "type": "wiredesk.test",
    "timestamp": "2026-11-23T12:00:00+00:00",
    "data": {"text": "Ümlaut, “quotes”, 東京 — {{7*7}} ${HOME} %(x)s {0.__class__}"},
}


def a_message(**fields: Any) -> Message:
    """A message as compose makes it."""
    values: dict[str, Any] = {
        "id": "7d0f3f64-5d0e-5a43-8f5e-0c4a0e9b1a11",
        "subject": "The dam holds",
        "text": "The dam holds",
        "html": "<p>The dam holds</p>",
        "data": DATA,
        "created": NOW,
    }
    return Message(**values | fields)


async def send(
    hook: WebhookSink,
    *,
    secrets: tuple[str, ...] = (),
    settings: Settings = SMALL,
    now: datetime = NOW,
    allow_private: bool = True,
) -> Sending:
    """Send one message to a webhook on this machine."""
    channel = Channel(
        name="desk",
        url=Secret(hook.url),
        secrets=tuple(map(Secret, secrets)),
        allow_private=allow_private,
    )
    async with open_web(settings) as web:
        return await send_message(channel, a_message(), web, now)


def verify(told: Told, secret: str) -> Any:
    """Read a message as a receiver does, with the library for receivers."""
    return Webhook(secret).verify(told.body, dict(told.received.headers))


@pytest.mark.case("A-19")
async def test_a_receiver_can_tell_who_sent_a_message() -> None:
    """The signature is of the raw bytes, by the specification; nobody else's secret fits."""
    now = SystemClock().now()
    async with WebhookSink() as hook:
        sent = await send(hook, secrets=(NEW,), now=now)
    (told,) = hook.messages

    assert sent == Accepted()
    assert verify(told, NEW) == DATA
    assert told.received.headers["content-type"] == "application/json"
    with pytest.raises(WebhookVerificationError):
        verify(told, OLD)


@pytest.mark.case("A-19")
async def test_while_a_secret_is_replaced_receivers_may_know_either() -> None:
    """Both sign, the first one first; without a secret nothing is signed."""
    now = SystemClock().now()
    async with WebhookSink() as hook:
        await send(hook, secrets=(NEW, OLD), now=now)
        await send(hook, secrets=(NEW,), now=now)
        await send(hook, now=now)
    both, one, none = hook.messages

    assert verify(both, NEW) == verify(both, OLD) == DATA
    assert both.signatures[0] == one.signatures[0]
    assert (len(both.signatures), none.signatures) == (2, ())


@pytest.mark.case("A-19")
async def test_a_message_has_the_same_bytes_and_id_however_often_it_is_sent() -> None:
    """Only the time of sending, and with it the signature, is another."""
    async with WebhookSink() as hook:
        await send(hook, secrets=(NEW,))
        await send(hook, secrets=(NEW,), now=NOW + timedelta(hours=1))
    first, second = hook.messages

    assert (first.id, first.body) == (second.id, second.body)
    assert second.timestamp - first.timestamp == 3600
    assert first.signatures != second.signatures


@pytest.mark.case("A-20")
async def test_a_receiver_notices_that_a_clock_is_wrong() -> None:
    """The time of sending is signed: ten minutes off is refused, by the receiver's own window."""
    async with WebhookSink() as hook:
        for wrong in (timedelta(minutes=-10), timedelta(minutes=10)):
            await send(hook, secrets=(NEW,), now=SystemClock().now() + wrong)

    for told in hook.messages:
        with pytest.raises(WebhookVerificationError):
            verify(told, NEW)


@pytest.mark.case("A-12")
async def test_a_text_that_is_a_template_is_posted_as_it_is() -> None:
    """Braces and percent signs are words like others."""
    async with WebhookSink() as hook:
        await send(hook)

    assert hook.messages[0].json == DATA


@pytest.mark.parametrize("status", [200, 201, 202, 204])
async def test_every_success_is_a_success(status: int) -> None:
    """Whatever a receiver calls it."""
    async with WebhookSink() as hook:
        hook.answer(Page(status=status))
        sent = await send(hook)

    assert sent == Accepted()


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422, 429, 500, 502, 503])
async def test_what_is_refused_may_be_taken_later(status: int) -> None:
    """The specification has senders try again after everything but 410; reasons are in words."""
    async with WebhookSink() as hook:
        hook.answer(Page(status=status, body=b"not now"))
        sent = await send(hook)

    assert isinstance(sent, Refused)
    assert sent.reason.startswith(f"127.0.0.1: answered {status} ")
    assert sent.reason.endswith(": not now")
    assert (sent.final, sent.off, sent.retry_after) == (False, False, None)


@pytest.mark.case("A-14")
async def test_a_receiver_that_is_gone_is_switched_off() -> None:
    """410 is for good."""
    async with WebhookSink() as hook:
        hook.answer(Page(status=410))
        sent = await send(hook)

    assert sent == Refused(reason="127.0.0.1: answered 410 Gone", final=True, off=True)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_receiver_may_say_when(status: int) -> None:
    """Retry-After in seconds; nothing is sent before."""
    async with WebhookSink() as hook:
        hook.answer(Page(status=status, headers={"Retry-After": "600"}))
        sent = await send(hook)

    assert isinstance(sent, Refused)
    assert sent.retry_after == NOW + timedelta(minutes=10)


@pytest.mark.case("A-14")
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_message_is_not_sent_to_where_a_receiver_leads(status: int) -> None:
    """Another host, or another port, is another origin."""
    async with WebhookSink() as hook, WebhookSink() as elsewhere:
        hook.answer(Page(status=status, headers={"Location": elsewhere.url}))
        sent = await send(hook)

    assert isinstance(sent, Refused)
    assert "nothing is posted to another place" in sent.reason
    assert elsewhere.messages == ()


async def test_a_message_follows_a_receiver_to_another_path_once() -> None:
    """308 at the same origin: the same bytes, the same id, the same signature."""
    async with WebhookSink() as hook:
        hook.publisher.serve("/hook/", Page(status=204))
        hook.answer(Page(status=308, headers={"Location": "/hook/"}))
        sent = await send(hook, secrets=(NEW,))
    first, second = hook.messages

    assert sent == Accepted()
    assert (first.body, first.id, first.signatures) == (second.body, second.id, second.signatures)


@pytest.mark.case("A-15")
async def test_a_message_is_not_sent_to_a_private_address() -> None:
    """The guard is that of sources; allow_private of the channel opens it."""
    async with WebhookSink() as hook:
        refused = await send(hook, allow_private=False)
        assert hook.messages == ()
        accepted = await send(hook)

    assert isinstance(refused, Refused)
    assert "allow_private: true" in refused.reason
    assert accepted == Accepted()


@pytest.mark.case("A-02")
@pytest.mark.parametrize(
    "page",
    [
        Page(reset=True),
        Page(raw=b"", hang=True),
        Page(raw=b""),
        Page(raw=b"garbage\r\n\r\n"),
        Page(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 6000),
    ],
    ids=["reset", "silence", "closed", "no HTTP", "interim answers"],
)
async def test_nobody_knows_whether_a_message_without_an_answer_was_received(page: Page) -> None:
    """All of it was sent: that is neither success nor refusal."""
    async with WebhookSink() as hook:
        hook.answer(page)
        sent = await send(hook, settings=QUICK if page.hang else SMALL)

    assert isinstance(sent, Unsure)
    assert sent.reason.startswith("127.0.0.1: ")
    assert len(hook.messages) == 1


async def test_a_message_that_never_left_was_surely_not_received() -> None:
    """Nobody listens at the port any more."""
    async with WebhookSink() as hook:
        pass
    sent = await send(hook)

    assert sent == Refused(reason="127.0.0.1: the connection was refused")


@pytest.mark.case("A-17")
async def test_a_slow_or_endless_answer_costs_little() -> None:
    """One byte at a time, and a gigabyte announced: the status says all there is to know."""
    head = b"HTTP/1.1 %d Status\r\nContent-Length: 1000000000\r\n\r\n"
    pages = (
        Page(body=b"x" * 1000, pause=0.01),
        Page(raw=head % 200, endless=True),
        Page(raw=head % 500, endless=True),
    )
    half = b"HTTP/1.1 500 Status\r\nContent-Length: 9\r\n\r\nhalf"
    async with WebhookSink() as hook:
        hook.answer(*pages)
        sent = [await send(hook, settings=Settings()) for _ in pages]
        hook.answer(Page(raw=half, hang=True))
        sent.append(await send(hook, settings=QUICK))

    assert [type(one) for one in sent] == [Accepted, Accepted, Refused, Refused]
