"""The page of a story: only a page will do."""

import pytest

from feeds.model import Body, Unreadable
from feeds.parse import parse_visited

PAGE = b"<!DOCTYPE html><html><head><title>The dam holds</title></head><body><p>Safe.</p></body>"


def read(content: bytes, media_type: str = "text/html", charset: str | None = None) -> object:
    """Read bytes as a page, and return its title or why it is none."""
    body = Body(content=content, media_type=media_type, charset=charset, url="https://p.example/a")
    visited = parse_visited(body)
    if isinstance(visited, Unreadable):
        return visited.reason
    (entry,) = visited.document.entries
    return entry.title.value if entry.title else ""


@pytest.mark.parametrize("media_type", ["text/html", "application/xhtml+xml", "", "text/plain"])
def test_a_page_is_read_whatever_it_is_called(media_type: str) -> None:
    """Servers that do not know what they serve are many."""
    assert "The dam holds" == read(PAGE, media_type)


def test_the_charset_of_the_answer_counts() -> None:
    """As with feeds."""
    page = "<!DOCTYPE html><html><title>Плотина</title><p>Да.</p>".encode("koi8-r")

    assert "Плотина" == read(page, charset="koi8-r")


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"%PDF-1.7", "application/pdf", "no page: application/pdf"),
        (b"%PDF-1.7", "text/html", "a PDF document"),
        (b"", "text/html", "nothing: the document is empty"),
        (b'{"a": 1}', "text/html", "no page of HTML"),
        (b"<rss version='2.0'><channel/></rss>", "text/html", "no page of HTML"),
        (b"From: a@b.example\nSubject: x\n\nHello", "text/plain", "no page of HTML"),
    ],
)
def test_what_is_no_page_says_what_it_is(content: bytes, media_type: str, reason: str) -> None:
    """Feeds and letters, which an inbox may hold, are no pages either."""
    assert reason == read(content, media_type)
