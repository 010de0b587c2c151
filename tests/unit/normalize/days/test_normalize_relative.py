"""Lines that say when something was, as seen from now."""

import pytest

from feeds.normalize.days.relative import is_relative


@pytest.mark.parametrize(
    "line",
    [
        *("two hours ago", "2 h ago", "il y a une heure", "Il y a 10 ans", "hace 25 años"),
        *("vor zwei Stunden", "Vor 25 Jahren", "há 3 dias", "due ore fa", "twee uur geleden"),
        *("for to timer siden", "dwa dni temu", "2 часа назад", "yesterday", "gestern, 10 Uhr"),
        *("publié hier à 10h", "last updated yesterday", "updated 2 hours ago", "i går 10:12"),
        *("вчера в 10:12", "5 min read", "Lesezeit: 3 Min.", "today at 10:12", "at 10:12"),
    ],
)
def test_a_while_or_a_day_from_now_says_when(line: str) -> None:
    """In figures or words, with what says that it was published, and a time of day."""
    assert is_relative(line)


@pytest.mark.parametrize(
    "line",
    [
        *("", "on the last day", "the day before yesterday's vote", "published in Hask"),
        *("two hours ago, says mayor", "vor dem Rathaus von Hask", "hace falta un puente"),
        *("nobody knows cosa fa", "il y a un pont", "updated", "posted on the wall today and lost"),
        " ".join(["so"] * 40 + ["ago"]),
    ],
)
def test_what_says_more_is_not_only_when(line: str) -> None:
    """Or says no time at all."""
    assert not is_relative(line)
