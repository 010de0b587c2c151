"""Writes README.md from the catalogue: ``PYTHONPATH=tests python -m hostile.table``."""

from collections import Counter
from pathlib import Path

from hostile.cases import Case
from hostile.catalogue import CASES, GROUPS

README = Path(__file__).with_name("README.md")

_INTRODUCTION = """# Hostile publishers

A server of raw sockets on 127.0.0.2 and 127.0.0.3, which the tests call the public internet, plays
one bad thing a publisher can do for each path. `test_hostile_cases.py` plays a group, sixteen at
once, through the real door (`open_web` with its guard), real worker processes under limits, and the
editor with a real store. After each case `judge.py` looks: the class below, one clear line without
traceback or secret, no story lost or twice, nothing active in what is kept. After each group: no
private address (127.0.0.1, ::1) was asked, and no process or descriptor is left.
`test_hostile_isolation.py` runs the installed program once over the cases that stay on this machine
and a hundred good sources: every good one must be updated, 95 of them are asked within 8 seconds,
the deadline of a request, and all within 16, and the program's own memory stays below 300 MiB.

    pytest tests/hostile --case gzip        # only cases whose name holds this
    pytest tests/hostile --record /tmp/x    # what each case did, as JSON

Classes: **error** is one clear line of one of the kinds named and no story; **ok** is every story;
**partial** is the stories that can be had, with a line that says what is missing. "Seen elsewhere"
quotes `RELIABILITY.md`.
"""


def render_readme() -> str:
    """Return the README with a table for each group."""
    counts = Counter(case.expected for case in CASES)
    told = ", ".join(f"{count} {expected}" for expected, count in sorted(counts.items()))
    tables = (_render_group(group) for group in GROUPS)
    return "\n".join([_INTRODUCTION, f"{len(CASES)} cases: {told}.", *tables])


def _render_group(group: str) -> str:
    """Return a group's heading and table."""
    cases = [case for case in CASES if case.group == group]
    head = "| case | class | kind | seen elsewhere |\n|---|---|---|---|\n"
    return f"\n## {group}: {len(cases)}\n\n{head}" + "".join(map(_render_row, cases))


def _render_row(case: Case) -> str:
    """Return a row."""
    return f"| `{case.name}` | {case.expected} | {' or '.join(case.kinds)} | {case.note} |\n"


if __name__ == "__main__":
    README.write_text(render_readme(), "utf-8")
