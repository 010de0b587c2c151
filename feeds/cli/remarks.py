"""What was wrong in a document, with a file or with a page, below the table."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console

from feeds.model import Kind, PageReport

MOST_REMARKS: Final = 20


def print_remarks(console: Console, source_id: str, problems: Sequence[str]) -> None:
    """List what was wrong without stopping the reading."""
    for problem in problems[:MOST_REMARKS]:
        console.print(f"{source_id}: {problem}", markup=False, soft_wrap=True)
    more = len(problems) - MOST_REMARKS
    if more > 0:
        console.print(f"{source_id}: and {more} more; --json lists them all", markup=False)


def remark_page(page: PageReport) -> str:
    """Return what is to be said of the visit to a page that did not go well; empty for nothing.

    That the page of a withdrawn story is still gone is no news.
    """
    if not page.reason:
        return ""
    match page.state:
        case "withdrawn" if Kind.WITHDRAWN in page.kinds:
            words = " is gone, so its story counts as withdrawn:"
        case "withdrawn":
            return ""
        case "missed":
            words = " is missing in its feed, and was not read:"
        case "watched":
            words = ":"
        case _:
            words = " was not read:"
    return f"{page.source_id}: {page.url}{words} {page.reason}"
