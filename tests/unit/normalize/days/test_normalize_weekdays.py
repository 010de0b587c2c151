"""Weekdays are dates, and no places."""

import re

import pytest

from feeds.normalize.credits.places import weigh_place
from feeds.normalize.days.months import DATELINE_DATE, PRINTED_DATE
from feeds.text.weekdays import WEEKDAYS


@pytest.mark.parametrize("language", WEEKDAYS)
def test_a_weekday_is_a_date_in_each_language(language: str) -> None:
    """Alone, and in a dateline with day and month."""
    days = WEEKDAYS[language]

    assert all(re.fullmatch(PRINTED_DATE, day) for day in days)
    assert all(re.fullmatch(DATELINE_DATE, f"{day}, 3 march") for day in days)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_weekday_before_a_dash_is_no_place(language: str) -> None:
    """A label that stands there like one."""
    assert {None} == {weigh_place(day.capitalize()) for day in WEEKDAYS[language]}
