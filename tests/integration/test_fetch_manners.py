"""The score that publishers keep of feed readers, over a day of polls."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from asking import SMALL
from loopback import Page, Publisher, Received
from polls import StandingClock

from feeds.fetch import Web, fetch_source, open_web
from feeds.model import Source, SourceState
from feeds.schedule.state import remember_poll

_FEED = b"<rss><channel><title>Tal-Bote</title></channel></rss>"
_EVERY = timedelta(minutes=30)
_COOKIE = {"Set-Cookie": "reader=4711; Path=/"}
_BUSY = Page(status=503, headers={"Retry-After": "5400"})


def _steady(number: int) -> Page:
    """The same all day, with an ETag that has everything in it, and a cookie."""
    del number
    return Page(body=_FEED, etag='W/"a, b\'\xe9"', headers=_COOKIE)


def _dated(number: int) -> Page:
    """The same all day, with a date in no form that the standard knows."""
    del number
    return Page(body=_FEED, last_modified="Mon,  3 Nov 2026 6:0:0 +0000")


def _lively(number: int) -> Page:
    """Another answer each time."""
    return Page(body=_FEED + b" " * number, etag=f'"{number}"', last_modified="yesterday")


def _fresh(number: int) -> Page:
    """Fresh for two hours."""
    headers = {"Cache-Control": "max-age=7200"}
    return Page(body=_FEED + b" " * (number // 3), etag=f'"{number // 3}"', headers=headers)


def _busy(number: int) -> Page:
    """Every fifth time it asks to be left alone for ninety minutes."""
    return _BUSY if number % 5 == 4 else _steady(number)


_PUBLISHERS: dict[str, Callable[[int], Page]] = {
    "steady": _steady,
    "dated": _dated,
    "lively": _lively,
    "fresh": _fresh,
    "busy": _busy,
}


@dataclass
class Score:
    """What one publisher counts.

    Attributes:
        requests: All of them after the first.
        conditional: Those that sent a validator.
        bad: What was bad, with how often.
    """

    etag: str | None = None
    last_modified: str | None = None
    not_before: datetime | None = None
    requests: int = 0
    conditional: int = 0
    bad: Counter[str] = field(default_factory=Counter)

    def count(self, received: Received, page: Page, now: datetime) -> None:
        """Count a request that was answered with this page."""
        headers = received.headers
        if self.not_before is not None:
            self.requests += 1
            sent = (headers.get("if-none-match"), headers.get("if-modified-since"))
            self.conditional += sent != (None, None)
            self.bad["unconditional"] += sent == (None, None)
            self.bad["altered validators"] += sent != (self.etag, self.last_modified)
            self.bad["early"] += now < self.not_before
        self.bad["cookie"] += "cookie" in headers
        self.bad["referrer"] += "referer" in headers
        self.bad["nameless"] += "wiredesk" not in headers.get("user-agent", "")
        self._remember(page, now)

    def _remember(self, page: Page, now: datetime) -> None:
        """Remember what the next request has to send back, and when it may come."""
        wait = _EVERY
        if page is _BUSY:
            wait = timedelta(seconds=5400)
        else:
            self.etag, self.last_modified = page.etag, page.last_modified
        if "Cache-Control" in page.headers:
            wait = timedelta(seconds=7200)
        self.not_before = now + wait


async def _poll_for_a_day(publisher: Publisher, web: Web, clock: StandingClock) -> dict[str, Score]:
    """Poll every publisher whenever it is due, and return what each counted."""
    sources = {
        name: Source(
            id=name, kind="feed", url=publisher.url(f"/{name}"), every=_EVERY, allow_private=True
        )
        for name in _PUBLISHERS
    }
    states = {name: SourceState(source_id=name, next_due=clock.time) for name in sources}
    scores = {name: Score() for name in sources}
    turns: Counter[str] = Counter()
    end = clock.time + timedelta(hours=24)
    while True:
        name, state = min(states.items(), key=lambda pair: pair[1].next_due or end)
        if state.next_due is None or state.next_due >= end:
            return scores
        clock.time = state.next_due
        page = _PUBLISHERS[name](turns[name])
        turns[name] += 1
        publisher.serve(f"/{name}", page)
        outcome = await fetch_source(sources[name], state, web, clock.now())
        states[name] = remember_poll(sources[name], state, outcome, clock.now())
        scores[name].count(publisher.requests[-1], page, clock.now())


async def test_a_day_of_polls_shows_no_bad_manners() -> None:
    """Nothing bad is counted, and at least 99 of 100 requests after the first are conditional."""
    async with Publisher() as publisher, open_web(SMALL) as web:
        scores = await _poll_for_a_day(publisher, web, StandingClock())

    requests = sum(score.requests for score in scores.values())
    assert requests > 100
    assert {} == {name: +score.bad for name, score in scores.items() if +score.bad}
    assert sum(score.conditional for score in scores.values()) >= 0.99 * requests
