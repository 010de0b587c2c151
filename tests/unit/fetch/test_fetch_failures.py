"""Foreign exceptions: every one has a row, and every line is fit for people."""

import socket
import ssl

import httpcore
import httpx
import pytest

from feeds.fetch.failures import EXPECTED, FetchError, explain_error, make_failed

_NEVER_RAISED = {
    "CookieConflict",  # we read no cookies
    "HTTPError",  # only its subclasses are raised
    "HTTPStatusError",  # raise_for_status is not called
    "RequestError",  # only its subclasses are raised
    "RequestNotRead",  # misuse: a bug of ours
    "ResponseNotRead",  # misuse: a bug of ours
    "StreamClosed",  # misuse: a bug of ours
    "StreamConsumed",  # misuse: a bug of ours
    "StreamError",  # misuse: a bug of ours
    "TooManyRedirects",  # we follow redirects ourselves
    "ConnectionNotAvailable",  # httpcore keeps it to itself
}


@pytest.mark.parametrize("module", [httpx, httpcore], ids=lambda module: str(module.__name__))
def test_every_exception_of_the_libraries_is_expected_or_named(module: object) -> None:
    """A new exception in httpx or httpcore fails here until somebody decides what it means."""
    found = {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    unknown = {name for name, value in found.items() if not issubclass(value, EXPECTED)}
    assert len(found) > 10
    assert unknown <= _NEVER_RAISED


@pytest.mark.parametrize(
    ("error", "kind", "what"),
    [
        (FetchError("too large", "much"), "too large", "much"),
        (ssl.SSLError(1, "no"), "tls", "no secure connection could be made"),
        (ssl.SSLCertVerificationError(1, "x"), "tls", "its certificate cannot be verified"),
        (socket.gaierror(socket.EAI_NONAME, "x"), "dns", "there is no such host"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "dns", "the name could not be resolved"),
        (ConnectionRefusedError(), "refused", "the connection was refused"),
        (ConnectionResetError(), "protocol", "the connection broke"),
        (TimeoutError(), "timeout", "no complete answer came in time"),
        (httpx.PoolTimeout("x"), "timeout", "no complete answer came in time"),
        (httpx.ConnectError("x"), "refused", "it cannot be reached"),
        (httpx.ReadError("x"), "protocol", "the connection broke"),
        (httpx.DecodingError("x"), "encoding", "the answer could not be decoded"),
        (httpx.InvalidURL("x"), "protocol", "the address cannot be used"),
        (UnicodeError("x"), "protocol", "the address cannot be used"),
    ],
)
def test_an_error_is_explained(error: Exception, kind: str, what: str) -> None:
    """Kind and words of each row."""
    failed = explain_error(error, where="valley.example")
    assert failed.kind == kind
    assert failed.reason == f"valley.example: {what}"


def test_the_cause_behind_an_error_speaks() -> None:
    """A library wraps what the system said; the system's word is the better one."""
    error = httpx.ConnectError("All connection attempts failed")
    error.__cause__ = httpcore.ConnectError()
    error.__cause__.__context__ = ConnectionRefusedError()
    assert explain_error(error, where="x").reason == "x: the connection was refused"


def test_a_circle_of_causes_ends() -> None:
    """However the causes are linked, the search stops."""
    error, other = httpx.ReadError("a"), ValueError("b")
    error.__context__, other.__context__ = other, error
    assert explain_error(error, where="x").kind == "protocol"


def test_quoted_bytes_are_left_out() -> None:
    """h11 quotes what the server sent; the reason keeps only the words before it."""
    error = httpx.RemoteProtocolError("illegal status line: bytearray(b'token=4711')")
    reason = explain_error(error, where="x").reason
    assert reason == "x: the answer breaks the rules of HTTP (illegal status line)"


def test_a_reason_is_one_short_printable_line() -> None:
    """Control characters and length are cut, whatever was said."""
    reason = make_failed("protocol", "a\r\nb\x1b[31m\u202e" + "x" * 1000, where="valley").reason
    assert reason.startswith("valley: a b [31m")
    assert len(reason) == 300
    assert reason.isprintable()
