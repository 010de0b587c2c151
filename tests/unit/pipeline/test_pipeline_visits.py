"""Which pages are visited, and when."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_story

from feeds.model import Failed, FailureKind, Gone, Throttled, Visit, Visited
from feeds.pipeline.visits import begin_visit, end_visit, rest_host

HOUR = timedelta(hours=1)
ERROR = Failed(kind="status", reason="answered 500", status=500)


def a_visit(**fields: Any) -> Visit:
    """A visit to a page."""
    values: dict[str, Any] = {
        "story_id": "id-dam",
        "source_id": "post",
        "url": "https://post.example/dam",
        "host": "post.example",
        "told": NOON,
        "state": "due",
        "due": NOON,
    }
    return Visit(**values | fields)


def end(visit: Visit, **fields: Any) -> Visit:
    """Begin a visit at noon, and end it."""
    return end_visit(Visited(visit=begin_visit(visit, NOON), at=NOON, **fields))


def test_a_visit_that_began_counts_before_it_ends() -> None:
    """After a crash it is asked for again an hour later, not at once."""
    begun = begin_visit(a_visit(), NOON)

    assert (1, NOON, NOON + HOUR, "due") == (begun.tries, begun.asked, begun.due, begun.state)


def test_a_page_that_was_read_is_never_asked_for_again() -> None:
    """Done is done."""
    ended = end(a_visit(), page=a_story())

    assert ("done", None, None) == (ended.state, ended.due, ended.reason)


def test_a_failure_is_tried_again_after_one_hour_and_six_and_then_not() -> None:
    """Three times altogether."""
    visits = [a_visit()]
    for _ in range(3):
        visits.append(end(visits[-1], failure=ERROR))

    assert [NOON + HOUR, NOON + 6 * HOUR, None] == [visit.due for visit in visits[1:]]
    assert ["due", "due", "failed"] == [visit.state for visit in visits[1:]]
    assert "status: answered 500" == visits[-1].reason


def test_what_would_fail_again_is_not_tried_again() -> None:
    """Such as a page that cannot be read."""
    assert "failed" == end(a_visit(), failure=ERROR, final=True).state


@pytest.mark.parametrize(
    "failure",
    [
        Gone(),
        Failed(kind="robots", reason="no"),
        Failed(kind="status", reason="no", status=403),
    ],
)
def test_who_says_no_is_not_asked_again(failure: Failed | Gone) -> None:
    """Once is enough."""
    assert "closed" == end(a_visit(), failure=failure).state


def test_retry_after_is_never_undercut() -> None:
    """It may be later than we would come back, and never makes it sooner."""
    soon = Throttled(status=503, retry_after=NOON + timedelta(minutes=5))
    late = Throttled(status=429, retry_after=NOON + 12 * HOUR)

    assert NOON + HOUR == end(a_visit(), failure=soon).due
    assert NOON + 12 * HOUR == end(a_visit(), failure=late).due


@pytest.mark.parametrize("kind", ["dns", "refused", "private address", "timeout", "tls"])
def test_what_ails_a_host_rests_its_other_pages(kind: FailureKind) -> None:
    """For a quarter of an hour; a page that is missing says nothing of the others."""
    failed = Visited(visit=a_visit(), failure=Failed(kind=kind, reason="x"), at=NOON)
    missing = Visited(visit=a_visit(), failure=ERROR, at=NOON)

    assert NOON + timedelta(minutes=15) == rest_host(failed)
    assert None is rest_host(missing)


def test_who_asks_for_rest_has_it_for_all_pages() -> None:
    """As long as was asked."""
    until = NOON + 3 * HOUR
    throttled = Throttled(status=429, retry_after=until)

    assert until == rest_host(Visited(visit=a_visit(), failure=throttled, at=NOON))
