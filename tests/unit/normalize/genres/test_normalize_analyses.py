"""Analyses are told by how outlets label them."""

import pytest

from feeds.normalize.genres.analyses import is_analysis, names_analyses


@pytest.mark.parametrize(
    "headline",
    [
        "Analysis: What the tram vote means for Aubeval",
        "What the tram vote means | News analysis",
        "EXPLAINER: Why the trams of Aubeval stand still",
        "Factbox - the trams of Aubeval",
        "Hintergrund: Warum die Bahnen stehen",
        "Analyse zum Streik: Warum die Bahnen stehen",
        "Décryptage. Pourquoi les trams sont à l'arrêt",
        "Análisis | Por qué paran los tranvías",
        "L'analisi: perché i tram sono fermi",
        "Анализ: почему стоят трамваи",
        "解説：路面電車はなぜ止まったか",
    ],
)
def test_analyses_are_known_by_their_label(headline: str) -> None:
    """They say what an event means."""
    assert is_analysis(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Analysis of Aubeval's water finds lead",
        "Minister orders analysis: water of Aubeval unsafe",
        "Strike explained to passengers",
        "Hintergrund der Tat unklar",
        "Half of Aubeval's rivers dirty: analysis",
        "Tram fares will fall by a third - analysis",
        "Rising sea will flood Aubeval: an analysis by NASA",
        "Hälfte der Flüsse verschmutzt – eine Analyse von Greenpeace",
        "El puerto agravó la sequía: análisis",
        "Fahrpreise sinken: Analyse",
    ],
)
def test_a_report_may_have_the_word(headline: str) -> None:
    """As in the analysis of water."""
    assert not is_analysis(headline)


def test_a_part_of_a_publication_may_hold_analyses() -> None:
    """As an article's section, or a folder of its address."""
    assert names_analyses("News/Analysis")
    assert names_analyses("news-analysis")
    assert not names_analyses("Data analysis")
