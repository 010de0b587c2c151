"""What other readers of feeds fell for: each advisory with its own document, read by a worker.

The bytes stand between two good entries. Whatever they are, the worker answers within three seconds
of processor time, the neighbours are there, and nothing is active, unfolded or read from the disk.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Source
from feeds.pipeline.read import READING, Reading, read_bodies
from feeds.processes import Limits, Workers

_SEEN = datetime(2026, 11, 24, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_CDATA = "<![CDATA[<![CDATA[<script>alert(1)</script>]]]]><![CDATA[>]]>"
_COMMENT = "&lt;!--[if&gt;&lt;img src=x onerror=alert(1)//--&gt;&lt;!--&gt;&lt;script&gt;alert(1)"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
_MODEL = f"<!DOCTYPE rss [<!ELEMENT rss {'(' * 8_000}a{')' * 8_000}>]>"
_ATTRIBUTES = "".join(f' a{number}="1"' for number in range(70_000))


def an_item(name: str, inside: str = "") -> str:
    """An item."""
    return f"<item><title>The {name}</title><guid>{name}</guid>{inside}</item>"


def text(words: str) -> str:
    """An item with this description in XML."""
    return an_item("bridge", f"<description>{words}</description>")


def among(middle: str, before: str = "") -> str:
    """A feed of this between two good items."""
    items = f"{an_item('dam')}{middle}{an_item('mill')}"
    return f'{before}<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'


async def read(document: str | bytes) -> Reading:
    """Read a document in a worker that allows three seconds."""
    content = document if isinstance(document, bytes) else document.encode()
    body = Body(content=content, media_type="", url=_SOURCE.url or "")
    async with Workers(limits=Limits(cpu=3, wall=60.0), count=1, preload=READING) as workers:
        reading = await workers.run(read_bodies, (body,), _SOURCE, _SEEN)
    assert isinstance(reading, Reading), reading
    return reading


def neighbours(reading: Reading) -> list[str]:
    """Return which of the good items were read."""
    return [story.guid for story in reading.stories if story.guid in {"dam", "mill"}]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(_CDATA, marks=pytest.mark.case("CVE-2009-5065")),
        pytest.param(_COMMENT, marks=pytest.mark.case("CVE-2011-1157", "PYSEC-2011-20")),
    ],
)
async def test_no_script_comes_through(words: str) -> None:
    """From CDATA in CDATA, or behind a broken comment."""
    reading = await read(among(text(words)))

    assert ["dam", "mill"] == neighbours(reading)
    kept = "".join(story.body_html for story in reading.stories).lower()
    assert "<script" not in kept
    assert "onerror" not in kept.partition("<")[2]


@pytest.mark.case("CVE-2011-1158", "PYSEC-2011-21")
@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java&#10;script:x"]
)
async def test_no_address_runs_a_script(link: str) -> None:
    """An address is one of the web, or none."""
    reading = await read(among(an_item("bridge", f"<link>{link}</link>")))

    assert [None] == [story.url for story in reading.stories if story.guid == "bridge"]
    assert "script:" not in repr(reading.stories).lower()


@pytest.mark.parametrize(
    "doctype",
    [
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY a "b"\n',
            marks=pytest.mark.case("CVE-2011-1156", "PYSEC-2011-19"),
        ),
        pytest.param("<!DOCTYPE rss [<!ENTITY % a '", marks=pytest.mark.case("CVE-2011-1156")),
        pytest.param(_MODEL, marks=pytest.mark.case("CVE-2026-4224")),
    ],
    ids=["unclosed", "unclosed quote", "nested model"],
)
async def test_a_broken_document_type_is_left_out(doctype: str) -> None:
    """The process lives, and the entries are read."""
    assert ["dam", "mill"] == neighbours(await read(among(text("x"), before=doctype)))


@pytest.mark.case("CVE-2012-2921", "PYSEC-2012-14", "CVE-2013-0340")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
async def test_entities_do_not_grow(encoding: str) -> None:
    """In a document that is not ASCII either."""
    document = among(text("&l9; Hollmühl"), before=f"<!DOCTYPE rss [{_LAUGHS}]>")
    reading = await read(document.encode(encoding))

    assert ["dam", "mill"] == neighbours(reading)
    assert len(repr(reading)) < 5_000


@pytest.mark.case("feedparser-107", "simplepie-xxe")
async def test_no_file_is_read(tmp_path: Path) -> None:
    """Neither the one a document type names nor that of an entity."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-words", "utf-8")
    entity = f'[<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "file://{secret}"> %p;]'
    reading = await read(
        among(text("a &x; b"), before=f'<!DOCTYPE rss SYSTEM "file://{secret}" {entity}>')
    )

    assert ["dam", "mill"] == neighbours(reading)
    assert "the-secret-words" not in repr(reading)


@pytest.mark.parametrize(
    "middle",
    [
        pytest.param(
            an_item("bridge", f"<author>{'a' * 60_000}</author>"),
            marks=pytest.mark.case("feedparser-562"),
        ),
        pytest.param(
            an_item("bridge", f"<author><![CDATA[{'a' * 60_000}]]></author>"),
            marks=pytest.mark.case("feedparser-562"),
        ),
        pytest.param(
            an_item("bridge", f'<a b="{"x" * 8_000_000}"/>'),
            marks=pytest.mark.case("CVE-2023-52425"),
        ),
        pytest.param(
            text("<a>" * 700_000 + "</a>" * 700_000),
            marks=pytest.mark.case("CVE-2024-8176", "CVE-2025-59375"),
        ),
        pytest.param(
            an_item("bridge", f"<x{_ATTRIBUTES}/>"),
            marks=pytest.mark.case("CVE-2025-66382", "CVE-2026-7210", "CVE-2026-41080"),
        ),
        pytest.param(
            text("<" * 500_000), marks=pytest.mark.case("CVE-2024-1892", "GHSA-cc65-xxvf-f7r9")
        ),
        pytest.param(
            text("<!--" * 100_000), marks=pytest.mark.case("CVE-2024-1892", "GHSA-cc65-xxvf-f7r9")
        ),
    ],
    ids=["author", "literal author", "long token", "depth", "attributes", "brackets", "comments"],
)
async def test_an_entry_that_costs_minutes_elsewhere_costs_a_moment(middle: str) -> None:
    """And its neighbours nothing."""
    assert ["dam", "mill"] == neighbours(await read(among(middle)))


@pytest.mark.case("rome-142", "simplepie-142")
@pytest.mark.parametrize("kept", [30, 90, 150, 210])
async def test_a_feed_cut_off_ends(kept: int) -> None:
    """Wherever it is cut; no parser waits for the rest."""
    document = among(text("The bridge &amp; the ford."))
    reading = await read(document[:kept])

    assert {story.guid for story in reading.stories} <= {"dam", "bridge", "mill"}


async def test_half_a_surrogate_pair_is_no_exception() -> None:
    """In feedparser alone, an exception escapes."""
    reading = await read(among(text("x")).encode().replace(b"The dam", b"The \xed\xa0\x80 dam"))

    assert ["dam", "mill"] == neighbours(reading)
    repr(reading).encode()
