"""Messages to chats and push services: plugins that fail in all their ways, and a real one."""

import asyncio
from pathlib import Path

import pytest
from asking import SMALL
from loopback import Page
from messages import a_message
from sinks import WebhookSink
from stories import NOON

from feeds.alert import look_at_address, send_by_apprise
from feeds.fetch import open_web
from feeds.model import Accepted, Channel, Message, Refused, Secret, Sending, Unsure
from feeds.pipeline.deliver import send_message

pytest.importorskip("apprise")


def a_channel(hook: WebhookSink) -> Channel:
    """Return a channel to a webhook on this machine, as Apprise's plugin for JSON posts to it."""
    address = f"json://desk:planted-Pa55word@127.0.0.1:{hook.publisher.port}/hook"
    return Channel(name="chat", url=Secret(address))


async def send(hook: WebhookSink, message: Message | None = None, seconds: float = 30.0) -> Sending:
    """Send one message."""
    return await send_by_apprise(a_channel(hook), message or a_message(), seconds=seconds)


def list_children() -> list[int]:
    """Return the processes of ours that send a message."""
    found = Path("/proc/self/task").glob("*/children")
    numbers = [int(number) for path in found for number in path.read_text().split()]
    commands = {number: Path(f"/proc/{number}/cmdline").read_bytes() for number in numbers}
    return [number for number, command in commands.items() if b"send_child" in command]


def show_process(number: int) -> bytes:
    """Return the command and the variables of a process, as everybody of its user sees them."""
    folder = Path(f"/proc/{number}")
    return (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()


@pytest.mark.case("A-11", "A-12")
async def test_a_message_is_sent_by_the_service_that_its_scheme_names() -> None:
    """Subject and text, which call nobody and are no templates, whatever they hold."""
    words = "{{7*7}} ${HOME} %(x)s {0.__class__} @everyone \\n"
    async with WebhookSink() as hook, open_web(SMALL) as web:
        sent = await send_message(a_channel(hook), a_message(text=words), web, NOON)
    (told,) = hook.messages

    assert sent == Accepted()
    assert told.json["title"] == "The dam holds"
    assert told.json["message"] == words.replace("@", "@\u200b")


@pytest.mark.case("A-16")
@pytest.mark.parametrize(
    ("page", "kind", "reason"),
    [
        (Page(status=401), Refused, "json: it answered 401"),
        (Page(status=500), Refused, "json: it answered 500"),
        (Page(reset=True), Unsure, "json: no answer came, or its plugin broke"),
    ],
    ids=["401", "500", "reset"],
)
async def test_what_a_service_says_is_told_without_the_address(
    page: Page, kind: type[Refused | Unsure], reason: str
) -> None:
    """Its status, or that nobody knows; never a word of the plugin's own."""
    async with WebhookSink() as hook:
        hook.answer(page)
        sent = await send(hook)

    assert isinstance(sent, kind)
    assert sent == kind(reason=reason)


@pytest.mark.case("A-16")
async def test_a_service_that_is_down_has_surely_not_got_it() -> None:
    """It may take it later."""
    async with WebhookSink() as hook:
        pass
    sent = await send(hook)

    assert sent == Refused(reason="json: it could not be reached")


@pytest.mark.case("A-16")
async def test_a_plugin_that_blocks_is_ended() -> None:
    """It reads one byte at a time; its process is gone, and nobody knows who has the message."""
    async with WebhookSink() as hook:
        hook.answer(Page(body=b"x" * 1000, pause=0.5))
        sent = await send(hook, seconds=6.0)

    assert sent == Unsure(reason="json: it did not come to an end")
    assert list_children() == []


@pytest.mark.case("A-18")
async def test_who_lists_processes_sees_no_address() -> None:
    """It is handed over on standard input; and who gives up waiting leaves no process behind."""
    async with WebhookSink() as hook:
        hook.answer(Page(body=b"x" * 1000, pause=0.5))
        sending = asyncio.ensure_future(send(hook))
        await hook.received(0)
        (child,) = list_children()
        shown = show_process(child)
        sending.cancel()
        await asyncio.wait((sending,))

    assert b"send_child" in shown
    assert b"planted-Pa55word" not in shown
    assert list_children() == []


@pytest.mark.case("A-16")
async def test_an_address_that_no_service_has_is_refused() -> None:
    """Nothing is begun."""
    for address in ("nonsense://s3cret-word", "discord://s3cret-word"):
        sent = await send_by_apprise(Channel(name="x", url=Secret(address)), a_message())
        fault = look_at_address(address).fault

        assert isinstance(sent, Refused)
        assert "wiredesk check" in sent.reason
        assert fault
        assert "s3cret" not in fault + sent.reason


def test_an_address_that_can_be_used_has_no_fault() -> None:
    """Capitals in the scheme make no difference."""
    assert look_at_address("discord://1234567890/abcdefghij").fault == ""
    assert look_at_address("JSON://tal.example/hook").fault == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("discrod://s3cret/word", "no service is called discrod; did you mean discord?"),
        ("nonsense://s3cret", "no service is called nonsense; see the list at https://"),
        ("discord://s3cret", "which is written discord://{webhook_id}/{webhook_token}; see https"),
    ],
)
def test_what_is_wrong_with_an_address_is_told_with_how_it_is_written(
    address: str, said: str
) -> None:
    """By who knows the services; nothing of the address is repeated but its scheme."""
    fault = look_at_address(address).fault

    assert said in fault
    assert "s3cret" not in fault


def test_an_address_by_which_anybody_could_send_holds_a_secret() -> None:
    """A token, or a password; not the name of a host."""
    secret = ("discord://1234567890/abcdefghij", "json://desk:s3cret@tal.example/hook")

    assert [look_at_address(address).holds_secret for address in secret] == [True, True]
    assert not look_at_address("json://tal.example/hook").holds_secret
