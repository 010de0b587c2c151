"""Lines below a headline that say who wrote the report, and beside it when it was published."""

from datetime import UTC, datetime

import pytest
from pastes import normalize_paste

from feeds.model import Story

DAY = datetime(2026, 11, 21, tzinfo=UTC)
HEAD = "Aubeval closes its old harbour bridge"
REPORT = (
    "The council of Aubeval voted on Monday to close the old harbour bridge for two years.",
    "Traffic will be led over the northern bridge, where tolls are dropped until the works end.",
    "The works of Zorvan Belkor begin in March, and a third of them is paid by the state.",
)
JANE = ("Jane Doe",)
CREDITED = [
    ("en", "By Jane Doe, 21 November 2026, 10:15", JANE),
    ("en", "By Jane Doe | 21 November 2026", JANE),
    ("en", "By Jane Doe on Saturday, November 21st, 2026 at 11:08 a.m.", JANE),
    ("en", "By Jane Doe and John Roe, Nov. 21, 2026 10:15 AM EST", ("Jane Doe", "John Roe")),
    ("en", "By Jane Doe, Reuters, 21 November 2026", JANE),
    ("en", "By Jane Le, 21 November 2026", ("Jane Le",)),
    ("en", "By May Jones 21 November 2026", ("May Jones",)),
    ("en", "Published 21 November 2026 by Jane Doe", JANE),
    ("en", "5:45 AM PST 11/21/2026 by Jane Doe", JANE),
    ("en", "21 November 2026 | BY: Jane Doe", JANE),
    ("de", "Von Hanna Voss – 21.11.2026", ("Hanna Voss",)),
    ("de", "Von Hanna Voss publiziert am 21. November 2026", ("Hanna Voss",)),
    ("fr", "Par Luc Mercier, le 21 novembre 2026 à 10h15", ("Luc Mercier",)),
    ("fr", "Par Luc Mercier Publié le 21 novembre 2026 à 10h15", ("Luc Mercier",)),
    ("es", "Por Ana Ruiz, 21 de noviembre de 2026", ("Ana Ruiz",)),
    ("pt", "Por Ana Souza — 21 de novembro de 2026 às 10h15", ("Ana Souza",)),
    ("it", "Di Marco Rossi - 21 novembre 2026", ("Marco Rossi",)),
    ("nl", "Door Jan de Vries, 21 november 2026 10:15", ("Jan de Vries",)),
    ("sv", "Av Anna Berg 21 november 2026", ("Anna Berg",)),
]
NAMED = [
    ("en", "Jane Doe | 21 November 2026", JANE),
    ("en", "JANE DOE | 21 November 2026", JANE),
    ("en", "21 November 2026 | Jane Doe", JANE),
    ("en", "Jane Doe • Published 21 November 2026 at 9:05 am GMT", JANE),
    ("en", "Jane Doe, Published 21 November 2026", JANE),
    ("en", "Jane Doe, Reuters | Nov. 21, 2026", JANE),
    ("en", "Jane Doe and John Roe | 21 November 2026", ("Jane Doe", "John Roe")),
    ("en", "Jane Doe - Nov 21, 2026, 8:15 am CST", JANE),
    ("de", "Hanna Voss, 21. November 2026, 20:05 Uhr", ("Hanna Voss",)),
    ("de", "Hanna Voss • 21.11.2026 • 20:05 Uhr", ("Hanna Voss",)),
    ("fr", "Luc Mercier | 21 novembre 2026", ("Luc Mercier",)),
    ("es", "Ana Ruiz · 21 nov 2026", ("Ana Ruiz",)),
    ("it", "Marco Rossi | 21 novembre 2026, 10:15", ("Marco Rossi",)),
    ("nl", "Jan de Vries | 21 november 2026", ("Jan de Vries",)),
    ("pl", "Anna Kowalska, sobota, 21 listopada 2026, 8:05", ("Anna Kowalska",)),
    ("tr", "Ayşe Yılmaz | 21 Kasım 2026 14:05", ("Ayşe Yılmaz",)),
    ("ru", "Иван Петров, суббота, 21 ноября 2026, 08:05", ("Иван Петров",)),
    ("el", "Μαρία Παππά | 21 Νοεμβρίου 2026", ("Μαρία Παππά",)),
    ("vi", "Nguyễn Văn An, 21 tháng 11, 2026 08:05", ("Nguyễn Văn An",)),
]


