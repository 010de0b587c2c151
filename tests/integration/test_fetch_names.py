"""Name servers that fail or are silent, proxies in the environment, and other versions of HTTP."""

import asyncio
import socket
import ssl
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from asking import NOW, QUICK, ask_url
from desk import DeskFolder
from loopback import Page, Publisher

from feeds.fetch import fetch_source, open_web
from feeds.model import Failed, Fetched, Outcome, Source, SourceState

_PEM = Path(__file__).resolve().parents[1] / "corpus" / "fetch" / "loopback.pem"


@pytest.mark.case("N-03")
async def test_names_that_nobody_answers_for_do_not_delay_the_others() -> None:
    """Forty names whose name server is silent each end at the deadline; good ones are answered."""

    async def resolve(host: str) -> tuple[str, ...]:
        if host.startswith("slow"):
            await asyncio.Event().wait()
        return ("127.0.0.1",)

    settings = replace(QUICK, deadline=timedelta(seconds=4), concurrency=4)
    async with Publisher() as publisher, open_web(settings, resolve=resolve) as web:
        publisher.serve("/", Page(body=b"<rss/>"))

        async def fetch(host: str) -> Outcome:
            url = f"http://{host}.example:{publisher.port}/"
            source = Source(id="valley", kind="feed", url=url, allow_private=True)
            return await fetch_source(source, SourceState(source_id="valley"), web, NOW)

        hanging = [asyncio.create_task(fetch(f"slow{number}")) for number in range(40)]
        await asyncio.wait(hanging, timeout=0)
        good = await asyncio.gather(*(fetch(f"good{number}") for number in range(10)))
        still = [task for task in hanging if not task.done()]
        ended = await asyncio.gather(*hanging)

    assert all(isinstance(outcome, Fetched) for outcome in good)
    assert still
    assert {"timeout"} == {outcome.kind for outcome in ended if isinstance(outcome, Failed)}


@pytest.mark.case("N-04")
@pytest.mark.parametrize(
    ("number", "what"),
    [
        (socket.EAI_NONAME, "there is no such host"),
        (socket.EAI_AGAIN, "the name could not be resolved"),
        (socket.EAI_FAIL, "the name could not be resolved"),
    ],
)
async def test_a_name_server_that_fails_is_a_dns_failure(number: int, what: str) -> None:
    """NXDOMAIN and SERVFAIL as the system tells them: a failure like others, and not "gone"."""

    async def resolve(_host: str) -> tuple[str, ...]:
        raise socket.gaierror(number, "as the system tells it")

    outcome = await ask_url("http://valley.example/", resolve=resolve)
    assert outcome == Failed(kind="dns", reason=f"valley.example: {what}")


@pytest.mark.case("N-07")
async def test_proxies_and_passwords_of_the_environment_are_not_used(desk: DeskFolder) -> None:
    """The program asks the source itself: no surprise from a container's variables or .netrc."""
    (desk.folder / ".netrc").write_text("machine 127.0.0.1 login desk password s3cret", "utf-8")
    async with Publisher() as publisher, Publisher() as proxy:
        url = publisher.serve("/feed", Page(body=b"<rss><channel/></rss>"))
        desk.configure(
            f"sources: [{{url: '{url}', allow_private: true}}]\n"
            "topics: [{slug: all, title: All, match: dam}]\n"
        )
        there = proxy.url("")
        variables = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "all_proxy")
        ended = await desk.run("fetch", **dict.fromkeys(variables, there))
        (received,) = publisher.requests

        assert proxy.requests == []
    assert ended.code == 0, ended.err
    assert "authorization" not in received.headers


@pytest.mark.case("N-09")
async def test_a_flood_of_http2_is_no_http() -> None:
    """Only HTTP/1.1 is spoken: frames of HTTP/2, endless as they may be, end in one line."""
    settings_frame = b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"
    continuation = b"\x00\x40\x00\x09\x00\x00\x00\x00\x01" + b"x" * 0x4000
    async with Publisher() as publisher:
        page = Page(raw=settings_frame + continuation, endless=True)
        outcome = await ask_url(publisher.serve("/", page))

    assert isinstance(outcome, Failed)
    assert outcome.kind == "protocol"


@pytest.mark.case("N-09")
async def test_http2_is_never_agreed_on() -> None:
    """A server that prefers it is asked in HTTP/1.1 all the same."""
    agreed: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_PEM)
    context.set_alpn_protocols(["h2", "http/1.1"])
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.load_verify_locations(_PEM.with_name("authority.pem"))

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        agreed.append(writer.get_extra_info("ssl_object").selected_alpn_protocol())
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        outcome = await ask_url(f"https://127.0.0.1:{port}/", tls=trust)

    assert isinstance(outcome, Fetched)
    assert agreed == ["http/1.1"]
