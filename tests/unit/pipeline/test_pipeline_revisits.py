"""What is proof of a withdrawal, and when a page is visited again."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from stories import NOON, a_story

from feeds.fetch import leads_home
from feeds.model import Failed, FailureKind, Kind, Neighbours, Throttled, Visit, Visited
from feeds.pipeline.revisits import call_back, find_proof
from feeds.pipeline.visits import begin_visit, end_visit

HOUR = timedelta(hours=1)
MINUTES = timedelta(minutes=10)
ALONE = Neighbours()
MISSING = Failed(kind="status", reason="answered 404", status=404)


def a_visit(**fields: Any) -> Visit:
    """A visit to a page that is watched since noon."""
    values: dict[str, Any] = {
        "story_id": "id-dam",
        "source_id": "post",
        "url": "https://post.example/dam",
        "host": "post.example",
        "told": NOON,
        "state": "watched",
        "due": NOON,
        "readings": 1,
        "still_since": NOON,
    }
    return Visit(**values | fields)


def see(visit: Visit, hours: float, **fields: Any) -> Visited:
    """Visit a page so many hours after noon; it is gone unless said otherwise."""
    at = NOON + hours * HOUR
    values = fields or {"failure": MISSING, "gone": "404"}
    return Visited(visit=begin_visit(visit, at), at=at, **values)


def end(visited: Visited, *kinds: Kind) -> Visit:
    """End a visit to a watched page."""
    return end_visit(visited, a_story(), kinds, watch=True)


def test_a_page_is_gone_when_it_is_seen_so_twice_an_hour_apart() -> None:
    """The first time and one soon after prove nothing."""
    once = end(see(a_visit(), 1))

    assert "" == find_proof(see(a_visit(), 1), ALONE)
    assert (1, NOON + HOUR, NOON + 2 * HOUR) == (once.missing, once.missing_since, once.due)
    assert "" == find_proof(see(once, 1.9), ALONE)
    assert find_proof(see(once, 2), ALONE)


def test_a_page_that_nobody_ever_read_is_not_gone() -> None:
    """It may be a wrong link."""
    once = end(see(a_visit(readings=0), 1))

    assert "" == find_proof(see(once, 9), ALONE)


def test_a_page_that_is_gone_once_is_enough_where_its_feed_has_a_hole() -> None:
    """Read or not."""
    assert find_proof(see(a_visit(state="missed", readings=0, missed_since=NOON), 1), ALONE)


@pytest.mark.parametrize(
    ("believed", "others"),
    [
        (True, Neighbours(asked=30, lately=4, gone=4, there=26)),
        (False, Neighbours(asked=30, lately=5, gone=5, there=25)),
        (True, Neighbours(asked=6, lately=1, gone=1, there=5)),
        (False, Neighbours(asked=5, lately=1, gone=1, there=4)),
        (False, Neighbours(asked=3, lately=3, gone=3)),
        (True, Neighbours(asked=1, there=1)),
    ],
)
def test_a_crowd_of_pages_that_are_gone_proves_nothing(
    others: Neighbours, *, believed: bool
) -> None:
    """Six, or two that are a third of those asked for: it is their host that ails."""
    once = end(see(a_visit(), 1))

    assert believed == bool(find_proof(see(once, 3), others))


def test_a_long_outage_is_not_believed_while_no_page_is_there() -> None:
    """A day later one that is there shows that the host is well; without it nobody knows."""
    once = end(see(a_visit(), 1))
    day_after = see(once, 30)

    assert "" == find_proof(day_after, Neighbours(asked=7, gone=7))
    assert find_proof(day_after, Neighbours(asked=8, gone=7, there=1))


@pytest.mark.parametrize(
    "kind", ["dns", "refused", "private address", "timeout", "tls", "too large", "redirect"]
)
def test_a_page_that_cannot_be_had_proves_nothing(kind: FailureKind) -> None:
    """Not even after it was gone once; and it does not count as being there."""
    once = end(see(a_visit(), 1))
    failing = see(once, 3, failure=Failed(kind=kind, reason="x"))
    ended = end(failing)

    assert "" == find_proof(failing, ALONE)
    assert ("watched", 1, NOON + HOUR) == (ended.state, ended.missing, ended.missing_since)


def test_a_withdrawn_story_is_looked_for_less_and_less_often() -> None:
    """For eight days."""
    visit = end(see(a_visit(missing=1, missing_since=NOON), 1), Kind.WITHDRAWN)
    hours = []
    while visit.due:
        at = (visit.due - NOON) / HOUR
        hours.append(at)
        visit = end(see(visit, at))

    assert [2, 3, 5, 9, 17, 33, 65, 129] == hours
    assert "withdrawn" == visit.state


def test_what_a_feed_deleted_is_not_looked_for() -> None:
    """It returns with its feed only; a look for that is no habit."""
    deleted = a_visit(state="withdrawn", missing=0)
    failing = end(see(deleted, 1, failure=Failed(kind="status", reason="x", status=500)))

    assert ("withdrawn", None) == (failing.state, failing.due)


def ask_listed(days: int, *, anew: bool) -> list[float]:
    """Ask for a page that is gone, for its feed is polled each half hour and lists it; in hours."""
    visit = a_visit(state="withdrawn", missing=2, missing_since=NOON, asked=NOON, due=None)
    asked = []
    for half in range(1, 48 * days):
        visit = call_back(visit, NOON + half * HOUR / 2, anew=anew)
        if visit.due and visit.due <= NOON + half * HOUR / 2:
            asked.append(half / 2)
            visit = end(see(visit, half / 2))
    return asked


def test_a_feed_that_goes_on_listing_what_is_gone_is_no_reason_to_hurry() -> None:
    """Its page is asked for less and less often, once a day later, and after a month no more."""
    asked = ask_listed(60, anew=False)

    assert [1, 2, 4, 8, 16, 32, 56, 80] == asked[:8]
    assert 30 * 24 - 24 < max(asked) <= 30 * 24 + 24
    assert len(asked) < 40


def test_a_feed_that_lists_anew_what_is_gone_has_its_page_looked_at_soon() -> None:
    """After an hour for eight days; then once a day, however often it does."""
    asked = ask_listed(30, anew=True)

    assert [1, 2, 3] == asked[:3]
    assert all(later - sooner >= 24 for sooner, later in pairwise(asked) if sooner > 200)
    assert max(asked) > 24 * 28


def test_an_edit_begins_the_waiting_anew() -> None:
    """Another may follow soon; what is trivial is no edit."""
    page = a_story()
    some = ((), (Kind.TRIVIAL,), (Kind.BODY,))
    calm, trivial, edited = (end(see(a_visit(), 5, page=page), *kinds) for kinds in some)

    assert NOON + 10 * HOUR == calm.due == trivial.due
    assert NOON + 5 * HOUR + MINUTES == edited.due


def test_an_old_story_is_not_watched_any_more() -> None:
    """Eight days after it was told."""
    old = a_visit(told=NOON - timedelta(days=8))

    ended = end(see(old, 1, page=a_story()))

    assert ("done", None) == (ended.state, ended.due)


def test_a_page_that_is_gone_with_its_host_is_not_asked_for_for_ever() -> None:
    """Nobody says that it is withdrawn, and with its eight days the visits end."""
    visit, hours = a_visit(), list[float]()
    while visit.due and len(hours) < 500:
        hours.append(max(1.0, (visit.due - NOON) / HOUR))
        visit = end(see(visit, hours[-1]))

    assert ("done", None) == (visit.state, visit.due)
    assert [1, 2, 3, 5, 9, 17, 33, 65, 129] == hours


def test_an_old_page_that_is_gone_is_looked_at_once_more() -> None:
    """Its second time proves it."""
    once = end(see(a_visit(), 8 * 24 + 1))

    assert ("watched", NOON + (8 * 24 + 2) * HOUR) == (once.state, once.due)


def test_retry_after_is_never_undercut() -> None:
    """It may be later than we would come back."""
    until = NOON + 12 * HOUR
    ended = end(see(a_visit(), 1, failure=Throttled(status=503, retry_after=until)))

    assert until == ended.due


def test_a_page_looked_at_for_a_hole_is_left_alone_when_it_is_there() -> None:
    """The matter is settled."""
    look = a_visit(state="missed", missed_since=NOON, readings=0)
    ended = end_visit(see(look, 1, page=a_story()), a_story())

    assert ("done", None, None) == (ended.state, ended.due, ended.missed_since)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://post.example/a/dam", "https://post.example/"),
        ("https://post.example/a/dam", "https://www.post.example"),
        ("https://sport.post.example/a", "https://post.example/index.html"),
        ("https://post.example/de/damm", "https://post.example/de/"),
    ],
)
def test_the_home_page_of_a_site_is_known(url: str, found: str) -> None:
    """That of a language, and that of the site above, are too."""
    assert leads_home(url, found)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://post.example/a", "https://post.example/b"),
        ("https://post.example/a", "https://post.example/?consent=1"),
        ("https://post.example/a", "https://consent.example/"),
        ("https://post.example/a", "https://post.example/login"),
        ("https://post.example/?p=7", "https://post.example/"),
        ("https://post.example/de", "https://post.example/"),
    ],
)
def test_other_places_are_no_home_page(url: str, found: str) -> None:
    """A login, a consent, another site; or the story was told on the home page."""
    assert not leads_home(url, found)


def test_a_page_that_was_closed_is_not_asked_for_again() -> None:
    """They said no."""
    no = Failed(kind="status", reason="x", status=403)
    ended = end(replace(see(a_visit(), 1), failure=no, gone=""))

    assert ("closed", None) == (ended.state, ended.due)
