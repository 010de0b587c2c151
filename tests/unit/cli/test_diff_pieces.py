"""How the pieces of a diff are shown to people."""

from feeds.cli.diff import paint_pieces, shorten_pieces
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
