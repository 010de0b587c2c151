"""An entry holds what the front matter of its text states, as programs define it."""

import pytest

from feeds.model import Body, Document, Entry
from feeds.parse import parse_document

_TEXT = "# The bridge\n\nIt *closes* on Monday.\n"


def _read(front: str, name: str = "a.md", text: str = _TEXT) -> Document:
    """Return the document of a file with this front matter."""
    content = f"---\n{front}\n---\n{text}".encode()
    document = parse_document(Body(content=content, media_type="", name=name))
    assert isinstance(document, Document)
    return document


def _entry(front: str, name: str = "a.md") -> Entry:
    """Return its one entry."""
    (entry,) = _read(front, name).entries
    return entry


@pytest.mark.parametrize(
    ("front", "labels"),
    [
        ("tags: 'bridges harlow #rhene'", ("bridges", "harlow", "rhene")),
        ("categories: world news", ("world", "news")),
        ("tags: old bridges, harlow", ("old bridges", "harlow")),
        ("tags: [old bridges, harlow]", ("old bridges", "harlow")),
        ("tags: '[[Old bridges]]'", ("Old bridges",)),
        ("category: World news\ntag: old bridges", ("World news", "old bridges")),
        ("taxonomies:\n  tags: [old bridges]\n  categories: [news]", ("old bridges", "news")),
    ],
)
def test_labels_are_read_as_programs_define_them(front: str, labels: tuple[str, ...]) -> None:
    """Spaces part labels on one line of ``tags`` and ``categories``, as in Jekyll and Obsidian."""
    assert _entry(front).categories == labels


@pytest.mark.parametrize(
    ("front", "published", "updated"),
    [
        ("date: 2026-11-21\nlastmod: 2026-11-22", "2026-11-21", "2026-11-22"),
        ("date_published: 2026-11-21\ndate_saved: 2026-11-23", "2026-11-21", None),
        ("published: true\ndate: 2026-11-21", "2026-11-21", None),
        ("created: 2026-11-23\nupdated: 2026-11-24", None, None),
        ("created: 2026-11-23\ndate: 2026-11-21\nupdated: 2026-11-24", "2026-11-21", "2026-11-24"),
        ("publication-date: 2026-11-21\nDate Modified: 2026-11-22", "2026-11-21", "2026-11-22"),
    ],
)
def test_dates_are_those_of_the_publisher(
    front: str, published: str | None, updated: str | None
) -> None:
    """When somebody saved or changed a note says nothing of the report."""
    entry = _entry(front)

    assert (entry.published and entry.published.raw) == published
    assert (entry.updated and entry.updated.raw) == updated


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("_posts/2026-11-21-bridge.md", "2026-11-21"),
        ("site/_posts/news/2026-11-21-bridge.md", "2026-11-21"),
        ("2026-11-21-bridge.md", None),
        ("_posts/bridge.md", None),
    ],
)
def test_a_post_is_dated_by_its_name(name: str, raw: str | None) -> None:
    """So does Jekyll; elsewhere such a name may be the day of the note."""
    published = _entry("layout: post", name).published

    assert (published and published.raw) == raw


def test_addresses_and_summaries_of_many_programs_are_read() -> None:
    """What the page calls its own address is known as such."""
    entry = _entry(
        "original_url: https://harlow.example/a?x=1\ncanonical: https://harlow.example/a\n"
        "subtitle: It closes on Monday.\nbyline: Ann Reed\nlocale: en_GB\n"
        "thumbnail: https://harlow.example/a.png"
    )

    assert [it.href for it in entry.links] == ["https://harlow.example/a?x=1"]
    assert entry.canonical == "https://harlow.example/a"
    assert (entry.texts[0].value, entry.texts[0].role) == ("It closes on Monday.", "summary")
    assert [it.name for it in entry.authors] == ["Ann Reed"]
    assert entry.language == "en-GB"
    assert [it.url for it in entry.media] == ["https://harlow.example/a.png"]


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("title: a\ndraft: true", "a.md"),
        ("title: a\nDraft: Yes", "a.md"),
        ("title: a\npublished: false", "a.md"),
        ("title: a\npublish: no", "a.md"),
        ("title: a\nstatus: draft", "a.md"),
        ("title: a", "_drafts/a.md"),
    ],
)
def test_a_draft_is_told_and_not_read(front: str, name: str) -> None:
    """Its makers say that it is not published yet."""
    document = _read(front, name)

    assert document.entries == ()
    assert [it.what for it in document.problems] == ["it is a draft, and not published"]


@pytest.mark.parametrize(
    "front", ["title: a\ndraft: false", "title: a\nstatus: done\npublish: yes"]
)
def test_what_is_no_draft_is_read(front: str) -> None:
    """The same keys say so."""
    assert len(_read(front).entries) == 1


def test_a_section_without_text_is_told_and_not_read() -> None:
    """``_index.md`` of Hugo and Zola; with a text it may be a report."""
    empty = _read("title: News", "news/_index.md", "\n")

    assert empty.entries == ()
    assert "section" in empty.problems[0].what
    assert len(_read("title: News", "news/_index.md").entries) == 1
    assert len(_read("title: News", "news/index.md", "\n").entries) == 1
