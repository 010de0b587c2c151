"""Addresses of channels: which can be used, and what in them should not stand in the file."""

import difflib
import re
from urllib.parse import parse_qsl, urlsplit

from feeds.sources.variables import has_variable
from feeds.text.mail_server import read_mail_server

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[!-~]{1,4000}")
_PARTS = re.compile(r"[^:/?#]*://(?:(?P<user>[^/?#]*)@)?[^/?#]*[^?#]*(?:\?(?P<query>[^#]*))?")
WEB = frozenset({"http", "https"})
_MAIL = frozenset({"smtp", "smtps"})
# What people write into addresses, and nobody sends messages by.
_NO_SERVICES = frozenset({"data", "file", "ftp", "ftps", "sftp", "ssh", "tel", "ws", "wss"})
# Services of chats and messages that are called nearly so.
_NO_MISTAKE = frozenset({"httpsms", "smpp", "smpps", "smtp2go"})
_NEAR = 0.7
_SECRET_KEYS = re.compile(
    r"(.*[_-])?(key|apikey|authtoken|pass|password|secret|sig|signature|token)", re.IGNORECASE
)


def check_address(text: str) -> str:
    """Refuse an address that cannot be used; the message does not repeat it.

    Args:
        text: With what each ``${NAME}`` stands for.

    Raises:
        ValueError: It is none, or of nothing that messages are sent by.
    """
    if not _ADDRESS.fullmatch(text):
        raise ValueError("must be an address, as in https://example.org/hook, without spaces")
    scheme = _read_scheme(text)
    meant = difflib.get_close_matches(scheme, sorted(WEB | _MAIL), n=1, cutoff=_NEAR)
    if scheme in _MAIL:
        read_mail_server(text)
    elif scheme in WEB:
        _check_webhook(text)
    elif scheme in _NO_SERVICES:
        raise ValueError(
            f"nothing is sent by {scheme}; a channel is a webhook (https), a mailbox (smtp), or a "
            "service of the list at https://appriseit.com/services/"
        )
    elif meant and scheme not in _NO_MISTAKE:
        raise ValueError(f"is no address that is known; did you mean {meant[0]}://?")
    return text


def is_chat(text: str) -> bool:
    """Return whether an address is of a chat or push service: no webhook and no mail server."""
    return _read_scheme(text) not in WEB | _MAIL


def shows_password(written: str) -> bool:
    """Return whether a password, token or key stands in an address as it is written.

    What stands there as ``${NAME}`` is none; nor is the path, of which only a service knows.
    """
    found = _PARTS.match(written)
    if not found:
        return False
    password = (found["user"] or "").partition(":")[2]
    values = [v for key, v in parse_qsl(found["query"] or "") if _SECRET_KEYS.fullmatch(key)]
    return any(value and not has_variable(value) for value in (password, *values))


def _read_scheme(text: str) -> str:
    """Return the scheme of an address, in lower case."""
    return text.partition(":")[0].lower()


def _check_webhook(text: str) -> None:
    """Refuse a webhook without a host and port that can be used."""
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ValueError("the address of the webhook has no usable host or port")
