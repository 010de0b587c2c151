"""When a source is due, and what is remembered of a poll."""

from dataclasses import replace
from datetime import timedelta

import pytest
from stories import NOON, a_source

from feeds.model import (
    Failed,
    Fetched,
    Gone,
    Listing,
    Moved,
    NotModified,
    Outcome,
    Pace,
    SourceState,
    Throttled,
    Validators,
    choose_address,
)
from feeds.schedule.due import list_due
from feeds.schedule.state import fit_state, remember_poll

HALF_HOUR = timedelta(minutes=30)
DAY = timedelta(days=1)
SOURCE = a_source(every=HALF_HOUR)
STATE = SourceState(source_id=SOURCE.id)
FETCHED = Fetched(bodies=(), body_hash="h", validators=Validators(etag='"1"'))
FAILED = Failed(kind="timeout", reason="no answer within 30 s")


def wait_after(outcome: Outcome, state: SourceState = STATE) -> timedelta:
    """Return how long a source rests after an outcome."""
    after = remember_poll(SOURCE, state, outcome, NOON)
    assert after.next_due is not None
    return after.next_due - NOON


def test_a_source_never_polled_is_due() -> None:
    """Nothing remembered means now."""
    assert (SOURCE,) == list_due([SOURCE], {}, NOON)


def test_a_source_is_due_when_its_time_has_come_and_not_before() -> None:
    """The due time itself counts."""
    due, later = a_source("a"), a_source("b")
    states = {
        "a": SourceState(source_id="a", next_due=NOON),
        "b": SourceState(source_id="b", next_due=NOON + timedelta(seconds=1)),
    }

    assert (due,) == list_due([due, later], states, NOON)


def is_due(hours: float, *, every: timedelta = HALF_HOUR, pace: Pace | None = None) -> bool:
    """Whether a source is due now that was planned for so many hours from now."""
    source = a_source(every=every)
    due = NOON + timedelta(hours=hours)
    state = SourceState(source_id=source.id, next_due=due, pace=pace or Pace())
    return (source,) == list_due([source], {source.id: state}, NOON)


@pytest.mark.case("T-01", "S-16")
def test_a_time_further_away_than_any_wait_is_now() -> None:
    """A clock that was set back by an hour delays by an hour; set back by years, by nothing."""
    assert not is_due(25)
    assert is_due(27)
    assert is_due(10 * 365 * 24)


@pytest.mark.case("S-16")
@pytest.mark.parametrize(
    ("back", "due"), [(timedelta(minutes=29), False), (HALF_HOUR * 1.1, True), (DAY, True)]
)
def test_a_clock_that_is_set_back_delays_a_poll_by_its_interval_at_most(
    back: timedelta, *, due: bool
) -> None:
    """The source is asked once then, however long its answer is fresh, and not again and again."""
    fresh = replace(FETCHED, fresh_until=NOON + DAY)
    now = NOON - back
    before = remember_poll(SOURCE, STATE, fresh, NOON)
    after = remember_poll(SOURCE, before, replace(fresh, fresh_until=now + DAY), now)
    soon = now + timedelta(minutes=1)

    assert due == bool(list_due([SOURCE], {SOURCE.id: before}, now))
    assert not list_due([SOURCE], {SOURCE.id: after}, soon)


@pytest.mark.case("S-16")
def test_a_clock_that_is_set_back_cuts_no_rest_short_after_a_failure() -> None:
    """What a server asked for holds, up to a day."""
    for outcome in (Throttled(status=503, retry_after=NOON + HALF_HOUR), FAILED):
        after = remember_poll(SOURCE, STATE, outcome, NOON)

        assert not list_due([SOURCE], {SOURCE.id: after}, NOON - timedelta(hours=20))


def test_a_long_wait_that_was_meant_is_waited() -> None:
    """The source's own interval may be longer than a day, and so may the publisher's holidays."""
    weekly = timedelta(weeks=1)

    assert not is_due(7 * 24, every=weekly)
    assert is_due(8 * 24, every=weekly)
    assert not is_due(4 * 24, pace=Pace(skip_days=(5, 6)))


@pytest.mark.case("S-16", "T-12")
def test_a_host_that_rests_for_years_was_told_so_by_a_wrong_clock() -> None:
    """A day is the longest that a host can ask for."""
    for hours, due in ((25, ()), (27, (SOURCE,))):
        until = NOON + timedelta(hours=hours)
        state = SourceState(source_id=SOURCE.id, host_rests_until=until)

        assert due == list_due([SOURCE], {SOURCE.id: state}, NOON)


