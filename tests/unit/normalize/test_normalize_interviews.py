"""Interviews are told by how outlets label them."""

import pytest

from feeds.normalize.interviews import is_interview, names_interviews


@pytest.mark.parametrize(
    "headline",
    [
        "Interview: “The trams of Aubeval will run again”",
        "The trams will run again | Interview",
        "[Interview] The trams will run again",
        "The trams will run again (Q&A)",
        "Q&A: the mayor on the trams",
        "Interview with the mayor: “I will not resign”",
        "Das Interview: „Die Bahnen fahren wieder“",
        "Interview mit Jonas Weil: „Die Bahnen fahren wieder“",
        "ENTRETIEN. « Les trams rouleront »",
        "Entretien avec la maire : « Les trams rouleront »",
        "Entrevista a la alcaldesa: «Los tranvías volverán»",
        "Entrevista: «Os elétricos voltarão»",
        "L'intervista | «I tram torneranno»",
        "Wywiad z burmistrzem: „Tramwaje wrócą”",
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
