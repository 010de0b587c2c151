"""``wiredesk test-channel`` and ``wiredesk check``, run as a user does."""

import json
from pathlib import Path

import pytest
from desk import DeskFolder
from loopback import Page
from sinks import LOGIN, PEMS, MailSink, WebhookSink

ONE = "sources: [https://valley.example/rss.xml]\n"
SECRET = "whsec_" + "cGxhbnRlZHNlY3JldC1wbGFudGVkc2VjcmV0"
TOKEN = "planted-T0ken-in-address"

# Python imports a module of this name when it starts: here, services that do as no service should.
PLUGINS = """
import importlib.util
if importlib.util.find_spec("apprise"):
    from apprise.decorators import notify

    @notify(on="raises")
    def raises(body, title, notify_type, *args, **kwargs):
        raise RuntimeError("planted-T0ken-in-address")

    @notify(on="prints")
    def prints(body, title, notify_type, *args, **kwargs):
        import os, sys
        print("planted-T0ken-in-address"); print("more", file=sys.stderr); os.write(1, b"raw")

    @notify(on="dies")
    def dies(body, title, notify_type, *args, **kwargs):
        import os
        os.abort()
"""


def configure(desk: DeskFolder, url: str, more: str = "") -> None:
    """Write a configuration with one channel."""
    desk.configure(f"{ONE}channels:\n  desk: {{url: '{url}'{more}}}\n")


async def test_a_webhook_gets_a_test_message(desk: DeskFolder) -> None:
    """Signed, of the type that says what it is; the exit code says that it was taken."""
    async with WebhookSink() as hook:
        configure(desk, hook.url, ", allow_private: true, secret: '${SECRET}'")
        ended = await desk.run("test-channel", "desk", SECRET=SECRET)
        machine = await desk.run("test-channel", "desk", "--json", SECRET=SECRET)
    first, second = hook.messages

    assert (ended.code, ended.out) == (0, "The channel desk took it.\n")
    assert first.json["type"] == "wiredesk.test"
    assert len(first.signatures) == 1
    assert machine.json == {
        "channel": "desk",
        "scheme": "http",
        "message_id": second.id,
        "state": "accepted",
        "reason": "",
        "off": False,
    }
    assert first.id != second.id


@pytest.mark.case("A-18")
async def test_what_was_not_taken_is_told_with_its_reason(desk: DeskFolder) -> None:
    """Refused, gone, without an answer: exit code 1, and never the address."""
    async with WebhookSink() as hook:
        url = hook.publisher.serve(
            f"/{TOKEN}", *(Page(status=s) for s in (500, 410)), Page(raw=b"")
        )
        configure(desk, url, ", allow_private: true")
        ends = [await desk.run("test-channel", "desk") for _ in range(3)]
        machine = await desk.run("test-channel", "desk", "--json")

    assert [end.code for end in ends] == [1, 1, 1]
    assert "did not take it: 127.0.0.1: answered 500" in ends[0].err
    assert "gone for good" in ends[1].err
    assert "nobody knows whether desk took it" in ends[2].err
    assert machine.json["state"] == "unsure"
    assert not [end for end in (*ends, machine) if TOKEN in end.out + end.err]


async def test_a_name_that_no_channel_has_is_a_mistake(desk: DeskFolder) -> None:
    """What was probably meant is said."""
    configure(desk, "https://hooks.example/")
    ended = await desk.run("test-channel", "dsk")

    assert ended.code == 2
    assert "did you mean desk?" in ended.said


async def test_a_mail_goes_out_encrypted_with_the_authorities_of_the_machine(
    desk: DeskFolder,
) -> None:
    """An authority that the machine is told to trust is trusted; nobody else is."""
    async with MailSink(login=True) as sink:
        configure(desk, sink.url("tls=yes", login=LOGIN))
        taken = await desk.run("test-channel", "desk", SSL_CERT_FILE=str(PEMS / "authority.pem"))
        refused = await desk.run("test-channel", "desk")
    (mail,) = sink.mails

    assert (taken.code, refused.code) == (0, 1)
    assert (mail.encrypted, mail.login) == (True, LOGIN[0])
    assert mail.message["Subject"] == "Wiredesk: a test of the channel desk"
    assert "no secure connection" in refused.err
    assert LOGIN[1] not in taken.out + taken.err + refused.err


@pytest.mark.case("A-16")
@pytest.mark.parametrize(
    ("scheme", "code", "words"),
    [
        ("raises", 1, "nobody knows"),
        ("prints", 0, "The channel desk took it."),
        ("dies", 1, "nobody knows"),
    ],
)
async def test_a_plugin_may_do_what_it_likes(
    desk: DeskFolder, tmp_path: Path, scheme: str, code: int, words: str
) -> None:
    """It raises, prints, or takes its process down: nothing of it is shown, nobody is hurt."""
    pytest.importorskip("apprise")
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(PLUGINS)
    configure(desk, f"{scheme}://{TOKEN}")
    ended = await desk.run("test-channel", "desk", PYTHONPATH=str(folder))
    machine = await desk.run("test-channel", "desk", "--json", PYTHONPATH=str(folder))

    assert (ended.code, machine.code) == (code, code)
    assert words in ended.out + ended.err
    assert json.loads(machine.out)["scheme"] == scheme
    assert TOKEN not in ended.out + ended.err + machine.out + machine.err


@pytest.mark.case("A-16")
async def test_check_tells_addresses_that_no_service_has(desk: DeskFolder) -> None:
    """At their place, without the address; others are right."""
    pytest.importorskip("apprise")
    desk.configure(f"{ONE}channels:\n  a: json://hooks.example/x\n  b: nonsense://{TOKEN}\n")
    ended = await desk.run("check")

    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith(
        "sources.yaml:4:6: channels.b: no service is called nonsense"
    )
    assert TOKEN not in ended.err
