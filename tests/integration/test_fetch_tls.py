"""Certificates, and the ways between http and https."""

import asyncio
import ssl
from pathlib import Path

import pytest
import truststore
from asking import ask_url
from loopback import Page, Publisher

from feeds.model import Failed, Fetched, Moved, Outcome, Secret

_PEMS = Path(__file__).resolve().parents[1] / "corpus" / "fetch"


def _show(name: str) -> ssl.SSLContext:
    """Return the server side with one of the test certificates."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_PEMS / f"{name}.pem")
    return context


def _trust() -> ssl.SSLContext:
    """Return the kind of client side the product uses, trusting the test authority as well."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(_PEMS / "authority.pem")
    return context


async def _ask_with(certificate: str, *, tls: ssl.SSLContext | None) -> Outcome:
    """Return what a server with this certificate becomes."""
    async with Publisher(tls=_show(certificate)) as publisher:
        return await ask_url(publisher.serve("/", Page(body=b"<rss/>")), tls=tls)


async def test_a_trusted_certificate_is_answered() -> None:
    """Everything in order."""
    assert isinstance(await _ask_with("loopback", tls=_trust()), Fetched)


@pytest.mark.case("N-05")
@pytest.mark.parametrize(
    ("certificate", "what"),
    [
        ("expired", "its certificate has expired"),
        ("stranger", "its certificate is for another address"),
        ("alone", "its certificate is self-signed"),
    ],
)
async def test_a_bad_certificate_is_named(certificate: str, what: str) -> None:
    """The reason tells which of the checks failed."""
    outcome = await _ask_with(certificate, tls=_trust())
    assert outcome == Failed(kind="tls", reason=f"127.0.0.1: {what}")


async def test_an_unknown_authority_is_not_trusted() -> None:
    """By default only what the machine trusts is trusted."""
    outcome = await _ask_with("loopback", tls=None)
    assert isinstance(outcome, Failed)
    assert outcome.kind == "tls"
    assert "authority" in outcome.reason


async def test_plain_http_behind_https_is_a_tls_failure() -> None:
    """A server that speaks no TLS is asked in TLS."""

    def speak_plainly(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(speak_plainly, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        outcome = await ask_url(f"https://127.0.0.1:{port}/")
    assert isinstance(outcome, Failed)
    assert outcome.kind == "tls"


@pytest.mark.case("N-06", "T-25")
async def test_https_is_never_left_for_http() -> None:
    """A redirect down to http is refused, and the http address is not asked."""
    async with Publisher() as plain, Publisher(tls=_show("loopback")) as secure:
        target = plain.serve("/", Page(body=b"<rss/>"))
        url = secure.serve("/", Page(status=301, headers={"Location": target}))
        outcome = await ask_url(url, tls=_trust())
        assert plain.requests == []
    reason = "127.0.0.1: it redirects from https down to http"
    assert outcome == Failed(kind="redirect", reason=reason)


@pytest.mark.case("N-06")
async def test_http_may_move_up_to_https_without_the_secrets() -> None:
    """Another scheme is another origin: the answer is taken, configured headers stay behind."""
    async with Publisher() as plain, Publisher(tls=_show("loopback")) as secure:
        target = secure.serve("/", Page(body=b"<rss/>"))
        url = plain.serve("/", Page(status=301, headers={"Location": target}))
        outcome = await ask_url(url, tls=_trust(), headers=(("X-Key", Secret("k")),))
        assert "x-key" in plain.requests[0].headers
        assert "x-key" not in secure.requests[0].headers
    assert isinstance(outcome, Moved)
    assert outcome.to == target
