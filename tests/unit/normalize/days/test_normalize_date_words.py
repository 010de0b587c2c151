"""Dates in words that the parse room left open: read whole, or kept as words with a problem."""

from datetime import UTC, datetime, timedelta

import pytest

from feeds.model import Stamp
from feeds.normalize.days.dates import read_date
from feeds.normalize.days.files import read_calendars

YEAR = timedelta(days=365)
_SEEN = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2026-11-23 06:00 PM", datetime(2026, 11, 23, 18, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 10:00 PM EST", datetime(2026, 11, 24, 3, tzinfo=UTC)),
    ],
)
def test_afternoon_is_not_taken_for_morning(raw: str, date: datetime) -> None:
    """PM counts, with a zone behind it as well."""
    assert date == read_date(Stamp(raw=raw), "published", _SEEN).date


@pytest.mark.parametrize(
    "raw",
    [
        *("14:30", "2026", "2026-05", "2026-W47", "202611", "20", "-05", "--05-06"),
        *("2026-02-30", "2026-11-23T25:00Z", "2026-11-23+01:00"),
    ],
)
def test_what_states_no_moment_keeps_its_words(raw: str) -> None:
    """Nothing is filled up, rolled over or taken for something else."""
    read = read_date(Stamp(raw=raw), "published", _SEEN)
    assert (read.date, read.raw) == (None, raw)
    assert [f"published: no date in {raw!r}"] == [problem.what for problem in read.problems]


def at(hour: int = 0, minute: int = 0, *, day: int = 23, month: int = 11) -> datetime:
    """A moment of November 2026, unless another month is named."""
    return datetime(2026, month, day, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("language", "raw", "moment"),
    [
        (None, "23 de noviembre de 2026, 3:05 p. m.", at(15, 5)),
        (None, "23/11/2026 3:05 a. m.", at(3, 5)),
        ("es", "23/11/2026 12:30 de la tarde", at(12, 30)),
        ("es", "23/11/2026 1:05 de la madrugada", at(1, 5)),
        ("de", "23.11.2026, 8:05 Uhr abends", at(20, 5)),
        ("de", "23.11.2026, 12:05 Uhr mittags", at(12, 5)),
        ("de", "23.11.2026 um 3 Uhr nachmittags", at(15)),
        (None, "Mon, Nov 23 2026 at 3pm EST", at(20)),
        (None, "23 November 2026 3 p.m. GMT", at(15)),
        ("fr", "23 novembre 2026 à 8h05 du soir", at(20, 5)),
        ("fr", "23/11/2026 9:05 du matin", at(9, 5)),
        ("en", "23 November 2026 3:05 in the afternoon", at(15, 5)),
        ("el", "23/11/2026 3:05 μ.μ.", at(15, 5)),
        ("ar", "23/11/2026 3:05 م", at(15, 5)),
        ("ru", "23 нояб. 2026, 8:05 вечера", at(20, 5)),
        ("vi", "23/11/2026 03:05 CH", at(15, 5)),
        ("tr", "23.11.2026 akşam 8:05", at(20, 5)),
        ("sv", "23 november 2026 3.05 em", at(15, 5)),
        ("da", "23. november 2026 kl. 8.05 om aftenen", at(20, 5)),
        ("hu", "2026.11.23. este 8:05", at(20, 5)),
        ("ko", "2026-11-23 오후 2:30", at(14, 30)),
        ("ja", "2026/11/23 夜8:05", at(20, 5)),
    ],
)
def test_the_half_of_the_day_counts_in_the_words_of_the_story(
    language: str | None, raw: str, moment: datetime
) -> None:
    """Evening is not taken for morning."""
    assert moment == read_date(Stamp(raw=raw), "published", _SEEN, language).date


@pytest.mark.parametrize(
    ("language", "raw", "moment"),
    [
        ("de", "Sa, 23.11.2026 12:30", at(12, 30)),
        ("pt", "Publicado em 23/11/2026 10:05", at(10, 5)),
        ("es", "23/11/2026 15:05 de la tarde", at(15, 5)),
        ("es", "23/11/2026 23:05 de la noche", at(23, 5)),
        ("es", "Publicado el 23/11/2026 10:05, Diario de la Tarde", at(10, 5)),
        ("it", "Corriere della Sera 23/11/2026 10:05", at(10, 5)),
        ("de", "23/11/2026 10:05, CH Media", at(10, 5)),
        ("en", "23 November 2026 10:05 P M Kelly", at(10, 5)),
        ("ru", "Новости дня 23.11.2026 10:05", at(10, 5)),
        ("ar", "23 نوفمبر 2026م 10:05", at(10, 5)),
    ],
)
def test_what_only_looks_like_a_half_of_the_day_is_none(
    language: str, raw: str, moment: datetime
) -> None:
    """Days, names and small words; and beside a time of 24 hours no half counts."""
    assert moment == read_date(Stamp(raw=raw), "published", _SEEN, language).date


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("de", "23.11.2026 11:05 Uhr nachts"),
        ("zh", "2026年11月23日 晚上12:05"),
        ("zh", "2026年11月23日 中午11:45"),
        (None, "2026-11-23 오후 2:30"),
        (None, "2026/11/23 夜8:05"),
    ],
)
def test_a_time_that_may_be_in_both_halves_is_not_read(language: str | None, raw: str) -> None:
    """Nor one that is in none of the hours of its part of the day, or whose part is not known."""
    assert read_date(Stamp(raw=raw), "published", _SEEN, language).date is None


