"""The commands by name, and what a start imports."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from feeds.cli.commands import COMMANDS, make_app
from feeds.errors import ConfigError

# What only polling needs: the network, its documents, and workers for reading them.
POLLING = ("httpx", "feedparser", "apscheduler.schedulers", "pebble", "feeds.normalize")
MODULES = tuple({listed.where.partition(":")[0] for listed in COMMANDS.values()})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says(name: str) -> None:
    """Its help begins as the list of all commands says."""
    told = CliRunner().invoke(make_app([name]), [name, "--help"], terminal_width=200).output
    listed = CliRunner().invoke(make_app([]), [name, "--help"], terminal_width=200).output

    assert f" Usage: wiredesk {name} " in told
    assert COMMANDS[name].summary in " ".join(told.split())
    assert len(told) > len(listed), "only what stands in for it is there"


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"], ["--version", "--help"]])
def test_help_lists_all_commands(arguments: list[str]) -> None:
    """Whatever is asked for."""
    told = CliRunner().invoke(make_app(arguments), ["--help"]).output

    assert [] == [name for name in COMMANDS if f" {name} " not in told]


@pytest.mark.parametrize("arguments", [["stauts"], ["stauts", "--json"], ["--", "stauts"]])
def test_a_mistyped_command_is_guessed(arguments: list[str]) -> None:
    """All are known by name."""
    ended = CliRunner().invoke(make_app(arguments), arguments)

    assert 2 == ended.exit_code
    assert "status" in ended.output


def test_a_command_behind_an_option_is_the_one_that_is_run() -> None:
    """What only stands in for a command is never run."""
    ended = CliRunner().invoke(make_app(["--", "check"]), ["--", "check", "--config", "nothing"])

    assert isinstance(ended.exception, ConfigError)


def list_imported(argument: str, modules: tuple[str, ...]) -> list[str]:
    """Return which of some modules a start with this argument imports."""
    code = f"""
import sys
from feeds.cli.commands import make_app
make_app([{argument!r}])
sys.stdout.write(" ".join(set({modules!r}) & sys.modules.keys()))
"""
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return ended.stdout.split()


@pytest.mark.parametrize(
    "name",
    [
        *("why", "show", "status", "decisions", "changes", "diff", "alerts", "check", "opml"),
        *("split", "merge", "undo"),
    ],
)
def test_who_polls_nothing_imports_nothing_for_polling(name: str) -> None:
    """That would double what a start takes."""
    assert [] == list_imported(name, POLLING)


@pytest.mark.parametrize("argument", ["--help", "--version", "stauts"])
def test_help_and_mistakes_import_no_command(argument: str) -> None:
    """People who look what there is shall not wait."""
    assert [] == list_imported(argument, MODULES)
    assert ["feeds.cli.why"] == list_imported("why", MODULES)