@pytest.mark.case("S-16")
@pytest.mark.parametrize("outcome", [FETCHED, FAILED])
def test_a_clock_that_is_set_back_makes_nothing_unseen(outcome: Outcome) -> None:
    """What was last seen stays, and the next poll is planned by the clock as it is now."""
    back = NOON - timedelta(days=3650)
    before = remember_poll(SOURCE, STATE, FETCHED, NOON)
    after = remember_poll(SOURCE, before, outcome, back)

    assert (back, NOON) == (after.last_polled, after.last_ok)
    assert after.next_due is not None
    assert after.next_due < NOON


def test_a_good_poll_keeps_what_the_next_request_sends_back() -> None:
    """Validators and body hash come from the answer, failures end."""
    failing = SourceState(source_id=SOURCE.id, failures=3, last_error="x")
    after = remember_poll(SOURCE, failing, FETCHED, NOON)

    assert (Validators(etag='"1"'), "h", 0, None, NOON) == (
        after.validators,
        after.body_hash,
        after.failures,
        after.last_error,
        after.last_ok,
    )


@pytest.mark.parametrize("outcome", [FETCHED, NotModified(status=304)])
def test_a_good_poll_rests_the_interval_and_up_to_a_tenth(outcome: Outcome) -> None:
    """Jitter only ever adds."""
    assert HALF_HOUR <= wait_after(outcome) <= HALF_HOUR * 1.1


def test_two_sources_do_not_march_in_step() -> None:
    """The jitter differs between sources, and is the same for the same poll."""
    waits = {
        remember_poll(a_source(name), STATE, FETCHED, NOON).next_due
        for name in ("a", "b", "c", "a")
    }

    assert 3 == len(waits)


def test_a_fresh_answer_is_not_asked_for_again_while_fresh() -> None:
    """Cache-Control of a publisher lengthens the interval, to a day at most."""
    assert timedelta(hours=2) == wait_after(
        NotModified(status=304, fresh_until=NOON + timedelta(hours=2))
    )
    assert timedelta(hours=24) == wait_after(
        NotModified(status=304, fresh_until=NOON + timedelta(days=400))
    )


def test_a_moved_source_is_remembered_as_what_was_answered_there() -> None:
    """The move itself changes nothing yet."""
    assert (
        remember_poll(SOURCE, STATE, FETCHED, NOON).validators
        == remember_poll(SOURCE, STATE, Moved(to="x", answer=FETCHED), NOON).validators
    )


@pytest.mark.case("T-15")
def test_failures_double_the_interval_up_to_a_day() -> None:
    """Back-off, and what failed is kept in words."""
    waits = [
        wait_after(FAILED, SourceState(source_id=SOURCE.id, failures=failures))
        for failures in (0, 1, 2, 500)
    ]

    assert sorted(waits) == waits
    assert HALF_HOUR * 4 <= waits[2] <= HALF_HOUR * 4.4
    assert timedelta(hours=24) <= waits[3] <= timedelta(hours=26.4)


def test_a_failure_keeps_validators_and_counts() -> None:
    """The next good poll is conditional again."""
    state = SourceState(source_id=SOURCE.id, validators=Validators(etag='"1"'), failures=1)
    after = remember_poll(SOURCE, state, FAILED, NOON)

    assert (state.validators, 2, "timeout: no answer within 30 s", None) == (
        after.validators,
        after.failures,
        after.last_error,
        after.last_ok,
    )


@pytest.mark.case("T-13")
def test_retry_after_is_never_undercut() -> None:
    """A longer wait asked for is kept; a shorter one does not hurry us."""
    assert timedelta(hours=5) == wait_after(
        Throttled(status=503, retry_after=NOON + timedelta(hours=5))
    )
    assert HALF_HOUR <= wait_after(Throttled(status=429, retry_after=NOON + timedelta(seconds=1)))


def test_a_source_that_is_gone_is_asked_once_more_half_a_day_later() -> None:
    """A minute of 410 ends nothing, however often the source is asked."""
    assert wait_after(Gone()) == timedelta(hours=12)


def test_a_source_that_is_gone_twice_is_not_asked_again() -> None:
    """410 is believed when it is confirmed; an answer in between begins anew."""
    once = remember_poll(SOURCE, STATE, Gone(), NOON)
    twice = remember_poll(SOURCE, once, Gone(), NOON)
    back = remember_poll(SOURCE, once, FETCHED, NOON)
    much_later = NOON + timedelta(days=400)

    assert (SOURCE,) == list_due([SOURCE], {SOURCE.id: once}, much_later)
    assert () == list_due([SOURCE], {SOURCE.id: twice}, much_later)
    assert 0 == back.gone


