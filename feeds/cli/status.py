"""``wiredesk status``: how the sources are."""

from datetime import datetime
from pathlib import Path

import typer
from rich.markup import escape
from rich.table import Table

from feeds.cli.config import load_for_command
from feeds.cli.held import find_database
from feeds.cli.options import CONFIG_FILE, DATA_FOLDER, AsJson, ConfigFile, DataFolder
from feeds.cli.terminal import open_console, print_json, show_moment
from feeds.clock import SystemClock
from feeds.model import Config, SourceState
from feeds.store import count_stories, open_store, read_source_states


def status(
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Say of every source when it last answered, when it is due, and what fails.

    Exit codes: 0 no source is failing; 1 some are; 2 the configuration cannot be used; 4 a newer
    version made the database; 5 the database cannot be used.
    """
    config = load_for_command(config_file)
    states, stories = _read(find_database(data))
    known = {source.id: states.get(source.id) for source in config.sources}
    if as_json:
        rows = [known[s.id] or SourceState(source_id=s.id) for s in config.sources]
        print_json({"stories": stories, "sources": rows})
    else:
        console = open_console()
        console.print(_table(config, known, SystemClock().now()))
        console.print(f"{stories} stories held.")
    if any(state and state.failures for state in known.values()):
        raise typer.Exit(1)


def _read(path: Path | None) -> tuple[dict[str, SourceState], int]:
    """Return what is remembered; nothing if nothing was ever polled."""
    if path is None:
        return {}, 0
    with open_store(path, upgrade=False) as store, store.read() as tx:
        return read_source_states(tx), count_stories(tx)


def _table(config: Config, known: dict[str, SourceState | None], now: datetime) -> Table:
    """One row for each source."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Source", "Last ok", "Next due", "Failures", "Last new story", "Last error"):
        table.add_column(name, overflow="fold", no_wrap=name not in {"Source", "Last error"})
    for source in config.sources:
        state = known[source.id] or SourceState(source_id=source.id)
        table.add_row(
            escape(source.id),
            show_moment(state.last_ok, now),
            show_moment(state.next_due or now, now),
            str(state.failures or "·"),
            show_moment(state.last_new, now),
            escape(state.last_error or ""),
            style="red" if state.failures else "",
        )
    return table
