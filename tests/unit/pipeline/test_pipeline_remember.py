"""What stories leave behind in the memory of their source: when they were told, and jumps."""

from datetime import datetime, timedelta

import pytest
from polls import a_poll
from stories import NOON, a_change, a_revision, a_source, a_story

from feeds.model import Change, Fetched, Kind, Moved, NotModified, SourceState, Unchanged
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.pipeline.remember import count_jump, hear_stories, next_state
from feeds.schedule.state import remember_poll

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
KNOWN = SourceState(source_id="post", first_ok=NOON - DAY, last_ok=NOON - HOUR)
SAME = Unchanged(story_id="id-dam", keys=())


def told(published: datetime | None, *, baseline: bool = False) -> Change:
    """A new story with this date."""
    return a_change(a_story(f"dam of {published}", published=published), baseline=baseline)


def told_each(gap: timedelta, count: int) -> list[Change]:
    """So many new stories, the last one now, oldest first."""
    return [told(NOON - number * gap) for number in reversed(range(count))]


def test_a_story_is_heard_when_it_was_told_and_never_in_the_future() -> None:
    """As it states, or as we saw it; newest first."""
    new = [told(NOON - 2 * HOUR), told(None), told(NOON + DAY), told(NOON - HOUR)]

    assert (NOON, NOON, NOON - HOUR, NOON - 2 * HOUR) == hear_stories(a_poll(state=KNOWN), new)


def test_a_backlog_is_heard_as_far_as_it_is_dated() -> None:
    """Undated stories of a first poll may be of any age."""
    new = [told(date, baseline=True) for date in (None, NOON - DAY, NOON + DAY, NOON - HOUR)]

    assert (NOON - HOUR, NOON - DAY) == hear_stories(a_poll(), new)


def test_revisions_and_what_is_known_are_not_heard() -> None:
    """A source that mends one story all day says nothing new."""
    story = a_story(published=NOON)
    revised = a_change(story, previous=a_revision(story), kinds=(Kind.BODY,))

    assert () == hear_stories(a_poll(state=KNOWN), [revised, SAME])


def test_twenty_stories_are_remembered() -> None:
    """The newest, whether they came now or before."""
    before = tuple(NOON - (number + 1) * HOUR for number in range(20))
    state = SourceState(source_id="post", first_ok=NOON, heard=before)
    heard = hear_stories(a_poll(state=state), [told(NOON), told(NOON - 90 * MINUTE), SAME])

    assert (NOON, NOON - HOUR, NOON - 90 * MINUTE, NOON - 2 * HOUR) == heard[:4]
    assert 20 == len(heard)
    assert 20 == len(hear_stories(a_poll(), told_each(HOUR, 30)))


def test_one_batch_does_not_hide_the_gap_before_it() -> None:
    """Of thirty at once ten are kept beside those of the day before."""
    state = SourceState(source_id="post", first_ok=NOON, heard=(NOON - DAY,) * 10)
    heard = hear_stories(a_poll(state=state), [told(NOON) for _ in range(30)])

    assert (NOON,) * 10 + (NOON - DAY,) * 10 == heard


@pytest.mark.case("T-24")
def test_a_window_that_jumped_makes_the_source_be_asked_more_often() -> None:
    """Not one story was known: the rhythm begins anew, and the interval stays within bounds."""
    source = a_source(every=30 * MINUTE, quiet_every=DAY)
    state = SourceState(
        source_id="post",
        first_ok=NOON - DAY,
        last_ok=NOON - DAY,
        heard=tuple(NOON - DAY - number * 7 * DAY for number in range(20)),
    )
    slow = next_state(a_poll(state=state, source=source), [SAME], remember_poll)
    jumped = a_poll(state=state, source=source)
    quick = {gap: next_state(jumped, told_each(gap * HOUR, 20), remember_poll) for gap in (0, 1, 4)}

    assert slow.next_due
    assert NOON + DAY <= slow.next_due
    for gap, minutes in ((0, 30), (1, 30), (4, 4 * 9 / 10 / 2 * 60)):
        due = quick[gap].next_due
        assert due
        assert NOON + minutes * MINUTE <= due <= NOON + 1.1 * minutes * MINUTE


@pytest.mark.case("T-24")
@pytest.mark.parametrize(
    ("polled", "decided"),
    [
        (a_poll(), told_each(HOUR, 20)),
        (a_poll(state=KNOWN), [*told_each(HOUR, 20), SAME]),
        (a_poll(state=KNOWN), told_each(HOUR, 4)),
        (a_poll(state=KNOWN, outcome=NotModified(status=304)), []),
        (
            a_poll(state=KNOWN, outcome=Fetched(bodies=(), body_hash="h", partial=True)),
            told_each(HOUR, 20),
        ),
        (a_poll(state=KNOWN, source=a_source(kind="inbox", url=None)), told_each(HOUR, 20)),
        (a_poll(state=SourceState(source_id="post", first_ok=NOON)), told_each(HOUR, 20)),
    ],
    ids=["first", "one known", "few", "none", "partial", "inbox", "new address"],
)
def test_not_everything_new_is_a_jump(polled: Polled, decided: list[Change | Unchanged]) -> None:
    """Where nothing was known before, or little is told, or only news are told, none is missed."""
    assert 0 == count_jump(polled, decided)


@pytest.mark.case("T-24")
def test_a_jump_behind_a_move_is_one_too() -> None:
    """The answer counts, wherever it stands."""
    moved = Moved(to="https://new.example/rss", answer=Fetched(bodies=(), body_hash="h"))

    assert 5 == count_jump(a_poll(state=KNOWN, outcome=moved), told_each(HOUR, 5))


@pytest.mark.parametrize(
    ("url", "stated", "topic"),
    [
        ("https://post.example/rss", "", "https://post.example/rss"),
        ("https://post.example/rss?key=SECRET", "", None),
        ("https://me:SECRET@post.example/rss", "", None),
        ("https://post.example/rss?key=SECRET", "https://post.example/rss", None),
    ],
)
def test_no_hub_is_told_a_secret_address(url: str, stated: str, topic: str | None) -> None:
    """Without a name of its own a feed with a query or a password in its address has no hub."""
    reading = Reading(hubs=("https://hub.example/",), self_url=stated)
    polled = a_poll(source=a_source(url=url), reading=reading)
    state = next_state(polled, [], remember_poll)

    expected = stated or topic
    assert (expected and "https://hub.example/", expected) == (state.hub, state.hub_topic)
