"""The door to mail servers: one mail, said by SMTP (RFC 5321) within half a minute."""

import asyncio
import re
import smtplib
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, final

import truststore

from feeds.alert.mail import compose_mail
from feeds.model import Accepted, Channel, Message, Refused, Sending, Unsure
from feeds.text.characters import clean_line
from feeds.text.mail_server import MailServer, read_mail_server

SECONDS: Final = 30.0
"""For one mail, from looking up the host to the last answer."""

_CONNECT = 10.0
# How we call ourselves where we have no name that others know (RFC 5321, 4.1.3).
_OURS = "[127.0.0.1]"
_DOT = re.compile(rb"^\.", re.MULTILINE)
_MAILBOX = re.compile(r"\S+@\S+")

# While a message is young, a receiver who is refused for now (greylisting) holds it up for all, so
# that nobody gets it twice; later the others get it without him.
_PATIENCE = timedelta(hours=1)

_READY = 220
_YES = range(200, 300)
_GO_ON = range(300, 400)
_LATER = range(400, 500)
_Answer = tuple[int, bytes | str]

# Who may send is a matter of the channel, which may be put right, not of the message.
_NOT_LET_IN = {530, 534, 535, 538}
# The mail is larger than it may be (RFC 1870, 6.1).
_TOO_LARGE = 552


@final
@dataclass(slots=True, kw_only=True)
class _Talk:
    """A conversation with a mail server, held in a thread of its own.

    Attributes:
        client: Once there is a connection.
        said: Whether the whole mail was said, and only the answer is missing.
        over: Whether nobody waits for it any more.
    """

    client: smtplib.SMTP | None = None
    said: bool = False
    over: bool = False

    def hang_up(self) -> None:
        """End the connection, whatever the thread waits for."""
        self.over = True
        if self.client is not None and self.client.sock is not None:
            with suppress(OSError):
                self.client.sock.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """What is to be done.

    Attributes:
        server: Who takes the mail, and for whom.
        message: What it tells.
        desk: The desk's name.
        now: When it is sent.
        patient: Whether a receiver who is refused for now holds it up.
        tls: What is trusted.
        talk: What the thread and those who wait for it share.
    """

    server: MailServer
    message: Message
    desk: str
    now: datetime
    patient: bool
    tls: ssl.SSLContext
    talk: _Talk = field(default_factory=_Talk)


