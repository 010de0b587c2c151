"""What happens at each beat: due sources are polled, what came back is edited and published."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from feeds.errors import DataError
from feeds.fetch import Web
from feeds.model import Source, SourceReport, SourceState
from feeds.pipeline.edit import edit_batch, select_again
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.publish import publish_feeds
from feeds.processes import Workers
from feeds.schedule.desk import Desk
from feeds.schedule.due import list_due
from feeds.schedule.once import read_states
from feeds.schedule.state import remember_poll

# After the database or the output folder failed, this long nothing is polled.
_REST = timedelta(minutes=1)
_BATCH = 100

Result = TypeVar("Result")

_log = structlog.get_logger()


class Pulse:
    """Polls under way, and the one editor that takes what they bring.

    A slow source holds up nobody: its poll ends when it ends, the editor takes what is there.
    """

    def __init__(self, desk: Desk, web: Web, workers: Workers) -> None:
        """Take what to work with; :meth:`begin` starts it."""
        self._desk = desk
        self._web = web
        self._workers = workers
        self._states: dict[str, SourceState] = {}
        self._polls: dict[str, asyncio.Task[None]] = {}
        self._polled: asyncio.Queue[Polled] = asyncio.Queue()
        self._editing = asyncio.Lock()
        self._editor: asyncio.Task[None] | None = None
        self._rest_until: datetime | None = None

    async def begin(self) -> None:
        """Read the plan, publish what is held, and start the editor."""
        await asyncio.to_thread(select_again, self._desk.store, self._desk.config.topics)
        self._states = await asyncio.to_thread(read_states, self._desk)
        await self.publish()
        self._editor = asyncio.create_task(self._edit_for_ever())

    async def beat(self) -> None:
        """Start a poll for every source that is due and not being polled."""
        now = self._desk.clock.now()
        if self._editor is None or (self._rest_until and now < self._rest_until):
            return
        for source in list_due(self._desk.config.sources, self._states, now):
            if source.id not in self._polls:
                self._polls[source.id] = asyncio.create_task(self._poll(source, now))

    async def publish(self) -> None:
        """Write every feed as it stands now."""
        desk = self._desk
        async with self._editing:
            await self._guarded(
                asyncio.to_thread(
                    publish_feeds, desk.store, desk.config, desk.output, desk.clock.now()
                )
            )

    async def end(self) -> None:
        """Drop polls under way, edit what was fetched, and stop."""
        for task in self._polls.values():
            task.cancel()
        await asyncio.gather(*self._polls.values(), return_exceptions=True)
        if self._editor:
            self._editor.cancel()
            await asyncio.gather(self._editor, return_exceptions=True)
        await self._edit_waiting()

    async def _poll(self, source: Source, now: datetime) -> None:
        """Poll one source and hand the result to the editor."""
        polled = await poll_source(
            source, self._states[source.id], web=self._web, workers=self._workers, now=now
        )
        self._polled.put_nowait(polled)

    async def _edit_for_ever(self) -> None:
        """Wait for something fetched; edit it with whatever else has come by then."""
        while True:
            self._polled.put_nowait(await self._polled.get())
            await asyncio.shield(self._edit_waiting())

    async def _edit_waiting(self) -> None:
        """Edit what is there, in batches, and publish if anything changed."""
        changed = False
        while batch := self._take_batch():
            changed |= await self._edit(batch)
        if changed:
            await self.publish()

    def _take_batch(self) -> list[Polled]:
        """Take what is there, in the order of the configuration."""
        taken = [self._polled.get_nowait() for _ in range(min(self._polled.qsize(), _BATCH))]
        order = {source.id: place for place, source in enumerate(self._desk.config.sources)}
        return sorted(taken, key=lambda polled: order[polled.source.id])

    async def _edit(self, batch: Sequence[Polled]) -> bool:
        """Edit a batch; return whether any story is new or revised."""
        desk = self._desk
        async with self._editing:
            reports = await self._guarded(
                asyncio.to_thread(edit_batch, desk.store, batch, desk.config, remember_poll)
            )
        before = self._states
        if reports is not None:
            self._states = await asyncio.to_thread(read_states, desk)
        for polled in batch:
            self._polls.pop(polled.source.id, None)
        for report in reports or ():
            _log_report(report, before[report.source_id], self._states[report.source_id])
        return any(report.new or report.revised for report in reports or ())

    async def _guarded(self, work: Awaitable[Result]) -> Result | None:
        """Do work on files; if they fail, say so once, rest, and try again later."""
        try:
            return await work
        except DataError as error:
            self._rest_until = self._desk.clock.now() + _REST
            _log.error("resting", reason=str(error), seconds=_REST.total_seconds())
            return None


def _log_report(report: SourceReport, before: SourceState, after: SourceState) -> None:
    """Say what is news: stories, a source that begins to fail, one that is back."""
    _log.debug("polled", source=report.source_id, answer=report.answer, reason=report.reason)
    if report.new or report.revised:
        _log.info("stories", source=report.source_id, new=report.new, revised=report.revised)
    if after.failures == 1:
        _log.warning("failing", source=report.source_id, reason=after.last_error)
    elif before.failures and not after.failures:
        _log.info("recovered", source=report.source_id, failures=before.failures)
