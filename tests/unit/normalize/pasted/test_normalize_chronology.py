"""Days inside a report: they tell when something happened, and no line of the report is lost."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.blocks import list_blocks
from feeds.normalize.pasted.chronology import mark_chronology, mark_days
from feeds.normalize.pasted.doubt import is_safe
from feeds.normalize.pasted.paste import PastedReport, read_paste
from feeds.text.markup import parse_html

HEAD = "Aubeval closes its old harbour bridge"
FIRST, SECOND, THIRD = REPORT = (
    "The council of Aubeval voted on Monday to close the old harbour bridge for two years.",
    "Traffic will be led over the northern bridge, where tolls are dropped until the works end.",
    "The works begin in March and cost 40 million euros, a third of it paid by the state.",
)
OPENING = (
    "The bridge of Aubeval was closed after seven years of surveys and of talks, of which most"
    " people in the town had never heard before the pillars broke, the newspaper found out."
)


def _paste(*lines: str) -> PastedReport:
    """Return what is found in lines, each between empty ones."""
    return read_paste("\n\n".join(lines), language="en")


def test_the_first_day_of_a_chronology_is_kept_and_is_not_that_of_the_report() -> None:
    """It stands right below the headline, where others have the day of the report."""
    lines = ("14 March 2019", FIRST, "2 May 2022", SECOND, "9 October 2026", THIRD)

    report = _paste(HEAD, *lines)

    assert (report.headline, report.paragraphs) == (HEAD, lines)
    assert (report.standfirst, report.dates) == ("", ())


def test_a_report_with_a_time_below_its_headline_keeps_its_day_above_a_chronology() -> None:
    """The days of a chronology are all of one form."""
    lines = (FIRST, "2 May 2022", SECOND, "9 October 2026", THIRD)

    report = _paste(HEAD, "21 November 2026, 8:05", *lines)

    assert report.paragraphs == lines
    assert report.dates == ("21 November 2026, 8:05",)


def test_a_day_below_a_byline_is_that_of_the_report() -> None:
    """Also where days of the same form stand inside."""
    lines = (FIRST, "2 May 2022", SECOND, "9 October 2026", THIRD)

    report = _paste(HEAD, "By Jane Doe", "21 November 2026", *lines)

    assert (report.paragraphs, report.dates) == (lines, ("21 November 2026",))


def test_a_single_day_between_paragraphs_is_a_subheading() -> None:
    """It is no line of the site."""
    lines = (OPENING, FIRST, "2 May 2022", SECOND, THIRD)

    report = _paste(HEAD, *lines)

    assert (report.paragraphs, report.dates) == (lines, ())


@pytest.mark.parametrize(
    "days",
    [
        ("21 November 2026", "22 November 2026", "23 November 2026"),
        ("21 November 2026", "First talk begins", "22 November 2026", "Second talk begins"),
    ],
)
def test_days_in_a_row_and_what_happens_then_stay(days: tuple[str, ...]) -> None:
    """Also behind the first paragraph, which is no standfirst for that."""
    lines = (FIRST, *days, SECOND, THIRD)

    report = _paste(HEAD, *lines)

    assert (report.paragraphs, report.dates) == (lines, ())


def test_a_day_in_the_midst_of_a_sentence_stays() -> None:
    """Text that was broken to a width may have it on a line of its own."""
    broken = ("The council decided on", "21 November 2026", "to close the bridge for good.")

    report = _paste(HEAD, FIRST, "\n".join(broken), SECOND)

    assert (report.paragraphs, report.dates) == ((FIRST, *broken, SECOND), ())


@pytest.mark.parametrize(
    "comments",
    [
        ("wayfarer says:", "21 November 2026", "that is about time, I would say."),
        ("wayfarer", "21 November 2026", "Agreed", "ferryman", "22 November 2026", "Me too, all."),
    ],
)
def test_the_day_of_a_comment_goes(comments: tuple[str, ...]) -> None:
    """Above it stands who wrote it, and nothing of the report."""
    assert "21 November 2026" not in _paste(HEAD, OPENING, *REPORT, *comments, THIRD).paragraphs


def test_a_standfirst_above_a_day_is_short() -> None:
    """A long paragraph is the report's, and the day below it tells what happened then."""
    short = _paste(HEAD, FIRST, "2 May 2022", SECOND, THIRD)
    long = _paste(HEAD, OPENING, "2 May 2022", SECOND, THIRD)
    timed = _paste(HEAD, OPENING, "21 November 2026, 8:05", SECOND, THIRD)

    assert (short.standfirst, short.dates) == (FIRST, ("2 May 2022",))
    assert (long.standfirst, long.dates) == ("", ())
    assert (timed.standfirst, timed.dates) == (OPENING, ("21 November 2026, 8:05",))


def test_a_day_below_a_dated_paragraph_is_not_that_of_the_report() -> None:
    """What stands between two days is no standfirst."""
    report = _paste(HEAD, "21 November 2026, 8:05", FIRST, "Published 3 May 2020", SECOND, THIRD)

    assert report.paragraphs == REPORT
    assert report.dates == ("21 November 2026, 8:05",)


def test_the_day_of_a_change_below_a_standfirst_is_read() -> None:
    """The day of the report may stand above that."""
    report = _paste(HEAD, "21 November 2026", FIRST, "Updated 22 November 2026", SECOND, THIRD)

    assert (report.standfirst, report.paragraphs) == (FIRST, (SECOND, THIRD))
    assert report.dates == ("21 November 2026", "Updated 22 November 2026")


def test_what_says_that_it_was_published_counts_below_the_report_if_nothing_does_above() -> None:
    """But not right above a paragraph, where another report may be announced."""
    below = (OPENING, *REPORT, "Published 20 May 2020", "All rights reserved", HEAD, OPENING)
    inside = (OPENING, FIRST, "Published 20 May 2020", SECOND, THIRD)

    assert _paste(HEAD, *below).dates == ("Published 20 May 2020",)
    assert _paste(HEAD, "21 May 2020", *below).dates == ("21 May 2020",)
    assert _paste(HEAD, "Updated 21 May 2020", *below).dates == (
        "Updated 21 May 2020",
        "Published 20 May 2020",
    )
    assert _paste(HEAD, *inside).dates == ()


def test_a_day_that_says_what_was_done_with_the_report_makes_no_chronology() -> None:
    """Neither do the same day twice, and days above titles."""
    said = judge_lines(["Published 2 May 2022", FIRST, "Published 3 May 2022", SECOND])
    same = judge_lines([FIRST, "2 May 2022", SECOND, "2 May 2022", THIRD])
    above = judge_lines([FIRST, "2 May 2022", HEAD, "3 May 2022", HEAD, SECOND])

    assert all(mark_chronology(lines) == lines for lines in (said, same, above))
    assert mark_days(same, 0) != same


def test_a_day_on_which_something_happened_is_safe_from_the_weights() -> None:
    """Also below a title; another title is not."""
    lines = mark_chronology(judge_lines([HEAD, "2 May 2022", FIRST, "3 May 2022", SECOND]))

    assert is_safe(lines, 1)
    assert not is_safe(lines, 0)


def test_days_of_a_chronology_stay_in_a_page() -> None:
    """Its blocks are judged as lines are."""
    days = ("14 March 2019", "2 May 2022", "9 October 2026")
    told = "".join(f"<p>{day}</p><p>{text}</p>" for day, text in zip(days, REPORT, strict=True))
    body = parse_html(f"<article>{told}</article>")
    assert body is not None

    kinds = {block.line.text: block.line.kind for block in list_blocks(body, "en")}

    assert [kinds[day] for day in days] == ["title"] * 3
