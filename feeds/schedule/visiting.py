"""Visits that are due are made: at each host one after the other, at a few hosts at once.

Nobody waits for them. Feeds are polled, edited and published meanwhile, and of the turns at a host
a visit takes one at most.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, final
from urllib.parse import urlsplit

import structlog

from feeds.errors import DataError
from feeds.model import Source, Visit, Visited
from feeds.pipeline.revisits import is_revisit
from feeds.pipeline.visits import begin_visit, rest_host
from feeds.schedule.desk import Desk
from feeds.store import (
    Store,
    add_revisit,
    read_due_visits,
    read_revisits,
    read_source_states,
    save_visits,
)

_HOSTS_AT_ONCE = 8
# A round at a host begins no further visit after so long: others want to be done with it.
_ROUND_SECONDS = 60

_log = structlog.get_logger()


class VisitPage(Protocol):
    """Visits the page of a story; it never raises for a server."""

    async def __call__(self, visit: Visit, source: Source, *, now: datetime) -> Visited:
        """Visit it."""
        ...


Take = Callable[[Sequence[Visited]], None]
"""Takes the visits that were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What rounds brought.

    Attributes:
        visited: The visits that were made.
        trouble: Why there are not more: the database failed meanwhile; None if it did not.
    """

    visited: tuple[Visited, ...] = ()
    trouble: DataError | None = None


@final
class Visiting:
    """Rounds under way, one at each host."""

    def __init__(self, visit: VisitPage, take: Take) -> None:
        """Take how a page is visited, and who takes what that brings."""
        self._visit = visit
        self._take = take
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._rests: dict[str, datetime] = {}

    async def look(self, desk: Desk) -> tuple[asyncio.Task[None], ...]:
        """Begin a round at hosts whose pages are due.

        Returns:
            The rounds it began.

        Raises:
            DataError: The database cannot be used.
        """
        if not any(source.url for source in desk.config.sources):
            return ()
        due = await asyncio.to_thread(find_due_visits, desk)
        now = desk.clock.now()
        self._rests = {host: until for host, until in self._rests.items() if until > now}
        free = [host for host in due if host not in {*self._rounds, *self._rests}]
        begun = []
        for host in free[: max(_HOSTS_AT_ONCE - len(self._rounds), 0)]:
            task = asyncio.create_task(self._go_round(desk, host, due[host]))
            self._rounds[host] = task
            begun.append(task)
        return tuple(begun)

    async def end(self) -> None:
        """Hang up on pages that have not come; what came is handed over."""
        rounds = tuple(self._rounds.values())
        for task in rounds:
            task.cancel()
        await asyncio.gather(*rounds, return_exceptions=True)

    async def _go_round(self, desk: Desk, host: str, visits: Sequence[Visit]) -> None:
        """Visit the pages of a host, and hand over what that brought."""
        made: list[Visited] = []
        try:
            async with aclosing(visit_host(desk, visits, self._visit)) as coming:
                async for visited in coming:
                    made.append(visited)
                    if until := rest_host(visited):
                        self._rests[host] = until
        except DataError as error:
            _log.debug("not visited", host=host, reason=str(error))
        finally:
            del self._rounds[host]
            if made:
                self._take(made)


async def visit_due(
    desk: Desk, sources: Sequence[Source], visit: VisitPage, ending: "asyncio.Future[int]"
) -> Made:
    """Visit the pages of these sources that are due, and return what that brought.

    Args:
        desk: What to work with.
        sources: Whose pages.
        visit: Visits a page.
        ending: Once it is over, no further page is asked for.

    Raises:
        DataError: The database cannot be read; nothing was asked for.
    """
    if not any(source.url for source in sources):
        return Made()
    due = await asyncio.to_thread(find_due_visits, desk, sources)
    gate = asyncio.Semaphore(_HOSTS_AT_ONCE)

    async def go_round(visits: Sequence[Visit]) -> Made:
        """Wait for a turn, and visit the pages of a host."""
        made: list[Visited] = []
        try:
            async with gate, aclosing(visit_host(desk, visits, visit, ending)) as coming:
                async for visited in coming:
                    made.append(visited)  # noqa: PERF401 - what came before a fault is kept
        except DataError as error:
            return Made(visited=tuple(made), trouble=error)
        return Made(visited=tuple(made))

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(go_round(visits)) for visits in due.values()]
    rounds = [task.result() for task in tasks]
    return Made(
        visited=tuple(visited for one in rounds for visited in one.visited),
        trouble=next((one.trouble for one in rounds if one.trouble), None),
    )


async def visit_host(
    desk: Desk,
    visits: Sequence[Visit],
    visit: VisitPage,
    ending: "asyncio.Future[int] | None" = None,
) -> AsyncGenerator[Visited, None]:
    """Visit the pages of a host, one after the other, until it fails or the round was long enough.

    None is begun when the pass was asked to end. That a page is asked for is kept before it is.

    Raises:
        DataError: The database cannot be used.
    """
    sources = {source.id: source for source in desk.config.sources}
    started = desk.clock.steady()
    for planned in visits:
        if ending and ending.done():
            return
        if desk.clock.steady() - started > _ROUND_SECONDS:
            return
        now = desk.clock.now()
        begun = begin_visit(planned, now)
        await asyncio.to_thread(_keep, desk.store, begun, now)
        visited = await visit(begun, sources[planned.source_id], now=desk.clock.now())
        yield visited
        if rest_host(visited):
            return


def find_due_visits(
    desk: Desk, sources: Sequence[Source] | None = None
) -> Mapping[str, Sequence[Visit]]:
    """Return the visits that are due, by host, the newest stories first.

    None to a host that asked to be left alone, by whatever was asked there (429), and no more
    pages again than ``revisits`` of the settings in a day.

    Args:
        desk: What to work with.
        sources: Whose pages; None for all of the configuration.
    """
    now = desk.clock.now()
    wanted = desk.config.sources if sources is None else sources
    asking = {source.id: source for source in wanted if source.url}
    with desk.store.read() as tx:
        due = read_due_visits(tx, now)
        states = read_source_states(tx) if due else {}
        again = Counter(read_revisits(tx, now) if due else {})
    rests = {
        urlsplit(source.url or "").hostname
        for source in desk.config.sources
        if (state := states.get(source.id))
        and state.host_rests_until
        and state.host_rests_until > now
    }
    by_host: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in due:
        source = asking.get(visit.source_id)
        if source is None or visit.host in rests or not _is_wanted(visit, source):
            continue
        again[visit.host] += is_revisit(visit)
        if not is_revisit(visit) or again[visit.host] <= desk.config.settings.revisits:
            by_host[visit.host].append(visit)
    return by_host


def _is_wanted(visit: Visit, source: Source) -> bool:
    """Tell whether a visit is made as the source is configured now."""
    match visit.state:
        case "due":
            return source.full_text
        case "watched":
            return source.watch == "page"
        case _:
            return True


def _keep(store: Store, visit: Visit, now: datetime) -> None:
    """Keep that a page is asked for."""
    with store.write() as tx:
        save_visits(tx, [visit])
        if is_revisit(visit):
            add_revisit(tx, visit.host, now)
