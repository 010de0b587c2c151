"""Announcements set against edits: every fault has its column."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from captures import Plain
from judging import Row, judge_series
from replay import Told

from feeds.model import Kind

BEGUN = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_plain(name: str = "a", **fields: Any) -> Plain:
    """An entry."""
    values: dict[str, Any] = {
        "id": name,
        "link": f"https://post.example/{name}",
        "headline": f"Dam {name} holds",
        "texts": ("It holds",),
        "people": (),
        "pictures": (),
        "dates": ("Monday",),
    }
    return Plain(**values | fields)


def a_told(hours: int, *kinds: Kind, name: str = "a") -> Told:
    """An announcement of an entry, so many hours after the first capture."""
    return Told(id=name, link="", headline="", at=BEGUN + hours * HOUR, kinds=frozenset(kinds))


def judge(*captures: Sequence[Plain], told: Sequence[Told] = (), gap: timedelta = HOUR) -> Row:
    """Judge captures taken one after the other."""
    return judge_series("post", [(BEGUN + n * gap, it) for n, it in enumerate(captures)], told)


def test_an_edit_that_was_announced_is_right() -> None:
    """Of each field that differs, at the capture that brought it."""
    after = a_plain(headline="Dam breaks", texts=("It breaks",))

    row = judge([a_plain()], [after], told=[a_told(1, Kind.HEADLINE, Kind.BODY)])

    assert (row.edits, row.announced, row.faults) == (1, 1, [])


def test_an_edit_that_was_not_announced_is_missed() -> None:
    """Also if another field of it was announced, or later."""
    after = a_plain(headline="Dam breaks", texts=("It breaks",))

    assert judge([a_plain()], [after]).missed == 1
    assert judge([a_plain()], [after], told=[a_told(1, Kind.HEADLINE)]).missed == 1
    late = judge([a_plain()], [after], [after], told=[a_told(2, Kind.HEADLINE, Kind.BODY)])
    assert (late.missed, late.invented) == (1, 1)


def test_what_has_no_cause_is_invented() -> None:
    """Nothing differs, another field differs, or there is no such entry."""
    edited = a_plain(texts=("It breaks",))
    told = [a_told(1, Kind.HEADLINE)]

    assert judge([a_plain()], [a_plain()], told=told).invented == 1
    assert judge([a_plain()], [edited], told=[a_told(1, Kind.BODY, Kind.HEADLINE)]).invented == 1
    assert judge([a_plain("b")], [a_plain("b")], told=told).invented == 1


def test_what_was_told_for_dates_or_order_is_told_apart() -> None:
    """Nothing else differs."""
    a, b = a_plain("a"), a_plain("b")
    told = [a_told(1, Kind.BODY)]

    assert judge([a], [a_plain(dates=("Tuesday",))], told=told).dates == 1
    assert judge([a, b], [b, a], told=told).order == 1


def test_an_entry_that_returns_is_not_new() -> None:
    """It was there before, whether or not it was told as new then."""
    a, b = a_plain("a"), a_plain("b")

    assert judge([a, b], [b], [a, b]).faults == []
    assert judge([a, b], [b], [a, b], told=[a_told(2, Kind.NEW)]).returned == 1


def test_a_new_entry_must_be_told_as_new() -> None:
    """But not the backlog of the first capture."""
    a, b = a_plain("a"), a_plain("b")

    assert judge([a], [a, b]).missed == 1
    assert judge([a], [a, b], told=[a_told(1, Kind.NEW, name="b")]).faults == []
    assert judge([a]).faults == []


def test_an_entry_under_another_id_is_counted_by_itself() -> None:
    """It has the address or the headline of one before; whether it is the same is left open."""
    a, b = a_plain("a"), a_plain("b", headline="Dam a holds")

    row = judge([a], [b], told=[a_told(1, Kind.NEW, name="b")])

    assert (row.renamed, row.new, row.faults) == (1, 1, [])


def test_words_that_come_back_within_a_day_are_told_once() -> None:
    """After a day they are to be told again."""
    a, other = a_plain(), a_plain(headline="Dam breaks")
    told = [a_told(1, Kind.HEADLINE)]

    soon = judge([a], [other], [a], told=told)
    late = judge([a], [other], [a], told=[a_told(25, Kind.HEADLINE)], gap=25 * HOUR)

    assert (soon.edits, soon.again, soon.missed) == (2, 1, 0)
    assert (late.again, late.missed) == (0, 1)


def test_a_restless_entry_is_told_of_until_a_reader_had_enough() -> None:
    """Nine changes within a day; then it may be silent until it stood still for a day."""
    states = [[a_plain(headline=f"Dam {number}")] for number in range(11)]
    nine = [a_told(hour, Kind.HEADLINE) for hour in range(1, 10)]

    assert (judge(*states, told=nine).restless, judge(*states, told=nine).missed) == (1, 0)
    assert judge(*states, told=nine[1:]).missed == 2

    still = [
        (BEGUN + hour * HOUR, state) for hour, state in zip([*range(10), 34], states, strict=True)
    ]
    assert judge_series("post", still, nine).missed == 1


def test_capitals_of_a_headline_may_be_told_or_not() -> None:
    """Neither is a fault."""
    a, b = a_plain(headline="Dam with cracks"), a_plain(headline="Dam With Cracks")

    for told in ([], [a_told(1, Kind.HEADLINE)]):
        row = judge([a], [b], told=told)
        assert (row.edits, row.faults) == (0, [])