@final
class _RefusedError(Exception):
    """A mail server said no; it is turned into an outcome at the door."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        """Keep why, in one line, and whether it would be refused again."""
        super().__init__(reason)
        self.final = final


async def send_mail(
    channel: Channel,
    message: Message,
    desk: str,
    now: datetime,
    *,
    tls: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
) -> Sending:
    """Send a message by mail; encryption is never given up where it was asked for.

    Args:
        channel: Its address is one of :func:`feeds.text.mail_server.read_mail_server`.
        message: What is told.
        desk: The desk's name.
        now: The time.
        tls: What is trusted; None means what the machine trusts.
        seconds: Until it is given up.
    """
    server = read_mail_server(channel.url.reveal())
    errand = _Errand(
        server=server,
        message=message,
        desk=desk,
        now=now,
        patient=now - message.created < _PATIENCE,
        tls=tls or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
    )
    thread = ThreadPoolExecutor(1, thread_name_prefix="mail")
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.get_running_loop().run_in_executor(thread, _run_errand, errand)
    except TimeoutError:
        return _explain(f"{server.host}: it took more than {seconds:g} seconds", errand.talk)
    finally:
        errand.talk.hang_up()
        thread.shutdown(wait=False)


def _run_errand(errand: _Errand) -> Sending:
    """Say a mail, and return what became of it; it blocks."""
    host, talk = errand.server.host, errand.talk
    try:
        return _say(errand)
    except _RefusedError as refused:
        return Refused(reason=str(refused), final=refused.final)
    except smtplib.SMTPNotSupportedError:
        return Refused(reason=f"{host}: it offers no way to say the password")
    except smtplib.SMTPResponseException as error:  # of EHLO, STARTTLS or the password
        return Refused(reason=f"{host}: it did not let us in ({error.smtp_code})")
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or "it broke"
        return _explain(f"{host}: no secure connection could be made ({clean_line(why)})", talk)
    except socket.gaierror:
        return Refused(reason=f"{host}: the name could not be resolved")
    except ConnectionRefusedError:
        return Refused(reason=f"{host}: the connection was refused")
    except (OSError, smtplib.SMTPException):
        return _explain(f"{host}: the connection broke", talk)


def _explain(reason: str, talk: _Talk) -> Sending:
    """Return what a conversation without an end means: that hangs on how far it came."""
    return Unsure(reason=reason) if talk.said else Refused(reason=reason)


def _say(errand: _Errand) -> Sending:
    """Say a mail.

    Raises:
        _RefusedError: The server said no.
        OSError, smtplib.SMTPException: The connection broke, or could not be had.
    """
    server, talk = errand.server, errand.talk
    mail = compose_mail(errand.message, server, errand.desk, errand.now)
    client = _make_client(errand)
    talk.client = client
    try:
        _connect(client, errand)
        if server.user:
            client.login(server.user, server.password.reveal())
        sizes = [f"size={len(mail)}"] if client.has_extn("size") else []
        _name_sender(client, sizes, server)
        lost = _name_recipients(client, errand)
        _expect(client.docmd("DATA"), server, wanted=_GO_ON)
        client.send(_DOT.sub(b"..", mail) + b".\r\n")
        talk.said = True
        _expect(client.getreply(), server)
        return Accepted(note=lost)
    finally:
        _part(client)


def _make_client(errand: _Errand) -> smtplib.SMTP:
    """Return a client that has not connected yet, so that somebody can hang up any time."""
    server = errand.server
    if server.encryption == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            local_hostname=_OURS, timeout=_CONNECT, context=errand.tls
        )
    else:
        client = smtplib.SMTP(local_hostname=_OURS, timeout=_CONNECT)
    # Whose certificate is looked for; smtplib sets it only where the constructor connects.
    client._host = server.host  # type: ignore[attr-defined]  # noqa: SLF001
    return client


def _connect(client: smtplib.SMTP, errand: _Errand) -> None:
    """Connect, and encrypt the connection if that is demanded, before anything is said over it.

    Raises:
        _RefusedError: It does not greet us, or offers no STARTTLS: then nothing more is said.
    """
    server = errand.server
    greeting = client.connect(server.host, server.port)
    if greeting[0] != _READY:
        raise _RefusedError(_quote(greeting, server))
    if client.sock is not None:
        client.sock.settimeout(SECONDS)
    if errand.talk.over:
        raise TimeoutError
    client.ehlo_or_helo_if_needed()
    if server.encryption != "starttls":
        return
    if not client.has_extn("starttls"):
        raise _RefusedError(f"{server.host}: it offers no encryption (STARTTLS): nothing was said")
    client.starttls(context=errand.tls)
    client.ehlo_or_helo_if_needed()


def _name_sender(client: smtplib.SMTP, sizes: list[str], server: MailServer) -> None:
    """Name who sends.

    Raises:
        _RefusedError: Never for good, as it is not about the mail; unless that is too large.
    """
    answer = client.mail(server.sender, sizes)
    if answer[0] not in _YES:
        raise _RefusedError(_quote(answer, server), final=answer[0] == _TOO_LARGE)


def _name_recipients(client: smtplib.SMTP, errand: _Errand) -> str:
    """Name the receivers, and return who is refused, in words; empty if nobody is.

    Raises:
        _RefusedError: All are refused, or one for now while the message is young.
    """
    server = errand.server
    answers = [client.rcpt(recipient) for recipient in server.recipients]
    refused = [answer for answer in answers if answer[0] not in _YES]
    later = [answer for answer in refused if answer[0] in _LATER]
    nobody = len(refused) == len(answers)
    if later and (errand.patient or nobody):
        _expect(later[0], server)
    if nobody:
        _expect(refused[0], server)
    if not refused:
        return ""
    count = f"{len(refused)} of {len(answers)} receivers were refused"
    return clean_line(f"{count}: {_quote(refused[0], server)}")


def _expect(answer: _Answer, server: MailServer, wanted: range = _YES) -> None:
    """Refuse an answer that is not the one that is needed.

    Raises:
        _RefusedError: For good, unless it says later, or does not let us in at all.
    """
    code, _ = answer
    if code not in wanted:
        later = code in _LATER or code in _NOT_LET_IN
        raise _RefusedError(_quote(answer, server), final=not later)


def _quote(answer: _Answer, server: MailServer) -> str:
    """Return what a server said in one line, without mailboxes and the password."""
    code, words = answer
    text = words if isinstance(words, str) else words.decode("utf-8", "replace")
    if password := server.password.reveal():
        text = text.replace(password, "…")
    return clean_line(f"{server.host}: it answered {code} {_MAILBOX.sub('…', text)}")


def _part(client: smtplib.SMTP) -> None:
    """Say good-bye and end the connection; nobody waits for an answer to that."""
    with suppress(OSError, smtplib.SMTPException):
        client.putcmd("quit")
    client.close()
