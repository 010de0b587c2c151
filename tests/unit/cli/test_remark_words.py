"""What ``wiredesk fetch`` says of pages, in words."""

import pytest

from feeds.cli.remarks import remark_page
from feeds.model import Kind, PageReport, VisitState

PAGE = "https://post.example/dam"
GONE = "status: post.example: answered 404 Not Found"


def visited(state: VisitState, *kinds: Kind, reason: str = GONE) -> PageReport:
    """Return what became of a visit."""
    return PageReport(source_id="post", url=PAGE, state=state, reason=reason, kinds=kinds)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (visited("failed"), f"post: {PAGE} was not read: {GONE}"),
        (visited("closed"), f"post: {PAGE} was not read: {GONE}"),
        (visited("watched"), f"post: {PAGE}: {GONE}"),
        (visited("missed"), f"post: {PAGE} is missing in its feed, and was not read: {GONE}"),
        (
            visited("withdrawn", Kind.WITHDRAWN),
            f"post: {PAGE} is gone, so its story counts as withdrawn: {GONE}",
        ),
    ],
)
def test_a_page_that_was_not_read_says_what_for(page: PageReport, said: str) -> None:
    """It was visited for its text, is watched, or may prove that its story was withdrawn."""
    assert said == remark_page(page)


@pytest.mark.parametrize("page", [visited("withdrawn"), visited("done", reason="")])
def test_of_a_page_without_news_nothing_is_said(page: PageReport) -> None:
    """That of a withdrawn story is still gone, or all went well."""
    assert not remark_page(page)
