"""``wiredesk add``: find the feed behind an address, and listen to it."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

import typer
from rich.markup import escape

from feeds.cli.adding import add_sources, load_for_adding
from feeds.cli.options import (
    CONFIG_FILE,
    Address,
    AllowPrivate,
    AsJson,
    ConfigFile,
    DryRun,
    Every,
    NewId,
)
from feeds.cli.terminal import count, open_console, print_json, say
from feeds.clock import SystemClock
from feeds.errors import WiredeskError
from feeds.model import Config
from feeds.pipeline.discover import Discovery, FoundFeed, discover_feed
from feeds.sources import Addition, check_addition, choose_new, find_source, show_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What ``add --json`` prints.

    Attributes:
        added: Whether a source was written.
        reason: Why not; empty if it was.
        id: The new source, or the one that listens there already.
        url: The address of the feed; None if none was found.
        title: What the feed calls itself.
        entries: How many it has.
        newest: Headline of the newest.
        lines: What was written, or would be.
        others: Other feeds the page names, each with ``url`` and ``title``.
        tried: What was asked in vain, each with ``url`` and ``reason``.
    """

    added: bool = False
    reason: str = ""
    id: str | None = None
    url: str | None = None
    title: str = ""
    entries: int = 0
    newest: str = ""
    lines: tuple[str, ...] = ()
    others: tuple[dict[str, str], ...] = ()
    tried: tuple[dict[str, str], ...] = ()


def add(
    url: Address,
    *,
    name: NewId = None,
    every: Every = None,
    allow_private: AllowPrivate = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
) -> None:
    """Find the feed behind an address, and write it into the configuration as a source.

    The address may be a feed or a page. Of a page, the feeds it names are tried in order, then
    the usual addresses; the first with entries is taken, the others are listed. The source is
    written behind the last one; everything else in the file stays as it is.

    Exit codes: 0 it was added, or would be; 1 no feed was found, or a source listens there
    already; 2 the configuration cannot be used or written, or the command line is wrong.
    """
    wanted = _read_wanted(url, name, every, allow_private=allow_private)
    config = load_for_adding(config_file)
    if name in {source.id for source in config.sources}:
        raise WiredeskError(f"a source is called {name} already; choose another id")
    outcome = _tell_known(wanted, config, config_file) or _discover(
        wanted, config, config_file, dry_run=dry_run
    )
    if as_json:
        print_json(outcome)
    else:
        _print_outcome(outcome, config_file, dry_run=dry_run)
    if outcome.reason and not outcome.lines:
        raise typer.Exit(1)


def _read_wanted(url: str, name: str | None, every: str | None, *, allow_private: bool) -> Addition:
    """Return what the command line asks for, checked as the configuration would be."""
    address = url.strip()
    if "://" not in address:
        address = f"https://{address}"
    wanted = Addition(url=address, id=name, every=every, allow_private=allow_private)
    try:
        check_addition(wanted)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return wanted


def _tell_known(wanted: Addition, config: Config, file: Path) -> Outcome | None:
    """Return that a source listens to an address already; None if none does."""
    known = find_source(wanted.url, config.sources)
    if known is None:
        return None
    return Outcome(
        reason=f"the source {known.id} in {file} listens to {known.url} already",
        id=known.id,
        url=known.url,
    )


def _discover(wanted: Addition, config: Config, file: Path, *, dry_run: bool) -> Outcome:
    """Ask the address, and add what is found."""
    found = asyncio.run(
        discover_feed(
            wanted.url,
            config.settings,
            allow_private=wanted.allow_private,
            now=SystemClock().now(),
        )
    )
    seen = Outcome(
        others=tuple({"url": link.url, "title": link.title} for link in found.others),
        tried=tuple({"url": tried.url, "reason": tried.reason} for tried in found.tried),
    )
    if found.feed is None:
        return replace(seen, reason=_say_nothing_found(found))
    told = _describe_feed(seen, found.feed)
    wanted = replace(wanted, url=found.feed.url)
    known = _tell_known(wanted, config, file)
    if known:
        return replace(told, reason=known.reason, id=known.id)
    fresh, _ = choose_new((wanted,), config.sources)
    (source,) = add_sources(file, config, fresh, dry_run=dry_run)
    lines = tuple(show_sources(fresh))
    reason = "this was a dry run" if dry_run else ""
    return replace(told, added=not dry_run, reason=reason, id=source.id, lines=lines)


def _describe_feed(seen: Outcome, feed: FoundFeed) -> Outcome:
    """Return an outcome with what a feed says of itself."""
    return replace(
        seen,
        url=feed.url,
        title=feed.preview.title,
        entries=feed.preview.entries,
        newest=feed.preview.newest,
    )


def _say_nothing_found(found: Discovery) -> str:
    """Return why there is no feed, in one line."""
    first, *more = found.tried
    asked = f", nor at {count(len(more), 'other address', 'other addresses')}" if more else ""
    return f"no feed was found at {first.url}{asked}"


def _print_outcome(outcome: Outcome, file: Path, *, dry_run: bool) -> None:
    """Print for people."""
    console = open_console()

    def show(text: str) -> None:
        console.print(escape(text), soft_wrap=True)

    if outcome.title or outcome.entries:
        newest = f", the newest “{outcome.newest}”" if outcome.newest else ""
        show(f"{outcome.title or 'A feed'}: {count(outcome.entries, 'entry', 'entries')}{newest}")
    if outcome.lines:
        verb = "Would be written into" if dry_run else "Written into"
        show(f"{verb} {file}, as the source {outcome.id}:")
        show("\n".join(outcome.lines))
    if outcome.others:
        show("The page also names:")
        show("\n".join(f"  {other['url']}  {other['title']}" for other in outcome.others))
    if not outcome.lines:
        _complain(outcome)


def _complain(outcome: Outcome) -> None:
    """Say on standard error why nothing was added."""
    lines = [f"wiredesk: {outcome.reason}"]
    if outcome.url is None:
        lines += [f"  {tried['url']}: {tried['reason']}" for tried in outcome.tried]
    if any(tried["reason"].startswith("private address") for tried in outcome.tried):
        lines.append("  (--allow-private does that here)")
    say("\n".join(lines))
