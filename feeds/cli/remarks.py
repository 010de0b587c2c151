"""What was wrong in a document or with a file, below the table."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console

MOST_REMARKS: Final = 20


def print_remarks(console: Console, source_id: str, problems: Sequence[str]) -> None:
    """List what was wrong without stopping the reading."""
    for problem in problems[:MOST_REMARKS]:
        console.print(f"{source_id}: {problem}", markup=False, soft_wrap=True)
    more = len(problems) - MOST_REMARKS
    if more > 0:
        console.print(f"{source_id}: and {more} more; --json lists them all", markup=False)
