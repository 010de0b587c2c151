"""The first half of the walk, for one source: fetch, then read."""

from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from feeds.fetch import Web, fetch_source, hold_answers
from feeds.model import (
    Failed,
    Fetched,
    Moved,
    NotModified,
    Outcome,
    Source,
    SourceState,
    Validators,
    choose_address,
    find_answer,
    show_address,
    tell_hidden,
)
from feeds.pipeline.answers import read_outcome, tell_bug
from feeds.pipeline.discover import find_behind
from feeds.pipeline.read import Reading
from feeds.processes import Workers
from feeds.text.characters import clean_line

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A source after its half of the walk.

    Attributes:
        source: As configured.
        state: What was remembered of it before.
        outcome: What was answered, without its bytes.
        reading: What the answer says.
        now: When it was asked.
        found_at: The feed behind its address, which is a page's; None where there is no need.
    """

    source: Source
    state: SourceState
    outcome: Outcome
    reading: Reading
    now: datetime
    found_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What was answered, what it says, and the feed that is asked in place of a page."""

    outcome: Outcome
    reading: Reading | Failed
    found_at: str | None


async def poll_source(
    source: Source, state: SourceState, *, web: Web, workers: Workers, now: datetime
) -> Polled:
    """Walk one source through fetch, parse and normalize; whatever fails is told in the outcome."""
    async with hold_answers(web) as holding:
        try:
            told = await _ask(source, state, web=holding, workers=workers, now=now)
        except Exception as error:  # noqa: BLE001 - a bug met in one source must not stop the others
            _log.exception("poll crashed", source=source.id)
            crashed = Failed(kind="crashed", reason=tell_bug(error))
            told = _Told(outcome=crashed, reading=crashed, found_at=state.found_at)
        outcome, reading, found_at = told.outcome, told.reading, told.found_at
        if isinstance(reading, Failed):
            outcome, reading = replace(reading, reason=clean_line(reading.reason)), Reading()
        outcome = _keep_what_counts(outcome, reading)
    return Polled(
        source=source, state=state, outcome=outcome, reading=reading, now=now, found_at=found_at
    )


async def _ask(
    source: Source, state: SourceState, *, web: Web, workers: Workers, now: datetime
) -> _Told:
    """Ask a source, and read what it answers; a page may lead to its feed."""
    at_page = choose_address(source, state) == source.url and state.found_at is not None
    outcome = await fetch_source(source, _forget_feed(state) if at_page else state, web, now)
    reading = await read_outcome(outcome, source, workers, now)
    answer = find_answer(outcome)
    if isinstance(reading, Failed):
        told = _Told(outcome=outcome, reading=reading, found_at=state.found_at)
        if isinstance(answer, Fetched) and _may_be_page(source, state, reading):
            return await _ask_behind(told, answer, source, web=web, workers=workers, now=now)
        return told
    if at_page and isinstance(answer, Fetched | NotModified):
        return _Told(outcome=outcome, reading=reading, found_at=None)
    if state.found_at and isinstance(answer, Fetched):
        reading = _tell_found(reading, state.address or state.found_at)
    return _Told(outcome=outcome, reading=reading, found_at=state.found_at)


def _may_be_page(source: Source, state: SourceState, failed: Failed) -> bool:
    """Tell whether the address may be a page's: it was never a feed's itself.

    What was a feed once and is a page now is under repair, asks for a password, or was sold.
    """
    never_read = state.first_ok is None or state.found_at is not None
    asked = choose_address(source, state) == source.url
    return source.kind == "feed" and failed.kind == "not a feed" and asked and never_read


async def _ask_behind(
    told: _Told, page: Fetched, source: Source, *, web: Web, workers: Workers, now: datetime
) -> _Told:
    """Ask the feeds that a page names, and read the first that has entries."""
    found = await find_behind(page.bodies[0], source, web=web, workers=workers, now=now)
    if found.feed is None:
        return replace(told, reading=_tell_vain(told.reading, len(found.tried)))
    reading = await read_outcome(found.feed.answer, source, workers, now)
    if isinstance(reading, Failed):
        return replace(told, reading=reading)
    return _Told(
        outcome=found.feed.answer,
        reading=_tell_found(reading, found.feed.asked),
        found_at=found.feed.asked,
    )


def _forget_feed(state: SourceState) -> SourceState:
    """Return the state without what was said by the feed, for a request to its page."""
    return replace(state, validators=Validators(), body_hash=None)


def _tell_found(reading: Reading, url: str) -> Reading:
    """Return a reading that says whose it is."""
    shown = f"{show_address(url)} into sources.yaml{tell_hidden(url)}"
    line = f"the address is a page, its feed is read instead: put {shown}"
    return replace(reading, problems=(clean_line(line), *reading.problems))


def _tell_vain(reading: Reading | Failed, tried: int) -> Reading | Failed:
    """Return a failure that says that the page's feeds were tried."""
    if not tried or isinstance(reading, Reading):
        return reading
    feeds = "1 feed that it names gave" if tried == 1 else f"{tried} feeds that it names gave"
    return replace(reading, reason=f"{reading.reason}; {feeds} no entries")


def _keep_what_counts(outcome: Outcome, reading: Reading) -> Outcome:
    """Let go of bytes that were read: many polls wait for the editor at once.

    Of an answer that was not read to its end, neither hash nor validators count: it is asked for
    again although nothing changed, since there may be stories in what was left out.
    """
    match outcome:
        case Moved(answer=Fetched() as answer):
            return replace(outcome, answer=_keep_known(answer, reading))
        case Fetched():
            return _keep_known(outcome, reading)
        case _:
            return outcome


def _keep_known(answer: Fetched, reading: Reading) -> Fetched:
    """Return an answer with what is known of it, and without its bytes."""
    if reading.unfinished:
        return replace(answer, bodies=(), body_hash="", validators=Validators())
    return replace(answer, bodies=())
