"""The daemon is killed at random instants, again and again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_TESTS = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts processes as Linux does")


def play(*words: str) -> tuple[Any, str]:
    """Run the crash loop; return its summary, and what it said."""
    ended = subprocess.run(
        [sys.executable, "-m", "harm", "crash", *words],
        env={"PYTHONPATH": str(_TESTS), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout), ended.stderr


@pytest.mark.timeout(900)
@pytest.mark.case("S-01", "A-03", "P-03")
def test_a_desk_killed_at_any_instant_loses_nothing_and_tells_nothing_twice() -> None:
    """Six times SIGKILL in one desk: the memory is sound, the feeds are whole, nobody lives on.

    Each moment of a life is met once, and one of them again. The seed is drawn and printed;
    ``make crash`` does it a thousand times.
    """
    summary, said = play("--kills", "6", "--longest", "1.5")

    assert [] == summary["faults"], said
    assert 6 == summary["lives"]
    assert summary["acknowledged"], "no life was long enough to hold a story"


@pytest.mark.timeout(600)
@pytest.mark.case("T-05")
def test_a_desk_asked_to_stop_at_any_instant_stops_well() -> None:
    """Four times SIGTERM: exit code 0 within ten seconds, and nothing half done."""
    summary, said = play("--kills", "4", "--longest", "1.5", "--signal", "TERM")

    assert [] == summary["faults"], said
    assert summary["stop_seconds"]["most"] < 10
