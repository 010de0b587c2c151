"""What agencies write around their copy for newsrooms."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.furniture.wire import drop_marks
from feeds.normalize.pasted.newsrooms import keep_inside
from feeds.normalize.pasted.paste import read_paste, split_blocks

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
        *("AP-US--Ferry Fire, 1st Ld", "AM-Hask Pier, 2nd Ld-Writethru", "^BC-EU--Ferry Fire"),
        *(
            "US-ECONOMY-RATES:",
            "HASK-PIER-COUNCIL (LEAD 2)",
            "UKRAINE-CRISIS/",
            "ATTENTION - actualise avec vote ///",
        ),
        *("0312 bdt0123 (4) pl 401 dpa 0789", "bdt0123 4 wi 301 dpa 0789"),
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
        *("AI--Boon or bane for schools", "US-Wahl: Was, wann, wo", "ABC-DE: what is new"),
        *("Hask--Lorne, 2nd leg", "CDU-SPD", "Attention - the pier of Hask is closed"),
        *(
            "AC-DC-REUNION",
            "COVID-SARS-MERS",
            "COVID-SARS-MERS (SEE BELOW)",
            "EU-GIPFEL",
            "UN-FAIR",
        ),
        "Adds comment from the mayor",
        "Jane/Ola",
        "Editors quit over pier",
        "(Corrects spelling of the mayor's name in paragraph 2)",
    ],
)
def test_what_resembles_it_is_not(line: str) -> None:
    """A headline, a sentence in brackets; of a correction readers are told."""
    assert judge_lines([line])[0].kind in {"title", "prose", "sentence"}


@pytest.mark.parametrize(
    "mark",
    [
        *("UPDATE 2-", "UPDATE 1: ", "WRAPUP 3-", "RPT-", "REFILE-UPDATE 1-", "RPT-WRAPUP 2-"),
        *("EXCLUSIVE-", "URGENT-", "URGENT: ", "URGENTE - ", "EILMELDUNG: ", "ROUNDUP 2: "),
        *("WDH/ROUNDUP: ", "LEAD 2: ", "(LEAD) ", "(2nd LD) ", "1st Ld-Writethru: "),
    ],
)
@pytest.mark.parametrize("headline", [HEADLINE, "Pier closes"])
def test_the_version_before_a_headline_is_none_of_it(mark: str, headline: str) -> None:
    """As agencies write it there."""
    assert read_paste(f"{mark}{headline}\n\n{TOLD}\n\n{LAST}").headline == headline


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        (f"CORRECTED-{HEADLINE}", f"CORRECTED-{HEADLINE}"),
        (f"CORRECTED-UPDATE 2-{HEADLINE}", f"CORRECTED-{HEADLINE}"),
        (f"UPDATE 2-CORRECTED-{HEADLINE}", f"CORRECTED-{HEADLINE}"),
        (f"WDH/KORREKTUR: {HEADLINE}", f"KORREKTUR: {HEADLINE}"),
    ],
)
def test_that_a_headline_is_corrected_stays_before_it(headline: str, kept: str) -> None:
    """The desk tells readers of it."""
    assert read_paste(f"{headline}\n\n{TOLD}\n\n{LAST}").headline == kept


@pytest.mark.parametrize(
    "headline",
    [
        *("UPDATE-Pflicht für Router in Hask", "Update 2: the pier of Hask", "LEAD 2030 for Hask"),
        *("EXCLUSIVE-USE PIER FOR HASK", "Urgent: pier needs money", "REPEAT offender caught"),
        *("LEAD 10: the water of Hask", "LEAD 2-1 is enough for Hask", "REPEAT: Sorrel beats Hask"),
        *("REPEAT - Sorrel beats Hask", "LEAD 82: The element of Hask"),
        *("Lead-free pier for Hask", "ANALYSIS-The pier of Hask", "EXKLUSIV-Interview in Hask"),
        *("BREAKING: pier falls into sea", "UPDATE 2-", "ROUNDUP of the week in Hask"),
    ],
)
def test_words_of_a_headline_are_no_version(headline: str) -> None:
    """Nor is what says what a report is, or nothing else."""
    assert drop_marks(headline) == headline


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "(Corrects spelling of the mayor's name in paragraph 2)"),
        ("en", "(Refiles to correct typo in headline)"),
        ("en", "Eds: Corrects the name of the mayor."),
        ("en", "ATTN EDITORS: corrects byline"),
        ("de", "(Korrigiert: Name im zweiten Absatz)"),
        ("de", "(Berichtigt den Namen im zweiten Absatz)"),
        ("fr", "(Corrige le nom du maire)"),
        ("es", "(Rectifica el nombre de la alcaldesa)"),
        ("it", "(Rettifica il nome della sindaca)"),
        ("pt", "(Corrige o nome da prefeita)"),
        ("nl", "(Corrigeert de naam van de burgemeester)"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_correction_for_newsrooms_is_told_to_readers(
    language: str, line: str, place: int
) -> None:
    """It closes the report, as other notices do; it is neither headline nor standfirst."""
    lines = [HEADLINE, TOLD, LAST]
    lines.insert(place, line)
    report = read_paste("\n\n".join(lines), language=language)

    assert (report.headline, report.standfirst) == (HEADLINE, "")
    assert report.paragraphs == (TOLD, LAST, line)


def test_brackets_around_a_headline_are_no_correction() -> None:
    """It may stand between them."""
    headline = "[The mayor corrects herself on the pier]"

    assert read_paste(f"{headline}\n\n{TOLD}\n\n{LAST}").headline == headline


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


def test_a_text_without_lines_has_none() -> None:
    """As one of a sign that is not printed."""
    assert keep_inside(()) == ()
