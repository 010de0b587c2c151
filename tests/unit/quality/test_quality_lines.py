"""Lines, their aims and floors, and the table that is made of them."""

from quality.kept import put_tables
from quality.lines import Line, find_fallen, list_lines, raise_floors
from quality.table import write_table


def a_line(value: float, aim: float | None = 0.9) -> Line:
    """A line of this value."""
    return Line(what="copies", set="some", size=2, measure="recall", value=value, aim=aim)


def test_an_aim_is_met_from_its_value_on() -> None:
    """A line without aim meets none."""
    assert [True, False, False] == [a_line(0.9).met, a_line(0.899).met, a_line(1.0, None).met]


def test_measures_become_lines_with_their_aims() -> None:
    """Values are rounded to a thousandth, and what has no aim has none."""
    one, other = list_lines("copies", "some", 2, {"recall": 0.91239, "F1": 0.5}, {"recall": 0.9})

    assert (one.value, one.aim, other.aim) == (0.912, 0.9, None)


def test_a_line_falls_when_it_is_under_its_floor() -> None:
    """One without floor cannot fall."""
    floors = {"copies/some/recall": 0.9}

    assert [0.899] == [line.value for line in find_fallen([a_line(0.9), a_line(0.899)], floors)]
    assert () == find_fallen([a_line(0.0)], {})


def test_floors_rise_and_never_fall() -> None:
    """They stay a slack under the best value; lines that are gone, or have no aim, have none."""
    floors = {"copies/some/recall": 0.9, "gone": 0.5}

    assert {"copies/some/recall": 0.945} == raise_floors([a_line(0.95)], floors)
    assert {"copies/some/recall": 0.9} == raise_floors([a_line(0.8)], floors)
    assert {} == raise_floors([a_line(0.8, aim=None)], floors)


def test_the_table_stands_between_its_markers() -> None:
    """What was there goes, what stands around stays, and doing it again changes nothing."""
    page = "Before\n<!-- quality: begin -->\nold\n<!-- quality: end -->\nAfter\n"
    table = write_table([a_line(0.9), a_line(0.1, aim=None)])

    written = put_tables(page, table)

    assert "old" not in written
    assert "0.100" not in written
    assert "| copies | some | 2 | recall | 0.900 | 0.900 | yes |\n<!-- quality: end -->" in written
    assert written.startswith("Before\n")
    assert written.endswith("\nAfter\n")
    assert written == put_tables(written, table)
