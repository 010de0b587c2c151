"""What stands below the end of a pasted report, for newsrooms only, is none of it."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.past_end import find_end
from feeds.normalize.pasted.paste import read_paste

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."
OTHER = "The harbour board runs the harbour, the pier and the lighthouse of Hask since 1911."


@pytest.mark.parametrize(
    "mark",
    [
        *("-ENDS-", "ENDS", "- Ends -", "-30-", "- 30 -", "(Schluss)", "*** ENDE ***", "- FIN -"),
        *("###", "# # #"),
    ],
)
@pytest.mark.parametrize("note", ["Notes to editors:", "Media contact:", "Pressekontakt:"])
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_below_a_mark_of_the_end_nothing_for_newsrooms_is_published(
    mark: str, note: str, parted: str
) -> None:
    """Nor is the mark, whether anything stands below it or not."""
    lines = (HEADLINE, TOLD, LAST, mark)
    below = (note, OTHER, "Jane Quill", "press@hask.example")

    assert read_paste(parted.join(lines)).paragraphs == (TOLD, LAST)
    assert read_paste(parted.join((*lines, *below))).paragraphs == (TOLD, LAST)


@pytest.mark.parametrize(
    "label",
    [
        *("Notes to editors:", "Notes to Editors", "Hinweis an die Redaktionen:"),
        *("Note aux rédactions :", "Nota para los editores:"),
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_notes_to_newsrooms_are_not_published(label: str, parted: str) -> None:
    """What stands below the label is not meant for readers."""
    lines = (HEADLINE, TOLD, LAST, label, OTHER, "1. The board meets on Mondays.")

    assert read_paste(parted.join(lines)).paragraphs == (TOLD, LAST)


@pytest.mark.parametrize(
    "lines",
    [
        (TOLD, "###", LAST),
        (TOLD, LAST, OTHER, "- 30 -", TOLD, LAST),
        (TOLD, LAST, "-ENDS-", HEADLINE, OTHER),
        (TOLD, LAST, "NOT FOR PUBLICATION", OTHER),
        (TOLD, LAST, "– Fin –", OTHER),
        ("-ENDS-", "Jane Quill"),
        (TOLD, LAST, "(30)", OTHER),
        (TOLD, LAST, "The end"),
        (TOLD, "Notes to editors:", LAST, OTHER),
        (TOLD, LAST, "Not for publication were the minutes of the board."),
        (TOLD, LAST, "Notes to editors: the minister had them all removed before the vote.", OTHER),
        (TOLD, LAST, "Note to editors (as leaked on Friday) named the mayor of Hask.", OTHER),
        (TOLD, LAST, "Ne pas publier : ces mots figuraient en tête de la note du maire.", OTHER),
        (TOLD, LAST, "Editors quit"),
    ],
)
def test_what_only_resembles_the_end_is_none(lines: tuple[str, ...]) -> None:
    """Numbers of pages, a sign between parts, another release, a sentence that tells of a note."""
    assert find_end(judge_lines(lines)) == len(lines)


@pytest.mark.parametrize(
    "label",
    [
        *("Media contact:", "PRESS CONTACTS", "For media enquiries:", "Pressekontakt:"),
        *("Rückfragen bitte an:", "Contact presse :", "Contacto de prensa:", "Ufficio stampa:"),
        *("Assessoria de imprensa:", "Perscontact:", "Kontakt dla mediów:", "Контакты для СМИ:"),
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_contacts_of_a_press_office_are_not_published(label: str, parted: str) -> None:
    """Paragraphs may stand below them."""
    contacts = (label, "Jane Quill", "555 0142", "press@hask.example")

    assert read_paste(parted.join((HEADLINE, TOLD, LAST, *contacts))).paragraphs == (TOLD, LAST)
    line = f"{label.rstrip(' :')}: {', '.join(contacts[1:])}"
    assert read_paste(parted.join((HEADLINE, TOLD, LAST, line))).paragraphs == (TOLD, LAST)
    between = read_paste("\n\n".join((HEADLINE, TOLD, "\n".join(contacts), LAST, OTHER)))
    assert between.paragraphs == (TOLD, LAST, OTHER)


def test_two_releases_with_the_same_mark_are_both_kept() -> None:
    """The first mark ends only the first of them."""
    lines = (TOLD, LAST, "-ENDS-", "Media contact:", "Jane Quill", HEADLINE, OTHER, "-ENDS-")

    assert find_end(judge_lines(lines)) == len(lines) - 1


def test_contacts_above_a_subheading_part_no_report() -> None:
    """They are shown: below a label of what leads elsewhere it would head another report."""
    contacts = ("Media contact:", "Jane Quill, 0555 1234")
    lines = (HEADLINE, TOLD, LAST, *contacts, "What it costs", OTHER, OTHER.replace("1911", "1912"))
    report = read_paste("\n\n".join(lines))

    assert report.headline == HEADLINE
    assert {TOLD, LAST, OTHER} <= set(report.paragraphs)


@pytest.mark.parametrize("label", ["Pressestelle", "Press office", "Biuro prasowe"])
def test_an_office_without_a_colon_is_a_title(label: str) -> None:
    """Of a part of the report, or of a list of numbers."""
    assert judge_lines([label])[0].kind == "title"
    assert judge_lines([f"{label}:"])[0].kind == "related"


@pytest.mark.parametrize(
    "line",
    [
        *("For more information, please contact:", "For interviews with the mayor please contact:"),
        *("Für weitere Informationen wenden Sie sich bitte an:", "Bei Rückfragen:"),
        *("Pour plus d'informations, veuillez contacter :", "Para más información, contacte con:"),
        *(
            "Per ulteriori informazioni si prega di contattare:",
            "Voor meer informatie kunt u bellen:",
        ),
        *("Para mais informações, entre em contato com:", "За дополнительной информацией к:"),
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize("end", [(), ("-ENDS-",)])
def test_what_announces_the_contacts_of_a_press_office_goes_with_them(
    line: str, parted: str, end: tuple[str, ...]
) -> None:
    """It is not the last line of the report; nor is it below the mark of its end."""
    contacts = (line, "Press contact:", "Jane Quill", "555 0142", "press@hask.example")
    report = read_paste(parted.join((HEADLINE, TOLD, LAST, *end, *contacts)))

    assert report.paragraphs == (TOLD, LAST)


@pytest.mark.parametrize(
    "line",
    [
        "The pier will be open at these hours of the day:",
        "For information please call the harbour office on 0555 1234.",
        "The mayor informed the council of Hask of it in these words on Friday:",
        (
            "The mayor of Hask has all the information that anybody may want of the pier, and what"
            " it will cost, and says that nobody is asked:"
        ),
    ],
)
def test_above_contacts_what_announces_something_else_stays(line: str) -> None:
    """Hours, a sentence, a speech, and what says more than whom to ask."""
    lines = (HEADLINE, TOLD, LAST, line, "Press contact:", "Jane Quill", "555 0142")
    report = read_paste("\n\n".join(lines))

    assert report.paragraphs == (TOLD, LAST, line)


def test_what_announces_contacts_that_are_kept_is_kept() -> None:
    """Readers may ask there."""
    lines = (LAST, "For more information, please contact:", "Jane Quill, 0555 0142")

    assert read_paste("\n\n".join((HEADLINE, TOLD, *lines))).paragraphs == (TOLD, *lines)


def test_above_a_link_an_announcement_stays() -> None:
    """What it announces stands below the link."""
    line = "The mayor gave the council of Hask this information on the pier:"
    lines = (TOLD, line, "More on this story:", LAST, OTHER)

    assert read_paste("\n\n".join((HEADLINE, *lines))).paragraphs == (TOLD, line, LAST, OTHER)
