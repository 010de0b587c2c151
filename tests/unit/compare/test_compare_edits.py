"""Edits bring the words that show them, and hostile texts cost little."""

import pytest
from stories import a_story

from feeds.compare import list_edits
from feeds.compare.excerpts import LONGEST
from feeds.model import FROM_PAGE, Edit, Genre, Inference, Kind


def test_of_a_body_the_sentences_that_differ_are_kept() -> None:
    """With an ellipsis for what stands between them, and the words put in or taken out counted."""
    before = "It rained. The dam holds. Nobody slept. The mayor left."
    after = "It rained. The old dam holds. Nobody slept. The mayor stayed."
    (edit,) = list_edits(a_story(body_text=before), a_story(body_text=after))

    assert "The dam holds. … The mayor left." == edit.before
    assert "The old dam holds. … The mayor stayed." == edit.after
    assert 3 == edit.words


def test_edited_words_are_counted_where_no_spaces_part_them() -> None:
    """Two characters are taken for a word: a sentence of ten that is put in is five."""
    before = "堤坝昨晚没有决口。"
    (edit,) = list_edits(
        a_story(body_text=before, language="zh"),
        a_story(body_text=f"{before}市长宣布大桥重新开放。", language="zh"),
    )

    assert 5 == edit.words


def test_a_long_excerpt_is_cut_between_sentences() -> None:
    """It ends in an ellipsis and is bounded."""
    after = " ".join(f"Village number {n} was flooded in the night." for n in range(100))
    (edit,) = list_edits(a_story(body_text=""), a_story(body_text=after))

    assert edit.after.endswith("in the night. …")
    assert len(edit.after) <= LONGEST + 2


def test_a_text_of_the_page_that_is_put_aside_is_no_edit() -> None:
    """The desk waits for the page to be read again; the publisher took nothing away."""
    origin = (Inference(field="body_text", origin=f"{FROM_PAGE}: found by trafilatura"),)
    read = a_story(body_text="Twelve people slept in the school.", inferred=origin)
    told = a_story(headline="The dam breaks", body_text="")

    assert [Kind.HEADLINE] == [edit.kind for edit in list_edits(read, told)]


def test_a_text_that_is_put_aside_is_no_edit_beside_a_trifle_either() -> None:
    """Whatever had the feed look another one."""
    origin = (Inference(field="body_text", origin=FROM_PAGE),)
    read = a_story(body_text="Twelve slept in the school.", standfirst="It's out", inferred=origin)
    told = a_story(body_text="", standfirst="It’s out")

    assert [Kind.TRIVIAL] == [edit.kind for edit in list_edits(read, told)]


def test_another_genre_is_a_trifle() -> None:
    """It is no edit of a word, and is heard: topics may ask for it."""
    before, after = a_story(), a_story(genre=Genre.OPINION)

    assert list_edits(before, after) == (Edit(kind=Kind.TRIVIAL, after="opinion"),)
    assert list_edits(after, before) == (Edit(kind=Kind.TRIVIAL, before="opinion"),)


def test_what_is_no_address_is_compared_as_it_stands() -> None:
    """A report on computers names many such."""
    before = "Run it at http://localhost:PORT/ or http://[x and wait."
    (edit,) = list_edits(a_story(body_text=before), a_story(body_text=f"{before} Then go."))

    assert Kind.BODY is edit.kind


def test_a_text_of_the_feed_in_place_of_that_of_the_page_is_told() -> None:
    """With a notice of a correction, that is one."""
    origin = (Inference(field="body_text", origin=FROM_PAGE),)
    read = a_story(body_text="Twelve people slept in the school.", inferred=origin)

    assert [Kind.BODY] == [edit.kind for edit in list_edits(read, a_story(body_text="Go home."))]


def test_figures_show_their_sentences() -> None:
    """Each once, also where headline and body say the same."""
    before = a_story(headline="Flood kills 12", body_text="Flood kills 12\nIt rained.")
    after = a_story(headline="Flood kills 15", body_text="Flood kills 15\nIt rained.")
    figures = list_edits(before, after)[-1]

    assert Edit(kind=Kind.FIGURES, before="Flood kills 12", after="Flood kills 15", words=2) == (
        figures
    )


def test_a_trivial_edit_shows_how_it_was_set() -> None:
    """As printed."""
    (edit,) = list_edits(a_story(headline="It's out"), a_story(headline="It’s out"))

    assert ("It's out", "It’s out") == (edit.before, edit.after)


def test_an_edit_far_behind_is_noticed_though_it_is_not_shown() -> None:
    """A report of a megabyte is none, but what it says counts."""
    long = "The dam holds. " * 5_000
    (edit,) = list_edits(a_story(body_text=f"{long}Yes."), a_story(body_text=f"{long}No."))

    assert Kind.BODY is edit.kind


SIZE = 250_000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1" * SIZE, "2" * SIZE),
        ("a@" * (SIZE // 2), "@a." * (SIZE // 3)),
        ("." * SIZE, ". " * (SIZE // 2)),
        ("It has 12 dams. " * (SIZE // 16), "It has 13 dams. " * (SIZE // 16)),
        ("hunderttausend" * (SIZE // 14), "tausendhundert" * (SIZE // 14)),
        ("“" * SIZE, "”" * SIZE),
    ],
    ids=["digits", "addresses", "stops", "numbers", "compounds", "quotes"],
)
def test_hostile_texts_come_to_an_end(before: str, after: str) -> None:
    """Nothing is done more often than a text is long: with one more, this would take hours."""
    versions = (a_story(body_text=text, language="de") for text in (before, after))

    assert 1 == len({edit.kind for edit in list_edits(*versions)} - {Kind.FIGURES})
