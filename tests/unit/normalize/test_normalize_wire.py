"""What agencies write around their copy for newsrooms."""

import pytest

from feeds.normalize.furniture import judge_lines
from feeds.normalize.newsrooms import keep_inside
from feeds.normalize.paste import read_paste, split_blocks

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."


@pytest.mark.parametrize(
    "line",
    [
        *(
            "BC-EU--Hask-Pier,1st Ld-Writethru,212",
            "AP-EU--Hask-Pier,95",
            "BC-EU--Ferry Fire,1st Ld-Writethru,212",
        ),
        *("(Adds comment from mayor in paragraphs 3-4)", "(Updates with vote)", "(New throughout)"),
        *("(Neu: Zitat der Bürgermeisterin)", "(Aktualisierung: Abstimmung)", "(Mit Foto)"),
        *("(Actualisé avec le vote)", "(Ajoute des réactions)", "(Avec photo)"),
        *("(Actualiza con declaraciones de la alcaldesa)", "(Amplía con el voto)", "(Con foto)"),
        *("(Aggiorna con il voto)", "(Atualiza com o voto)", "(Voegt toe: reactie)"),
        *("Eds: UPDATES: Recasts, adds quotes. With AP Photos.", "ATTN EDITORS: With photos"),
        *("jq/ob/mcl", "hq-br/lm"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 4])
def test_what_is_for_newsrooms_is_neither_headline_nor_text(line: str, place: int) -> None:
    """Above the headline, below it, and at the end."""
    lines = [HEADLINE, "By Jane Quill", TOLD, LAST]
    lines.insert(place, line)
    report = read_paste("\n".join(lines))

    assert (report.headline, report.paragraphs) == (HEADLINE, (TOLD, LAST))
    assert report.standfirst == ""


@pytest.mark.parametrize(
    "line",
    [
        "US-China trade war, 2025",
        "EU-Gipfel in Hask, 2026",
        "(The mayor added that the pier is old.)",
        "(Update your tickets at the pier before noon, the ferry says.)",
        "(Updates to the law will follow in May, the minister for ferries says.)",
        "Adds comment from the mayor",
        "Jane/Ola",
        "Editors quit over pier",
        "(Corrects spelling of the mayor's name in paragraph 2)",
    ],
)
def test_what_resembles_it_is_not(line: str) -> None:
    """A headline, a sentence in brackets; of a correction readers are told."""
    assert judge_lines([line])[0].kind in {"title", "prose", "sentence"}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "dateline", ["Hask, 21 nov 2026 (AFP) -", "HASK (AP) —", "Hask, 21 nov (EFE).-"]
)
def test_a_dateline_on_its_own_line_belongs_to_the_text(dateline: str, gap: str) -> None:
    """Whether a line was left empty between them; in a line with more it does already."""
    text = f"{HEADLINE}\n\n{dateline}{gap}{TOLD}\n\n{LAST}"

    assert read_paste(text).paragraphs == (f"{dateline} {TOLD}", LAST)
    assert split_blocks(f"{dateline} {TOLD}\n{LAST}") == [[f"{dateline} {TOLD}", LAST]]


def test_the_sign_behind_a_headline_goes() -> None:
    """Agencies end headlines with it."""
    report = read_paste(f"{HEADLINE} =\n\n{TOLD}")

    assert (report.headline, report.paragraphs) == (HEADLINE, (TOLD,))


@pytest.mark.parametrize(
    "line",
    [
        *("(Herhaling: zondag 20.15 uur)", "(Añade el azúcar poco a poco)", "he/him"),
        "(Reprise du spectacle le 12 mars)",
    ],
)
def test_between_paragraphs_a_remark_is_the_reports(line: str) -> None:
    """It stays as any other line does; above the report it goes."""
    assert keep_inside(judge_lines([TOLD, line, LAST]))[1].kind in {"title", "sentence"}
    assert keep_inside(judge_lines([HEADLINE, line, TOLD]))[1].kind == "furniture"


@pytest.mark.parametrize("line", ["The dentist (SPD) -", "Aldo Penn (goal) –", "Ola (1911) -"])
def test_brackets_that_name_no_agency_make_no_dateline(line: str) -> None:
    """A line-up or a title stays on its own line."""
    assert split_blocks(f"{line}\n{TOLD}") == [[line, TOLD]]


def test_ed_may_be_asked_something() -> None:
    """In an interview."""
    assert judge_lines(["Ed: When did you come here for the first time?"])[0].kind == "prose"
