"""``wiredesk check``: is the configuration right?"""

import os

import typer

from feeds.cli.options import CONFIG_FILE, AsJson, ConfigFile
from feeds.cli.terminal import count, open_console, print_json
from feeds.errors import ConfigError
from feeds.model import Config
from feeds.pipeline.deliver import (
    HOW_TO_INSTALL,
    find_address_fault,
    has_apprise,
    needs_apprise,
)
from feeds.pipeline.visited import has_trafilatura
from feeds.sources import load_config


def check(*, as_json: AsJson = False, config_file: ConfigFile = CONFIG_FILE) -> None:
    """Read the configuration completely and say everything that is wrong with it.

    Every problem comes with file:line:column, where in the document it is, and what was probably
    meant. Nothing is polled and nothing is written.

    Exit codes: 0 it can be used; 2 it cannot.
    """
    try:
        find_fault = find_address_fault if has_apprise() else None
        config = load_config(config_file, os.environ, find_fault=find_fault)
    except ConfigError as error:
        if as_json:
            print_json({"ok": False, "problems": error.problems, "warnings": []})
            raise typer.Exit(2) from None
        raise
    missing = (
        *list_missing(config, installed=has_trafilatura()),
        *list_mute(config, installed=has_apprise()),
    )
    warnings = (*config.warnings, *missing)
    if as_json:
        print_json({"ok": True, "problems": [], "warnings": warnings})
    else:
        _print_summary(config, warnings)


def list_missing(config: Config, *, installed: bool) -> tuple[str, ...]:
    """Say if an extra is missing that would make better what the configuration asks for.

    Args:
        config: The configuration.
        installed: Whether trafilatura is there, which reads pages beside the desk's own reader.
    """
    number = sum(source.full_text for source in config.sources)
    if not number or installed:
        return ()
    asking = count(number, "source asks", "sources ask")
    how = "pages are read by the desk's own reader alone; pip install 'wiredesk[fulltext]' adds one"
    return (f"{asking} for full texts, and the extra for that is not installed: {how}",)


def list_mute(config: Config, *, installed: bool) -> tuple[str, ...]:
    """Say which channels nothing can be sent to, because an extra is missing.

    Args:
        config: The configuration.
        installed: Whether Apprise is there, which knows chats and push services.
    """
    names = [channel.name for channel in config.channels if needs_apprise(channel)]
    if not names or installed:
        return ()
    what = "a channel needs" if len(names) == 1 else "channels need"
    return (f"{what} an extra that is not installed: {', '.join(names)}; {HOW_TO_INSTALL}",)


def _print_summary(config: Config, warnings: tuple[str, ...]) -> None:
    """Say what the configuration holds."""
    console = open_console()
    for warning in warnings:
        console.print(f"warning: {warning}", style="yellow", markup=False, soft_wrap=True)
    counts = (
        count(len(config.sources), "source", "sources"),
        count(len(config.topics), "topic", "topics"),
        count(len(config.channels), "channel", "channels"),
    )
    console.print(f"The configuration is right: {', '.join(counts)}.")
