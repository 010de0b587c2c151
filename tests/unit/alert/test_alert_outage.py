"""When nothing answers: an outage is told once, and no source is blamed for it."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_source

from feeds.alert.outage import decide_outage, is_cut_off, may_be_outage
from feeds.model import Source, SourceState

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SOURCES = tuple(a_source(name) for name in ("post", "mail", "times", "globe"))
LATER = NOON + 10 * MINUTE


def failed(minutes: int = 0, kind: str = "dns", **fields: Any) -> SourceState:
    """A source that fails since so many minutes after noon, and answered before."""
    since = NOON + minutes * MINUTE
    values = {"last_ok": NOON - HOUR, "last_polled": since, "failing_since": since, "failures": 1}
    return SourceState(source_id="x", **values | {"error_kind": kind} | fields)


def answered(minutes: int) -> SourceState:
    """A source that answered so many minutes after noon."""
    moment = NOON + minutes * MINUTE
    return SourceState(source_id="x", last_ok=moment, last_polled=moment)


def known(*states: SourceState) -> dict[str, SourceState]:
    """These states, of post, mail, times and globe."""
    return {source.id: state for source, state in zip(SOURCES, states, strict=False)}


@pytest.mark.case("N-10")
def test_three_sources_that_fail_one_after_the_other_tell_an_outage() -> None:
    """Whatever kind of silence it is; told when it has lasted a while, and said since when."""
    states = known(failed(0), failed(1, "timeout"), failed(2, "refused"), answered(-30))

    assert is_cut_off(SOURCES, states, None)
    assert None is decide_outage(SOURCES, states, None, LATER - MINUTE)
    outage = decide_outage(SOURCES, states, None, LATER)
    assert outage
    assert ("outage", None) == (outage.kind, outage.source_id)
    assert "nothing can be reached since 2026-11-23 12:00 UTC: 3 sources" in outage.text


@pytest.mark.case("N-10")
@pytest.mark.parametrize(
    "states",
    [
        (failed(0), failed(1)),
        (failed(0), failed(1), answered(2), answered(-30)),
        (failed(0), failed(1), failed(2), answered(3)),
        (failed(0), failed(1), failed(2), failed(3, "status")),
        (failed(0), failed(1), failed(2, "tls")),
        (failed(0), failed(1), failed(2), failed(3, last_ok=NOON + 5 * MINUTE)),
        (failed(0), failed(0), failed(0), answered(0)),
        (failed(-600), failed(-600), failed(-600), answered(-30)),
    ],
    ids="two some sign error tls later mixed old".split(),
)
def test_sources_are_to_blame_while_anything_answers(states: tuple[SourceState, ...]) -> None:
    """Few sources, a sign of life since, even an error, or failures that are older than one."""
    assert not is_cut_off(SOURCES, known(*states), None)
    assert None is decide_outage(SOURCES, known(*states), None, NOON + HOUR)


@pytest.mark.case("N-10")
def test_one_host_that_is_down_is_no_outage() -> None:
    """Three of its feeds fail."""
    sources = [a_source(name, url=f"https://post.example/{name}") for name in "abc"]
    states = {source.id: failed(0) for source in sources}

    assert not is_cut_off(sources, states, None)


@pytest.mark.case("N-10")
def test_a_house_of_ones_own_is_not_the_internet() -> None:
    """Private hosts neither tell an outage nor deny one; an inbox says nothing about it."""
    private = [a_source(f"p{n}", url=f"http://10.0.0.{n}/", allow_private=True) for n in range(3)]
    inbox = a_source("inbox", kind="inbox", url=None)
    states = known(failed(0), failed(1), failed(2)) | {
        source.id: answered(5) for source in (*private, inbox)
    }

    assert is_cut_off((*SOURCES, *private, inbox), states, None)
    assert not is_cut_off(private, {source.id: failed(0) for source in private}, None)
    assert may_be_outage(SOURCES[0], failed())
    assert not may_be_outage(private[0], failed())


@pytest.mark.case("N-10")
def test_an_outage_stands_until_something_answers_and_its_end_is_told_once() -> None:
    """While it stands nothing is told; afterwards sources are to blame again."""
    down = known(failed(0), failed(1), failed(2))
    outage = decide_outage(SOURCES, down, None, LATER)
    back = known(failed(0), failed(1), answered(60))
    end = decide_outage(SOURCES, back, outage, NOON + HOUR)

    assert None is decide_outage(SOURCES, down, outage, NOON + HOUR)
    assert is_cut_off(SOURCES[:1], known(failed(0)), outage)
    assert end
    assert ("recovered", None) == (end.kind, end.source_id)
    assert None is decide_outage(SOURCES, back, end, NOON + HOUR)
    assert not is_cut_off(SOURCES, back, end)


def test_an_outage_told_by_a_clock_that_was_ahead_ends_too() -> None:
    """The first answer ends it, though it is said to have begun in ten years."""
    down = known(failed(0), failed(1), failed(2))
    ahead = decide_outage(SOURCES, down, None, NOON + 3650 * 24 * HOUR)
    back = known(failed(0), failed(1), answered(60))

    end = decide_outage(SOURCES, back, ahead, NOON + HOUR)

    assert ahead
    assert end
    assert ("recovered", "sources answer again") == (end.kind, end.text)
    assert end.created > ahead.created
    again = decide_outage(SOURCES, down, end, NOON + 2 * HOUR)
    assert again
    assert again.created > end.created


def test_a_desk_without_sources_is_not_cut_off() -> None:
    """Nor one that asked nobody yet."""
    nobody: tuple[Source, ...] = ()

    assert not is_cut_off(nobody, {}, None)
    assert not is_cut_off(SOURCES, {}, None)