def paste(*lines: str, language: str = "en") -> Story:
    """Return the story in a report with lines between its headline and its text."""
    return normalize_paste("\n\n".join((HEAD, *lines, *REPORT)), language)


@pytest.mark.parametrize(("language", "line", "people"), [*CREDITED, *NAMED])
def test_a_line_with_a_name_and_a_day_says_who_and_when(
    language: str, line: str, people: tuple[str, ...]
) -> None:
    """It is neither headline nor text."""
    story = paste(line, language=language)

    assert (story.headline, story.standfirst) == (HEAD, "")
    assert story.body_text.split("\n\n") == list(REPORT)
    assert story.published is not None
    assert story.published.date() == DAY.date()
    assert story.byline == people
    assert ("published", "found in the text") in {(it.field, it.origin) for it in story.inferred}


def test_what_is_published_has_the_time_that_stands_beside_the_name() -> None:
    """With its zone, and in the publisher's words without the name."""
    story = paste("Jane Doe • Published 21 November 2026 at 9:05 am EST")

    assert story.published == DAY.replace(hour=14, minute=5)
    assert story.published_raw == "Published 21 November 2026 at 9:05 am EST"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        # A place, or a place and an agency.
        ("en", "Paris, 21 November 2026"),
        ("en", "Paris | 21 November 2026"),
        ("en", "New York, 21 November 2026, 10:15"),
        ("en", "New Aubeval | 21 November 2026"),
        ("en", "San Telmo | 21 November 2026"),
        ("en", "Hong Kong, Reuters | 21 November 2026"),
        ("de", "Frankfurt am Main, 21. November 2026, 10:15 Uhr"),
        ("fr", "Fait à Paris, le 21 novembre 2026"),
        ("es", "Buenos Aires | 21 de noviembre de 2026"),
        ("it", "Da Roma, 21 novembre 2026"),
        # What is in a picture, and whose it is.
        ("en", "Photo: Jane Doe, 21 November 2026"),
        ("en", "Photo by Jane Doe | 21 November 2026"),
        ("en", "Jane Doe/Reuters | 21 November 2026"),
        ("de", "Bild: Hanna Voss, 21.11.2026"),
        # Somebody or something on a day.
        ("en", "Jane Doe, 21 November 2026"),
        ("de", "Hanna Voss, 21.11.2026"),
        ("en", "The Bridge | 21 November 2026"),
        ("en", "Town Hall, 21 November 2026, 19:00"),
        ("en", "Black Friday, 27 November 2026"),
        ("en", "Election Day | 3 November 2026"),
        ("en", "World Cup | 21 November 2026"),
        ("en", "Weather Forecast | 21 November 2026"),
        ("en", "Horoscope | 21 November 2026"),
        ("en", "Air Date: November 21, 2026"),
        # What the report tells of.
        ("en", "Zorvan Belkor | 21 November 2026"),
        ("en", "Old Harbour | 21 November 2026"),
        ("en", "Aubeval Tolls | 21 November 2026"),
        ("en", "Jane Doe's Diary | 21 November 2026"),
        ("en", "Queen Elizabeth | 21 November 2026"),
        ("en", "Khan Younis, Gaza | 21 November 2026"),
        ("en", "Text: Isaiah 40, 21 November 2026"),
        # A part of the publication, or its name.
        ("en", "Opinion | 21 November 2026"),
        ("en", "World News | 21 November 2026"),
        ("en", "Middle East | 21 November 2026"),
        ("en", "Lorne Times | 21 November 2026"),
        ("en", "The Guardian · 21 November 2026"),
        ("en", "BBC News | 21 November 2026, 10:15"),
        ("de", "Süddeutsche Zeitung | 21.11.2026"),
        ("fr", "Le Monde | 21 novembre 2026"),
        ("es", "El País · 21 nov 2026"),
        ("en", "Associated Press | November 21, 2026, 9:02 AM"),
        ("en", "November 21, 2026 / 1:07 AM / CBS News"),
        # What says that it was changed, or how long it takes to read.
        ("de", "Letzte Änderung | 21.11.2026"),
        ("it", "Ultima modifica | 21 novembre 2026"),
        ("tr", "Son Dakika | 21 Kasım 2026"),
        ("en", "Read Time | 21 November 2026"),
        # Letters without case show no names.
        ("ja", "朝日新聞 2026年11月21日 20時05分"),
        ("ar", "أحمد علي | 21 نوفمبر 2026 08:05"),
        # Two days, one that is yet to come, or one before the web.
        ("en", "Jane Doe | 20 November 2026 - 21 November 2026"),
        ("en", "By Jane Doe, 20 November 2026 to 21 November 2026"),
        ("en", "Jane Doe | 21 December 2026"),
        ("en", "Jane Doe | 21 November 1926"),
        # Sentences, and lines with more than names.
        ("en", "Jane Doe resigned on 21 November 2026."),
        ("en", "Jane Doe died on 21 November 2026, 10:15"),
        ("en", "Jane Doe, born 21 November 2006, 10:15"),
        ("en", "Letter to Jane Doe | 21 November 2026"),
        ("en", "Jane Doe | 21 November 2026 | 12 comments"),
    ],
)
def test_a_line_of_which_nobody_can_tell_states_no_day(language: str, line: str) -> None:
    """Such a line is what it was."""
    assert paste(line, language=language).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Paris | 21 November 2026",
        "World Cup | 21 November 2026",
        "Zorvan Belkor | 21 November 2026",
        "Lorne Times | 21 November 2026",
        "Jane Doe, 21 November 2026",
    ],
)
def test_what_is_not_for_certain_a_name_is_no_byline(line: str) -> None:
    """Nor is it text, as before."""
    story = paste(line)

    assert story.byline == ()
    assert story.body_text.split("\n\n") == list(REPORT)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Jane Doe | Updated 21 November 2026", None),
        ("By Jane Doe, updated 21 November 2026", None),
        ("By Jane Doe, published 20 November 2026, updated 21 November 2026", DAY.replace(day=20)),
    ],
)
def test_a_day_of_a_change_beside_a_name_is_none_of_the_report(
    line: str, published: datetime | None
) -> None:
    """It is when the report was changed."""
    story = paste(line)

    assert (story.byline, story.published, story.updated) == (JANE, published, DAY)


