"""``wiredesk changes``: what was edited lately."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from feeds.alert import show_edit_text
from feeds.cli.config import load_for_command
from feeds.cli.held import need_database
from feeds.cli.known import refuse_unknown
from feeds.cli.options import CONFIG_FILE, DATA_FOLDER, AsJson, ConfigFile, DataFolder
from feeds.cli.terminal import open_console, print_json, say
from feeds.clock import SystemClock
from feeds.model import ARRIVALS, Edit, Kind, Revision
from feeds.store import (
    Transaction,
    Wanted,
    open_store,
    read_changes,
    read_source_states,
    read_topic_matches,
)
from feeds.text.amounts import read_duration
from feeds.text.characters import cut_text

_EDITS = tuple(kind for kind in Kind if kind not in ARRIVALS)
_LONGEST_SHOWN = 160
_CONTEXT = 60
_INDENT = 2
# A table needs so many columns.
_NARROW = 80
_TELLING = (
    Kind.WITHDRAWN,
    Kind.RESTORED,
    Kind.CORRECTION,
    Kind.FIGURES,
    Kind.HEADLINE,
    Kind.STANDFIRST,
    Kind.BODY,
    Kind.BYLINE,
    Kind.DATE,
)

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="TIME", help="How long ago (2h, 7d), or from which date (2026-11-24)."
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option("--kind", help="Only this kind of edit; may be given several times."),
]
OfTopic = Annotated[
    str | None, typer.Option("--topic", metavar="SLUG", help="Only what this topic selects.")
]
OfSource = Annotated[
    str | None, typer.Option("--source", metavar="ID", help="Only what this source reported.")
]
Most = Annotated[int, typer.Option("--most", min=1, max=10000, help="At most so many.")]


def changes(
    *,
    since: Since = "24h",
    kinds: Kinds = None,
    topic: OfTopic = None,
    source: OfSource = None,
    most: Most = 200,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """List what publishers edited, the newest first: when, which kinds of edit, and the words.

    Without --kind all edits are listed, also those that nobody is alerted of; that a story
    came (new, fulltext) is none. wiredesk diff shows one in full.

    A topic or source that is remembered can be named, and one that stands in the configuration;
    that is read only for a name that is not remembered.

    Exit codes: 0 well; 1 nothing is held yet; 2 an option is wrong, or names nothing that there is;
    4 a newer version made the database; 5 the database cannot be used.
    """
    wanted = Wanted(
        since=read_since(since, SystemClock().now()),
        kinds=tuple(kinds or _EDITS),
        topic=topic,
        source_id=source,
    )
    with open_store(need_database(data), upgrade=False) as store, store.read() as tx:
        _check_names(tx, wanted, config_file)
        found = read_changes(tx, wanted, most + 1)
    shown = found[:most]
    if as_json:
        print_json({"since": wanted.since, "changes": [_plain(revision) for revision in shown]})
    elif shown:
        _print_changes(open_console(), shown)
    else:
        fits = "nothing that fits" if kinds or topic or source else "nothing"
        say(f"{fits} was edited since {wanted.since:%Y-%m-%d %H:%M} UTC")
    if len(found) > most:
        say(f"there are more than {most}: narrow it with --since, or give a larger --most")


def _check_names(tx: Transaction, wanted: Wanted, config_file: Path) -> None:
    """Refuse a topic or source that is neither remembered nor configured."""
    topics, sources = tuple(read_topic_matches(tx)), tuple(read_source_states(tx))
    if wanted.topic in {None, *topics} and wanted.source_id in {None, *sources}:
        return
    config = load_for_command(config_file)
    if wanted.topic is not None:
        refuse_unknown("topic", [wanted.topic], (*(it.slug for it in config.topics), *topics))
    if wanted.source_id is not None:
        refuse_unknown("source", [wanted.source_id], (*(it.id for it in config.sources), *sources))


def read_since(text: str, now: datetime) -> datetime:
    """Return the moment that is meant: a duration ago, or a date or time (UTC if it has no zone).

    Raises:
        typer.BadParameter: It is neither.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return now - _read_length(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_length(text: str) -> timedelta:
    """Return a duration."""
    try:
        return read_duration(text, least="1s", most="520w")
    except ValueError:
        message = "--since takes how long ago (2h, 7d) or a date (2026-11-24)"
        raise typer.BadParameter(message) from None


def _print_changes(console: Console, revisions: Sequence[Revision]) -> None:
    """Print for people: as a table, or where that is too narrow one below the other."""
    if console.width < _NARROW:
        for revision in revisions:
            heading = (
                _seen(revision),
                revision.story.source_id,
                _kinds(revision),
                _short(revision),
            )
            console.print(Text("  ".join(heading), style="dim"))
            console.print(_show_story(revision))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Seen (UTC)", no_wrap=True)
    table.add_column("Source", no_wrap=True, max_width=16, overflow="ellipsis")
    table.add_column("Edit", max_width=22)
    table.add_column("Story", ratio=1)
    table.add_column("Id", no_wrap=True, style="dim")
    for revision in revisions:
        source, kinds = Text(revision.story.source_id), Text(_kinds(revision))
        table.add_row(_seen(revision), source, kinds, _show_story(revision), _short(revision))
    console.print(table)


def _seen(revision: Revision) -> str:
    """Return when a revision was seen."""
    return f"{revision.seen:%m-%d %H:%M}"


def _kinds(revision: Revision) -> str:
    """Return what a revision was."""
    return ", ".join(revision.kinds)


def _short(revision: Revision) -> str:
    """Return the beginning of a story's id."""
    return revision.story.id[:8]


def _show_story(revision: Revision) -> Group:
    """Return the headline, and below it, set in, the words that were edited."""
    headline, words = Text(revision.story.headline), Text(show_words(revision), style="dim")
    below = Padding(words, (0, 0, 0, _INDENT), expand=False)
    return Group(headline, below) if words else Group(headline)


def show_words(revision: Revision) -> str:
    """Return the edit of a revision that tells most, in one line that has its first edited word."""
    telling = sorted(revision.edits, key=lambda edit: _rank_kind(edit.kind))
    line = _show_line(telling[0]) if telling else ""
    name, colon, words = line.partition(": ")
    before = words.find("[")
    if before > _CONTEXT:
        start = words.find(" ", before - _CONTEXT, before) + 1 or before - _CONTEXT
        line = f"{name}{colon}…{words[start:]}"
    return line if len(line) <= _LONGEST_SHOWN else f"{cut_text(line, _LONGEST_SHOWN - 1)}…"


def _show_line(edit: Edit) -> str:
    """Return an edit in one line; its note alone, where the words below that did not change."""
    if not edit.note:
        return " ".join(show_edit_text(edit).split())
    shown = replace(edit, before="", after="") if edit.before == edit.after else edit
    lines = (" ".join(line.split()) for line in show_edit_text(shown).split("\n"))
    return "; ".join(line for line in lines if line)


def _rank_kind(kind: Kind) -> int:
    """Return how much an edit of a kind tells beside others: the smaller the more."""
    return _TELLING.index(kind) if kind in _TELLING else len(_TELLING)


def _plain(revision: Revision) -> dict[str, object]:
    """Return what scripts need."""
    story = revision.story
    return {
        "seen": revision.seen,
        "story": story.id,
        "revision": revision.number,
        "source": story.source_id,
        "url": story.url,
        "headline": story.headline,
        "kinds": revision.kinds,
        "edits": revision.edits,
    }
