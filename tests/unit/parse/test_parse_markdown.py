"""What people and programs write as Markdown becomes the story, and nothing of it is lost."""

import pytest
from stories import NOON

from feeds.model import Body, Document, Entry, Source
from feeds.normalize import normalize_document
from feeds.parse import parse_document


def _read(text: str, name: str = "a.md") -> Document:
    """Return the document of a file."""
    document = parse_document(Body(content=text.encode(), media_type="", name=name))
    assert isinstance(document, Document)
    return document


def _entry(text: str) -> Entry:
    """Return the one entry of a file."""
    (entry,) = _read(text).entries
    return entry


def _published(text: str) -> str:
    """Return the HTML that readers get."""
    source = Source(id="inbox", kind="inbox")
    (story,), _ = normalize_document(_read(text), source, NOON)
    return story.body_html


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The bridge *closes*\n\nWords\n", "The bridge <em>closes</em>"),
        ("The bridge closes\n===\n\nWords\n", "The bridge closes"),
        ("## The bridge closes\n\nWords\n\n# Not this\n", "The bridge closes"),
        ("![](a.png)\n\n# The bridge closes\n\nWords\n", "The bridge closes"),
        ("---\ntitle: The bridge\n---\n# the  Bridge\n\nWords\n", "The bridge"),
        ("---\ntitle: The bridge\n---\nThe bridge\n\nWords\n\n> A\n", "The bridge"),
        ("---\ntitle: The bridge\n---\n![](a.png)\n\n## The bridge\n\nWords", "The bridge"),
        ("# The bridge\n\nThe *bridge*\n\nWords\n", "The bridge"),
    ],
)
def test_the_heading_is_the_headline_and_no_text(text: str, title: str) -> None:
    """The one at the beginning, or the only one of the first rank."""
    entry = _entry(text)

    assert entry.title is not None
    assert entry.title.value == title
    assert title not in entry.texts[0].value
    assert "bridge" not in entry.texts[0].value.lower()
    assert "Words" in entry.texts[0].value


@pytest.mark.parametrize(
    "text",
    [
        "*Words*\n\n# One\n\nA\n\n# Two\n\nB\n",
        "# ![logo](https://root.example/a.png)\n\nWords\n",
        "---\ntitle: Another\n---\n# One\n\nWords\n",
    ],
)
def test_other_headings_stay_in_the_text(text: str) -> None:
    """Several of one rank, a picture, or one beside another headline."""
    assert "<h1>" in _entry(text).texts[0].value


def test_numbers_of_days_are_kept() -> None:
    """A line of its own that begins as a list is none; a list is one."""
    day = _entry("> Words\n\n21. November 2026\n\n* a\n\n3) things\n").texts[0].value

    assert "<p>21. November 2026</p>" in day
    assert "<p>3) things</p>" in day
    assert '<ol start="4">' in _entry("4. a\n5. b\n").texts[0].value
    assert "<ol>" in _entry("1. a\n2. b\n").texts[0].value


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. Mai 2026", "<p>1. Mai 2026</p>"),
        ("1. FC Köln gewinnt gegen Bayern\n===", "<h1>1. FC Köln gewinnt gegen Bayern</h1>"),
        ("* a\n* 1. FC Köln won", "<li>1. FC Köln won</li>"),
        ("> 1) Words", "<p>1) Words</p>"),
        ("1. First?\n\nWords.\n\n2. Second?\n\nWords.", "<p>1. First?</p>"),
    ],
)
def test_a_number_that_counts_nothing_is_kept(text: str, html: str) -> None:
    """A numbered list of one thing is words, whatever its number and wherever it stands."""
    assert html in _entry(f"> A\n\n# One\n\n# Two\n\n{text}\n").texts[0].value


def test_a_paragraph_between_rules_is_text() -> None:
    """It is no front matter if it only begins as such, and no heading of what follows."""
    said = "WASHINGTON: The president said on Friday that he would resign."
    text = f"---\n{said}\n---\n\nHe was *not* seen on Saturday, an aide said.\n"

    assert f"<p>{said}</p>" in _published(text)
    assert f"<p>{said}</p>" in (published := _published(f"{text}\n> A quote\n"))
    assert "<h2>" not in published


def test_html_goes_through_the_same_sieve_as_all_else() -> None:
    """Programs, and addresses that run one, are left out; words stay."""
    published = _published(
        "# Bridge\n\n<script>alert(1)</script>\n\n<p onclick='a()'>Raw <b>words</b></p>\n\n"
        "[link](javascript:alert(1)) [data](data:text/html,x) <img src=x onerror=alert(1)>\n"
    )

    assert "<p>Raw <b>words</b></p>" in published
    assert not [it for it in ("<script", "onclick", "onerror", "href", "<img") if it in published]