def test_only_below_the_headline_a_line_with_a_name_states_the_day() -> None:
    """Above it or inside the report it is another report's."""
    line = "Jane Doe | 20 November 2026"
    above = normalize_paste("\n\n".join((line, HEAD, *REPORT)))
    inside = normalize_paste("\n\n".join((HEAD, *REPORT[:2], line, *REPORT[2:])))

    assert (above.published, above.byline) == (None, ())
    assert (inside.published, inside.byline) == (None, ())


def test_several_lines_with_a_name_and_a_day_are_of_several_reports() -> None:
    """The same line twice is one."""
    one, other = "Jane Doe | 21 November 2026", "John Roe | 21 November 2026"

    assert paste(one, other).published is None
    assert paste(one, other).byline == ()
    assert (paste(one, one).published, paste(one, one).byline) == (DAY, JANE)


def test_where_a_byline_stands_a_name_beside_a_day_is_somebody_elses() -> None:
    """It may be the publication's."""
    story = paste("By Jane Doe", "Kalle Blom | 21 November 2026")

    assert (story.byline, story.published) == (JANE, None)


def test_a_name_beside_a_day_signs_the_words_on_the_author() -> None:
    """They are no part of the report, and do not make the author one of whom it tells."""
    about = "Jane Doe is a reporter at Lorne Times and covers bridges."
    lines = (HEAD, "Jane Doe | 21 November 2026", *REPORT, about)
    story = normalize_paste("\n\n".join(lines))

    assert (story.byline, story.published) == (JANE, DAY)
    assert about not in story.body_text
