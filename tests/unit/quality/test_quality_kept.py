"""What pages say of quality is what was measured, and is measured still."""

import pytest
from quality.__main__ import measure_shipped
from quality.kept import read_floors, read_results, read_tables, write_tables
from quality.lines import find_fallen

RESULTS = read_results()
AGAIN = "run make eval ARGS=--keep"


def test_pages_show_the_results_that_were_kept() -> None:
    """Their tables are written from them, and from nothing else."""
    tables = write_tables(RESULTS)

    assert all(tables.values())
    assert tables == {path: read_tables(path) for path in tables}, AGAIN


def test_every_line_with_an_aim_has_a_floor_that_it_holds() -> None:
    """What was kept lies on no floor that is gone, and under none."""
    floors = read_floors()

    assert {line.key for line in RESULTS if line.aim is not None} == floors.keys()
    assert () == find_fallen(RESULTS, floors)


@pytest.mark.parametrize("kind", ["copies", "pages", "furniture", "words"])
def test_what_was_kept_is_measured_again(kind: str) -> None:
    """The kinds that take seconds: the desk is neither worse nor better than it says."""
    lines = tuple(measure_shipped([kind]))

    assert lines
    assert [] == [line for line in lines if line not in RESULTS], AGAIN
