"""Differences are shown in whole words, so that they can be read."""

import pytest

from feeds.text.diff import diff_words
from feeds.text.pairs import pair_sentences

MARKS = {"same": "{}", "removed": "[{}]", "added": "<{}>"}


def show(before: str, after: str) -> str:
    """Write a difference on one line: [removed] and <added>."""
    return "".join(MARKS[piece.op].format(piece.text) for piece in diff_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ""),
        ("The dam holds", "The dam holds", "The dam holds"),
        ("", "The dam", "<The dam>"),
        ("The dam", "", "[The dam]"),
        ("At least 12 dead", "At least 15 dead", "At least [12]<15> dead"),
        ("1,000 people fled", "1,200 people fled", "[1,000]<1,200> people fled"),
        ("It met 2026-11-24.", "It met 2026-11-26.", "It met [2026-11-24]<2026-11-26>."),
        ("It met 24/11/2026", "It met 26/11/2026", "It met [24/11/2026]<26/11/2026>"),
        ("From 10-12 to 4/5", "From 10-15 to 4/6", "From 10-[12]<15> to 4/[5]<6>"),
        ("It isn't safe here", "It is safe here", "It [isn't]<is> safe here"),
        ("The dam holds.", "The old dam holds.", "The <old >dam holds."),
        ("大坝里有十二人。", "大坝里有十五人。", "大坝里有十[二]<五>人。"),
        ("One dam. Two towns.", "One dam. Six. Two towns.", "One dam. <Six. >Two towns."),
    ],
)
def test_what_left_and_what_came_stand_side_by_side(before: str, after: str, shown: str) -> None:
    """Numbers and words are whole; what left stands before what came."""
    assert shown == show(before, after)


def test_common_words_do_not_chop_a_passage() -> None:
    """Between two edits that are longer, a word that both have is no hold."""
    shown = show(
        "Engineers in the town said that walls of stone stood firm against the river.",
        "Engineers in the town said that banks of sand held out against the river.",
    )

    assert (
        "Engineers in the town said that [walls of stone stood firm]<banks of sand held out>"
        " against the river."
    ) == shown


def test_a_sentence_written_anew_is_shown_whole() -> None:
    """Half of its words are others: word by word it would be a riddle."""
    before, after = "The dam of the town holds.", "A mayor of a village left the country."

    assert f"[{before}]<{after}>" == show(before, after)


def test_a_sentence_that_came_leaves_its_neighbours_alone() -> None:
    """Sentences are paired before words: both edited ones are recognized."""
    shown = show(
        "Twelve people were hurt. The dam stood still all night.",
        "Fifteen people were hurt. A bell rang. The dam stood still all day.",
    )

    assert (
        "[Twelve]<Fifteen> people were hurt. <A bell rang. >The dam stood still all [night]<day>."
    ) == shown


def test_pairs_keep_the_order_of_reading() -> None:
    """What stands in one text only has nobody beside it; what left comes first."""
    before = ["The dam holds well.", "Nobody slept."]
    after = ["The dam holds.", "Ducks arrived.", "Nobody slept."]

    assert (
        ("The dam holds well.", "The dam holds."),
        (None, "Ducks arrived."),
        ("Nobody slept.", "Nobody slept."),
    ) == pair_sentences(before, after)


def test_a_huge_rewritten_text_is_not_looked_at_word_by_word() -> None:
    """A hostile page costs no more than reading it: it left, and another came."""
    before = " ".join(f"Word{n} stood here." for n in range(300))
    after = " ".join(f"Word{n} stands there." for n in range(300))

    assert ["removed", "added"] == [piece.op for piece in diff_words(before, after)]
