"""Lists of feeds as other readers write them."""

from pathlib import Path

import pytest

from feeds.errors import WiredeskError
from feeds.model import Source
from feeds.sources import Addition, read_opml, render_opml


def read(body: str) -> list[tuple[str, str | None, str]]:
    """Return address, title and folder of each feed of a list."""
    found = read_opml(f'<opml version="2.0"><body>{body}</body></opml>'.encode(), "l.opml")
    return [(one.url, one.title, one.folder) for one in found]


def test_feeds_are_read_with_title_and_folder() -> None:
    """In the order of the list; folders inside folders by their path; notes are no feeds."""
    assert [
        ("https://a.example/", "A & B", "News"),
        ("https://b.example/", "B", "News / Europe"),
        ("https://c.example/", "C", "News"),
        ("https://d.example/", None, ""),
    ] == read(
        """<outline text="News">
          <outline type="rss" text="A &amp;  B" xmlUrl="https://a.example/" htmlUrl="x"/>
          <outline title="Europe"><outline text="B" xmlUrl=" https://b.example/ "/></outline>
          <outline text="C" xmlUrl="https://c.example/"/><outline text="a note"/>
        </outline><outline xmlUrl="https://d.example/"/>"""
    )


def test_spellings_of_readers_are_understood() -> None:
    """Attributes in any case, url for xmlUrl, and the scheme feed."""
    assert ["https://a.example/", "https://b.example/", "http://c.example/", "https://d/"] == [
        url
        for url, _, _ in read(
            """<outline XMLURL="https://a.example/"/><Outline type="RSS" url="https://b.example/"/>
            <outline xmlUrl="feed://c.example/"/><outline xmlurl="feed:https://d/"/>
            <outline type="link" url="https://no.example/"/>
            <outline type="include" url="https://no.example/list.opml"/>"""
        )
    ]


def test_titles_are_cut_and_cleaned() -> None:
    """One line without control characters, no longer than a title may be."""
    ((_, title, _),) = read(f'<outline text="a&#10;b&#x9b; {"x" * 300}" xmlUrl="https://a/"/>')

    assert title is not None
    assert title.startswith("a b ")
    assert len(title) <= 200


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "l.opml:1:1"),
        (b"<opml>\n<body>\n<outline text='a & b'/></body></opml>", "l.opml:3:19"),
        (b"<opml><body><outline xmlUrl='https://a/'/>", "this is not OPML"),
        (b"<rss/>", "no OPML: its first element is <rss>"),
        (b"\x89PNG", "this is not OPML"),
        (b'<!DOCTYPE opml [<!ENTITY a "x">]><opml><body/></opml>', "entities"),
    ],
)
def test_what_is_no_list_is_told_with_its_place(content: bytes, words: str) -> None:
    """Never half a list: what is cut off is refused whole."""
    with pytest.raises(WiredeskError, match=words):
        read_opml(content, "l.opml")


@pytest.mark.case("CVE-2026-29039")
def test_no_entity_and_no_dtd_is_opened(tmp_path: Path) -> None:
    """A file that an entity names is not read, and a bomb does not go off."""
    secret = tmp_path / "secret"
    secret.write_text("TELLTALE", "utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    for inside in (f'<!ENTITY e0 SYSTEM "{secret.as_uri()}">', f'<!ENTITY e0 "lol">{bomb}'):
        text = f"<!DOCTYPE opml [{inside}]><opml><body><outline text='&e11;'>&e0;</outline></body>"
        with pytest.raises(WiredeskError) as caught:
            read_opml(f"{text}</opml>".encode(), "l.opml")
        assert "TELLTALE" not in str(caught.value)
    outside = f'<!DOCTYPE opml SYSTEM "{secret.as_uri()}"><opml><body/></opml>'
    assert () == read_opml(outside.encode(), "l.opml")


def test_other_encodings_are_read() -> None:
    """What the declaration says."""
    text = '<?xml version="1.0" encoding="{}"?><opml><outline text="é" xmlUrl="https://a/"/></opml>'
    for name in ("ISO-8859-1", "UTF-16", "UTF-8"):
        (found,) = read_opml(text.format(name).encode(name), "l.opml")
        assert Addition(url="https://a/", title="é") == found


def test_what_is_said_is_read_again() -> None:
    """The desk reads its own lists; folders of articles are no feeds."""
    sources = (
        Source(id="a", kind="feed", url="https://a.example/?x=1&y=2", title="A <&> ü\ufffe"),
        Source(id="inbox", kind="inbox", path=Path("/inbox")),
        Source(id="b", kind="feed", url="https://b.example/"),
    )

    assert [("https://a.example/?x=1&y=2", "A <&> ü"), ("https://b.example/", "b")] == [
        (one.url, one.title) for one in read_opml(render_opml(sources, "Desk"), "l.opml")
    ]
