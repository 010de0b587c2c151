"""What a text is made of, as far as a difference is shown."""

import pytest

from feeds.text.tokens import fold_tokens, split_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Don’t pay 1,200", ("Don’t", " ", "pay", " ", "1,200")),
        ("বাংলাদেশের সরকার", ("বাংলাদেশের", " ", "সরকার")),
        ("हिन्दी", ("हिन्दी",)),
        ("น้ำท่วม", ("น้", "ำ", "ท่", "ว", "ม")),
        ("東京2026年", ("東", "京", "2026", "年")),
        ("cafe\u0301 au lait", ("cafe\u0301", " ", "au", " ", "lait")),
    ],
)
def test_marks_stay_with_their_letters(text: str, tokens: tuple[str, ...]) -> None:
    """Vowel signs and accents; where words are not parted each letter is alone."""
    assert tokens == split_tokens(text)


def test_what_is_compared_are_words_and_numbers() -> None:
    """Folded, without what stands between them."""
    assert ("koln", "und", "5,4") == fold_tokens("Köln — und 5,4!")
