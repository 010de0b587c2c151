"""Words are folded so that spelling habits do not matter."""

import tracemalloc

import pytest

from feeds.text.words import fold_text, split_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [("KÖLN", "koln"), ("ﬁre", "fire"), ("don’t", "don't"), ("ΣΊΣΥΦΟΣ", "σισυφοσ")],
)
def test_case_accents_and_typography_do_not_matter(text: str, folded: str) -> None:
    """Compatibility decomposition without marks, and case folding."""
    assert folded == fold_text(text)


def test_an_apostrophe_inside_a_word_stays() -> None:
    """Around it, it is a quotation mark."""
    assert ("don't", "say", "so") == split_words("Don’t say ‘so’")


def test_long_runs_of_a_script_without_spaces_are_not_remembered() -> None:
    """A feed that sends many would fill the memory."""
    runs = [chr(0x4E00 + number) * 20_000 for number in range(100)]
    fold_text(runs[0])
    tracemalloc.start()
    folded = [len(fold_text(run)) for run in runs]
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [20_000] * 100 == folded
    assert kept < 100_000
