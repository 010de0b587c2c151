"""One pass: poll these sources, edit, publish, end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial

from feeds.fetch import Web, open_web
from feeds.model import (
    Channel,
    ChannelReport,
    Message,
    PageReport,
    RunReport,
    Sending,
    Source,
    SourceReport,
    SourceState,
    TopicReport,
    Visit,
    Visited,
)
from feeds.pipeline.completing import Completed, complete_stories
from feeds.pipeline.deliver import send_message
from feeds.pipeline.edit import Edited, edit_batch
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import READING
from feeds.pipeline.robots import Leave
from feeds.pipeline.rulings import take_rulings
from feeds.pipeline.selecting import select_again
from feeds.pipeline.sharing import SharedPages
from feeds.pipeline.visit import visit_page
from feeds.processes import Workers
from feeds.schedule.batch import MOST_AT_ONCE, take_batch
from feeds.schedule.delivering import Chance, deliver_once
from feeds.schedule.desk import Desk
from feeds.schedule.line import Line
from feeds.schedule.state import fit_state, remember_poll
from feeds.schedule.visiting import visit_due
from feeds.store import read_source_states

# So long alerts may take to go out; the rest stays in the outbox.
_DELIVERING_SECONDS = 60


def read_states(desk: Desk) -> dict[str, SourceState]:
    """Return what is remembered of every source of the configuration, as far as it still holds."""
    with desk.store.read() as tx:
        known = read_source_states(tx)
    return {
        source.id: fit_state(source, known.get(source.id, SourceState(source_id=source.id)))
        for source in desk.config.sources
    }


async def run_once(
    desk: Desk,
    sources: Sequence[Source],
    on_polled: Callable[[Polled], None],
    chance: Chance = float,
    ending: "asyncio.Future[int] | None" = None,
) -> RunReport:
    """Poll sources at once, edit them in the order of the configuration, publish every topic.

    Args:
        desk: What to work with.
        sources: Those to poll.
        on_polled: Called after each poll, to show progress.
        chance: From 0 to 1, a different one each time; always 0 unless said.
        ending: Once it is over, what has come is edited and published, and nothing more is asked
            for or sent; None lets the pass go on to its end.

    Returns:
        What happened.

    Raises:
        DataError: The database or the output folder cannot be written.
    """
    started = desk.clock.now()
    ending = ending or asyncio.get_running_loop().create_future()
    states = read_states(desk)
    select_again(desk.store, desk.config.topics)
    take_rulings(desk.store)
    reports: list[SourceReport] = []
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(open_web(desk.config.settings))
        workers = await stack.enter_async_context(Workers(preload=READING))

        async def poll(source: Source) -> Polled:
            polled = await poll_source(
                source, states[source.id], web=web, workers=workers, now=desk.clock.now()
            )
            on_polled(polled)
            return polled

        line = Line(sources, poll, ending=ending)
        stack.push_async_callback(line.drop)
        coming = line.take()
        while edited := await _edit(desk, coming):
            reports += [one.report for one in edited]
        topics, written = await _publish(desk, started)
        pages = () if ending.done() else await _visit(desk, sources, web, workers, ending)
        if any(page.completed or page.kinds for page in pages):
            again, more = await _publish(desk, started)
            topics = tuple(map(_join_written, topics, again))
            written = tuple(sorted({*written, *more}))
        channels = () if ending.done() else await _deliver(desk, web, chance, ending)
    return RunReport(
        started=started,
        seconds=(desk.clock.now() - started).total_seconds(),
        sources=tuple(reports),
        dropped=_list_dropped(sources, reports),
        topics=topics,
        written=written,
        pages=pages,
        channels=channels,
    )


def _list_dropped(sources: Sequence[Source], reports: Sequence[SourceReport]) -> tuple[str, ...]:
    """Return the sources of which nothing is told, because the pass was asked to end."""
    told = {report.source_id for report in reports}
    return tuple(source.id for source in sources if source.id not in told)


async def _edit(desk: Desk, coming: AsyncIterator[Polled]) -> tuple[Edited, ...]:
    """Take polls and edit them; nothing where all were taken. What was read is held no longer."""
    batch = await take_batch(coming, MOST_AT_ONCE)
    if not batch:
        return ()
    return await asyncio.to_thread(edit_batch, desk.store, batch, desk.config, remember_poll)


async def _deliver(
    desk: Desk, web: Web, chance: Chance, ending: "asyncio.Future[int]"
) -> tuple[ChannelReport, ...]:
    """Send what is due, when the feeds are published."""

    async def send(channel: Channel, message: Message, *, now: datetime) -> Sending:
        return await send_message(channel, message, web, now)

    until = partial(asyncio.wait, [ending], timeout=_DELIVERING_SECONDS)
    return await deliver_once(desk, send, chance, until=until)


async def _publish(desk: Desk, now: datetime) -> tuple[tuple[TopicReport, ...], tuple[str, ...]]:
    """Say every topic as it stands now."""
    return await asyncio.to_thread(publish_feeds, desk.store, desk.config, desk.output, now)


def _join_written(before: TopicReport, after: TopicReport) -> TopicReport:
    """Return what a topic's feed holds in the end, with the files of both times."""
    return replace(after, written=tuple(dict.fromkeys((*before.written, *after.written))))


async def _visit(
    desk: Desk,
    sources: Sequence[Source],
    web: Web,
    workers: Workers,
    ending: "asyncio.Future[int]",
) -> tuple[PageReport, ...]:
    """Visit the pages that are due, when the feeds are published: nobody waits for them.

    Raises:
        DataError: The database failed; what was made until then is kept, if it can be.
    """
    leave, pages = Leave(desk.store, workers), SharedPages()

    async def visit(visit: Visit, source: Source, *, now: datetime) -> Visited:
        may_ask = leave.ask_as(source, web, now)
        return await visit_page(
            visit, source, web=web, workers=workers, may_ask=may_ask, pages=pages, now=now
        )

    made = await visit_due(desk, sources, visit, ending)
    completed = Completed(reports=())
    if made.visited:
        work = asyncio.to_thread(complete_stories, desk.store, made.visited, desk.config)
        completed = await work
    if made.trouble:
        raise made.trouble
    return completed.reports
