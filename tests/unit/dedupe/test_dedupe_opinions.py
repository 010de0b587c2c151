"""Opinions are told by how outlets label them, and where they stand."""

from typing import Any

import pytest
from stories import a_story

from feeds.dedupe import find_genre, sketch_story
from feeds.dedupe.opinions import is_opinion
from feeds.model import Genre

OPINIONS = (
    "Opinion: The trams of Aubeval must run",
    "The trams of Aubeval must run (Opinion)",
    "Tramwaje muszą jeździć [KOMENTARZ]",
    "Commentary: The trams of Aubeval must run",
    "Guest essay | The trams of Aubeval must run",
    "OPINION | The trams of Aubeval must run",
    "The trams must run | Editorial",
    "Gozo needs a bridge, not ferries – opinion",
    "Editorial: a budget without a plan",
    "The Tribune's trams must run - The Editorial",
    "Letters: what we make of the strike",
    "Kommentar zur Wahl: Ein Sieg ohne Glanz",
    "Kommentar: Ein Sieg ohne Glanz",
    "Streik in Aubeval – ein Irrweg | Leitartikel",
    "Tribune : « Il faut sauver le port »",
    "Édito. Le port, sauver ce qui reste",
    "Opinión: el puerto que queremos",
    "Opinião | O porto que queremos",
    "L'editoriale | Il porto che vogliamo",
    "Krönika: Hamnen vi vill ha",
    "Felieton: Port, jakiego chcemy",
    "Мнение: порт должен работать",
    "رأي: الميناء الذي نريده",
    "社説：港の再建を急げ",
    "【社説】港の再建を急げ",
    "[사설] 항구를 살려야 한다",
)
REPORTS = (
    "Opinion polls open in Aubeval",
    "Public opinion turns against the strike",
    "Editorial staff of Valley Post walk out",
    "Minister declines to comment: what is known",
    "No comment",
    "Comment le port a brûlé",
    "Letter bomb found in Aubeval: police seal off station",
    "Tribune collapses at Ostmark stadium",
    "Meinung der Mehrheit: Wahl war fair",
    "Column of tanks: army leaves Ostmark",
    "Court rules on opinion: writer may stay",
    "Leader of Ostmark party resigns",
    "Judge strikes down tram ban: opinion",
    "Letter on trams: 300 ask for a pause",
    "Leader on trial: Kalnin in court",
    "Tribune sur le tram : 300 artistes demandent sa fermeture",
    "Opinion on tram ban: court strikes it down",
    "Kommentare gesperrt: Zeitung zieht Konsequenzen",
    "社説新聞が廃刊",
)


@pytest.mark.parametrize("headline", OPINIONS)
def test_opinions_are_known_by_their_label(headline: str) -> None:
    """Before what the headline says, or behind it."""
    assert is_opinion(a_story(headline=headline))


@pytest.mark.parametrize("headline", REPORTS)
def test_other_headlines_may_have_the_word(headline: str) -> None:
    """A report that were taken for an opinion would be folded with none of its event."""
    assert not is_opinion(a_story(headline=headline))


def test_an_opinion_is_part_of_no_event() -> None:
    """It has no terms to be near to others by, while its copies are found as ever."""
    story = a_story(headline="Opinion: The dam of Aubeval must hold", language="en")
    sketch = sketch_story(story)

    assert Genre.OPINION is find_genre(story)
    assert () == sketch.terms
    assert sketch.shingles


@pytest.mark.parametrize(
    "told",
    [
        {"section": "Opinion"},
        {"categories": ("Trams", "Op-Ed")},
        {"categories": ("News/Opinión",)},
        {"categories": ("オピニオン",)},
        {"url": "https://post.example/opinion/2026/trams-must-run"},
        {"url": "https://post.example/uk/commentisfree/2026/nov/28/trams"},
        {"url": "https://post.example/leserbriefe/die-bahn"},
        {"url": "https://post.example/%D0%BC%D0%BD%D0%B5%D0%BD%D0%B8%D1%8F/17"},
    ],
)
def test_opinions_are_known_by_where_they_stand(told: dict[str, Any]) -> None:
    """Columns without a label are hidden behind no report."""
    assert is_opinion(a_story(**{"headline": "The trams must run", **told}))


@pytest.mark.parametrize(
    "told",
    [
        {"section": "Opinion polls"},
        {"categories": ("Public opinion", "Debate", "Editorial", "Comment")},
        {"url": "https://opinion.example/news/opinion"},
        {"url": "https://post.example/news/opinion-poll/trams"},
        {"url": "https://post.example/news/trams?from=/opinion/"},
        {"categories": ("Tribunes", "Columns", "Commentary", "Ledere", "Columnist")},
        {"byline": ("Polizei Aubeval",), "headline": "Polizei Aubeval: Bahn brennt"},
    ],
)
def test_reports_stand_elsewhere(told: dict[str, Any]) -> None:
    """An address may end as it likes, and who tells of itself has no opinion."""
    assert not is_opinion(a_story(**{"headline": "The trams must run", **told}))
