"""Recorded real feeds, served from loopback to the installed program."""

import gzip
import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import feedparser
import pytest
from desk import DeskFolder
from loopback import Page, Publisher
from lxml import etree

TOPICS = """
topics:
  - slug: all
    match: "*"
    fold: none
    limit: 1000
  - slug: folded
    match: "*"
    fold: events
    limit: 1000
    alerts:
      - on: [new, headline, standfirst, body]
"""


def read_capture(path: Path) -> bytes:
    """Return the bytes of a capture as the publisher served them."""
    return gzip.decompress(path.read_bytes())


def headlines_in(body: bytes) -> Counter[str]:
    """Return the titles of a document's items as a tolerant XML parser reads them."""
    root = etree.fromstring(body, etree.XMLParser(recover=True, resolve_entities=False))
    items = root.xpath("//*[local-name()='item' or local-name()='entry']")
    titles = (item.xpath("string(*[local-name()='title'][1])") for item in items)
    return Counter(fold(title) for title in titles)


def fold(text: str) -> str:
    """Leave only what no spelling habit changes."""
    return re.sub(r"\W+", "", re.sub(r"<[^>]*>|&#?\w+;", "", text)).casefold()


def configure(desk: DeskFolder, urls: dict[str, str]) -> None:
    """Listen to these addresses."""
    sources = "".join(
        f"  - {{id: {name}, url: '{url}', allow_private: true, every: 60s}}\n"
        for name, url in urls.items()
    )
    desk.configure(f"sources:\n{sources}{TOPICS}")


def by_source(report: Any) -> dict[str, Any]:
    """Return what happened to each source, by id."""
    return {source["source_id"]: source for source in report["sources"]}


@pytest.fixture
def day(shared: Path) -> dict[str, bytes]:
    """The captures of one day, by name."""
    folder = min((shared / "feeds" / "days").iterdir())
    return {path.name.removesuffix(".xml.gz"): read_capture(path) for path in folder.iterdir()}


@pytest.fixture
def series(shared: Path) -> list[bytes]:
    """Successive captures of one feed."""
    paths = sorted((shared / "feeds" / "series" / "bbc-world").iterdir())
    return [read_capture(path) for path in paths[:12:2]]


def serve_day(publisher: Publisher, desk: DeskFolder, day: dict[str, bytes]) -> None:
    """Serve every capture of a day, and listen to them all."""
    headers = {"Content-Type": "text/xml"}
    configure(
        desk,
        {
            name: publisher.serve(f"/{name}", Page(body=day[name], headers=headers))
            for name in sorted(day)
        },
    )


def is_page(body: bytes) -> bool:
    """Return whether a publisher answered with an HTML page in place of its feed."""
    return body.lstrip()[:14].lower() == b"<!doctype html"


async def test_every_entry_of_a_day_is_held_once(desk: DeskFolder, day: dict[str, bytes]) -> None:
    """None lost, none twice; polling again makes nothing new and changes no byte."""
    async with Publisher() as publisher:
        serve_day(publisher, desk, day)
        first = await desk.run("fetch", "--all", "--json")
        written = desk.files()
        second = await desk.run("fetch", "--all", "--json")

    wanted = {name: headlines_in(body) for name, body in day.items() if not is_page(body)}
    told = by_source(first.json)
    assert {name: titles.total() for name, titles in wanted.items()} == {
        name: told[name]["new"] for name in wanted
    }
    assert {"failed"} == {told[name]["answer"] for name in day.keys() - wanted.keys()}

    entries = desk.feed("all")["items"]
    assert len(entries) == len({entry["id"] for entry in entries})
    assert sum(wanted.values(), Counter()) == Counter(fold(entry["title"]) for entry in entries)

    again = by_source(second.json)
    assert {"not modified", "failed"} == {source["answer"] for source in again.values()}
    assert 0 == sum(source["new"] + source["revised"] for source in again.values())
    assert written == desk.files()
    assert [] == second.json["written"]


async def test_other_readers_read_back_what_is_published(
    desk: DeskFolder, day: dict[str, bytes]
) -> None:
    """Strict XML; feedparser finds the headlines, links, ids and dates of the JSON Feed."""
    async with Publisher() as publisher:
        serve_day(publisher, desk, day)
        await desk.run("fetch", "--all", "--json")

    for path in desk.output.glob("*.*"):
        if path.suffix in {".rss", ".atom", ".opml"}:
            etree.fromstring(path.read_bytes())
    for slug, suffix in product(("all", "folded"), ("rss", "atom")):
        expected = desk.feed(slug)["items"]
        read = feedparser.parse((desk.output / f"{slug}.{suffix}").read_bytes())
        assert not read.bozo
        assert [(item["id"], item["title"], item.get("url")) for item in expected] == [
            (entry.id, entry.title, entry.get("link")) for entry in read.entries
        ]
        assert [item.get("date_published", "")[:19] for item in expected] == [
            "{}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*entry.published_parsed[:6])
            if "published" in entry
            else ""
            for entry in read.entries
        ]


async def test_the_next_capture_gives_just_the_new_and_the_revised(
    desk: DeskFolder, series: list[bytes]
) -> None:
    """Six captures of one feed, in order: what is told is what differs between them."""
    async with Publisher() as publisher:
        page = {"headers": {"Content-Type": "text/xml"}}
        url = publisher.serve("/rss", *(Page(body=body, **page) for body in series))
        configure(desk, {"bbc": url})
        told = [by_source((await desk.run("fetch", "--all", "--json")).json) for _ in series]

    known: dict[str, tuple[str, str]] = {}
    all_revised = 0
    for body, report in zip(series, told, strict=True):
        now = {e.id: (e.title, e.summary) for e in feedparser.parse(body).entries}
        new = sum(1 for guid in now if guid not in known)
        revised = sum(1 for guid, said in now.items() if guid in known and said != known[guid])
        assert (new, revised) == (report["bbc"]["new"], report["bbc"]["revised"])
        known |= now
        all_revised += revised
    assert all_revised
