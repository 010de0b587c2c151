"""Two sequences are matched as by difflib, at a cost that no text can drive up."""

from collections.abc import Callable
from difflib import SequenceMatcher

import pytest
from counting import count_lines
from stories import a_story

from feeds.compare.edits import list_edits
from feeds.compare.figures import find_figures
from feeds.compare.ticking import settle_passages
from feeds.text.diff import diff_words
from feeds.text.matching import count_steps, match_parts

SAME = ["The dam holds."] * 800
EVERY_OTHER = ["The dam holds.", "Nobody slept."] * 400


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("abc", "abc"),
        ("", "abc"),
        ("abcab", ""),
        ("abcd", "abxd"),
        ("abab", "baba"),
        ("a dam held", "the dam is held up"),
    ],
)
def test_ordinary_sequences_are_matched_as_by_difflib(before: str, after: str) -> None:
    """What is cheap is matched exactly."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)

    assert tuple(matcher.get_opcodes()) == match_parts(before, after)


def test_what_stands_once_holds_what_costs_too_much() -> None:
    """The engineer moved nowhere: around that line, what is told again and again was replaced."""
    before = [*SAME, "An engineer came.", "A bell rang.", *SAME]
    after = [*EVERY_OTHER, "An engineer came.", "Bells rang.", *EVERY_OTHER, "The end."]

    operations = match_parts(before, after)

    assert ("equal", 800, 801, 800, 801) in operations
    assert operations == tuple(sorted(operations, key=lambda it: (it[1], it[3])))
    assert len(before) == operations[-1][2]
    assert len(after) == operations[-1][4]


def test_no_sequence_takes_more_comparisons_than_are_allowed() -> None:
    """Two words in turn, of which difflib would take millions of steps, take what is allowed."""
    sizes = (40, 160, 640)
    texts = [(["a", "b", "c", "a"] * size, ["b", "a", "a", "d"] * size) for size in sizes]

    taken = [count_lines(lambda it=it: match_parts(*it, most=50_000), "difflib") for it in texts]

    assert max(taken) < 4 * 50_000
    assert all(count_steps(*it) > 50_000 for it in texts)


def test_the_count_of_steps_is_no_promise_that_difflib_breaks() -> None:
    """The bound holds for the worst kind of text: one part again and again."""
    before, after = ["a"] * 60, ["a", "b"] * 30
    matcher = SequenceMatcher(None, before, after, autojunk=False)

    assert count_lines(matcher.get_opcodes, "difflib") < 12 * count_steps(before, after)


@pytest.mark.parametrize(
    "work",
    [
        lambda: diff_words("\n".join(SAME), "\n".join(EVERY_OTHER)),
        lambda: diff_words("a " * 800, "a b " * 400),
        lambda: settle_passages("\n\n".join(SAME), "\n\n".join(EVERY_OTHER), ()),
        lambda: find_figures("1 dam " * 200, "1 dam 1 1 dam dam " * 80, "en"),
        lambda: list_edits(
            a_story(body_text="\n".join(SAME)), a_story(body_text="\n".join(EVERY_OTHER))
        ),
    ],
    ids=["lines", "words", "passages", "figures", "edits"],
)
def test_a_text_of_three_kilobytes_does_not_block_the_desk(work: Callable[[], object]) -> None:
    """A line, a word or a number told hundreds of times costs next to nothing, wherever it is."""
    assert count_lines(work, "difflib") < 50_000


def test_all_sentences_of_a_text_share_what_comparing_may_cost() -> None:
    """Sentences that are cheap one by one are not dear together."""
    before = "\n".join(f"{n} " + "a b " * 60 for n in range(90))
    after = "\n".join(f"{n} " + "a c b " * 45 for n in range(90))

    assert count_lines(lambda: diff_words(before, after), "difflib") < 1_000_000
