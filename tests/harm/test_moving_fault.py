"""The n-th write of ``wiredesk fetch`` fails, or kills it, for one n after the other."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from harm.shim import is_possible

_TESTS = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs Linux with glibc, and a compiler")


def play(*words: str) -> Any:
    """Run a sweep and return its summary."""
    ended = subprocess.run(
        [sys.executable, "-m", "harm", *words],
        env={"PYTHONPATH": str(_TESTS), "PATH": os.environ["PATH"]},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout)


# Strides that share no factor let the sweeps meet different writes.
@pytest.mark.timeout(600)
@pytest.mark.case("S-04", "S-05", "P-04")
@pytest.mark.parametrize(
    ("scenario", "error", "words"),
    [
        ("grown", "EIO", ["--stride", "11", "--once"]),
        ("grown", "ENOSPC", ["--stride", "19", "--first", "2"]),
        ("fresh", "EROFS", ["--stride", "67"]),
        ("older", "ENOSPC", ["--stride", "43", "--first", "3"]),
    ],
)
def test_a_write_that_fails_is_told_and_made_good(
    scenario: str, error: str, words: list[str]
) -> None:
    """Never exit code 0 for something not kept; one line; all or nothing; the next run heals.

    ``make faults`` tries every write, with every error, once and lasting.
    """
    summary = play("sweep", "--scenario", scenario, "--error", error, *words)

    assert [] == summary["faults"]
    assert summary["runs"] > 5


@pytest.mark.timeout(600)
@pytest.mark.case("S-02", "P-03")
@pytest.mark.parametrize("words", [["fresh", "--stride", "23"], ["grown", "--stride", "11"]])
def test_a_desk_killed_at_one_write_after_the_other_loses_nothing(words: list[str]) -> None:
    """All or nothing, wherever it was; the next start brings the rest and sweeps up."""
    summary = play("kill", "--scenario", *words)

    assert [] == summary["faults"]
    assert summary["runs"] > 8
