"""``wiredesk run``: the scheduled daemon."""

import asyncio
import os
import sys
from functools import partial
from typing import Annotated

import typer

from feeds.cli.config import load_for_command
from feeds.cli.folders import check_folders
from feeds.cli.options import (
    CONFIG_FILE,
    DATA_FOLDER,
    OUTPUT_FOLDER,
    ConfigFile,
    DataFolder,
    LogJson,
    OutputFolder,
    Verbose,
)
from feeds.clock import SystemClock
from feeds.log import PatientStream, configure_log
from feeds.schedule.daemon import run_daemon
from feeds.schedule.desk import open_desk
from feeds.sources import check_listen, load_config

# So long the log is given to be read at the end.
_LAST_WORDS_SECONDS = 1.0


def read_listen(text: str | None) -> str | None:
    """Refuse what is no address and port."""
    try:
        return text and check_listen(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


ListenAt = Annotated[
    str | None,
    typer.Option(
        "--listen",
        metavar="ADDR:PORT",
        callback=read_listen,
        help="Where it listens; overrides the configuration.",
    ),
]


def run(
    *,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
    output: OutputFolder = OUTPUT_FOLDER,
    listen_at: ListenAt = None,
    log_json: LogJson = False,
    verbose: Verbose = False,
) -> None:
    """Keep polling: every source when it is due, until SIGTERM or Ctrl-C.

    The configuration is read again when a file of it changes, and on SIGHUP. If it cannot be used,
    the one in use stays.

    The log on standard error is quiet when all is well: one line when it starts and ends, and one
    for what happens to a source: failing, recovered, quiet, gone, moved.

    Exit codes: 0 stopped when asked to; 2 the configuration cannot be used; 3 another wiredesk
    is using the data directory; 4 a newer version made the database; 5 the data or output
    directory cannot be used; 6 it cannot listen where it should; 70 a fault in wiredesk itself;
    71 too little memory, or too few threads or open files.
    """
    log = PatientStream(sys.stderr.fileno())
    no_color = bool(os.environ.get("NO_COLOR"))
    configure_log(log, as_json=log_json, verbose=verbose, no_color=no_color)
    try:
        # Imported only now, because it slows down every start.
        from feeds.cli.serving import serve_at  # noqa: PLC0415 - see above

        config = load_for_command(config_file)
        check_folders(data, output)
        at = listen_at or config.settings.listen
        with open_desk(config, data, output, SystemClock(), command="run") as desk:
            load = partial(load_config, config_file, os.environ)
            asyncio.run(run_daemon(desk, load=load, serve=serve_at(at) if at else None))
    finally:
        log.close(_LAST_WORDS_SECONDS)
