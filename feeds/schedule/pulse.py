"""What happens at each beat: due sources are polled, what came back is edited and published."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

import structlog

from feeds.errors import DataError
from feeds.model import Config, Failed, Source, SourceReport, SourceState, Visited
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.completing import complete_stories
from feeds.pipeline.edit import RememberPoll, edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import Reading
from feeds.pipeline.rulings import take_rulings
from feeds.pipeline.selecting import select_again
from feeds.publish import INDEX_PATH
from feeds.schedule.batch import MOST_BESIDE, MOST_HELD, measure_work, take_batch
from feeds.schedule.desk import Desk
from feeds.schedule.due import list_due
from feeds.schedule.files import Look, look_at_files
from feeds.schedule.life import Life, explain_stop
from feeds.schedule.logbook import log_report
from feeds.schedule.once import read_states
from feeds.schedule.plan import is_asked_alike, replan
from feeds.schedule.renamed import recall_states
from feeds.schedule.spread import choose_turn
from feeds.schedule.state import remember_poll
from feeds.schedule.websub.following import follow_polls
from feeds.schedule.websub.hurrying import ask_anew, plan_hurried
from feeds.store import locate_rulings, save_source_states

# After the database or the output folder failed, this long nothing is polled; seconds.
_REST = 60

Result = TypeVar("Result")

_log = structlog.get_logger()


class Poll(Protocol):
    """Walks one source from fetch to normalize; it never raises."""

    def __call__(self, source: Source, state: SourceState, *, now: datetime) -> Awaitable[Polled]:
        """Poll a source."""
        ...


class Pulse:
    """Polls under way, and the one editor that takes what they bring.

    A slow source holds up nobody: its poll ends when it ends, the editor takes what is there.
    """

    def __init__(self, desk: Desk, poll: Poll, remember: RememberPoll = remember_poll) -> None:
        """Take what to work with; :meth:`begin`, then :meth:`keep_editing` start it."""
        self._desk = desk
        self._poll = poll
        self._remember = remember
        self._states: dict[str, SourceState] = {}
        self._hurried: dict[str, datetime] = {}
        self._hurried_last: dict[str, datetime] = {}
        self._polls: dict[str, tuple[Source, asyncio.Task[None]]] = {}
        self._waiting: list[Polled] = []
        self._visited: list[Visited] = []
        self._wake = asyncio.Event()
        self._publish_due = False
        self._rulings_due = False
        self._rulings_seen: Look = ()
        self._ending = False
        self._rest_until: float | None = None
        self._troubles: dict[str, str] = {}
        self._quota = 0
        self._next_config: Config | None = None
        self._unapplied: str | None = None
        self._beat_at = desk.clock.steady()
        self._editing_since: float | None = None

    @property
    def desk(self) -> Desk:
        """What is worked with, under the configuration in use now."""
        return self._desk

    def tell_life(self) -> Life:
        """Say whether the plan is looked at and the editor gets on."""
        now = self._desk.clock.steady()
        stopped = explain_stop(self._beat_at, self._editing_since, now)
        return Life(stopped=stopped, not_applied=self._unapplied)

    def note_unapplied(self, reason: str | None) -> None:
        """Keep why the configuration files are not what is worked with; None: they are."""
        self._unapplied = reason

    def change_config(self, config: Config) -> None:
        """Ask the editor to work with another configuration, between two batches."""
        self._next_config = config
        self._wake.set()

    async def begin(self) -> None:
        """Read the plan and publish what is held.

        Raises:
            DataError: The database cannot be used.
        """
        await asyncio.to_thread(select_again, self._desk.store, self._desk.config.topics)
        self._rulings_seen = self._see_rulings()
        await asyncio.to_thread(take_rulings, self._desk.store)
        self._states = await asyncio.to_thread(recall_states, self._desk)
        await self._publish()

    async def beat(self) -> tuple[asyncio.Task[None], ...]:
        """Start polls of sources that are due and not being polled, some at each beat.

        Returns:
            The polls it started.
        """
        now = self._desk.clock.now()
        self._beat_at = self._desk.clock.steady()
        if self._is_resting():
            return ()
        if self._rest_until is not None:
            self._rest_until = None
            self._wake.set()
        if measure_work(self._waiting) >= MOST_HELD:
            return ()
        states = plan_hurried(self._states, self._hurried, self._hurried_last)
        due = list_due(self._desk.config.sources, states, now)
        waiting = [source for source in due if source.id not in self._polls]
        turn = choose_turn(waiting, states, self._quota)
        self._quota = turn.quota
        polls = [asyncio.create_task(self._poll_one(source, now)) for source in turn.sources]
        self._polls |= {s.id: (s, poll) for s, poll in zip(turn.sources, polls, strict=True)}
        return tuple(polls)

    def hurry(self, source_id: str, at: datetime) -> None:
        """Poll a source at a time, if it is not due sooner; it is asked past caches."""
        self._hurried[source_id] = min(at, self._hurried.get(source_id, at))

    def take_visited(self, visited: Sequence[Visited]) -> None:
        """Have the editor put into stories what their pages told."""
        self._visited += visited
        self._wake.set()

    async def publish_soon(self) -> None:
        """Ask the editor to write every feed as it stands: stories leave one as time passes."""
        self._publish_due = True
        self._wake.set()

    async def look_at_output(self) -> None:
        """Ask the editor to write every feed if somebody removed the folder."""
        if look_at_files((self._desk.output / INDEX_PATH,)) == (None,):
            await self.publish_soon()

    async def look_at_rulings(self) -> None:
        """Ask the editor to obey the file of rulings, and publish, if somebody wrote it."""
        seen = self._see_rulings()
        if seen != self._rulings_seen:
            self._rulings_seen = seen
            self._rulings_due = True
            self._wake.set()

    async def keep_editing(self) -> None:
        """Edit and publish what comes, until :meth:`end`.

        Failing files are met with rest. Anything else that is raised is a fault in the desk
        itself: it is raised here, and the daemon must end.
        """
        ending = False
        while not ending:
            await self._wake.wait()
            self._wake.clear()
            ending = self._ending
            await self.edit_waiting()

    async def edit_waiting(self) -> None:
        """Edit what is there, in batches; publish if there is something new, or it is time.

        While files fail, what is there waits: nobody need be asked for it again.
        """
        if self._is_resting() and not self._ending:
            return
        await self._take_rulings()
        edited = await self._take_config()
        while edited and (batch := await self._take_batch()):
            edited = await self._edit(batch)
        edited = edited and await self._complete()
        if edited and self._publish_due:
            self._publish_due = not await self._publish()

    async def end(self) -> None:
        """Drop polls under way; the editor ends when what was fetched is edited and published."""
        polls = [poll for _, poll in self._polls.values()]
        for poll in polls:
            poll.cancel()
        await asyncio.gather(*polls, return_exceptions=True)
        self._ending = True
        self._wake.set()

    async def _poll_one(self, source: Source, now: datetime) -> None:
        """Poll one source and hand the result to the editor."""
        state = self._states[source.id]
        hurried = self._hurried.pop(source.id, None)
        asked = source
        if hurried and hurried <= now:
            self._hurried_last[source.id] = now
            asked = ask_anew(source)
        try:
            polled = await self._poll(asked, state, now=now)
        except Exception as error:  # noqa: BLE001 - a bug met in one source must not stop the others
            _log.exception("poll crashed", source=source.id)
            crashed = Failed(kind="crashed", reason=tell_bug(error))
            polled = Polled(source=source, state=state, outcome=crashed, reading=Reading(), now=now)
        # Into the list of now: the editor took another while this waited.
        self._waiting.append(replace(polled, source=source))
        self._wake.set()

    async def _take_config(self) -> bool:
        """Work with another configuration from now on, if one was handed in.

        Nothing is edited meanwhile: what is planned and what is configured change in one step.

        Returns:
            Whether that went well.
        """
        config = self._next_config
        if config is None:
            return True
        desk = replace(self._desk, config=config)
        states = await self._guarded("plan", asyncio.to_thread(self._replan, desk))
        if states is None:
            return False
        if self._next_config is config:  # nobody handed in a newer one meanwhile
            self._next_config = None
        self._desk, self._states = desk, states
        self._drop_strangers()
        self._publish_due = True
        return True

    def _see_rulings(self) -> Look:
        """Look at the file of rulings; it need not be there."""
        path = locate_rulings(self._desk.store)
        return look_at_files((path,) if path else ())

    async def _take_rulings(self) -> None:
        """Obey the file of rulings; if it cannot be read, the desk goes on, and says so once."""
        if not self._rulings_due:
            return
        try:
            await self._measured(asyncio.to_thread(take_rulings, self._desk.store))
        except DataError as error:
            if self._troubles.get("rulings") != str(error):
                _log.error("rulings not obeyed", reason="; ".join(str(error).splitlines()))
            self._troubles["rulings"] = str(error)
            return
        self._troubles.pop("rulings", None)
        self._rulings_due = False
        self._publish_due = True

    def _replan(self, desk: Desk) -> dict[str, SourceState]:
        """Keep what follows from another configuration, and read the plan again."""
        select_again(desk.store, desk.config.topics)
        changed = replan(self._desk.config, desk.config, read_states(desk), desk.clock.now())
        if changed:
            with desk.store.write() as tx:
                save_source_states(tx, changed)
        return recall_states(desk)

    def _drop_strangers(self) -> None:
        """Drop polls, under way or waiting, of sources that are gone or asked otherwise now."""
        places = {source.id: source for source in self._desk.config.sources}

        def is_strange(source: Source) -> bool:
            return source.id not in places or not is_asked_alike(source, places[source.id])

        self._waiting = [polled for polled in self._waiting if not is_strange(polled.source)]
        for source, poll in tuple(self._polls.values()):
            if is_strange(source):
                poll.cancel()
                del self._polls[source.id]

    def _is_resting(self) -> bool:
        """Whether files failed a short while ago."""
        return self._rest_until is not None and self._desk.clock.steady() < self._rest_until

    async def _take_batch(self) -> list[Polled]:
        """Take what is there, in the order of the configuration and as configured now."""
        async with aclosing(self._empty_waiting()) as coming:
            taken = await take_batch(coming, MOST_BESIDE)
        came = {polled.source.id: polled for polled in taken}
        sources = self._desk.config.sources
        return [replace(came[source.id], source=source) for source in sources if source.id in came]

    async def _empty_waiting(self) -> AsyncGenerator[Polled, None]:
        """Yield what waits, and leave the rest where it is."""
        while self._waiting:
            yield self._waiting.pop(0)

    async def _edit(self, batch: Sequence[Polled]) -> bool:
        """Edit a batch, and note whether there is anything to publish.

        Its sources are polled again when they are due, even if a fault in the desk is raised here.

        Returns:
            Whether that went well; if not, the batch waits.
        """
        _log.debug("editing", sources=len(batch))
        desk, waits = self._desk, False
        work = asyncio.to_thread(edit_batch, desk.store, batch, desk.config, self._remember)
        try:
            edited = await self._guarded("edit", work)
            waits = edited is None
        finally:
            for polled in () if waits else batch:
                self._polls.pop(polled.source.id, None)
        if edited is None:
            self._waiting = [*batch, *self._waiting]
            return False
        self._plan(one.state for one in edited)
        for one in edited:
            log_report(one.report)
        self._publish_due |= any(_is_news(one.report) for one in edited)
        await self._follow(batch, [one.report for one in edited])
        return True

    async def _complete(self) -> bool:
        """Put into stories what their pages told; return whether that went well."""
        visited, desk = tuple(self._visited), self._desk
        if not visited:
            return True
        work = asyncio.to_thread(complete_stories, desk.store, visited, desk.config)
        completed = await self._guarded("complete", work)
        if completed is None:
            return False
        self._visited = self._visited[len(visited) :]
        self._plan(completed.states)
        count = sum(report.completed for report in completed.reports)
        if count:
            _log.info("full texts", stories=count)
        told = sum(bool(report.kinds) for report in completed.reports)
        if told:
            _log.info("pages changed", stories=told)
        self._publish_due |= count + told > 0
        return True

    async def _follow(self, batch: Sequence[Polled], reports: Sequence[SourceReport]) -> None:
        """Put polls off where hubs can be trusted; if files fail, none is put off."""
        work = asyncio.to_thread(follow_polls, self._desk.store, batch, reports)
        self._plan(await self._guarded("follow", work) or ())

    def _plan(self, states: Iterable[SourceState]) -> None:
        """Take what is remembered of sources now into the plan."""
        self._states |= {state.source_id: state for state in states}

    async def _publish(self) -> bool:
        """Write every feed as it stands now; return whether that went well."""
        desk = self._desk
        now = desk.clock.now()
        work = asyncio.to_thread(publish_feeds, desk.store, desk.config, desk.output, now)
        return await self._guarded("publish", work) is not None

    async def _guarded(self, task: str, work: Awaitable[Result]) -> Result | None:
        """Do work on files; if they fail, say so once, rest, and try again later."""
        try:
            result = await self._measured(work)
        except DataError as error:
            self._rest_until = self._desk.clock.steady() + _REST
            if self._troubles.get(task) != str(error):
                _log.error("resting", task=task, reason=str(error), seconds=_REST)
            self._troubles[task] = str(error)
            return None
        if self._troubles.pop(task, None):
            _log.info("working again", task=task)
        return result

    async def _measured(self, work: Awaitable[Result]) -> Result:
        """Do a piece of the editor's work, so that whoever asks is told if it hangs."""
        self._editing_since = self._desk.clock.steady()
        try:
            return await work
        finally:
            self._editing_since = None


def _is_news(report: SourceReport) -> bool:
    """Tell whether anything has to be written for what happened to a source."""
    return bool(report.new or report.revised or report.health)
