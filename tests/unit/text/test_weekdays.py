"""Names of the weekdays."""

from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text


def test_a_week_has_seven_days_in_each_language() -> None:
    """No name begins with another one, so that their order in a pattern does not matter."""
    names = {fold_text(day) for days in WEEKDAYS.values() for day in days}

    assert {7} == {len({*days}) for days in WEEKDAYS.values()}
    assert not [one for one in names for other in names - {one} if other.startswith(one)]
