"""Interviews are told by how outlets label them."""

import pytest

from feeds.normalize.genres.interviews import is_interview, names_interviews


@pytest.mark.parametrize(
    "headline",
    [
        "Interview: “The trams of Aubeval will run again”",
        "The trams will run again | Interview",
        "[Interview] The trams will run again",
        "“The trams will run again” (Q&A)",
        "Q&A: “I will not resign”, says the mayor",
        "Interview with the mayor: “I will not resign”",
        "Das Interview: „Die Bahnen fahren wieder“",
        "Interview mit Jonas Weil: „Die Bahnen fahren wieder“",
        "ENTRETIEN. « Les trams rouleront »",
        "Entretien avec la maire : « Les trams rouleront »",
        "Entrevista a la alcaldesa: «Los tranvías volverán»",
        "Entrevista: «Os elétricos voltarão»",
        "L'intervista | «I tram torneranno»",
        "« Les trams rouleront » | Entretien",
        "Wywiad: „Tramwaje wrócą”",
        "Wywiad z burmistrzem: „Tramwaje wrócą”",
        "Rozhovor. „Tramvaje se vrátí“",
        "Söyleşi: “Tramvaylar dönecek”",
        "مقابلة: «سيعود الترام»",
        "Интервью с мэром: «Трамваи пойдут»",
        "【インタビュー】路面電車は戻る",
        "专访：电车将恢复",
    ],
)
def test_interviews_are_known_by_their_label(headline: str) -> None:
    """They say what somebody says."""
    assert is_interview(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Interview with mayor causes storm in Aubeval",
        "Mayor cancels interview: trams are “private matter”",
        "Trams will run again, mayor says in interview",
        "ECB's Moll sees lower rates in June - interview",
        "Bürgermeister im Interview mit der „Post“: Bahnen fahren wieder",
        "Entrevista al candidato divide a Aubeval",
        "Job interviews: what Aubeval asks its drivers",
        "Interview with the Harbourmaster: series gets third season",
        "Interview mit Folgen: Bürgermeister tritt zurück",
        "Interview mit der „Post“ – Bürgermeister in Not",
        "Entrevista a la alcaldesa: polémica en Aubeval",
        "Intervista alla sindaca: è polemica",
        "Интервью с мэром: реакция города",
        "The Interview: studio cancels film release",
        "Q&A: What the new tax means for you",
        "What the new tax means for you (Q&A)",
        "Entretien : les routes coûtent cher à Aubeval",
        "Entretien avec le ministre : la maire « confiante »",
        "Wywiad: nowy atak na Aubeval możliwy",
        "Rozhovor: Starosta a ministr jednali o rozpočtu",
        "Söyleşi: Yazar okurlarıyla buluştu",
        "مقابلة: أوبيفال وهاسك اليوم",
        "После интервью с мэром: трамваи стоят",
    ],
)
def test_a_report_may_have_the_word(headline: str) -> None:
    """As of what came of an interview."""
    assert not is_interview(headline)


def test_a_part_of_a_publication_may_hold_interviews() -> None:
    """As what stands above a headline, an article's section, or a folder of its address."""
    assert names_interviews("INTERVIEW")
    assert names_interviews("News/Interviews")
    assert names_interviews("Im Interview")
    assert not names_interviews("Job interviews")
    assert not names_interviews("Q&A")
    assert not names_interviews("Auto/Entretien")
