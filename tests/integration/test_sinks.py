"""The receivers that tests of messages use do as they are told."""

import asyncio
import smtplib

import pytest
from loopback import Page
from raw import post
from sinks import LOGIN, MailSink, WebhookSink, trust_authority

_RAW = b"Subject: The dam holds\r\n\r\nIt does.\r\n"


def _send(sink: MailSink, *, tls: bool = False, login: bool = False) -> None:
    """Send one mail, blocking."""
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=10) as client:
        if tls:
            client.starttls(context=trust_authority())
        if login:
            client.login(*LOGIN)
        client.sendmail("a@tal.example", ["b@tal.example"], _RAW)


async def test_a_mail_server_takes_mail_in_the_open_and_encrypted() -> None:
    """What was said, to whom, and whether a password was checked."""
    async with MailSink() as plain, MailSink(login=True) as strict:
        await asyncio.to_thread(_send, plain)
        await asyncio.to_thread(_send, strict, tls=True, login=True)
        (one,), (other,) = plain.mails, strict.mails

    assert (one.encrypted, one.login, one.recipients) == (False, None, ("b@tal.example",))
    assert (other.encrypted, other.login) == (True, LOGIN[0])
    assert one.raw == _RAW
    assert one.message["Subject"] == "The dam holds"


async def test_a_mail_server_says_what_its_script_says() -> None:
    """Each answer once, in turn; then it takes everything."""
    async with MailSink(script={"RCPT": ["451 later"], "DATA": ["554 no"]}) as sink:
        for error in (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError):
            with pytest.raises(error):
                await asyncio.to_thread(_send, sink)
        await asyncio.to_thread(_send, sink)

    assert (len(sink.taken), len(sink.mails)) == (2, 1)


async def test_a_mail_server_hangs_up_behind_the_text() -> None:
    """The mail came whole, and nobody knows."""
    async with MailSink(script={"DATA": ["reset"]}) as sink:
        with pytest.raises(smtplib.SMTPServerDisconnected):
            await asyncio.to_thread(_send, sink)
        await sink.received(0)

    assert sink.mails == []


async def test_a_mail_server_speaks_tls_from_the_first_byte() -> None:
    """As smtps has it."""

    def send() -> None:
        with smtplib.SMTP_SSL("127.0.0.1", sink.port, context=trust_authority()) as client:
            client.sendmail("a@tal.example", ["b@tal.example"], _RAW)

    async with MailSink(tls=True) as sink:
        await asyncio.to_thread(send)

    assert [mail.encrypted for mail in sink.mails] == [True]


async def test_a_webhook_reads_the_whole_and_resets() -> None:
    """The request came, its answer does not."""
    async with WebhookSink() as hook:
        hook.answer(Page(reset=True), Page(status=204))
        port = hook.publisher.port
        lost = await post(port, "/hook", b'{"a":1}', "webhook-id: one")
        taken = await post(port, "/hook", b'{"a":1}', "webhook-id: one")

    assert (lost.status, taken.status) == (0, 204)
    assert hook.counts == {"one": 2}
    assert hook.messages[0].json == {"a": 1}
