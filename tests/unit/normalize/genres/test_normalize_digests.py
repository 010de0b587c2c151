"""Texts that announce that they tell of several things."""

import pytest
from stories import a_story

from feeds.model import Genre
from feeds.normalize.genres.digests import begins_digest, is_alert
from feeds.normalize.genres.genre import find_genre


@pytest.mark.parametrize(
    "text",
    [
        "Good morning. Here is what you need to know today.\n\nFIRE ON THE FERRY",
        "Here’s what you need to know this morning:",
        "Good morning, Orme! Here are today's top stories.",
        "Here's everything you need to know to start your day.",
        "Guten Morgen! Das ist heute wichtig:",
        "Das Wichtigste am Morgen im Überblick.",
        "Die wichtigsten Nachrichten des Tages.",
        "Bonjour. Voici l'essentiel de l'actualité du jour.",
        "Buenos días. Lo más importante de hoy:",
        "Buongiorno, ecco le principali notizie di oggi.",
        "Bom dia. As principais notícias do dia:",
        "Goedemorgen. Het belangrijkste nieuws van vandaag:",
        "Доброе утро. Главное за утро:",
    ],
)
def test_a_text_that_announces_the_news_of_a_day_is_a_digest(text: str) -> None:
    """A report of one of them would be hidden behind it."""
    assert begins_digest(text)


@pytest.mark.parametrize(
    "text",
    [
        "Here is what you need to know about the storm.",
        "Here is what you need to know today about the strike at the port.",
        "Today's stories of the sea are told in the museum until May.",
        "Das ist heute wichtig geworden, sagte sie, weil das Wasser steigt.",
        "The news of the day reached Orme late.",
        "Lo más importante de hoy es el agua, dijo la alcaldesa.",
        "Das Wichtigste am Morgen sei der Kaffee, sagt der Wirt.",
        "Les titres du jour de la chorale seront chantés.",
        "",
    ],
)
def test_a_text_that_goes_on_about_one_thing_is_none(text: str) -> None:
    """The sentence must end where it says of which day."""
    assert not begins_digest(text)


@pytest.mark.parametrize(
    ("headline", "alert"),
    [
        ("Google Alert - ferry", True),
        ("Google Alerts – Fähre", True),
        ("Alerte Google : bac", True),
        ("Alerta de Google: ferri", True),
        ("Google alerts police to a fire", False),
        ("Google alert: fake messages frighten users", False),
        ("Yahoo-Meldung: Zahlen enttäuschen Anleger", False),
        ("Alert in Orme: ferry stops", False),
    ],
)
def test_what_a_search_engine_found_is_no_report(headline: str, *, alert: bool) -> None:
    """It quotes several outlets, about several things."""
    assert is_alert(headline) is alert


def test_a_digest_is_a_list_by_its_first_words() -> None:
    """So it is part of no event, and whoever asks is told why."""
    story = a_story(
        headline="The Orme Morning", body_text="Good morning. Here are today's top stories."
    )
    found = find_genre(story, ())

    assert found.genre is Genre.LIST
    assert [it.origin for it in found.inferred] == ["by its first words"]


def test_an_alert_of_a_search_engine_is_a_list() -> None:
    """By its headline."""
    assert find_genre(a_story(headline="Google Alert - ferry"), ()).genre is Genre.LIST
