"""Sources that are polled sooner than planned."""

from datetime import datetime, timedelta

import pytest
from stories import NOON, a_source
from subscriptions import a_state

from feeds.model import Secret, SourceState
from feeds.schedule.websub.hurrying import ask_anew, plan_hurried

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "last", "seconds"),
    [
        (a_state(next_due=NOON + HOUR), None, 5),
        (a_state(next_due=NOON + HOUR), NOON - HOUR, 5),
        (a_state(next_due=NOON + HOUR), NOON, 60),
        (a_state(next_due=NOON + 2 * SECOND), NOON, 2),
        (a_state(next_due=NOON + HOUR, failures=1), None, 3600),
    ],
)
def test_a_hurried_source_is_due_then_but_at_most_once_a_minute(
    state: SourceState, last: datetime | None, seconds: int
) -> None:
    """Not later than planned; and what failed keeps its time."""
    hurried = {"a": NOON + 5 * SECOND, "b": NOON}
    plan = plan_hurried({"a": state}, hurried, {"a": last} if last else {})

    assert {"a": NOON + seconds * SECOND} == {name: each.next_due for name, each in plan.items()}


def test_a_hurried_source_is_asked_past_caches_unless_it_says_otherwise() -> None:
    """A header of that name in the configuration stays."""
    own = a_source("a", headers=(("cache-control", Secret("max-age=5")),))

    assert (("Cache-Control", Secret("no-cache")),) == ask_anew(a_source("a")).headers
    assert own == ask_anew(own)
