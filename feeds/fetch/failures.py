"""What went wrong, in our words: foreign exceptions become values at this door.

The table is read from the top; its first row that fits the exception, or one of its causes, wins.
No text of a request is ever repeated, so no header's secret can come out this way.
"""

import re
import socket
import ssl
from typing import final

import httpcore
import httpx

from feeds.model import Failed, FailureKind

_LONGEST = 300
_CAUSES = 10
_BYTES_QUOTED = re.compile(r":| b['\"]| bytearray")
_CERTIFICATE = {
    10: "its certificate has expired",
    18: "its certificate is self-signed",
    19: "its certificate is self-signed",
    20: "its certificate was not issued by an authority this machine trusts",
    62: "its certificate is for another host",
    64: "its certificate is for another address",
}


@final
class FetchError(Exception):
    """An answer given up inside this room; it is turned into a :class:`Failed` at the door."""

    def __init__(self, kind: FailureKind, what: str) -> None:
        """Keep the kind, and what happened as a text that can follow ``example.org:``."""
        super().__init__(what)
        self.kind: FailureKind = kind
        self.what = what


@final
class HostRestsError(Exception):
    """A request that was not sent: its host asked to be left alone while it waited for its turn."""

    def __init__(self, seconds: float) -> None:
        """Keep for how many seconds more."""
        super().__init__(f"for {seconds:.0f} seconds more")
        self.seconds = seconds


_Row = tuple[tuple[type[Exception], ...], FailureKind, str]

_TABLE: tuple[_Row, ...] = (
    ((ssl.SSLError,), "tls", "no secure connection could be made"),
    ((HostRestsError,), "status", "it asked to be left alone for a while"),
    ((socket.gaierror,), "dns", "the name could not be resolved"),
    ((ConnectionRefusedError,), "refused", "the connection was refused"),
    (
        (TimeoutError, httpx.TimeoutException, httpcore.TimeoutException),
        "timeout",
        "no complete answer came in time",
    ),
    ((httpx.ConnectError, httpcore.ConnectError), "refused", "it cannot be reached"),
    ((httpx.ProxyError, httpcore.ProxyError), "refused", "the proxy does not let us through"),
    (
        (httpx.LocalProtocolError, httpcore.LocalProtocolError),
        "protocol",
        "the address or a configured header holds characters that HTTP forbids",
    ),
    (
        (httpx.ProtocolError, httpcore.ProtocolError),
        "protocol",
        "the answer breaks the rules of HTTP",
    ),
    ((httpx.DecodingError,), "encoding", "the answer could not be decoded"),
    (
        (
            httpx.InvalidURL,
            httpx.UnsupportedProtocol,
            httpcore.UnsupportedProtocol,
            UnicodeError,
        ),
        "protocol",
        "the address cannot be used",
    ),
    (
        (httpx.TransportError, httpcore.NetworkError, OSError),
        "protocol",
        "the connection broke",
    ),
)

EXPECTED: tuple[type[Exception], ...] = (
    FetchError,
    *(expected for types, _, _ in _TABLE for expected in types),
)
"""Every exception that servers and networks can cause: the ones to catch at the door."""


def make_failed(kind: FailureKind, what: str, *, where: str, status: int | None = None) -> Failed:
    """Return a failure whose reason is one clean line, ``where: what``, of 300 characters."""
    line = " ".join(
        "".join(char if char.isprintable() else " " for char in f"{where}: {what}").split()
    )
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1] + "…"
    return Failed(kind=kind, reason=line, status=status)


def explain_error(error: Exception, *, where: str) -> Failed:
    """Return what an expected exception means; ``where`` is the host that was asked."""
    if isinstance(error, FetchError):
        return make_failed(error.kind, error.what, where=where)
    causes = _list_causes(error)
    for types, kind, what in _TABLE:
        for cause in causes:
            if isinstance(cause, types):
                return make_failed(kind, _tell_more(cause) or what, where=where)
    return make_failed("protocol", "it could not be fetched", where=where)


def _list_causes(error: BaseException) -> list[BaseException]:
    """Return the exception and what caused it, outermost first."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < _CAUSES:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes


def _tell_more(cause: BaseException) -> str:
    """Return more than the table knows, where that helps and can hold no secret; else nothing."""
    match cause:
        case ssl.SSLCertVerificationError():
            code = getattr(cause, "verify_code", 0)  # set by OpenSSL only
            return _CERTIFICATE.get(code, "its certificate cannot be verified")
        case ssl.SSLError() if getattr(cause, "reason", None):
            return f"no secure connection could be made ({cause.reason})"
        case socket.gaierror() if cause.errno == socket.EAI_NONAME:
            return "there is no such host"
        case httpx.RemoteProtocolError() | httpcore.RemoteProtocolError():
            # h11 quotes the server's bytes, which may echo our request.
            told = _BYTES_QUOTED.split(str(cause), maxsplit=1)[0]
            return f"the answer breaks the rules of HTTP ({told.rstrip('.')})"
    return ""
