"""How long a report takes to read is no part of it, and of no date."""

from datetime import date

import pytest
from pastes import normalize_paste

from feeds.normalize.days.reading_times import drop_reading

DAY = date(2026, 11, 27)
REPORTS = {
    "pl": (
        "Wypadek autokaru pod Wrocławiem. Nie żyją trzy osoby",
        "27 listopada 2026, 09:12 • 2 min czytania",
        "Trzy osoby zginęły w wypadku autokaru na autostradzie pod Wrocławiem, podała policja.",
    ),
    "cs": (
        "Nehoda autobusu u Brna si vyžádala tři oběti",
        "27. listopadu 2026 9:12 | 2 minuty čtení",
        "Tři lidé zahynuli při nehodě autobusu na dálnici u Brna, uvedla v pátek policie.",
    ),
    "tr": (
        "Otobüs kazasında üç kişi hayatını kaybetti",
        "27 Kasım 2026 09:12 · 2 dk okuma",
        "Otoyoldaki otobüs kazasında üç kişi hayatını kaybetti, dedi polis cuma günü.",
    ),
    "ro": (
        "Trei morți într-un accident de autocar lângă Sibiu",
        "27 noiembrie 2026, 09:12 | Timp de citire 2 min",
        "Trei persoane au murit într-un accident de autocar pe autostradă, a anunțat poliția.",
    ),
    "en": (
        "Coach crash near Wroclaw kills three people",
        "27 November 2026, 09:12 • 2 min read",
        "Three people were killed when a coach left the motorway on Friday, police said.",
    ),
    "de": (
        "Busunglück bei Breslau fordert drei Tote",
        "27. November 2026, 9:12 Uhr | Lesezeit: 2 Min.",
        "Bei einem Busunglück auf der Autobahn sind drei Menschen gestorben, sagte die Polizei.",
    ),
    "fr": (
        "Trois morts dans un accident d'autocar près de Wroclaw",
        "27 novembre 2026 à 09h12 - Temps de lecture : 2 min",
        "Trois personnes sont mortes dans un accident d'autocar sur l'autoroute, selon la police.",
    ),
    "ru": (
        "Три человека погибли в аварии автобуса",
        "27 ноября 2026, 09:12 • Время чтения: 2 минуты",
        "Три человека погибли в аварии автобуса на автостраде, сообщила в пятницу полиция.",
    ),
    "ja": (
        "高速道路でバス事故、三人死亡",
        "2026年11月27日 9時12分　2分で読めます",
        "高速道路で二十七日朝、大型バスが道路から外れて横転し、乗客三人が死亡したと警察が発表した。",
    ),
}


@pytest.mark.parametrize("language", REPORTS)
def test_a_day_is_read_beside_how_long_a_report_takes_to_read(language: str) -> None:
    """The line is neither headline nor standfirst, and states when it was published."""
    headline, stamp, text = REPORTS[language]

    story = normalize_paste(f"{headline}\n{stamp}\n{text}", language)

    assert (headline, DAY) == (story.headline, story.published.date() if story.published else None)
    assert stamp not in f"{story.standfirst}\n{story.body_text}"


@pytest.mark.parametrize(
    "line",
    [
        "27 November 2026: 40 min delay",
        "Reading 3, Leeds 2 after 90 minutes",
        "Lesen in 30 Tagen",
        "5 minutes later the bridge fell",
    ],
)
def test_other_minutes_stay(line: str) -> None:
    """What lasts so long is told by the report."""
    assert line == drop_reading(line)
