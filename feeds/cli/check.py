"""``wiredesk check``: is the configuration right?"""

import os

import typer

from feeds.cli.options import CONFIG_FILE, AsJson, ConfigFile
from feeds.cli.terminal import count, open_console, print_json
from feeds.errors import ConfigError
from feeds.model import Config
from feeds.sources import load_config


def check(*, as_json: AsJson = False, config_file: ConfigFile = CONFIG_FILE) -> None:
    """Read the configuration completely and say everything that is wrong with it.

    Every problem comes with file:line:column, where in the document it is, and what was probably
    meant. Nothing is polled and nothing is written.

    Exit codes: 0 it can be used; 2 it cannot.
    """
    try:
        config = load_config(config_file, os.environ)
    except ConfigError as error:
        if as_json:
            print_json({"ok": False, "problems": error.problems, "warnings": []})
            raise typer.Exit(2) from None
        raise
    if as_json:
        print_json({"ok": True, "problems": [], "warnings": config.warnings})
    else:
        _print_summary(config)


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
