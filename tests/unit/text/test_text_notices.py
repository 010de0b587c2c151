"""What stands in a quotation, and what does not."""

import pytest

from feeds.text.notices import fold_notice, is_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("HERE it is", False),
        ("“It is sad. HERE it is,” he said", True),
        ("“It is sad,” he said. HERE it is", False),
        ("„Es ist traurig“, sagte er. HERE it is", False),
        ("„Es ist traurig. HERE it is", True),
        ("« C'est triste » HERE it is", False),
        ("« C'est triste. HERE it is »", True),
        ("»Traurig. HERE it is«", True),
        ('"It is sad" and HERE it is', False),
        ('"It is sad and HERE it is"', True),
        ('6" of snow fell and HERE it is', False),
        ("It's sad, the editors' word; HERE it is", False),
        ("‘It’s sad and HERE it is’", True),
        ("'It's sad and HERE it is'", True),
        ("‘It’s sad,’ and HERE it is", False),
        ("“He said ‘no’ and HERE it is”", True),
    ],
)
def test_a_quotation_opens_at_a_word_and_ends_with_its_own_sign(text: str, *, quoted: bool) -> None:
    """Inches and apostrophes open none; within one no other opens."""
    folded = fold_notice(text)

    assert quoted is is_quoted(folded, folded.index("here"))
