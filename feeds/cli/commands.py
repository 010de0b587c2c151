"""The commands by name; one is imported when it is asked for: to import all takes two seconds."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Annotated, Final

import typer

from feeds import __version__


@dataclass(frozen=True, slots=True)
class Listed:
    """What help says of a command, and where it is.

    Attributes:
        where: As entry points are written.
        summary: The first sentence of its own help.
    """

    where: str
    summary: str


COMMANDS: Final[Mapping[str, Listed]] = {
    "fetch": Listed(
        "feeds.cli.fetch:fetch",
        "Poll the due sources once, publish the feeds, and end.",
    ),
    "run": Listed(
        "feeds.cli.run:run", "Keep polling: every source when it is due, until SIGTERM or Ctrl-C."
    ),
    "check": Listed(
        "feeds.cli.check:check",
        "Read the configuration completely and say everything that is wrong with it.",
    ),
    "status": Listed(
        "feeds.cli.status:status",
        "Say of every source how it is, how often it tells something, and when and why it is due.",
    ),
    "show": Listed(
        "feeds.cli.show:show",
        "Show a story: what is held of it, its revisions, and the stories it is folded with.",
    ),
    "changes": Listed(
        "feeds.cli.changes:changes",
        "List what publishers edited, the newest first: when, which kinds of edit, and the words.",
    ),
    "diff": Listed(
        "feeds.cli.diff:diff", "Show what differs between two revisions of a story, word by word."
    ),
    "why": Listed(
        "feeds.cli.why:why", "Say why a story is, or is not, in the feed of a topic, or of each."
    ),
    "split": Listed(
        "feeds.cli.rule:split",
        "Part a story from what it is folded with: it is an entry of its own from now on.",
    ),
    "merge": Listed(
        "feeds.cli.rule:merge",
        "Put two stories together: one entry in each topic that folds events, from now on.",
    ),
    "undo": Listed(
        "feeds.cli.rule:undo",
        "Take back the last decision of split or merge, or the last about a story.",
    ),
    "decisions": Listed(
        "feeds.cli.decisions:decisions",
        "List what editors decided with split and merge, the last first, and what came of it.",
    ),
    "add": Listed(
        "feeds.cli.add:add",
        "Find the feed behind an address, and write it into the configuration as a source.",
    ),
    "test-channel": Listed(
        "feeds.cli.channel:try_channel",
        "Send one message through a channel, and say what became of it.",
    ),
    "alerts": Listed(
        "feeds.cli.alerts:alerts_app",
        "List what is told through channels, send it once more, or keep it silent.",
    ),
    "opml": Listed(
        "feeds.cli.opml:opml_app", "Read and write lists of feeds (OPML), as other readers do."
    ),
}
"""In the order in which help lists them."""


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Return the program; of its commands only the one that is asked for can be run.

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
    asked = next((it for it in arguments if not it.startswith("-")), "")
    for name, listed in COMMANDS.items():
        command = resolve_name(listed.where) if name == asked else None
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        elif command:
            app.command(name)(command)
        else:
            app.command(name, help=listed.summary)(_stand_in)
    return app


def _stand_in() -> None:
    """Take the place of a command that is only listed."""


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
