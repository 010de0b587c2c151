"""A feed read in pieces says what it says as a whole."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Source, Story
from feeds.normalize import identify_stories
from feeds.parse import join_pieces, split_document
from feeds.pipeline.read import read_bodies, read_piece

_SEEN = datetime(2026, 11, 24, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "parse"
_FEEDS = sorted(
    path
    for folder in ("rss", "rdf", "atom", "json", "broken", "encoding")
    for path in (_CORPUS / folder).glob("*.*")
    if not path.name.endswith(".expected.json")
)


def a_body(content: bytes) -> Body:
    """Return bytes as fetched."""
    return Body(content=content, media_type="", url=_SOURCE.url or "")


def read_whole(body: Body) -> tuple[Story, ...]:
    """Return the stories of a document read at once."""
    return read_bodies((body,), _SOURCE, _SEEN).stories


def read_apart(body: Body, size: int) -> tuple[Story, ...]:
    """Return the stories of a document read in pieces of so many entries."""
    pieces = split_document(body)
    assert pieces is not None
    stories: list[Story] = []
    for start in range(0, len(pieces.entries), size):
        few = join_pieces(pieces, start, start + size)
        stories += read_piece(few, start + 1, _SOURCE, _SEEN).stories
    return identify_stories(stories)


@pytest.mark.parametrize("path", _FEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_pieces_tell_what_the_whole_tells(path: Path) -> None:
    """Every feed of the corpus gives the same stories, with the same ids, entry by entry."""
    body = a_body(path.read_bytes())
    if split_document(body) is None:
        pytest.skip("no entries, or one that is the whole document")

    assert read_whole(body) == read_apart(body, 1)
    assert read_whole(body) == read_apart(body, 2)


def rss(inside: str) -> Body:
    """Return a feed."""
    return a_body(
        f"<rss version='2.0'><channel><title>Post</title>{inside}</channel></rss>".encode()
    )


def test_words_that_look_like_an_entry_are_no_entry() -> None:
    """In a text, in a comment, or inside another entry."""
    body = rss(
        "<!-- <item> --><item><title>a</title><description><![CDATA[<item>x</item>]]></description>"
        "</item><item><title>b</title><x:entry xmlns:x='urn:x'>y</x:entry></item><item/>"
    )
    pieces = split_document(body)
    assert pieces is not None

    assert 3 == len(pieces.entries)
    assert pieces.entries[1].endswith("</x:entry></item>")
    assert read_whole(body) == read_apart(body, 1)


def test_a_piece_numbers_its_entries_as_the_whole_does() -> None:
    """So that people find them."""
    body = rss("".join(f"<item><title>{n}</title><pubDate>soon</pubDate></item>" for n in "abc"))
    pieces = split_document(body)
    assert pieces is not None
    reading = read_piece(join_pieces(pieces, 2, 3), 3, _SOURCE, _SEEN)

    (problem,) = reading.problems
    assert problem.startswith("entry 3: ")


def test_what_is_no_feed_has_no_pieces() -> None:
    """A page, a sitemap, one entry alone, a file of an inbox."""
    page = a_body(b"<html><body><p>a</p></body></html>")
    sitemap = a_body(b"<urlset><url><loc>https://post.example/a</loc></url></urlset>")
    alone = a_body(b"<entry xmlns='http://www.w3.org/2005/Atom'><title>a</title></entry>")
    filed = Body(content=rss("<item/>").content, media_type="", name="a.xml")

    assert [None] * 4 == [split_document(body) for body in (page, sitemap, alone, filed)]
