"""Secrets, planted wherever a secret can stand, and everything the program lets out."""

import asyncio
import json
import signal
from pathlib import Path

import pytest
from desk import DeskFolder
from loopback import Page, Publisher
from reading import read_until

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>The dam holds</title><link>https://post.example/dam</link></item></channel></rss>"""

# Where the publisher does something with the header that the secret came in, or with its own.
PAGES = {
    "good": Page(body=FEED),
    "gone": Page(status=410),
    "error": Page(status=500),
    "throttled": Page(status=429, headers={"Retry-After": "60"}),
    "empty": Page(body=b"no feed at all"),
    "broken": Page(body=FEED[:150]),
    "long": Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1"),
    "garbage": Page(raw=b"no HTTP\r\n\r\n"),
}


def canary(number: int) -> str:
    """Return a secret."""
    return f"canary{number:02}Xq7"


CANARIES = tuple(map(canary, range(44)))


def plant(desk: DeskFolder, publisher: Publisher) -> dict[str, str]:
    """Write a configuration with secrets in every place, and return the environment it needs.

    0 to 7 are headers from the environment, 8 to 15 from the secrets file, 16 to 23 a user's name
    and password that a publisher puts into a redirect or an address, 24 to 31 tokens there, 32 to
    35 channels, 36 to 39 variables that nobody asks for. 40 to 43 are in addresses that a page
    redirects to, where what is looked for is not found, or names as its feed.
    """
    rows = []
    for number, (name, page) in enumerate(PAGES.items()):
        url = publisher.serve(f"/{name}", page)
        headers = f"{{Authorization: 'Bearer ${{E{number}}}', X-Key: '${{S{number}}}'}}"
        rows.append(f"  - {{id: {name}, url: '{url}', allow_private: true, headers: {headers}}}")
    for number in range(4):
        password, token = canary(16 + number), canary(24 + number)
        place = f"{canary(20 + number)}:{password}@127.0.0.1:{publisher.port}/target{number}"
        target = f"http://{place}?token={token}&access_token={canary(28 + number)}"
        publisher.serve(f"/target{number}", (PAGES["good"], PAGES["error"])[number % 2])
        status = 301 if number < 2 else 302
        moved = Page(status=status, headers={"Location": target})
        url = publisher.serve(f"/moved{number}", moved)
        rows.append(f"  - {{id: moved{number}, url: '{url}', allow_private: true}}")
    channels = "".join(f"  c{n}: 'https://hook.example/${{C{n}}}'\n" for n in range(4))
    topic = "topics:\n  - {slug: dams, match: dam, alerts: [{on: [new], to: [c0, c1]}]}\n"
    desk.configure(
        "sources:\n" + "\n".join(rows) + f"\n{topic}channels:\n{channels}"
        "settings: {secrets: keys.env, deadline: 3s, per_host: 20}\n"
    )
    keys = desk.folder / "keys.env"
    keys.write_text("".join(f"S{n}={canary(8 + n)}\n" for n in range(8)))
    keys.chmod(0o600)
    told = {f"E{n}": canary(n) for n in range(8)} | {f"C{n}": canary(32 + n) for n in range(4)}
    return told | {f"PASSWORD_{n}": canary(36 + n) for n in range(4)}


def plant_pages(publisher: Publisher) -> list[str]:
    """Return a page that lists nothing, and one whose feed is none; tokens in their addresses."""
    place = f"{canary(40)}:{canary(41)}@127.0.0.1:{publisher.port}"
    target = f"http://{place}/hall?token={canary(42)}"
    url = publisher.serve("/list", Page(status=302, headers={"Location": target}))
    publisher.serve("/hall", Page(body=b"<html><title>Hall</title><p>Nothing</p></html>"))
    link = f'<link rel="alternate" type="application/rss+xml" href="/none?token={canary(43)}">'
    home = publisher.serve("/home", Page(body=f"<html><head>{link}</head></html>".encode()))
    return [
        f"  - {{id: list, url: '{url}', allow_private: true, page: {{item: li}}}}",
        f"  - {{id: home, url: '{home}', allow_private: true}}",
    ]


