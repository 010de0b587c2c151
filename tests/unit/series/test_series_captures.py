"""Captures compared plainly: what a reader of the bare feed finds edited, and nothing else."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from captures import (
    Capture,
    Plain,
    list_causes,
    list_moved,
    normalize_text,
    read_captures,
    read_plainly,
)

ITEM = """<item><guid isPermaLink="false">a</guid><title>Dam &amp; dike</title>
<link>https://post.example/a</link><description>It &lt;b&gt;holds&lt;/b&gt;.</description>
<pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate></item>"""


def a_plain(**fields: Any) -> Plain:
    """An entry."""
    values: dict[str, Any] = {
        "id": "a",
        "link": "https://post.example/a",
        "headline": "Dam holds",
        "texts": ("It holds",),
        "people": (),
        "pictures": (),
        "dates": ("Monday",),
    }
    return Plain(**values | fields)


def test_captures_are_read_in_order_of_their_names(tmp_path: Path) -> None:
    """Compressed or not; the time stands in the name, and other files are left alone."""
    (tmp_path / "0001_20261124T120000Z.xml").write_bytes(b"second")
    (tmp_path / "0000_20261123T120000Z.xml.gz").write_bytes(gzip.compress(b"first"))
    (tmp_path / "README.md").write_text("notes")

    captures = list(read_captures(tmp_path))

    assert [capture.content for capture in captures] == [b"first", b"second"]
    assert captures[0].taken == datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert list(read_captures(tmp_path, most=1)) == captures[:1]


def test_an_entry_is_read_as_plain_text(tmp_path: Path) -> None:
    """Without markup; what stands there twice is told once."""
    content = f"<rss version='2.0'><channel>{ITEM}{ITEM}</channel></rss>".encode()
    capture = Capture(path=tmp_path, taken=datetime(2026, 11, 23, tzinfo=UTC), content=content)

    (plain,) = read_plainly(capture)

    assert (plain.id, plain.headline, plain.texts) == ("a", "Dam & dike", ("It holds",))
    assert plain.dates == ("Mon, 23 Nov 2026 12:00:00 GMT",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Dam’s end” – now…", '"Dam\'s end" - now...'),
        ("<p>Dam</p><p>holds.</p>", "Dam  holds"),
        ("Dam&nbsp;holds", "Dam holds"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    """Quotes, dashes, markup, white space and the end of a sentence."""
    assert normalize_text(one) == normalize_text(other)


def test_a_word_or_a_number_is_a_difference() -> None:
    """Only typography is taken away."""
    texts = ["Dam holds", "Dam held", "dam holds", "Dam holds 12", "Dam holds 1.2"]

    assert len({normalize_text(text) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("cause", "fields"),
    [
        ("headline", {"headline": "Dam breaks"}),
        ("case", {"headline": "DAM HOLDS"}),
        ("text", {"texts": ("It breaks",)}),
        ("byline", {"people": ("Ilse Maren",)}),
        ("url", {"link": "https://post.example/b"}),
        ("media", {"pictures": ("https://post.example/1.jpg",)}),
        ("date", {"dates": ("Tuesday",)}),
    ],
)
def test_each_field_that_differs_is_a_cause(cause: str, fields: dict[str, Any]) -> None:
    """And nothing else is."""
    assert list_causes(a_plain(), a_plain(**fields)) == {cause}


def test_an_entry_moves_if_it_changes_place_with_another() -> None:
    """One that comes on top, or drops out, moves nobody."""
    a, b, c = (a_plain(id=name) for name in "abc")

    assert list_moved([a, b], [c, a, b]) == frozenset()
    assert list_moved([c, a, b], [a, b]) == frozenset()
    assert list_moved([a, b, c], [b, a, c]) == {"a", "b"}
