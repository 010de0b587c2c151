"""Receivers of messages on this machine: a webhook and a mail server that do as a test says.

::

    async with WebhookSink() as hook, MailSink(script={"RCPT": ["451 later"]}) as mail:
        hook.answer(Page(status=503), Page(reset=True), Page(status=204))
        ... send to hook.url and mail.url(), then look at hook.messages and mail.mails ...
"""

import asyncio
import json
import ssl
import warnings
from collections import Counter
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as MAIL_POLICY
from pathlib import Path
from typing import Any, Self, cast

import truststore
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from loopback import Page, Publisher, Received

PEMS = Path(__file__).resolve().parent / "corpus" / "fetch"
LOGIN = ("desk", "planted-Pa55word")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One message as a webhook received it, whatever it answered.

    Attributes:
        id: The header ``webhook-id``.
        timestamp: The header ``webhook-timestamp``, seconds since 1970.
        signatures: Of the header ``webhook-signature``.
        body: Byte for byte.
        received: The request.
    """

    id: str
    timestamp: int
    signatures: tuple[str, ...]
    body: bytes
    received: Received

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


class WebhookSink:
    """A webhook; it listens while its context lasts.

    Attributes:
        publisher: The server behind it.
        url: Where messages are posted.
    """

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        """Answer everything with 204 until a test says otherwise."""
        self.publisher = Publisher(tls=tls)
        self.url = ""

    async def __aenter__(self) -> Self:
        """Begin to listen, on a free port."""
        await self.publisher.__aenter__()
        self.url = self.answer(Page(status=204))
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Stop listening."""
        await self.publisher.__aexit__(*exc)

    def answer(self, *pages: Page) -> str:
        """Answer with these in turn, the last one for ever; return the address."""
        return self.publisher.serve("/hook", *pages)

    @property
    def messages(self) -> tuple[Told, ...]:
        """What came so far, in order."""
        return tuple(map(_read_told, self.publisher.requests))

    @property
    def counts(self) -> Counter[str]:
        """How often each id came."""
        return Counter(told.id for told in self.messages)

    async def received(self, number: int) -> Told:
        """Wait for a message, counted from 0, and return it."""
        return _read_told(await self.publisher.received(number))


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail as a server took it.

    Attributes:
        sender: Of the envelope.
        recipients: Of the envelope.
        raw: Byte for byte, without the dots of SMTP.
        encrypted: Whether it came over TLS.
        login: The user who said the password; None if none did.
    """

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    encrypted: bool
    login: str | None

    @property
    def message(self) -> EmailMessage:
        """The mail, read."""
        read = message_from_bytes(self.raw, policy=MAIL_POLICY)
        return cast("EmailMessage", read)

    def part(self, kind: str) -> str:
        """Return the text of the part of a kind: ``plain`` or ``html``."""
        body = self.message.get_body((kind,))
        return cast("str", body.get_content()).replace("\r\n", "\n") if body else ""


class MailSink:
    """A mail server; it listens while its context lasts.

    Attributes:
        script: Answers by command (``MAIL``, ``RCPT``, ``DATA``), in turn; where none is left it is
            accepted. An empty answer to ``DATA`` is silence, and ``reset`` hangs up.
        mails: What was accepted, in order.
        taken: What came whole, accepted or not.
    """

    def __init__(
        self,
        *,
        script: dict[str, list[str]] | None = None,
        starttls: bool = True,
        tls: bool = False,
        certificate: str = "loopback",
        login: bool = False,
        limit: int = 40 * 1024 * 1024,
    ) -> None:
        """Say what it offers.

        Args:
            script: See above.
            starttls: Whether it offers STARTTLS.
            tls: Whether it speaks TLS from the first byte.
            certificate: One of ``tests/corpus/fetch``.
            login: Whether it takes mail from :data:`LOGIN` only.
            limit: Bytes it takes.
        """
        self.script = script or {}
        self.mails: list[Mail] = []
        self.taken: list[Mail] = []
        self.port = 0
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(PEMS / f"{certificate}.pem")
        self._starttls, self._tls, self._login, self._limit = starttls, tls, login, limit
        self._server: asyncio.Server | None = None
        self._open: list[SMTP] = []
        self._came = asyncio.Event()

    def url(self, query: str = "", *, login: tuple[str, str] | None = None) -> str:
        """Return the address of a channel that sends to it.

        Args:
            query: More of the query, as in ``tls=yes``.
            login: User and password.
        """
        scheme = "smtps" if self._tls else "smtp"
        who = f"{login[0]}:{login[1]}@" if login else ""
        ends = "from=desk@tal.example&to=editor@tal.example"
        return f"{scheme}://{who}127.0.0.1:{self.port}/?{ends}{query and '&'}{query}"

    async def received(self, number: int) -> Mail:
        """Wait for a mail that came whole, counted from 0, and return it."""
        while len(self.taken) <= number:
            await self._came.wait()
        return self.taken[number]

    async def __aenter__(self) -> Self:
        """Begin to listen, on a free port."""
        loop = asyncio.get_running_loop()
        context = self._context if self._tls else None
        self._server = await loop.create_server(self._greet, "127.0.0.1", 0, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening and hang up on everybody."""
        if self._server:
            self._server.close()
        for connection in self._open:
            if connection.transport is not None:
                connection.transport.abort()
        await asyncio.sleep(0)

    def _greet(self) -> SMTP:
        """Begin a conversation."""
        with warnings.catch_warnings(action="ignore"):
            connection = self._make_connection()
        self._open.append(connection)
        return connection

    def _make_connection(self) -> SMTP:
        """Return one side of a conversation; of a password over smtps it would warn."""
        return SMTP(
            self,
            loop=asyncio.get_running_loop(),
            hostname="sink.example",
            data_size_limit=self._limit,
            tls_context=self._context if self._starttls and not self._tls else None,
            authenticator=_check_login if self._login else None,
            auth_required=self._login,
            auth_require_tls=not self._tls,
        )

    def _say(self, command: str, otherwise: str = "250 OK") -> str:
        """Return the next scripted answer to a command."""
        answers = self.script.get(command, [])
        return answers.pop(0) if answers else otherwise

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Answer who sends."""
        said = self._say("MAIL")
        if said.startswith("250"):
            envelope.mail_from = address
        return said

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Answer for whom."""
        said = self._say("RCPT")
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take a mail, and answer as the script says."""
        mail = Mail(
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            raw=cast("bytes", envelope.content),
            encrypted=self._tls or session.ssl is not None,
            login=LOGIN[0] if session.authenticated else None,
        )
        self.taken.append(mail)
        self._came.set()
        self._came = asyncio.Event()
        said = self._say("DATA")
        if said in {"", "reset"}:
            if said and server.transport:
                server.transport.abort()
            await asyncio.Event().wait()
        if said.startswith("250"):
            self.mails.append(mail)
        return said


def trust_authority() -> ssl.SSLContext:
    """Return the client side of TLS that trusts the authority of the tests."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(PEMS / "authority.pem")
    return context


def _read_told(received: Received) -> Told:
    """Take a request apart."""
    headers = received.headers
    return Told(
        id=headers.get("webhook-id", ""),
        timestamp=int(headers.get("webhook-timestamp", "0")),
        signatures=tuple(headers.get("webhook-signature", "").split()),
        body=received.body,
        received=received,
    )


def _check_login(
    _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, data: object
) -> AuthResult:
    """Tell whether user and password are right."""
    right = isinstance(data, LoginPassword) and (data.login, data.password) == tuple(
        part.encode() for part in LOGIN
    )
    return AuthResult(success=right, handled=False) if mechanism else AuthResult(success=False)
