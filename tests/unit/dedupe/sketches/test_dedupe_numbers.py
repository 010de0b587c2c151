"""Numbers and years, however they are written."""

import pytest
from stories import NOON, a_story

from feeds.dedupe.sketches.numbers import list_years, names_year, read_number
from feeds.dedupe.sketches.terms import read_bag


def find_numbers(text: str, language: str = "en") -> set[str]:
    """Return the numbers of a report of November 2026."""
    story = a_story(headline="", body_text=text, first_seen=NOON, language=language)
    return {term for term in read_bag(story).terms if term.startswith("#")}


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("1,200", "1200"),
        ("1 200,5", "1200.5"),
        ("1'200", "1200"),
        ("1’000’000.5", "1000000.5"),
        ("1,00,000", "100000"),
        ("1,00,000.50", "100000.50"),
        ("٣٫١٤١", "3.141"),
        ("12,34,567", "1234567"),
        ("٣٬٢٠٠٫٥", "3200.5"),
        ("२०", "20"),
        ("２０", "20"),
        ("20'den", "20"),
        ("l’11", "11"),
        ("90s", "90s"),
        ("²", "2"),
    ],
)
def test_a_number_is_one_in_any_digits(word: str, number: str) -> None:
    """With the separators of its language, and with what an apostrophe puts before or behind."""
    assert number == read_number(word)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In 2025, 2026 and 2027", "en"),
        ("2026年の選挙", "ja"),
        ("выборы 2026г", "ru"),
        ("2026'da", "tr"),
        ("٢٠٢٦", "ar"),
        ("२०२६", "hi"),
        ("२०८३", "ne"),
        ("ปี 2569 และ ๒๕๖๙", "th"),
        ("۱۴۰۵", "fa"),
        ("Am 27.11.2026", "de"),
        ("2026.11.27", "hu"),
        ("im 11.2026", "de"),
    ],
)
def test_the_year_of_a_report_is_no_sign_however_it_is_written(text: str, language: str) -> None:
    """In other digits, in another era, with an ending, as part of a date."""
    assert find_numbers(text, language) == set()


def test_the_year_of_a_report_tells_nothing() -> None:
    """Nor do those beside it: any report may name them. Others part one event from another."""
    text = "In 2024, 2025, 2026, 2027 and 2028 as in 1918, Covid-2026 and 20,260"

    assert find_numbers(text) == {"#1918", "#2024", "#2028", "#20260"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2,026 homes", {"#2026"}),
        ("2 026 logements", {"#2026"}),
        ("2'026 Wohnungen", {"#2026"}),
        ("2026kg", {"#2026kg"}),
        ("$1.5bn and 1,200kg at 10.30am", {"#1.5", "#1200", "#10.30"}),
        ("2025PN7", {"#2025pn7"}),
        ("2026.5 points", {"#2026.5"}),
        ("in 1405 and 2569", {"#1405", "#2569"}),
        ("on 27.11.2018", {"#27.11.2018"}),
        ("20260", {"#20260"}),
    ],
)
def test_another_number_stays_a_sign(text: str, numbers: set[str]) -> None:
    """As many homes as years have gone by are no year."""
    assert numbers == find_numbers(text)


def test_numbers_between_characters_stand_alone() -> None:
    """Where no spaces part words, a number is parted from what it counts."""
    assert find_numbers("死者32人、負傷者1,200人、震度5.4の地震", "ja") == {"#32", "#1200", "#5.4"}


def test_the_years_of_a_report_are_those_of_its_readers() -> None:
    """And those beside them, for a report of January speaks of December."""
    assert list_years(NOON, "th-TH") == {2025, 2026, 2027, 2568, 2569, 2570}
    assert list_years(NOON, "fa") == {2025, 2026, 2027, 1404, 1405, 1406}
    assert list_years(NOON, "ne") == {2025, 2026, 2027, 2082, 2083, 2084}
    assert names_year("2026", list_years(NOON, None))
    assert not names_year("2569", list_years(NOON, None))
