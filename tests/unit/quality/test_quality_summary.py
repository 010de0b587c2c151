"""The tables of the README: what they show of the lines, and how."""

from quality.lines import Line
from quality.summary import write_summaries


def a_line(what: str, name: str, measure: str, value: float, size: int = 10) -> Line:
    """A line with the aim of 0.9."""
    return Line(what=what, set=name, size=size, measure=measure, value=value, aim=0.9)


def test_a_set_has_one_row() -> None:
    """What reaches its aim is bold; what was not measured of a set stays empty."""
    written = write_summaries(
        [
            a_line("events, full text", "week", "B-cubed F1", 0.91),
            a_line("events, headline", "week", "B-cubed F1", 0.85),
            a_line("events, full text", "towns", "B-cubed F1", 0.8),
        ]
    )

    assert "| *aim* |  | *0.900* |  | *0.900* |  |  |\n" in written
    assert "| week | 10 | **0.910** |  | 0.850 |  |  |\n" in written
    assert "| towns | 10 | 0.800 |  |  |  |  |\n" in written


def test_of_several_kinds_the_lowest_value_is_shown() -> None:
    """No kind hides behind the others."""
    written = write_summaries(
        [
            a_line("edits, body", "edits", "precision", 1.0, size=30),
            a_line("edits, url", "edits", "precision", 0.7, size=5),
        ]
    )

    assert "| edits | 30 | 0.700 |  |\n" in written


def test_what_fits_no_table_of_sets_is_shown_for_itself() -> None:
    """What only explains another is left to the reference."""
    spare = Line(what="page", set="pages", size=3, measure="recall", value=0.5)
    written = write_summaries([a_line("page", "pages", "F1", 0.95), spare])

    assert "| page, F1 | 10 | **0.950** | *0.900* |\n" in written
    assert "recall" not in written


def test_what_is_measured_on_several_sets_is_shown_with_them() -> None:
    """Else nobody could tell two rows apart."""
    written = write_summaries(
        [a_line("date", "words", "exact", 1.0), a_line("date", "dates", "exact", 0.8)]
    )

    assert "| date of *words*, exact | 10 | **1.000** | *0.900* |\n" in written
    assert "| date of *dates*, exact | 10 | 0.800 | *0.900* |\n" in written
