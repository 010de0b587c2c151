"""The door of the room: it never raises, never opens anything, never loses an entry."""

from itertools import pairwise
from pathlib import Path

from feeds.model import Body, Document, Unreadable
from feeds.parse import parse_document

_ITEM = '<item><title>{0}</title><guid isPermaLink="false">{0}</guid></item>'


def make_rss(items: str, before: str = "") -> Body:
    """Return an RSS feed of these items, as fetched."""
    xml = f'{before}<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'
    return Body(content=xml.encode(), media_type="application/rss+xml", url="https://n.example/rss")


def read(body: Body) -> Document:
    """Return the document of a body that can be read."""
    document = parse_document(body)
    assert isinstance(document, Document)
    return document


def test_entity_that_names_a_file_is_never_opened(tmp_path: Path) -> None:
    """A file named by an external entity or DTD does not show up anywhere."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-words")
    doctype = (
        f'<!DOCTYPE r SYSTEM "file://{secret}" [<!ENTITY x SYSTEM "file://{secret}">'
        f'<!ENTITY % p SYSTEM "file://{secret}"> %p;]>'
    )
    document = read(make_rss(_ITEM.format("a &x; b"), before=doctype))
    assert "the-secret-words" not in repr(document)
    assert len(document.entries) == 1


def test_entities_made_of_entities_do_not_grow() -> None:
    """A small "billion laughs" gives its entry without laughing."""
    names = ["a", *(f"b{number}" for number in range(12))]
    laughs = "".join(
        f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in pairwise(names)
    )
    doctype = f'<!DOCTYPE r [<!ENTITY a "ha">{laughs}]>'
    document = read(make_rss(_ITEM.format("&b11;"), before=doctype))
    assert len(repr(document)) < 2000


def test_author_of_sixty_thousand_letters_costs_little() -> None:
    """The quadratic pattern of feedparser sees no long author, in no form."""
    words = "a" * 60_000
    items = "".join(
        f"<item><title>t</title><{tag}>{text}</{tag}></item>"
        for tag in ("author", "dc:creator", "managingEditor")
        for text in (words, f"<![CDATA[{words}]]>", "a@" * 30_000)
    )
    assert len(read(make_rss(items)).entries) == 9


def test_every_entry_of_a_feed_cut_anywhere_is_read_once() -> None:
    """However many bytes arrive, whole items are there once, and nothing else has an identity."""
    whole = make_rss("".join(_ITEM.format(number) for number in range(5)))
    for length in range(60, len(whole.content), 7):
        content = whole.content[:length]
        guids = [entry.guid for entry in read(Body(content=content, media_type="")).entries]
        complete = content.count(b"</guid>")
        assert guids == [str(number) for number in range(complete)]


def test_deep_nesting_is_survived() -> None:
    """Thousands of open elements and brackets lead to an answer."""
    deep = b"<rss><channel><item>" + b"<a>" * 20_000
    brackets = b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 50_000
    for content in (deep, brackets, b"<div>" * 20_000):
        body = Body(content=content, media_type="")
        assert isinstance(parse_document(body), Document | Unreadable)


def test_page_is_an_article_only_in_an_inbox() -> None:
    """The same bytes are refused from a source and read from a folder."""
    page = b"<html><head><title>Bad gateway</title></head><body>502</body></html>"
    fetched = parse_document(Body(content=page, media_type="application/rss+xml"))
    filed = parse_document(Body(content=page, media_type="", name="page.html"))
    assert isinstance(fetched, Unreadable)
    assert fetched.reason == 'an HTML page, not a feed (titled "Bad gateway")'
    assert isinstance(filed, Document)


def test_same_bytes_give_the_same_document() -> None:
    """Reading twice gives equal values."""
    body = make_rss(_ITEM.format("A & B"))
    assert parse_document(body) == parse_document(body)


def test_at_sign_in_a_body_stays() -> None:
    """What is hidden from feedparser in names does not show in texts."""
    body = "<description><![CDATA[<author>a@n.example</author>]]></description>"
    (entry,) = read(make_rss(f"<item>{body}</item>")).entries
    assert entry.texts[0].value == "<author>a@n.example</author>"


def test_a_file_of_an_inbox_that_is_no_text_is_told_with_what_to_do() -> None:
    """It was given the name of one; a source that answers so has no feed."""
    content = b"%PDF-1.7"
    named = parse_document(Body(content=content, media_type="text/plain", name="a.txt"))
    fetched = parse_document(Body(content=content, media_type="text/plain"))

    assert named == Unreadable(
        kind="not a feed",
        reason="this is a PDF document: save it as text (.txt), HTML (.html) or e-mail (.eml)",
    )
    assert fetched == Unreadable(kind="not a feed", reason="a PDF document, not a feed")
