"""``wiredesk opml``: subscriptions from other readers, and for them."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from feeds.cli.adding import add_sources, load_for_adding
from feeds.cli.config import load_for_command
from feeds.cli.options import CONFIG_FILE, AsJson, ConfigFile, DryRun
from feeds.cli.terminal import count, open_console, print_json, say
from feeds.errors import WiredeskError
from feeds.sources import (
    Addition,
    check_addition,
    choose_new,
    group_folders,
    read_opml,
    render_opml,
    show_sources,
)
from feeds.text.characters import clean_characters, join_line

_MOST_BYTES = 16 * 1024 * 1024

OpmlFile = Annotated[Path, typer.Argument(metavar="FILE", help="The list to read.")]

opml_app = typer.Typer(
    no_args_is_help=True, help="Read and write lists of feeds (OPML), as other readers do."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What ``opml import --json`` prints.

    Attributes:
        dry_run: Whether nothing was written.
        added: The new sources, each with ``id`` and ``url``.
        known: Addresses that a source listens to already, or that stand twice in the list.
        refused: Addresses that cannot be used, each with ``url`` and ``reason``.
    """

    dry_run: bool
    added: tuple[dict[str, str | None], ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[dict[str, str], ...] = ()


def import_opml(
    file: OpmlFile,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
) -> None:
    """Write every feed of an OPML file into the configuration that is not there yet.

    Folders become comments. Nothing is fetched; no DTD and no entity is opened.

    Exit codes: 0 all that could be used is there now, or would be; 1 the file is no OPML, or some
    address in it cannot be used; 2 the configuration cannot be used or written.
    """
    listed = read_opml(_read_list(file), str(file))
    config = load_for_adding(config_file)
    usable, refused = _part_refused(listed)
    fresh, known = choose_new(usable, config.sources)
    fresh = group_folders(fresh)
    sources = add_sources(config_file, config, fresh, dry_run=dry_run)
    imported = Imported(
        dry_run=dry_run,
        added=tuple({"id": source.id, "url": source.url} for source in sources),
        known=tuple(addition.url for addition in known),
        refused=refused,
    )
    if as_json:
        print_json(imported)
    else:
        _print_imported(imported, fresh, config_file)
    if refused:
        raise typer.Exit(1)


def export_opml(*, config_file: ConfigFile = CONFIG_FILE) -> None:
    """Print the feeds of the configuration as OPML 2.0, for other readers.

    Request headers, which may be secret, and folders of articles are left out.

    Exit codes: 0 printed; 2 the configuration cannot be used.
    """
    config = load_for_command(config_file)
    sys.stdout.buffer.write(render_opml(config.sources, config.settings.title))
    sys.stdout.buffer.flush()


opml_app.command("import")(import_opml)
opml_app.command("export")(export_opml)


def _read_list(file: Path) -> bytes:
    """Return the bytes of a list, which are limited."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise WiredeskError(f"{file} cannot be read: {error.strerror}") from None
    if len(content) > _MOST_BYTES:
        raise WiredeskError(f"{file} is larger than {_MOST_BYTES >> 20} MiB")
    return content


def _part_refused(
    listed: Sequence[Addition],
) -> tuple[tuple[Addition, ...], tuple[dict[str, str], ...]]:
    """Return what can be used, and what cannot with its reason."""
    usable: list[Addition] = []
    refused: list[dict[str, str]] = []
    for addition in listed:
        try:
            check_addition(addition)
        except ValueError as error:
            refused.append({"url": _mask_user(addition.url), "reason": str(error)})
        else:
            usable.append(addition)
    return tuple(usable), tuple(refused)


def _mask_user(url: str) -> str:
    """Return an address fit to be printed: on one line, without user and password."""
    return re.sub(r"//[^/@]{0,2000}@", "//***@", join_line(clean_characters(url)))


def _print_imported(imported: Imported, fresh: Sequence[Addition], file: Path) -> None:
    """Print for people: what is new in a dry run, and the counts."""
    console = open_console()
    if imported.dry_run and fresh:
        console.print(escape("\n".join(show_sources(fresh))), soft_wrap=True)
    verb = "would be added to" if imported.dry_run else "added to"
    parts = [
        f"{count(len(imported.added), 'source', 'sources')} {verb} {file}",
        f"{len(imported.known)} known already",
        f"{len(imported.refused)} refused",
    ]
    console.print(escape(", ".join(parts)), soft_wrap=True)
    for one in imported.refused:
        say(f"refused: {one['url']}: {one['reason']}")
