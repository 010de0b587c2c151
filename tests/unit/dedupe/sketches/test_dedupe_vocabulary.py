"""Words that say little about what happened."""

import pytest

from feeds.dedupe.sketches.terms import cut_word
from feeds.dedupe.sketches.vocabulary import GENERIC_WORDS, TIME_WORDS
from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text


@pytest.mark.parametrize("language", WEEKDAYS)
def test_a_weekday_tells_no_event_in_any_language(language: str) -> None:
    """Nor do the short names of Portuguese, as in "na quarta"."""
    days = {cut_word(fold_text(day).removesuffix("-feira")) for day in WEEKDAYS[language]}

    assert days <= TIME_WORDS <= GENERIC_WORDS
