"""Which words of an edit are shown in one line."""

import pytest
from stories import a_revision, a_story

from feeds.cli.changes import show_words
from feeds.model import Edit, Kind, Revision


def edited(*edits: Edit) -> Revision:
    """A revision with these edits."""
    kinds = tuple(edit.kind for edit in edits)
    revision = a_revision(a_story(), 2, kinds)
    return Revision(story=revision.story, number=2, seen=revision.seen, kinds=kinds, edits=edits)


def test_the_edit_that_tells_most_is_shown() -> None:
    """A figure before the text it stands in; a correction before all of that."""
    body = Edit(kind=Kind.BODY, before="Twelve were hurt.", after="Fifteen were hurt.", words=2)
    figures = Edit(kind=Kind.FIGURES, before="Twelve were hurt.", after="Fifteen were hurt.")
    notice = Edit(kind=Kind.CORRECTION, note="Correction: fifteen were hurt.")

    assert "Figures: [Twelve → Fifteen] were hurt." == show_words(edited(body, figures))
    assert "“Correction: fifteen were hurt.”" == show_words(edited(body, figures, notice))


@pytest.mark.parametrize(
    ("after", "line"),
    [
        ("The dam holds", "Restored: its page is there again"),
        ("The dam leaks", "Restored: its page is there again; The dam [holds → leaks]"),
    ],
)
def test_how_something_is_known_and_its_words_do_not_run_together(after: str, line: str) -> None:
    """Words that did not change are not told: they are the headline, which stands above."""
    proof = "its page is there again"
    edit = Edit(kind=Kind.RESTORED, before="The dam holds", after=after, note=proof)

    assert line == show_words(edited(edit))


def test_the_first_edited_word_is_in_the_line_however_late_it_stands() -> None:
    """What stays before it is cut, not the edit."""
    begin = "Engineers at the weir said, " * 12
    edit = Edit(kind=Kind.STANDFIRST, before=f"{begin}it holds", after=f"{begin}it breaks")
    line = show_words(edited(edit))

    assert "[holds → breaks]" in line
    assert len(line) <= 160
    assert line.startswith("Standfirst: …Engineers at the weir said, ")


def test_a_long_line_ends_with_a_whole_word() -> None:
    """As it begins with one."""
    edit = Edit(kind=Kind.HEADLINE, before="It holds " * 20, after="It breaks " * 20)

    assert show_words(edited(edit)).rstrip("…").endswith(("holds", "breaks", "It"))


@pytest.mark.parametrize("edits", [(), (Edit(kind=Kind.MEDIA),)])
def test_an_edit_without_words_is_a_line_or_nothing(edits: tuple[Edit, ...]) -> None:
    """A revision made by an older version has none."""
    assert show_words(edited(*edits)) in {"", "Pictures: changed"}
