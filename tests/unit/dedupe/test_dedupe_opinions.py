"""Opinions are told by how outlets label them."""

import pytest
from stories import a_story

from feeds.dedupe import find_genre, sketch_story
from feeds.dedupe.opinions import is_opinion
from feeds.model import Genre

OPINIONS = (
    "Opinion: The trams of Aubeval must run",
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
    "Kommentare gesperrt: Zeitung zieht Konsequenzen",
    "社説新聞が廃刊",
)


@pytest.mark.parametrize("headline", OPINIONS)
def test_opinions_are_known_by_their_label(headline: str) -> None:
    """Before what the headline says, or behind it."""
    assert is_opinion(headline)


@pytest.mark.parametrize("headline", REPORTS)
def test_other_headlines_may_have_the_word(headline: str) -> None:
    """A report that were taken for an opinion would be folded with none of its event."""
    assert not is_opinion(headline)


def test_an_opinion_is_part_of_no_event() -> None:
    """It has no terms to be near to others by, while its copies are found as ever."""
    story = a_story(headline="Opinion: The dam of Aubeval must hold", language="en")
    sketch = sketch_story(story)

    assert Genre.OPINION is find_genre(story.headline, "en")
    assert () == sketch.terms
    assert sketch.shingles
