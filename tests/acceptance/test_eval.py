"""``make eval`` on sets of one's own, run as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
_FIRST = "Engineers said on Monday that the old dam above Aubeval would hold through the winter, "
_REST = "although the lake behind it had risen by two metres since the rains began in October."


def run_eval(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command; no colours, whatever the terminal."""
    return subprocess.run(
        [sys.executable, "-m", "quality", *args],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env={**os.environ, "PYTHONPATH": str(_BENCHMARKS), "NO_COLOR": "1"},
    )


def write_rows(path: Path, *rows: dict[str, Any]) -> Path:
    """Write a set."""
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_a_set_of_ones_own_is_measured(tmp_path: Path) -> None:
    """Two copies and one report of its own: both copies are folded, the other stays alone."""
    text = f"{_FIRST}{_REST} " + " ".join(
        f"Village {n} stays where it is, they said." for n in "abcd"
    )
    other = "The harbour of Talbrück opens again after a fire that burned two ships in the spring."
    copies = write_rows(
        tmp_path / "mine.jsonl",
        {"id": 1, "source": "post", "headline": "Dam holds", "text": text, "copies": "dam"},
        {"id": 2, "source": "mail", "headline": "Dam holds", "text": text, "copies": "dam"},
        {"id": 3, "source": "star", "headline": "Harbour opens", "text": other, "copies": "fire"},
    )

    done = run_eval("--copies", copies, "--json")

    assert (done.returncode, done.stderr) == (0, "")
    lines = {line["measure"]: line for line in json.loads(done.stdout)}
    assert {"mine"} == {line["set"] for line in lines.values()}
    assert [1.0, 1.0, 1.0] == [lines[name]["value"] for name in ("precision", "recall", "F1")]


def test_a_set_that_is_not_right_is_told_before_anything_is_measured(tmp_path: Path) -> None:
    """All that is wrong with all sets, for people, with exit code 2; and no table."""
    right = write_rows(tmp_path / "right.jsonl", {"id": 1, "headline": "Dam holds"})
    other = {"id": 1, "title": "Dam holds", "body": _FIRST, "told": "2026-11-23", "event": "dam"}
    events = write_rows(tmp_path / "events.jsonl", other, other | {"headline": 5})

    done = run_eval("--copies", right, "--events", events, "--words", tmp_path / "no.jsonl")

    assert (done.returncode, done.stdout) == (2, "")
    assert [
        f"{events}:1: told: has no zone; write it as in 2026-11-23T12:00:00+01:00",
        (
            f"{events}:1: has no headline, standfirst or text, but has title, body: "
            "did you mean headline, text?"
        ),
        f"{events}:2: told: has no zone; write it as in 2026-11-23T12:00:00+01:00",
        f"{events}:2: headline: must be text, not a number",
        f"{events}:2: id: stands on line 1 already; give each row one of its own",
        f"{tmp_path / 'no.jsonl'}: is not there; is its path right?",
    ] == done.stderr.splitlines()


def test_the_table_fits_a_narrow_terminal(tmp_path: Path) -> None:
    """No line is longer than 80 columns, and there are no colours where they are not wanted."""
    row = {"id": 1, "headline": "Dam holds", "text": _FIRST, "event": "dam"}
    events = write_rows(tmp_path / "events-of-my-own.jsonl", row, row | {"id": 2, "event": "fire"})

    done = run_eval("--events", events)

    assert (done.returncode, done.stderr) == (0, "")
    assert "B-cubed precision" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
