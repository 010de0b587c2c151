"""The demo, run as a process."""

import subprocess
import sys
from pathlib import Path

import pytest

_DEMO = Path(__file__).resolve().parents[2] / "benchmarks" / "demo.py"


@pytest.mark.timeout(240)
def test_the_demo_does_what_it_announces_and_keeps_its_output(tmp_path: Path) -> None:
    """Everything the demo tells happened, the revision is shown, and the feeds are there."""
    command = [sys.executable, _DEMO, "--keep", tmp_path / "town"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "[trois → six] semaines" in done.stdout
    assert "Withdrawn: its feed says that it was deleted" in done.stdout
    assert "Restored: its feed tells it again" in done.stdout
    assert "no byte written" in done.stdout
    assert "\x1b" not in done.stdout
    assert (tmp_path / "town" / "output" / "town.alerts.atom").exists()
