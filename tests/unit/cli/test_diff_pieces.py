"""How the pieces of a diff are shown to people."""

from dataclasses import replace

from stories import a_story

from feeds.cli.diff import diff_stories, paint_pieces, shorten_pieces
from feeds.text.diff import Piece

LONG = " ".join(f"word{number}" for number in range(200))


def test_the_middle_of_what_stays_is_left_out() -> None:
    """Next to an edit some words stand; before the first and after the last edit none are lost."""
    pieces = (
        Piece(op="same", text=LONG),
        Piece(op="added", text="new"),
        Piece(op="same", text=LONG),
        Piece(op="removed", text="old"),
        Piece(op="same", text=LONG),
    )
    first, added, middle, removed, last = shorten_pieces(pieces)

    assert (pieces[1], pieces[3]) == (added, removed)
    assert first.text.startswith(" […] ")
    assert first.text.endswith("word199")
    assert middle.text.startswith("word0 ")
    assert middle.text.endswith(" word199")
    assert last.text.startswith("word0 ")
    assert last.text.endswith(" […] ")
    assert all(len(piece.text) < 300 for piece in (first, middle, last))


def test_what_is_left_out_begins_and_ends_with_sentences() -> None:
    """A date in them is not cut in two."""
    about = "The council met in the hall of Aubeval on 24 November 2026 and spoke about the weir. "
    _, middle, _ = shorten_pieces(
        (
            Piece(op="added", text="new"),
            Piece(op="same", text=about * 9),
            Piece(op="removed", text="old"),
        )
    )

    assert middle.text == f"{(about * 2).rstrip()} […] {about * 2}"


def test_a_moment_is_another_one_as_a_whole() -> None:
    """Whatever of its digits stays."""
    before = a_story(updated_raw="Tue, 24 Nov 2026, at noon", body_text="It held.")
    after = replace(before, updated_raw="Thu, 26 Nov 2026, at noon", body_text="It holds.")
    body, moment = diff_stories(before, after)

    assert ("body_text", "updated") == (body.field, moment.field)
    assert moment.pieces == (
        Piece(op="removed", text="Tue, 24 Nov 2026, at noon"),
        Piece(op="added", text="Thu, 26 Nov 2026, at noon"),
    )


def test_each_line_of_a_field_stands_below_its_label() -> None:
    """Those behind the first one too."""
    pieces = (Piece(op="same", text="One.\n\nTwo "), Piece(op="added", text="and\nthree"))

    assert paint_pieces(pieces, coloured=False).plain == "  One.\n  \n  Two {+and\n  three+}"


def test_short_stretches_are_shown_whole() -> None:
    """Leaving out a few words helps nobody."""
    pieces = (Piece(op="same", text="The dam "), Piece(op="added", text="breaks"))

    assert pieces == shorten_pieces(pieces)


def test_without_colours_edits_are_bracketed_and_with_colours_they_are_painted() -> None:
    """Markup in a publisher's words stays words."""
    pieces = (
        Piece(op="same", text="The [bold]dam "),
        Piece(op="removed", text="holds"),
        Piece(op="added", text="breaks"),
    )
    bare = paint_pieces(pieces, coloured=False)
    painted = paint_pieces(pieces, coloured=True)

    assert "  The [bold]dam [-holds-]{+breaks+}" == bare.plain
    assert "  The [bold]dam holdsbreaks" == painted.plain
    assert ["red strike", "green"] == [str(span.style) for span in painted.spans]
