"""The commands by name, each imported when it is asked for: to import all takes a second or two."""

import sys
from collections.abc import Mapping, Sequence
from pkgutil import resolve_name
from typing import Annotated, Final

import typer

from feeds import __version__

COMMANDS: Final[Mapping[str, str]] = {
    "fetch": "feeds.cli.fetch:fetch",
    "run": "feeds.cli.run:run",
    "check": "feeds.cli.check:check",
    "status": "feeds.cli.status:status",
    "show": "feeds.cli.show:show",
    "changes": "feeds.cli.changes:changes",
    "diff": "feeds.cli.diff:diff",
    "why": "feeds.cli.why:why",
    "split": "feeds.cli.rule:split",
    "merge": "feeds.cli.rule:merge",
    "undo": "feeds.cli.rule:undo",
    "decisions": "feeds.cli.decisions:decisions",
    "add": "feeds.cli.add:add",
    "test-channel": "feeds.cli.channel:try_channel",
    "alerts": "feeds.cli.alerts:alerts_app",
    "opml": "feeds.cli.opml:opml_app",
}
"""Where each command is, as entry points are written; in the order in which help lists them."""

_NEEDS_NONE: Final = {"--version"}


def make_app(arguments: Sequence[str] = ()) -> typer.Typer:
    """Return the program with the command that is asked for; with all, if that is none of them.

    Args:
        arguments: What stands behind the name of the program.
    """
    app = typer.Typer(
        name="wiredesk",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(describe)
    for name in _choose_names(arguments[0] if arguments else ""):
        command = resolve_name(COMMANDS[name])
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _choose_names(first: str) -> Sequence[str]:
    """Return the names of the commands that the first argument may need."""
    if first in _NEEDS_NONE:
        return ()
    return (first,) if first in COMMANDS else tuple(COMMANDS)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    """Print the version and end."""
    if wanted:
        sys.stdout.write(f"wiredesk {__version__}\n")
        raise typer.Exit


VersionFlag = Annotated[
    bool,
    typer.Option(
        "--version", callback=print_version, is_eager=True, help="Print the version and end."
    ),
]


def describe(*, version: VersionFlag = False) -> None:
    """Wiredesk, a news desk in a box.

    Listens to the sources in sources.yaml, folds the copies, writes curated topic feeds into
    output/, and says what changed.
    """
    del version
