"""``wiredesk fetch``: one shot."""

import secrets
from collections import Counter
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from feeds.cli.config import load_for_command
from feeds.cli.folders import check_folders
from feeds.cli.known import refuse_unknown
from feeds.cli.need import run_to_end
from feeds.cli.options import (
    CONFIG_FILE,
    DATA_FOLDER,
    OUTPUT_FOLDER,
    AsJson,
    ConfigFile,
    DataFolder,
    Everything,
    OutputFolder,
    SourceIds,
)
from feeds.cli.remarks import MOST_REMARKS, print_remarks, remark_page
from feeds.cli.signals import await_interruption, exit_code_of, tell_kept
from feeds.cli.terminal import count, open_console, print_json, progress_bar, say
from feeds.clock import SystemClock
from feeds.model import ChannelReport, PageReport, RunReport, Source, SourceReport
from feeds.schedule.desk import Desk, open_desk
from feeds.schedule.due import list_due
from feeds.schedule.once import read_states, run_once
from feeds.schedule.renamed import list_renamed

_BAD = {"failed", "gone", "throttled"}


def fetch(
    ids: SourceIds = None,
    *,
    everything: Everything = False,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
    output: OutputFolder = OUTPUT_FOLDER,
) -> None:
    """Poll the due sources once, publish the feeds, and end.

    Prints what happened to each source and what each topic's feed now holds.

    Interrupted (Ctrl-C, SIGTERM), it edits and publishes what has come, and says how many sources
    were not asked to the end: those are due again the next time, and alerts wait until then.
    Interrupted once more it ends at once.

    Exit codes: 0 all well; 1 some source failed; 2 the configuration cannot be used or has no such
    source; 3 another wiredesk is using the data directory; 4 a newer version made the database; 5
    the data or output directory cannot be used; 70 a fault in wiredesk itself; 71 too little memory
    or too few threads; 130 interrupted (143 by SIGTERM).
    """
    config = load_for_command(config_file)
    check_folders(data, output)
    with open_desk(config, data, output, SystemClock(), command="fetch") as desk:
        for line in list_renamed(desk):
            say(f"warning: {line}")
        sources = _choose_sources(desk, ids or [], everything=everything)
        report, signal_number = _run(desk, sources)
    if as_json:
        print_json(report)
    else:
        _print_report(report, desk)
    if signal_number:
        say(tell_kept(report))
        raise typer.Exit(exit_code_of(signal_number))
    if any(source.answer in _BAD for source in report.sources):
        raise typer.Exit(1)


def _choose_sources(desk: Desk, ids: Sequence[str], *, everything: bool) -> tuple[Source, ...]:
    """Return the named sources, all, or the due ones; a look into an inbox bothers nobody."""
    config = desk.config
    if ids:
        refuse_unknown("source", ids, (source.id for source in config.sources))
        return tuple(source for source in config.sources if source.id in ids)
    if everything:
        return config.sources
    due = list_due(config.sources, read_states(desk), desk.clock.now())
    return tuple(source for source in config.sources if source in due or source.kind == "inbox")


def _run(desk: Desk, sources: Sequence[Source]) -> tuple[RunReport, int]:
    """Run the pass behind a progress bar; with the signal that asked it to end, or 0."""
    chance = secrets.SystemRandom().random
    with progress_bar("Polling", [source.id for source in sources]) as progress:

        async def run() -> tuple[RunReport, int]:
            ending = await_interruption(progress.stop)
            report = await run_once(
                desk, sources, lambda it: progress.advance(it.source.id), chance, ending
            )
            return report, ending.result() if ending.done() else 0

        return run_to_end(run())


def _print_report(report: RunReport, desk: Desk) -> None:
    """Print the tables."""
    console = open_console()
    if report.sources:
        console.print(_source_table(report.sources))
    elif not report.dropped:
        console.print("No source is due; --all polls them all the same.")
    for source in report.sources:
        print_remarks(console, source.source_id, source.problems)
    _print_pages(console, report.pages)
    _print_channels(console, report.channels)
    if report.topics:
        console.print(_topic_table(report))
    console.print(_totals(report, desk), soft_wrap=True)


def _source_table(reports: Sequence[SourceReport]) -> Table:
    """One row for each source."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Source", overflow="fold")
    table.add_column("Answer", no_wrap=True)
    for name in ("New", "Revised", "Unchanged"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("Note", overflow="fold")
    for report in reports:
        style = "red" if report.answer in _BAD else ""
        table.add_row(
            escape(report.source_id),
            report.answer,
            str(report.new or "·"),
            str(report.revised or "·"),
            str(report.unchanged or "·"),
            escape(report.reason or _count_problems(report)),
            style=style,
        )
    return table


def _count_problems(report: SourceReport) -> str:
    """Say how many things were wrong in the document; they are listed below the table."""
    return count(len(report.problems), "remark", "remarks") if report.problems else ""


def _print_pages(console: Console, pages: Sequence[PageReport]) -> None:
    """Say of the pages that could not be read why."""
    remarks = [line for page in pages if (line := remark_page(page))]
    for line in remarks[:MOST_REMARKS]:
        console.print(line, markup=False, soft_wrap=True)
    more = len(remarks) - MOST_REMARKS
    if more > 0:
        console.print(f"and {more} more pages that were not read; --json lists them all")


def _print_channels(console: Console, channels: Sequence[ChannelReport]) -> None:
    """Say of each channel what went out, and what waits for what."""
    for channel in channels:
        line = f"{channel.name}: {count(channel.sent, 'alert', 'alerts')} sent"
        if channel.waiting:
            line += f", {channel.waiting} waiting"
        if channel.reason:
            line += f": {channel.reason}"
        console.print(line, markup=False, soft_wrap=True)


def _topic_table(report: RunReport) -> Table:
    """One row for each topic."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Topic", overflow="fold")
    table.add_column("Entries", justify="right", no_wrap=True)
    table.add_column("Folded", justify="right", no_wrap=True)
    table.add_column("Written", overflow="fold")
    for topic in report.topics:
        written = ", ".join(topic.written) or "as before"
        table.add_row(escape(topic.slug), str(topic.entries), str(topic.folded or "·"), written)
    return table


def _count_bad(reports: Sequence[SourceReport]) -> list[str]:
    """Say how many sources failed, and how many asked for rest or are gone if any are."""
    counts = Counter(report.answer for report in reports)
    rare = [f"{counts[answer]} {answer}" for answer in ("throttled", "gone") if counts[answer]]
    return [f"{counts['failed']} failed", *rare]


def _totals(report: RunReport, desk: Desk) -> str:
    """Return the last line."""
    new = sum(source.new for source in report.sources)
    revised = sum(source.revised for source in report.sources)
    parts = [
        count(len(report.sources), "source", "sources") + " polled",
        count(new, "new story", "new stories"),
        f"{revised} revised",
        *_count_bad(report.sources),
    ]
    if report.pages:
        completed = sum(page.completed for page in report.pages)
        pages = count(len(report.pages), "page", "pages")
        parts.append(f"{completed} of {pages} gave more text" if completed else f"{pages} visited")
        changed = sum(bool(page.kinds) for page in report.pages)
        parts += [f"{changed} changed"] if changed else []
    feeds = escape(str(desk.output / "index.html"))
    return f"{', '.join(parts)} in {report.seconds:.1f} s. The feeds are listed in {feeds}"
