"""Lines that say when: in any language, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from pastes import normalize_paste

from feeds.normalize.days.dates import drop_day
from feeds.normalize.days.stamps import drop_time, split_update, states_day, tells_published

DAY = datetime(2026, 11, 21, tzinfo=UTC)
HEAD = "Aubeval closes its old harbour bridge"
REPORT = """
The council of Aubeval voted on Monday to close the old harbour bridge for two years, it said.

Traffic will be led over the northern bridge, where tolls are to be dropped until the works end.

The works begin in March and cost 40 million euros, a third of it paid by the state.
"""
OPENING = (
    "The bridge of Aubeval was closed after seven years of surveys and of talks, of which most"
    " people in the town had never heard before the pillars broke, the newspaper found out."
)
REPORTS = {
    "tr": (
        "Belediye eski köprüyü kapatıyor",
        "Belediye meclisi pazartesi günü eski liman köprüsünü iki yıl kapatma kararı aldı, dedi.",
    ),
    "ar": (
        "المدينة تغلق جسر الميناء القديم",
        "صوت مجلس المدينة يوم الاثنين على إغلاق جسر الميناء القديم لمدة عامين، كما قال.",
    ),
    "pl": (
        "Miasto zamyka stary most portowy",
        "Rada miasta zdecydowała w poniedziałek o zamknięciu starego mostu portowego na dwa lata.",
    ),
    "th": (
        "เมืองปิดสะพานท่าเรือเก่า",
        "สภาเมืองลงมติเมื่อวันจันทร์ให้ปิดสะพานท่าเรือเก่าเป็นเวลาสองปี นายกเทศมนตรีกล่าวหลังการประชุม",
    ),
}
DAYS = [
    ("en", "21 November 2026, 8:05"),
    ("en", "Nov. 21, 2026 at 8:05 PM ET"),
    ("en", "Published Saturday, 21 November 2026, 8:05 p.m."),
    ("en", "Published 20 November 2026, updated 21 November 2026"),
    ("de", "Samstag, 21. November 2026, 20:05 Uhr"),
    ("sv", "Lördag 21 november 2026 kl. 8.05"),
    ("fi", "Julkaistu 21. marraskuuta 2026 klo 8.05"),
    ("tr", "Cumartesi, 21 Kasım 2026 - 14:05"),
    ("tr", "Güncelleme: 21 Kasım 2026 14:05"),
    ("pl", "21 listopada 2026, godz. 8:05"),
    ("cs", "Sobota 21. listopadu 2026 v 8:05"),
    ("hu", "2026. november 21., szombat 8:05"),
    ("ro", "sâmbătă, 21 noiembrie 2026, ora 08:05"),
    ("el", "Σάββατο 21 Νοεμβρίου 2026, 08:05"),
    ("ru", "суббота, 21 ноября 2026 г., 20:05 MSK"),
    ("ru", "Опубликовано: 21.11.2026 в 8:05"),
    ("ar", "السبت 21 نوفمبر 2026 - 08:05"),
    ("ar", "٢١ نوفمبر 2026"),
    ("he", "יום שבת, 21 בנובמבר 2026, 08:05"),
    ("hi", "शनिवार, 21 नवंबर 2026, 8:05 बजे"),
    ("th", "21 พฤศจิกายน 2569 เวลา 08:05 น."),
    ("vi", "Thứ bảy, 21/11/2026, 08:05 (GMT+7)"),
    ("id", "Sabtu, 21 November 2026 | 08:05 WIB"),
    ("ja", "2026年11月21日（土）20時05分"),
    ("zh", "发布时间：2026-11-21 20:05"),
    ("ko", "입력 2026.11.21 20:05 수정 2026.11.21 21:00"),
]


@pytest.mark.parametrize(("language", "line"), DAYS)
def test_a_line_that_states_a_day_is_known_in_its_language(language: str, line: str) -> None:
    """With a time, a weekday, or that something was published then."""
    assert states_day(line, language)


@pytest.mark.parametrize(
    "line",
    [
        "Weather forecast 21 November 2026",
        "Horoskop 21.11.2026",
        "In 2026 there were 21 November storms",
        "Saturday 21 November and Sunday 22 November 2026",
        "21 November 2026 120 comments",
        "12-15 November 2026",
        "21/22 November 2026",
        "21 November 2026: 2 - 1",
        "21 November 2026, 8:05 pm (5:05 pm GMT)",
        "8:05",
        "2026",
        "",
        "21 November 2026 " * 20_000,
        "2" * 200_000,
        "21 11 " * 60_000,
    ],
)
def test_a_line_that_says_anything_else_states_no_day(line: str) -> None:
    """Nor does one with two days, a time alone, or a line without end."""
    assert not states_day(line, "en")


def test_a_day_with_words_that_nobody_knows_is_none() -> None:
    """They may say that it was changed, or printed, or read then."""
    assert not states_day("Reviderat 21 november 2026", "sv")


@pytest.mark.parametrize(
    ("line", "before", "behind"),
    [
        ("Published 20 May 2026, updated 21 May 2026", "Published 20 May 2026, ", " 21 May 2026"),
        ("Обновлено: 21.11.2026", "", ": 21.11.2026"),
        ("Updated after it was published: 21 May", "", " after it was published: 21 May"),
        ("20 May, updated 21 May, published in Hask", "20 May, ", " 21 May, published in Hask"),
        ("입력 2026.11.21 수정 2026.11.22", "입력 2026.11.21 ", " 2026.11.22"),
        ("21 May 2026", "21 May 2026", ""),
        ("2026年11月21日 20:05 更新", "", "2026年11月21日 20:05 "),
        ("21 Kasım 2026 14:05 güncellendi", "", "21 Kasım 2026 14:05 "),
    ],
)
def test_what_stands_behind_a_word_for_changes_is_the_day_of_the_change(
    line: str, before: str, behind: str
) -> None:
    """And what stands before it is that of the report."""
    assert split_update(line) == (before, behind)


def test_a_line_tells_that_something_was_published_only_where_it_begins_so() -> None:
    """Not where a headline has the word."""
    assert tells_published("Опубликовано 21.11.2026")
    assert tells_published("— Published: 21 May 2026")
    assert not tells_published("Letters published after his death")


@pytest.mark.parametrize("language", REPORTS)
def test_a_day_below_the_headline_is_that_of_the_report(language: str) -> None:
    """In the language that is detected in the text."""
    headline, paragraph = REPORTS[language]
    line = next(line for own, line in DAYS if own == language)

    story = normalize_paste(f"{headline}\n\n{line}\n\n{paragraph}\n\n{paragraph}!\n")

    assert (story.language, story.headline, story.standfirst) == (language, headline, "")
    assert story.published is not None
    assert story.published.date() == DAY.date()
    assert line not in story.body_text
    assert "found in the text" in {it.origin for it in story.inferred if it.field == "published"}


@pytest.mark.parametrize(
    "line", ["21 November 2026", "Published Saturday, 21 November 2026.", "Sat, Nov 21, 2026."]
)
def test_a_day_that_ends_as_a_sentence_is_no_paragraph(line: str) -> None:
    """A stop ends it as it ends "p.m."."""
    story = normalize_paste(f"{HEAD}\n\n{line}\n{REPORT}")

    assert (story.published, story.standfirst) == (DAY, "")
    assert len(story.body_text.split("\n\n")) == 3


def test_the_day_on_which_a_page_was_copied_is_not_that_of_the_report() -> None:
    """It stands on top of many pages."""
    story = normalize_paste(f"Saturday, 28 November 2026\n\n{HEAD}\n{REPORT}")

    assert (story.headline, story.published) == (HEAD, None)


def test_of_two_days_below_a_headline_nobody_knows_which_is_meant() -> None:
    """One may be that of an event, or of a picture; but the same day twice is one."""
    one, other = "20 November 2026", "21 November 2026"

    assert normalize_paste(f"{HEAD}\n\n{one}\n{other}\n{REPORT}").published is None
    twice = normalize_paste(f"{HEAD}\n\n{other}\n{other}, 08:05\n{REPORT}")
    assert twice.published == DAY.replace(hour=8, minute=5)


@pytest.mark.parametrize("line", ["Updated 21 November 2026", "21.11.2026 aktualisiert"])
def test_the_day_of_a_change_is_not_that_of_the_report(line: str) -> None:
    """Where nothing else is stated, when it came out stays unknown."""
    story = normalize_paste(f"{HEAD}\n\n{line}\n{REPORT}")

    assert (story.published, story.updated) == (None, DAY)


@pytest.mark.parametrize(
    ("other", "published"),
    [
        ("21 November 2026, 11:30 PM EST", datetime(2026, 11, 22, 4, 30, tzinfo=UTC)),
        ("21 November 2026, 08:05 +0900", datetime(2026, 11, 20, 23, 5, tzinfo=UTC)),
        ("22 November 2026, 11:30 PM EST", None),
    ],
)
def test_the_same_day_twice_is_one_wherever_its_time_is_told(
    other: str, published: datetime | None
) -> None:
    """The day is that of the place, and not that of Greenwich."""
    story = normalize_paste(f"{HEAD}\n\n21 November 2026\n{other}\n{REPORT}")

    assert story.published == published


def test_of_two_times_of_a_day_the_first_is_that_of_the_report() -> None:
    """A change is told behind it, with a word for it or without."""
    lines = "Published 21 November 2026, 17:30\nPublished 21 November 2026, 08:05"
    story = normalize_paste(f"{HEAD}\n\n{lines}\n{REPORT}")

    assert story.published == DAY.replace(hour=8, minute=5)


def test_two_days_in_a_line_are_none() -> None:
    """Whatever stands between them."""
    assert drop_day("21 November 2026 to 22 November 2026", "en") is None
    assert drop_day("Jane Doe, 21 November 2026", "en") == "Jane Doe,  "


def test_where_no_language_is_detected_that_of_the_source_is_taken() -> None:
    """A text can be too short, or in a language that the detector does not know."""
    lines = ("Zorvan belkor tamun", "21 listopada 2026", "Xq zqtr vvbn wrtz pqxz lkjh mnbv hgfd.")
    text = "\n\n".join((*lines, lines[-1]))

    assert normalize_paste(text).published is None
    assert normalize_paste(text, assumed="pl").published == DAY


@pytest.mark.parametrize("line", ["21 November 1926", "5 December 2026"])
def test_a_day_before_the_web_or_yet_to_come_is_that_of_an_event(line: str) -> None:
    """Of such a report nobody could have copied the page."""
    assert normalize_paste(f"{HEAD}\n\n{line}\n{REPORT}").published is None


@pytest.mark.parametrize(
    ("language", "line", "states"),
    [
        ("ja", "2026年11月21日（土）", True),
        ("ja", "金 2026年11月21日", False),
        ("zh", "五四 2026年5月4日", False),
        ("en", "Sat Sun 21 November 2026", False),
    ],
)
def test_one_weekday_may_stand_beside_a_day(language: str, line: str, states: bool) -> None:  # noqa: FBT001
    """Single signs are words as well: in brackets only they are days."""
    assert states_day(line, language) is states


def test_a_day_inside_the_report_is_not_that_of_the_report() -> None:
    """It belongs to a picture or to another report."""
    first, _, rest = REPORT.strip().partition("\n\n")
    story = normalize_paste(f"{HEAD}\n\n{OPENING}\n\n{first}\n\n20 November 2026\n\n{rest}\n")

    assert story.published is None


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", ("14 March 2019", "2 May 2022", "9 October 2026")),
        ("pl", ("14 marca 2019", "2 maja 2022", "9 października 2026")),
    ],
)
def test_what_happened_when_keeps_its_days(language: str, days: tuple[str, ...]) -> None:
    """Days between paragraphs are the report's subheadings."""
    paragraphs = REPORT.strip().split("\n\n")
    told = "\n\n".join(f"{day}\n\n{text}" for day, text in zip(days, paragraphs, strict=True))
    story = normalize_paste(f"{HEAD}\n\n{OPENING}\n\n{told}\n", language)

    assert [line for line in story.body_text.split("\n\n") if line in days] == list(days)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pt", "21/11/2026 08h30 · Atualizado 22/11/2026 10h"),
        ("pt", "Por Ana Reis · 21/11/2026 08h30 · Atualizado 22/11/2026 10h"),
        ("en", "21 Nov 2026 08:30, updated 22 Nov 2026 10:00"),
        ("en", "November 21, 2026 8:30 AM (Updated November 22, 2026 10:00 AM)"),
        ("en", "Updated: November 22, 2026 10:00 | Published: November 21, 2026 08:30"),
        ("de", "21.11.2026, 08:30 Uhr – Aktualisiert: 22.11.2026, 10:00 Uhr"),
        ("de", "Erstellt am 21.11.2026 um 08:30 Uhr, zuletzt geändert am 22.11.2026 um 10 Uhr"),
        ("fr", "Le 21/11/2026 à 08:30 | mis à jour le 22/11/2026 à 10:00"),
        ("it", "21 novembre 2026, 08:30 (modifica il 22 novembre 2026 | 10:00)"),
        ("nl", "Gepubliceerd op 21 november 2026 08:30, bijgewerkt op 22 november 2026 10:00"),
        ("ca", "Publicat el 21/11/2026 08:30, actualitzat el 22/11/2026 10:00"),
        ("is", "Birt 21.11.2026 08:30, uppfært 22.11.2026 10:00"),
        ("lv", "Publicēts 21.11.2026 08:30, atjaunots 22.11.2026 10:00"),
        ("lt", "Paskelbta 2026-11-21 08:30, atnaujinta 2026-11-22 10:00"),
        ("et", "Avaldatud 21.11.2026 08:30, uuendatud 22.11.2026 10:00"),
        ("sl", "Objavljeno 21. 11. 2026 08:30, posodobljeno 22. 11. 2026 10:00"),
        ("ru", "Создано 21.11.2026 08:30, изменено 22.11.2026 10:00"),
    ],
)
def test_a_line_may_say_when_it_was_published_and_changed(language: str, line: str) -> None:
    """Beside a day that is marked as that of a change, the other is when it was published."""
    story = normalize_paste(f"{HEAD}\n\n{line}\n{REPORT}", assumed=language)

    assert (story.headline, story.body_text) == (HEAD, REPORT.strip())
    assert story.published == DAY + timedelta(hours=8, minutes=30)
    assert story.updated == DAY + timedelta(days=1, hours=10)


def test_words_beside_a_change_that_are_no_day_say_nothing() -> None:
    """A place and a day may be where and when something happened."""
    story = normalize_paste(f"{HEAD}\n\nAubeval, 7 March, updated 21 November 2026\n{REPORT}")

    assert (story.published, story.updated) == (None, DAY)


def test_a_day_beside_a_change_above_is_when_it_was_published() -> None:
    """What stands below the report tells nothing then."""
    line, below = "20 November 2026, updated 21 November 2026", "Published 22 November 2026"
    story = normalize_paste(f"{HEAD}\n\n{line}\n{REPORT}\n{below}\n")

    assert (story.published, story.updated) == (DAY - timedelta(days=1), DAY)


@pytest.mark.parametrize(
    ("line", "left"), [("Ana Reis 10h", "Ana Reis"), ("24h Dubai", "24h Dubai")]
)
def test_a_full_hour_is_no_name(line: str, left: str) -> None:
    """It may stand without minutes; 24 hours are a while."""
    assert drop_time(line).strip() == left
