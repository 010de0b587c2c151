"""Pasted interviews: no question is the headline, and none is lost."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.answers import is_spoken
from feeds.normalize.pasted.paste import read_paste

HEADLINE = "Hask beats Lorne"


@pytest.mark.parametrize(
    "talk",
    [
        (
            *("Q: Who pays?", "A: The county does."),
            *("Q: When will the ferry sail again from Hask to the islands?", "A: In spring."),
        ),
        (
            *("F: Wer zahlt?", "A: Der Kreis."),
            "F: Wann fährt die Fähre wieder von Hask zu den Inseln im Norden?",
            "A: Im Frühjahr, sagt das Hafenamt, wenn die Mole bis dahin fertig ist.",
        ),
        (
            "Question : Qui paie ?",
            "Réponse : Le département.",
            "Question : Quand ?",
            "R : Bientôt.",
        ),
        (
            "Вопрос: Когда паром снова пойдёт из Хаска на северные острова?",
            *("Ответ: Весной.", "Вопрос: Кто платит?", "Ответ: Округ."),
        ),
    ],
)
@pytest.mark.parametrize("below", [(), ("Advertisement", "Share")])
def test_of_an_interview_the_first_question_is_the_reports_as_well(
    talk: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """Above an advertisement as at the end; the headline stands above it."""
    report = read_paste("\n\n".join((HEADLINE, *talk, *below)))

    assert (report.headline, report.standfirst, report.paragraphs) == (HEADLINE, "", talk)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Q: Who pays?", True),
        ("問：誰が払うのか。", True),
        ("D: Chi paga?", True),
        ("Who pays?", False),
        ("Hask: Who pays for the pier?", False),
        ("Quite: the pier", False),
        ("Q:", False),
    ],
)
def test_a_question_or_answer_says_so(text: str, spoken: bool) -> None:  # noqa: FBT001
    """With a letter or a word in front, and something behind it."""
    (line,) = judge_lines([text])

    assert is_spoken(line) == spoken


def test_a_question_may_be_a_headline() -> None:
    """It says not of itself that it is one of an interview."""
    told = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
    headline = "Who pays for the pier of Hask?"

    assert read_paste(f"{headline}\n\n{told}").headline == headline