@pytest.mark.case("N-08")
def test_too_many_requests_rest_the_whole_host_and_unavailable_only_the_feed() -> None:
    """429 is about the one who asks, 503 about what is asked."""
    asked, other = (
        a_source("a", url="https://h.example/a"),
        a_source("b", url="https://h.example/b"),
    )
    elsewhere = a_source("c", url="https://i.example/c")
    until = NOON + timedelta(hours=2)
    now = NOON + timedelta(hours=1)
    for status, due in ((429, (elsewhere,)), (503, (other, elsewhere))):
        state = remember_poll(asked, STATE, Throttled(status=status, retry_after=until), NOON)

        assert due == list_due([asked, other, elsewhere], {"a": state}, now)
    assert 3 == len(list_due([asked, other, elsewhere], {"a": state}, until))


@pytest.mark.case("N-08")
def test_too_many_requests_of_a_private_host_rest_only_the_feed() -> None:
    """Behind a bridge that makes feeds, each feed is another publisher's."""
    bridge = [a_source(name, url="http://10.0.0.9/feed", allow_private=True) for name in "ab"]
    beside = a_source("c", url="http://10.0.0.9/c")
    until = NOON + timedelta(hours=2)
    state = remember_poll(bridge[0], STATE, Throttled(status=429, retry_after=until), NOON)

    due = list_due([*bridge, beside], {"a": state}, NOON + timedelta(hours=1))
    assert (bridge[1], beside) == due


def move(state: SourceState, hours: float, to: str = "https://new.example/rss") -> SourceState:
    """Poll a source that says it moved."""
    outcome = Moved(to=to, answer=FETCHED)
    return remember_poll(SOURCE, state, outcome, NOON + timedelta(hours=hours))


@pytest.mark.case("T-25")
def test_a_move_is_believed_after_three_times_and_a_day() -> None:
    """Often or long alone is not enough."""
    often = move(move(move(STATE, 0), 1), 2)
    long = move(move(STATE, 0), 25)

    assert (None, None) == (often.address, long.address)
    assert "https://new.example/rss" == move(often, 24).address
    assert "https://new.example/rss" == move(long, 26).address


def test_a_move_to_another_place_or_an_answer_at_home_begins_anew() -> None:
    """A redirect that was mended leaves no trace."""
    twice = move(move(STATE, 0), 20)

    assert None is move(twice, 30, to="https://other.example/rss").address
    assert None is move(remember_poll(SOURCE, twice, FETCHED, NOON), 30).address


def test_a_new_address_that_fails_is_given_up() -> None:
    """After three failures in a row the configured one is asked again."""
    state = move(move(move(STATE, 0), 12), 24)
    for _ in range(3):
        assert state.address
        state = remember_poll(SOURCE, state, FAILED, NOON)

    assert None is state.address


def test_answers_not_modified_are_counted_until_a_full_one() -> None:
    """The same bytes came whole: that is a full answer too."""
    state = STATE
    for _ in range(2):
        state = remember_poll(SOURCE, state, NotModified(status=304), NOON)

    assert (2, None) == (state.unmodified, state.last_full)
    for full in (FETCHED, NotModified(status=200)):
        after = remember_poll(SOURCE, state, full, NOON)

        assert (0, NOON) == (after.unmodified, after.last_full)


def test_read_in_another_way_it_is_read_again_and_whole() -> None:
    """Other selectors, or a page in which a feed was found before: at once, and at its address."""
    page = replace(SOURCE, kind="page", listing=Listing(item="li"))
    found = replace(STATE, found_at="https://post.example/feed")
    answered = Fetched(bodies=(), body_hash="h", validators=Validators(etag='"1"'))
    for was, now in (
        (page, replace(page, listing=Listing(item="tr"))),
        (SOURCE, page),
        (SOURCE, replace(SOURCE, kind="sitemap")),
    ):
        state = remember_poll(was, found, answered, NOON)
        fitted = fit_state(now, state)

        assert state == fit_state(replace(was, title="Post"), state)
        assert (Validators(), None, None) == (
            fitted.validators,
            fitted.body_hash,
            fitted.next_due,
        )
        assert now.url == choose_address(now, fitted)


def test_another_address_forgets_what_belonged_to_the_old_one() -> None:
    """What belongs to an address means nothing at another; what is known of the source does."""
    known = SourceState(
        source_id=SOURCE.id,
        first_ok=NOON,
        title="Post",
        heard=(NOON,),
        health="failing",
        failing_since=NOON,
    )
    state = replace(move(known, 0), health="failing", failing_since=NOON)
    elsewhere = a_source(url="https://elsewhere.example/rss")

    assert state == fit_state(SOURCE, state)
    assert known == fit_state(elsewhere, state)
