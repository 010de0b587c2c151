"""Pictures whose data stands inside the text, as the extension SingleFile writes them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Document, Problem, Source, Story
from feeds.normalize import normalize_document
from feeds.parse import parse_document

_INBOX = Source(id="inbox", kind="inbox", path=Path("/inbox"))
_FEED = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_PARAGRAPHS = [
    f"In week {number} the engineers of the county looked at pillar {number} of the old bridge."
    for number in range(1, 25)
]


def _picture(size: int) -> str:
    """Return an image element of that many bytes."""
    return f'<img alt="" src="data:image/png;base64,{"iVBORw0KGgo/AA+A" * (size // 16)}">'


def _page(body: str) -> bytes:
    """Return a saved page."""
    head = "<head><title>Bridge closes</title></head>"
    return f"<html>{head}<body><article><h1>Bridge closes</h1>{body}</article></body>".encode()


def _read(content: bytes, name: str | None = "b.html") -> tuple[Story, tuple[Problem, ...]]:
    """Return the story of a file of an inbox, or of a feed, and what was wrong."""
    document = parse_document(Body(content=content, media_type="", name=name))
    assert isinstance(document, Document)
    (story,), problems = normalize_document(document, _INBOX if name else _FEED, _SEEN)
    return story, (*document.problems, *problems)


@pytest.mark.parametrize(
    "body",
    [
        _picture(1_500_000) + "".join(f"<p>{it}</p>" for it in _PARAGRAPHS),
        "".join(
            f"<p>{it}</p>{_picture(150_000) if place % 2 else ''}"
            for place, it in enumerate(_PARAGRAPHS)
        ),
    ],
    ids=["one above the text", "twelve in it"],
)
def test_a_page_with_pictures_inside_is_read_whole(body: str) -> None:
    """However large they are: they are no text."""
    story, problems = _read(_page(body))

    assert (story.body_text.split("\n\n"), problems) == (_PARAGRAPHS, ())
    assert story.media == ()


@pytest.mark.parametrize("escaped", [True, False])
def test_an_entry_with_pictures_inside_is_read_whole(escaped: bool) -> None:  # noqa: FBT001 - both
    """In RSS, escaped or in CDATA."""
    body = "".join(f"<p>{it}</p>{_picture(50_000)}" for it in _PARAGRAPHS)
    marked = body.replace("<", "&lt;").replace('"', "&quot;") if escaped else f"<![CDATA[{body}]]>"
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Post</title><item><title>Bridge closes</title><guid>1</guid>"
        f"<content:encoded>{marked}</content:encoded></item></channel></rss>"
    )

    story, problems = _read(feed.encode(), name=None)

    assert (story.body_text.split("\n\n"), problems) == (_PARAGRAPHS, ())


def test_an_entry_of_json_with_pictures_inside_is_read_whole() -> None:
    """In JSON Feed, with slashes escaped as some programs do."""
    body = "".join(f"<p>{it}</p>{_picture(50_000)}" for it in _PARAGRAPHS)
    item = {"id": "1", "title": "Bridge closes", "content_html": body}
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "", "items": [item]})

    story, problems = _read(feed.replace("/", "\\/").encode(), name=None)

    assert (story.body_text.split("\n\n"), problems) == (_PARAGRAPHS, ())


def test_a_newsletter_with_a_picture_inside_is_read_whole() -> None:
    """An e-mail of HTML alone."""
    page = _page(_picture(1_200_000) + "".join(f"<p>{it}</p>" for it in _PARAGRAPHS)).decode()
    head = "From: Jane Doe <jane@post.example>\nSubject: Bridge closes\nMIME-Version: 1.0\n"

    story, problems = _read(f"{head}Content-Type: text/html\n\n{page}".encode(), "b.eml")

    assert (story.body_text.split("\n\n"), problems) == (_PARAGRAPHS, ())


def test_a_page_that_is_cut_says_so() -> None:
    """Of a page with more markup than is read, what is missing is told."""
    widget = '<div data-x="' + "x " * 600_000 + '"></div>'

    _, problems = _read(_page(f"<p>{_PARAGRAPHS[0] * 9}</p>{widget}<p>{_PARAGRAPHS[1]}</p>"))

    assert [problem.what for problem in problems] == ["entry 1: the body was cut"]


def test_the_programs_of_a_long_page_leave_room_for_its_text() -> None:
    """They stand above it, and more of them than is read of a page."""
    words = "".join(f"<p>{it}</p>" for it in _PARAGRAPHS)
    story, problems = _read(_page(f"<script>{'x = 1;' * 400_000}</script>{words}"))

    assert story.body_text.split("\n\n") == _PARAGRAPHS
    assert problems == ()
