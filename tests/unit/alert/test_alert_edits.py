"""Edits as people read them, in plain text and in HTML."""

import re
from html import unescape

import pytest

from feeds.alert import show_edit_html, show_edit_text
from feeds.model import Edit, Kind

FLOOD = Edit(
    kind=Kind.FIGURES,
    before="The flood killed 12 people in Aubeval.",
    after="The flood killed 15 people in Aubeval.",
)


def test_a_figure_is_shown_before_and_after_in_its_sentence() -> None:
    """Short words that were replaced stand side by side."""
    assert show_edit_text(FLOOD) == "Figures: The flood killed [12 → 15] people in Aubeval."


def test_what_left_and_what_came_stand_in_brackets() -> None:
    """Where nothing was replaced there is no arrow; white space stays outside."""
    left = Edit(kind=Kind.HEADLINE, before="The old dam holds", after="The dam holds")
    came = Edit(kind=Kind.HEADLINE, before="The dam holds", after="The old dam holds")

    assert show_edit_text(left) == "Headline: The [-old-] dam holds"
    assert show_edit_text(came) == "Headline: The [+old+] dam holds"


def test_of_a_long_text_only_the_words_around_an_edit_are_shown() -> None:
    """An ellipsis shows where others stand."""
    many = "The water rose all night and the bridge was closed to lorries and to cars. " * 10
    text = show_edit_text(Edit(kind=Kind.BODY, before=many + "It is ten.", after=many + "It is 9."))

    assert text.startswith("Text: … ")
    assert text.endswith("[ten → 9].")
    assert len(text) < 200


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (Kind.CORRECTION, "Correction: “It <b>was</b> wrong”"),
        (Kind.WITHDRAWN, "Withdrawn: It <b>was</b> wrong"),
    ],
)
def test_a_note_says_it_all(kind: Kind, shown: str) -> None:
    """The notice as printed, or the proof; not the words a second time."""
    edit = Edit(kind=kind, before="The mayor is Bo Tal.", after="", note="It <b>was</b> wrong")

    assert show_edit_text(edit) == shown
    assert "mayor" not in show_edit_html(edit)
    assert "It &lt;b&gt;was&lt;/b&gt; wrong" in show_edit_html(edit)


def test_names_and_addresses_are_shown_whole() -> None:
    """Nobody reads an address word by word."""
    edit = Edit(kind=Kind.URL, before="https://a.example/one", after="https://a.example/two")

    assert show_edit_text(edit) == "Address: [https://a.example/one → https://a.example/two]"


def test_an_edit_too_large_to_show_is_counted() -> None:
    """A page that was replaced by another costs no time and fills no message."""
    edit = Edit(kind=Kind.BODY, before="a " * 20_000, after="b", words=20_001)

    assert show_edit_text(edit) == "Text: 20001 words changed"
    assert show_edit_html(edit) == '<p dir="auto"><strong>Text</strong>: 20001 words changed</p>'


def test_html_announces_what_left_and_what_came_to_those_who_listen() -> None:
    """The hidden words make sense where a reader shows them, too."""
    shown = re.sub(r"<[^>]+>", "", show_edit_html(FLOOD))
    marks = re.findall(
        r"<(del|ins)><span style=[^>]+>(\w+) </span>(\w+)</\1>", show_edit_html(FLOOD)
    )

    assert shown == "Figures: The flood killed was 12 now 15 people in Aubeval."
    assert marks == [("del", "was", "12"), ("ins", "now", "15")]


def test_words_of_a_story_are_never_markup() -> None:
    """Everything but our own elements is escaped, in every part of an edit."""
    bad = "<script>alert(1)</script> & <img src=x onerror=y>"
    edits = (
        Edit(kind=Kind.HEADLINE, before=bad, after="Good"),
        Edit(kind=Kind.HEADLINE, before="Good", after=f"Good {bad}"),
        Edit(kind=Kind.BYLINE, before=bad, after=bad + "x"),
        Edit(kind=Kind.NEW, after=bad),
        Edit(kind=Kind.CORRECTION, note=bad),
    )
    for edit in edits:
        html = show_edit_html(edit)
        assert set(re.findall(r"<(\w+)", html)) <= {"p", "strong", "del", "ins", "span", "q"}
        assert bad.split(maxsplit=1)[0] in unescape(html)