@pytest.mark.parametrize(
    ("language", "raw", "moment"),
    [
        ("ar", "23 نوفمبر 2026م", at()),
        ("ar", "الاثنين 23 تشرين الثاني 2026", at()),
        ("ar", "23 فيفري 2026", at(month=2)),
        ("bg", "23 ноември 2026 г. 10:05", at(10, 5)),
        ("bn", "২৩ নভেম্বর ২০২৬", at()),
        ("cs", "23. listopadu 2026 10:05", at(10, 5)),
        ("cs", "po 23. 11. 2026 v 14:05", at(14, 5)),
        ("el", "Δευ, 23 Νοε 2026 10:05:00 +0200", at(8, 5)),
        ("fa", "۲۳ نوامبر ۲۰۲۶", at()),
        ("fi", "23. marraskuuta 2026 klo 10.05", at(10, 5)),
        ("he", "יום שני, 23 בנובמבר 2026 10:05", at(10, 5)),
        ("hi", "23 नवंबर 2026 10:05", at(10, 5)),
        ("hr", "23. listopada 2026. 10:05", at(10, 5, month=10)),
        ("hu", "2026. november 23. du. 3:05", at(15, 5)),
        ("id", "Senin, 23 Agustus 2026 10:05 WIB", at(3, 5, month=8)),
        ("ko", "2026년 11월 23일 오후 3:05", at(15, 5)),
        ("lt", "2026 m. lapkričio 23 d. 10:05", at(10, 5)),
        ("lv", "2026. gada 23. novembris, 10:05", at(10, 5)),
        ("pl", "pon., 23 lis 2026 10:05:00 +0100", at(9, 5)),
        ("pl", "23 listopada 2026 r., godz. 10:05", at(10, 5)),
        ("ro", "luni, 23 noiembrie 2026, 10:05", at(10, 5)),
        ("sr-Latn", "23. novembar 2026.", at()),
        ("sr", "23. новембар 2026.", at()),
        ("th", "23 พ.ย. 2569 เวลา 10:05 น.", at(10, 5)),
        ("th", "23 พฤศจิกายน 2026", at()),
        ("th", "10 มี.ค. 2569 10:05:00 +0700", at(3, 5, day=10, month=3)),
        ("th", "10 ม.ค. 2569", at(day=10, month=1)),
        ("fa", "23 فوریهٔ 2026", at(month=2)),
        ("vi", "Thứ Năm 26 tháng 6 2025", at(day=26, month=6) - YEAR),
        ("vi", "Thứ Năm, 13 Tháng 03 2025 10:05:00 +0700", at(3, 5, day=13, month=3) - YEAR),
        ("hi", "10:05, 23 नवंबर 2026", at(10, 5)),
        ("tr", "Pzt, 23 Kas 2026 10:05:00 +0300", at(7, 5)),
        ("uk", "Понеділок, 23 листопада 2026, 10:05", at(10, 5)),
        ("vi", "23 tháng 11 năm 2026", at()),
        ("zh-TW", "2026年11月23日 晚上8:05", at(20, 5)),
    ],
)
def test_months_are_read_in_the_words_of_the_story(
    language: str, raw: str, moment: datetime
) -> None:
    """Whatever its language is; a year of the Buddhist calendar is one of ours."""
    assert moment == read_date(Stamp(raw=raw), "published", _SEEN, language).date


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        (None, "23 listopada 2026"),
        ("xx", "23 listopada 2026"),
        ("pl", "23 lis 26"),
        ("pl", "lis 2026"),
        ("pl", "31 lis 2026"),
        ("pl", "23 lis 2026 5"),
        ("pl", "23 lis 2026, 5 min"),
        ("pl", "wczoraj 10:05"),
        ("en", "23 a 2026"),
        ("en", "3/4/2026"),
        ("sq", "mar, 23 sht 2025 mar"),
        ("hi", "10:05, 23 नवंबर 2026, GST"),
        ("en", "Updated 27 November 2026, published 25 November 2026"),
        ("en", "Updated 27/11/2026 10:00 Published 25/11/2026 09:00"),
        ("pl", "23 listopada 2026 i 24 grudnia 2026"),
        ("uk", "23 листопада, 10:05"),
        ("fa", "۲ آذر ۱۴۰۵"),
    ],
)
def test_what_no_language_says_for_certain_is_not_read(language: str | None, raw: str) -> None:
    """Nothing is filled up, taken from the day it is, or from another calendar."""
    assert read_date(Stamp(raw=raw), "published", _SEEN, language).date is None


@pytest.mark.parametrize(
    "language",
    "ar be bg bn ca cs da de el en es et fa fi fil fr he hi hr hu id it ja ko lt lv mk ms nb nl pl "
    "pt ro ru si sk sl sq sr sv sw ta th tr uk ur vi zh".split(),
)
def test_no_name_of_a_month_is_taken_for_another(language: str) -> None:
    """Whatever its length and its marks; one that is a day of the week as well may be unread."""
    months = read_calendars()[language]["months"]
    read = {
        (name, number): read_date(Stamp(raw=f"23 {name} 2026"), "published", _SEEN, language).date
        for name, number in months.items()
    }

    assert {12} == {len({number for (_, number), date in read.items() if date})}
    assert {} == {name: date for name, date in read.items() if date and date.month != name[1]}
