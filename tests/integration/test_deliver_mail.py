"""Mails to servers that fail in all their ways: what became of each, and what they look like."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
from asking import SMALL
from messages import AN_ID, a_message
from sinks import LOGIN, MailSink, trust_authority
from stories import NOON

from feeds.alert import send_mail
from feeds.fetch import open_web
from feeds.model import Accepted, Channel, Message, Refused, Secret, Sending, Unsure
from feeds.pipeline.deliver import send_message

OPEN = "tls=no"
ENCRYPTED = "tls=yes"


async def send(url: str, message: Message | None = None, *, seconds: float = 20.0) -> Sending:
    """Send a message by mail, at noon."""
    return await send_mail(
        Channel(name="desk", url=Secret(url)),
        message or a_message(),
        "Coast desk",
        NOON,
        tls=trust_authority(),
        seconds=seconds,
    )


async def test_a_mail_has_text_and_html_and_says_what_it_is() -> None:
    """Both parts, from whom to whom, an id that is the message's, and that no person wrote it."""
    message = a_message(text="Übermorgen — “12 → 15”\n", html="<p>Übermorgen <ins>15</ins></p>")
    async with MailSink() as sink:
        sent = await send(sink.url("to=chief@tal.example"), message)
    (mail,) = sink.mails
    read = mail.message

    assert sent == Accepted()
    assert (mail.sender, mail.recipients) == (
        "desk@tal.example",
        ("editor@tal.example", "chief@tal.example"),
    )
    assert read["From"] == "Coast desk <desk@tal.example>"
    assert read["To"] == "editor@tal.example, chief@tal.example"
    assert read["Message-ID"] == f"<{AN_ID}@tal.example>"
    assert read["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(read["Date"]) == NOON
    assert mail.part("plain") == message.text
    assert message.html in mail.part("html")


async def test_mails_about_one_story_are_one_thread() -> None:
    """All answer to one that never was; a digest answers to none."""
    async with MailSink() as sink:
        for thread in ("story-1", "story-1", "story-2", ""):
            await send(sink.url(), a_message(thread=thread))
    first, second, other, digest = (mail.message for mail in sink.mails)

    assert first["References"] == second["References"] == second["In-Reply-To"]
    assert other["References"] not in {None, first["References"]}
    assert digest["References"] is None


@pytest.mark.case("A-10")
@pytest.mark.parametrize(
    "subject",
    [
        "One\r\nBcc: all@tal.example\r\n\r\nbody",
        "ten kilobytes " * 700,
        "انفجار في السد \u202egnp.exe 🌊🌊",
        "{{7*7}} ${HOME} %(x)s",
        "[all] Headline + figures: Harbour: 15 boats trapped by storm in the east dock",
    ],
    ids=["line breaks", "10 kB", "right to left", "template", "a little long"],
)
async def test_a_subject_is_one_header_and_nothing_else(subject: str) -> None:
    """Encoded as RFC 2047 has it, no longer than 200 characters; no header comes out of it."""
    async with MailSink() as sink:
        sent = await send(sink.url(), a_message(subject=subject))
    (mail,) = sink.mails
    head = mail.raw.partition(b"\r\n\r\n")[0].decode("ascii")
    names = re.findall(r"^([\w-]+):", head, re.MULTILINE)

    assert sent == Accepted()
    assert {"Bcc", "Cc"}.isdisjoint(names)
    assert names.count("Subject") == 1
    assert max(map(len, head.split("\r\n"))) <= 300  # of 998 (RFC 5322, section 2.1.1)
    assert "Subject:\r\n" not in head
    assert len(mail.message["Subject"]) <= 200
    assert mail.recipients == ("editor@tal.example",)


async def test_a_line_that_is_a_dot_does_not_end_a_mail() -> None:
    """Nor is it lost."""
    text = "one\n.\n..two\nMAIL FROM:<x@y.example>\n"
    async with MailSink() as sink:
        await send(sink.url(), a_message(text=text))

    assert sink.mails[0].part("plain") == text


async def test_a_password_is_said_over_an_encrypted_connection_only() -> None:
    """STARTTLS, and TLS from the first byte."""
    async with MailSink(login=True) as one, MailSink(login=True, tls=True) as other:
        sent = [await send(one.url(ENCRYPTED, login=LOGIN)), await send(other.url(login=LOGIN))]

    assert sent == [Accepted(), Accepted()]
    for sink in (one, other):
        assert [(mail.encrypted, mail.login) for mail in sink.mails] == [(True, LOGIN[0])]


@pytest.mark.case("A-13")
@pytest.mark.parametrize(
    ("script", "final"),
    [
        ({"RCPT": ["451 4.7.1 come back later"]}, False),
        ({"MAIL": ["421 4.3.2 shutting down"]}, False),
        ({"DATA": ["452 4.2.2 mailbox is full"]}, False),
        ({"RCPT": ["550 5.1.1 <editor@tal.example> unknown"]}, True),
        ({"MAIL": ["550 5.7.1 not you"]}, False),
        ({"MAIL": ["554 5.7.1 your address is blocked"]}, False),
        ({"MAIL": ["552 5.3.4 too large"]}, True),
        ({"MAIL": ["530 5.7.0 authentication required"]}, False),
        ({"DATA": ["554 5.6.0 we do not like it"]}, True),
    ],
    ids=["greylisting", "421", "full", "unknown", "sender", "blocked", "large", "login", "content"],
)
async def test_what_a_mail_server_says_is_for_now_or_for_good(
    script: dict[str, list[str]], *, final: bool
) -> None:
    """4xx is for now, 5xx for good; but that we or the sender are not let in may be put right."""
    said = next(iter(script.values()))[0]
    async with MailSink(script=script) as sink:
        sent = await send(sink.url())

    assert isinstance(sent, Refused)
    assert sent.final is final
    assert sent.reason.startswith(f"127.0.0.1: it answered {said[:3]} ")
    assert "editor@tal.example" not in sent.reason
    assert sink.mails == []


@pytest.mark.case("A-13")
async def test_a_server_without_encryption_gets_nothing() -> None:
    """STARTTLS was demanded and is not there: no password, no mailbox, no mail."""
    async with MailSink(starttls=False) as sink:
        sent = await send(sink.url(ENCRYPTED, login=LOGIN))

    assert sent == Refused(reason="127.0.0.1: it offers no encryption (STARTTLS): nothing was said")
    assert sink.taken == []


@pytest.mark.case("A-13")
@pytest.mark.parametrize("certificate", ["expired", "alone", "stranger"])
@pytest.mark.parametrize("tls", [True, False])
async def test_a_wrong_certificate_gets_nothing(certificate: str, *, tls: bool) -> None:
    """Whether TLS comes first or by STARTTLS; it may be put right, so it is not for good."""
    async with MailSink(certificate=certificate, tls=tls) as sink:
        sent = await send(sink.url("" if tls else ENCRYPTED, login=LOGIN))

    assert isinstance(sent, Refused)
    assert sent.reason.startswith("127.0.0.1: no secure connection could be made (")
    assert (sent.final, sink.taken) == (False, [])


@pytest.mark.case("A-13")
async def test_a_wrong_password_is_not_for_good_and_not_told() -> None:
    """It may be put right, and what waits is then sent."""
    async with MailSink(login=True) as sink:
        sent = await send(sink.url(ENCRYPTED, login=("desk", "an0ther-Secret")))

    assert sent == Refused(reason="127.0.0.1: it did not let us in (535)")
    assert sink.taken == []


async def test_a_password_that_a_server_does_not_ask_for_is_not_said() -> None:
    """Without encryption this one takes none."""
    async with MailSink() as sink:
        sent = await send(sink.url(OPEN, login=LOGIN))

    assert sent == Refused(reason="127.0.0.1: it offers no way to say the password")
    assert sink.taken == []


@pytest.mark.case("A-13")
@pytest.mark.parametrize("answer", ["", "reset"], ids=["silence", "hangs up"])
async def test_nobody_knows_whether_a_mail_without_an_answer_arrived(answer: str) -> None:
    """It came whole; the server said nothing to it, or hung up."""
    async with MailSink(script={"DATA": [answer]}) as sink:
        sent = await send(sink.url(), seconds=20.0 if answer else 1.0)

    assert isinstance(sent, Unsure)
    assert sent.reason.startswith("127.0.0.1: ")
    assert len(sink.taken) == 1


@pytest.mark.case("A-13")
async def test_a_server_that_never_greets_is_given_up() -> None:
    """Nothing was said, so it is surely not received."""
    async with MailSink(tls=True) as sink:
        sent = await send(sink.url().replace("smtps:", "smtp:"), seconds=1.0)

    assert sent == Refused(reason="127.0.0.1: it took more than 1 seconds")


@pytest.mark.case("A-13")
async def test_a_mail_larger_than_a_server_takes_is_refused_for_good() -> None:
    """It says so before they are sent."""
    message = a_message(text="three megabytes\n" * 200_000)
    async with MailSink(limit=1024 * 1024) as sink:
        sent = await send(sink.url(), message)

    assert isinstance(sent, Refused)
    assert "552" in sent.reason
    assert sent.final
    assert sink.taken == []


async def test_a_receiver_refused_for_now_holds_up_a_young_message_only() -> None:
    """Nobody gets it twice; after an hour the others get it without him, which is told."""
    script = {"RCPT": ["250 OK", "451 4.7.1 later"] * 2}
    async with MailSink(script=script) as sink:
        url = sink.url("to=chief@tal.example")
        young = await send(url)
        nobody = list(sink.mails)
        old = await send(url, a_message(created=NOON - timedelta(hours=2)))

    assert isinstance(young, Refused)
    assert (young.final, nobody) == (False, [])
    assert isinstance(old, Accepted)
    assert old.note.startswith("1 of 2 receivers were refused: 127.0.0.1: it answered 451")
    assert [mail.recipients for mail in sink.mails] == [("editor@tal.example",)]


async def test_a_receiver_refused_for_good_holds_up_nobody() -> None:
    """The others have it at once."""
    async with MailSink(script={"RCPT": ["550 5.1.1 unknown"]}) as sink:
        sent = await send(sink.url("to=chief@tal.example"))

    assert isinstance(sent, Accepted)
    assert "1 of 2 receivers" in sent.note
    assert [mail.recipients for mail in sink.mails] == [("chief@tal.example",)]


async def test_nobody_at_the_port_is_for_now() -> None:
    """The server is down."""
    async with MailSink() as sink:
        url = sink.url()
    sent = await send(url)

    assert sent == Refused(reason="127.0.0.1: the connection was refused")


async def test_a_channel_of_mail_is_sent_by_mail() -> None:
    """The scheme of its address says so; the desk's name stands in From."""
    async with MailSink() as sink, open_web(SMALL) as web:
        channel = Channel(name="desk", url=Secret(sink.url()))
        sent = await send_message(channel, a_message(), web, NOON)

    assert sent == Accepted()
    assert sink.mails[0].message["From"] == "Wiredesk <desk@tal.example>"
