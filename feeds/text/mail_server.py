"""The address of a mail server, and who writes to whom through it.

``smtp://user:password@host:587/?from=a@example.org&to=b@example.org&to=c@example.org``
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal, final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from feeds.model import Secret

Encryption = Literal["tls", "starttls", "none"]

_SCHEMES = {"smtp", "smtps"}
_KEYS = ("from", "to", "tls")
_MAILBOX = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([^\s@<>\"(),;:\\\x00-\x1f]+)"
)
_LONGEST = 254
_MOST_RECIPIENTS = 50
_SUBMISSION, _IMPLICIT, _LOCAL = 587, 465, 25


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Who takes our mail, and from whom to whom it goes.

    Attributes:
        host: Name or address, in ASCII.
        port: 587, 465 for ``smtps``, 25 on this machine, unless stated.
        encryption: From the first byte, demanded by STARTTLS, or none.
        user: Who says the password; empty if nobody does.
        password: Its own secret.
        sender: A mailbox.
        recipients: Mailboxes, at least one.
    """

    host: str
    port: int
    encryption: Encryption
    user: str
    password: Secret
    sender: str
    recipients: tuple[str, ...]


def read_mail_server(address: str) -> MailServer:
    """Return what an address of a mail server says.

    Encryption is demanded, except on this machine or with ``tls=no``.

    Raises:
        ValueError: Something is wrong with it; the message repeats nothing of it.
    """
    parts = _split(address)
    host = _read_host(parts.hostname or "")
    query = _read_query(parts.query)
    encryption = _choose_encryption(parts.scheme, host, [v for k, v in query if k == "tls"])
    senders = [value for name, value in query if name == "from"]
    recipients = [part for name, value in query if name == "to" for part in value.split(",")]
    if len(senders) != 1:
        raise ValueError("a mail address needs one sender, as in ?from=desk@example.org")
    if not 0 < len(recipients) <= _MOST_RECIPIENTS:
        raise ValueError(f"a mail address needs 1 to {_MOST_RECIPIENTS} receivers, as in &to=")
    return MailServer(
        host=host,
        port=parts.port or _choose_port(encryption),
        encryption=encryption,
        user=unquote(parts.username or ""),
        password=Secret(unquote(parts.password or "")),
        sender=read_mailbox(senders[0]),
        recipients=tuple(dict.fromkeys(map(read_mailbox, recipients))),
    )


def read_mailbox(text: str) -> str:
    """Return a mailbox, its domain in ASCII (RFC 5321, 4.1.2, without quotes and comments).

    Raises:
        ValueError: It is none.
    """
    mailbox = text.strip()
    found = _MAILBOX.fullmatch(mailbox)
    wrong = ValueError("a sender or receiver is written name@example.org, in ASCII before the @")
    if not found or "\n" in text or "\r" in text:
        raise wrong
    try:
        domain = found[2].encode("idna").decode("ascii")
    except UnicodeError:
        raise wrong from None
    name = mailbox.rpartition("@")[0]
    if len(name) + len(domain) >= _LONGEST:
        raise wrong
    return f"{name}@{domain}"


def _split(address: str) -> SplitResult:
    """Return the parts of an address that has a host and a port that can be used."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit("smtp://"), 0
    if parts.scheme not in _SCHEMES or not parts.hostname or port == 0:
        raise ValueError(
            "the mail server cannot be read; write smtp://user:password@host:port/?from=&to=, "
            "with : / ? # [ ] @ and % in the password as %3A %2F %3F %23 %5B %5D %40 and %25"
        )
    if parts.path not in {"", "/"} or parts.fragment:
        raise ValueError("behind a mail server stands ?from= and &to=, no path")
    return parts


def _read_host(host: str) -> str:
    """Return a host in ASCII."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError("the host of the mail server cannot be right") from None


def _read_query(query: str) -> list[tuple[str, str]]:
    """Return names and values; a plus is a plus, as in desk+news@example.org."""
    pairs = parse_qsl(query.replace("+", "%2B"), keep_blank_values=True)
    if any(name not in _KEYS for name, _ in pairs):
        raise ValueError(f"behind a mail server there may stand {', '.join(_KEYS)}, nothing else")
    return pairs


def _choose_encryption(scheme: str, host: str, stated: list[str]) -> Encryption:
    """Return how the way to a mail server is encrypted."""
    match scheme, stated:
        case "smtps", []:
            return "tls"
        case "smtp", []:
            return "none" if is_this_machine(host) else "starttls"
        case "smtp", ["yes"]:
            return "starttls"
        case "smtp", ["no"]:
            return "none"
    raise ValueError("tls is yes or no, once, and only for smtp: smtps is always encrypted")


def is_this_machine(host: str) -> bool:
    """Return whether a host is the machine we run on, so that nothing leaves it."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _choose_port(encryption: Encryption) -> int:
    """Return the usual port (RFC 8314)."""
    return {"tls": _IMPLICIT, "starttls": _SUBMISSION, "none": _LOCAL}[encryption]
