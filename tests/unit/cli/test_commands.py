"""The commands by name, and what a start imports."""

import subprocess
import sys
from pkgutil import resolve_name

import pytest
import typer
from typer.testing import CliRunner

from feeds.cli.commands import COMMANDS, make_app

# What only polling needs: the network, its documents, and workers for reading them.
POLLING = ("httpx", "feedparser", "apscheduler.schedulers", "pebble", "feeds.normalize")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says(name: str) -> None:
    """And has the name it goes by, but for those that Python cannot spell."""
    command = resolve_name(COMMANDS[name])

    assert isinstance(command, typer.Typer) or command.__name__ in {name, "try_channel"}


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["--nothing"], ["-h"]])
def test_help_and_mistakes_know_all_commands(arguments: list[str]) -> None:
    """So that all are listed, and a mistyped one can be guessed."""
    told = CliRunner().invoke(make_app(arguments), ["--help"]).output

    assert [] == [name for name in COMMANDS if f" {name} " not in told]


def test_a_mistyped_command_is_guessed() -> None:
    """All are known then."""
    ended = CliRunner().invoke(make_app(["stauts"]), ["stauts"])

    assert 2 == ended.exit_code
    assert "status" in ended.output


@pytest.mark.parametrize("name", ["--version", "why", "show", "status", "decisions"])
def test_who_only_reads_imports_nothing_for_polling(name: str) -> None:
    """That would double what a start takes."""
    code = f"""
import sys
from feeds.cli.commands import make_app
make_app([{name!r}])
sys.stdout.write(" ".join(set({POLLING!r}) & sys.modules.keys()))
"""
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "" == ended.stdout
