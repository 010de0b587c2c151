"""Numbers that count nothing are put out of the way."""

import pytest

from feeds.compare.masks import hide_dates
from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text


@pytest.mark.parametrize("language", WEEKDAYS)
def test_the_day_behind_a_weekday_is_a_date_in_each_language(language: str) -> None:
    """It is no figure that somebody corrected."""
    for day in map(fold_text, WEEKDAYS[language]):
        assert "met @date again" == " ".join(hide_dates(f"met {day} 12 again", language).split())
