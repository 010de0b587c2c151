"""``wiredesk check``: is the configuration right?"""

import os

import typer

from feeds.cli.options import CONFIG_FILE, AsJson, ConfigFile
from feeds.cli.terminal import count, open_console, print_json, say
from feeds.errors import ConfigError
from feeds.extras import has_trafilatura
from feeds.model import Config
from feeds.pipeline.addresses import look_at_address
from feeds.sources import load_config


def check(*, as_json: AsJson = False, config_file: ConfigFile = CONFIG_FILE) -> None:
    """Read the configuration completely and say everything that is wrong with it.

    Every problem comes with file:line:column, where in the document it is, and what was probably
    meant; and so do the warnings, of what is allowed and probably not meant. Nothing is polled and
    nothing is written.

    Exit codes: 0 it can be used; 2 it cannot.
    """
    try:
        config = load_config(
            config_file, os.environ, look=look_at_address, plain_reader=not has_trafilatura()
        )
    except ConfigError as error:
        _tell_faults(error, as_json=as_json)
        raise
    if as_json:
        print_json({"ok": True, "problems": [], "warnings": config.warnings})
    else:
        _print_summary(config)


def _tell_faults(error: ConfigError, *, as_json: bool) -> None:
    """Say what else there is to be said of a configuration that cannot be used."""
    if as_json:
        print_json({"ok": False, "problems": error.problems, "warnings": error.warnings})
        raise typer.Exit(2) from None
    for warning in error.warnings:
        say(f"warning: {warning}")


def _print_summary(config: Config) -> None:
    """Say what the configuration holds."""
    console = open_console()
    for warning in config.warnings:
        console.print(f"warning: {warning}", style="yellow", markup=False, soft_wrap=True)
    counts = (
        count(len(config.sources), "source", "sources"),
        count(len(config.topics), "topic", "topics"),
        count(len(config.channels), "channel", "channels"),
    )
    console.print(f"The configuration is right: {', '.join(counts)}.")
