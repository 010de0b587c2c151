"""The page of faults holds what the tests are marked with, and every row is proved or says why."""

from collections import Counter

import pytest
from faults import PAGE, find_proofs, read_rows, render_page

TEXT = PAGE.read_text("utf-8")
COUNTS = {"N": 10, "C": 23, "S": 26, "P": 25, "A": 22, "T": 25}


def test_the_tests_named_on_the_page_are_those_that_are_marked() -> None:
    """The last column is written from the markers."""
    if render_page(TEXT, find_proofs()) != TEXT:
        pytest.fail("docs/reference/faults.md is not up to date: run make fmt")


def test_every_row_is_proved_or_says_why_not() -> None:
    """A case without a marked test has a reason."""
    silent = [row.cases for row in read_rows(TEXT) if not row.proved]

    assert [] == silent, "mark a test with pytest.mark.case, or write the reason into the row"


def test_every_marker_names_a_row() -> None:
    """A slip of the pen in a marker would prove nothing."""
    known = {case for row in read_rows(TEXT) for case in row.cases}

    assert [] == [(p.path, case) for p in find_proofs() for case in p.cases if case not in known]


def test_the_page_has_every_case_once() -> None:
    """The groups are numbered without a gap, and no case stands in two rows."""
    cases = [case for row in read_rows(TEXT) for case in row.cases]
    numbered = {f"{group}-{n:02}" for group, most in COUNTS.items() for n in range(1, most + 1)}

    assert [] == [case for case, times in Counter(cases).items() if times > 1]
    assert numbered == {case for case in cases if case[1] == "-"}