_PASTED = """Old bridge at Harlow closes for lorries

Share this article

Advertisement

HARLOW — The bridge closes for lorries on Monday, the mayor said, and {} knows until when.

The detour will be twelve kilometres longer, the council said on Friday.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_PASTED.format("*nobody*"), "nobody"),
        (_PASTED.format("__f***ing nobody__"), "__f***ing nobody__"),
        (_PASTED.format("**아무**도"), "아무도"),
        (_PASTED.format("~~nobody~~ *no one*"), "nobody no one"),
        (_PASTED.format("2 * 3 = 6 men\\*"), "2 * 3 = 6 men\\*"),
        (
            _PASTED.format("nobody") + "\n* * *\n\nThe council meets again on Friday evening.",
            "nobody",
        ),
        (_PASTED.format("nobody") + "\n- The council meets again on Friday evening.", "nobody"),
    ],
)
def test_stars_and_rules_make_no_markdown_of_pasted_text(text: str, said: str) -> None:
    """Only structure does; site furniture is left out as in any pasted text."""
    published = _published(text)

    assert f"{said} knows" in published
    assert not [
        it for it in ("Share", "Advertisement", "closes for lorries</p>") if it in published
    ]


@pytest.mark.parametrize(
    "mark",
    ["## More\n", "[a](b)", "![a](b)", "|a|\n|-|\n", "- a\n- b", "1. a\n2. b", "> a", "<b>a</b>"],
)
def test_structure_makes_a_text_markdown(mark: str) -> None:
    """A heading, a link, a picture, a table, a list, a quote, HTML."""
    (text,) = _entry(f"Words and more words.\n\n{mark}\n").texts

    assert (text.type, text.role) == ("html", "body")


def test_marks_of_notes_and_names_in_brackets_are_words() -> None:
    """The sanitizer takes what it does not know, and readers see no marks."""
    published = _published(
        "# Bridge\n\nThe mayor resigned, <Reuters> said. [[people/ann|Ann Reed]] ![[pic.png]]\n\n"
        "<Reuters>\n\n> [!note] Detour\n> Twelve kilometres\n"
    )

    assert "resigned, &lt;Reuters&gt; said. Ann Reed" in published
    assert published.count("Reuters") == 2
    assert not [it for it in ("[[", "pic", "[!note]") if it in published]


def test_an_agency_in_brackets_makes_no_markdown_of_pasted_text() -> None:
    """It is no HTML."""
    (text,) = _entry("Words\n\n<Reuters>\n\nThe mayor, <dpa> said.\n").texts

    assert (text.role, text.value[-12:]) == ("paste", "<dpa> said.\n")


def test_files_beside_the_text_are_no_addresses_in_the_web() -> None:
    """Not even where it says where the report stood: notes keep pictures beside them."""
    published = _published(
        "---\nurl: https://root.example/news/bridge\n---\n"
        "**Words** ![pier](pier.png) [more](other.md) ![deck](https://root.example/deck.png)\n"
    )

    assert "root.example/deck.png" in published
    assert "pier.png" not in published
    assert "other.md" not in published
    assert "more" in published


def test_an_indented_paragraph_is_no_code() -> None:
    """Typewriters indent."""
    assert "<p>The mayor said.</p>" in _entry("# Bridge\n\n    The mayor said.\n").texts[0].value


@pytest.mark.parametrize(
    "text",
    [
        "<!-- draft --><p>The <b>bridge</b> closes</p>\n\n# More\n\nWords",
        "[![logo](a.png)](b)\n\nWords",
        "{% include a %} *Words*",
        "We read `<rss version='2.0'>` in it.",
    ],
)
def test_what_begins_like_another_form_is_markdown_where_it_is_called_so(text: str) -> None:
    """HTML, brackets and shown code are parts of it."""
    assert _read(text, "a.markdown").form == "markdown"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<!DOCTYPE html><p>Words</p>", "html"),
        ("<rss version='2.0'><channel><item><title>A</title></item></channel></rss>", "rss20"),
    ],
)
def test_a_whole_document_is_what_it_is_whatever_it_is_called(text: str, form: str) -> None:
    """A page or a feed that was saved under such a name."""
    assert _read(text).form == form


def test_what_is_too_long_is_told() -> None:
    """An eighth of a megabyte is read."""
    document = _read("**Words** and more words.\n\n" * 10_000)

    assert [it.what for it in document.problems] == ["only the first 128 KiB were read"]


@pytest.mark.parametrize(("count", "role"), [(1000, "body"), (30_000, "paste")])
def test_thousands_of_brackets_are_words(count: int, role: str) -> None:
    """Each that is never closed costs time; no report has so many."""
    (text,) = _entry("# Bridge\n\n" + "![" * count).texts

    assert text.role == role
    assert text.value.count("![") == count


@pytest.mark.parametrize("mark", ["- a\n", "1. a\n\nb\n\n", "a\n---\n---\n", "*a_b~~c ", "> a\n\n"])
def test_thousands_of_lines_or_stars_are_words(mark: str) -> None:
    """Each costs more than a word; no report has so many."""
    (few,) = _entry("# Bridge\n\n" + mark * 500).texts
    (many,) = _entry("# Bridge\n\n" + mark * 12_000).texts

    assert (few.role, many.role) == ("body", "paste")
    assert many.value.count("a") == 12_000


@pytest.mark.parametrize(
    ("columns", "rows", "cells"), [(9, 1000, 9000), (3000, 1000, 0), (9, 5000, 0)]
)
def test_a_table_of_thousands_of_cells_is_words(columns: int, rows: int, cells: int) -> None:
    """A row of one cell would get as many as the first one has."""
    head, rule = "|".join(["a"] * columns), "|".join(["-"] * columns)
    row = "|".join(["w"] * min(columns, 9))
    (text,) = _entry(f"# Bridge\n\n{head}\n{rule}\n" + f"{row}\n" * rows).texts

    assert text.value.count("<td>") == cells
    assert text.value.count("w") == min(columns, 9) * rows