def find_leaks(text: str) -> set[str]:
    """Return the secrets in a text."""
    return {secret for secret in CANARIES if secret in text}


def find_written(folder: Path) -> dict[str, set[str]]:
    """Return the secrets in every file that the program wrote, by file.

    Where a source says it moved is remembered, to ask there: the tokens of it are in the memory.
    """
    memory = [path for path in (folder / "data").rglob("*") if path.is_file()]
    files = [*memory, *(folder / "output").rglob("*")]
    needed = {path: set(CANARIES[24:32]) for path in memory}
    found = {path: find_leaks(path.read_bytes().decode("latin-1")) for path in files}
    leaks = {path.name: found[path] - needed.get(path, set()) for path in files}
    return {name: secrets for name, secrets in leaks.items() if secrets}


@pytest.mark.case("A-18")
async def test_no_secret_comes_out_of_any_command(desk: DeskFolder) -> None:
    """Not in tables, JSON, errors, feeds, nor in the database, whatever the source does."""
    async with Publisher() as publisher:
        secrets = plant(desk, publisher)
        said = {
            args: await desk.run(*args, **secrets)
            for args in (
                ("check",),
                ("fetch", "--all"),
                ("fetch", "--all", "--json"),
                ("status",),
                ("opml", "export"),
                ("show", "https://post.example/dam"),
            )
        }
        states = await desk.run("status", "--json", **secrets)
        sent = json.dumps([dict(received.headers) for received in publisher.requests])

    assert {} == {
        args: found for args, ended in said.items() if (found := find_leaks(ended.out + ended.err))
    }
    assert set() == find_leaks(states.out + states.err) - set(CANARIES[24:32])
    assert {} == find_written(desk.folder)
    assert set(CANARIES[:16]) == find_leaks(sent) & set(CANARIES[:16])


@pytest.mark.case("A-18")
async def test_why_a_source_fails_is_published_without_queries(desk: DeskFolder) -> None:
    """Three polls in vain are told in a feed for everybody, with where they ended."""
    async with Publisher() as publisher:
        desk.configure("sources:\n" + "\n".join(plant_pages(publisher)) + "\n")
        fetched = [await desk.run("fetch", "--all", "--json") for _ in range(3)]
        states = await desk.run("status", "--json")

    health = (desk.output / "sources.health.json").read_text()
    assert f"finds nothing: http://127.0.0.1:{publisher.port}/hall?…" in health
    assert f"it names http://127.0.0.1:{publisher.port}/none?…" in health
    assert set() == find_leaks("".join(ended.out + ended.err for ended in (*fetched, states)))
    assert {} == find_written(desk.folder)


@pytest.mark.case("A-18")
@pytest.mark.parametrize("option", ["--verbose", "--log-json"])
async def test_no_secret_comes_out_of_the_daemon(desk: DeskFolder, option: str) -> None:
    """Its log tells every poll, a bad configuration, and a bug with its traceback."""
    async with Publisher() as publisher:
        secrets = plant(desk, publisher)
        daemon = await desk.start("run", option, **secrets)
        ended = asyncio.ensure_future(daemon.wait())
        while len(publisher.requests) < len(PAGES) + 4:
            await asyncio.wait((ended,), timeout=0.1)
        good = (desk.folder / "sources.yaml").read_text()
        desk.configure(good.replace("C3}", "NOBODY}").replace("Authorization", "Bad Header"))
        daemon.send_signal(signal.SIGHUP)
        log = await read_until(daemon.stderr, b"not applied")
        daemon.terminate()
        out, rest = await daemon.communicate()

    assert 0 == daemon.returncode
    lines = (out + log + rest).decode().splitlines()
    assert [] == [line for line in lines if find_leaks(line)]
    assert {} == find_written(desk.folder)
