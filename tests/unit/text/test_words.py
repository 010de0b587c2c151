"""Words are folded so that spelling habits do not matter."""

import tracemalloc

import pytest

from feeds.text.words import count_words, fold_text, split_words


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("বাংলাদেশের সরকার।", ("বাংলাদেশের", "সরকার")),
        ("தமிழ்நாடு முதல்வர்", ("தமிழநாடு", "முதலவர")),
        ("क्\u200dया, न्\u200cया", ("कया", "नया")),
        ("ශ්\u200dරී ලංකා", ("ශරී", "ලංකා")),
        ("ශ්\u200cර", ("ශර",)),
        ("می\u200cشود", ("می", "شود")),
        ("ภาคใต้ฝนตก 12", ("ภาคใตฝนตก", "12")),
        ("cafe\u0301 noir", ("cafe", "noir")),
        ("مُحَمَّد", ("محمد",)),
    ],
)
def test_marks_and_joiners_do_not_break_words(text: str, words: tuple[str, ...]) -> None:
    """Vowel signs stay; accents, and what only shapes letters, are folded away."""
    assert words == split_words(text)


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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Don't say so", 3),
        ("बाढ़ से गांव खाली", 4),
        ("東京で地震 M5", 4),
        ("ประชาชน", 4),
        ("中", 1),
        ("강한 지진", 2),
    ],
)
def test_words_are_counted_in_any_script(text: str, count: int) -> None:
    """Where no spaces part them, two signs are taken for one."""
    assert count == count_words(text)
