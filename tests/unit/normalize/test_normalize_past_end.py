"""What stands below the end of a pasted report, for newsrooms only, is none of it."""

import pytest

from feeds.normalize.furniture import judge_lines
from feeds.normalize.past_end import find_end
from feeds.normalize.paste import read_paste

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."
OTHER = "The harbour board runs the harbour, the pier and the lighthouse of Hask since 1911."


@pytest.mark.parametrize(
    "mark",
    [
        *("-ENDS-", "ENDS", "- Ends -", "-30-", "- 30 -", "(Schluss)", "*** ENDE ***", "- FIN -"),
        *("Notes to editors:", "Notes to Editors", "Note to editors: pictures are with the board."),
        *("Hinweis an die Redaktionen:", "Note aux rédactions :", "Nota para los editores:"),
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_below_the_end_nothing_is_of_the_report(mark: str, parted: str) -> None:
    """Nor is the mark."""
    lines = (HEADLINE, TOLD, LAST, mark, OTHER, "Jane Quill", "press@hask.example")

    assert read_paste(parted.join(lines)).paragraphs == (TOLD, LAST)


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        ((TOLD, LAST, "###"), 2),
        ((TOLD, LAST, "# # #", "Jane Quill"), 2),
        ((TOLD, "###", LAST), 3),
        ((TOLD, "- FIN -", LAST, OTHER), 4),
        (("-ENDS-", TOLD, LAST), 3),
        ((TOLD, LAST, "(30)", OTHER), 4),
        ((TOLD, LAST, "The end"), 3),
        ((TOLD, LAST, "Not for publication were the minutes of the board."), 3),
        ((TOLD, "Note to editors: held until noon.", LAST, OTHER), 4),
        ((TOLD, LAST, "Editors quit"), 3),
    ],
)
def test_a_sign_alone_may_part_a_report(lines: tuple[str, ...], end: int) -> None:
    """What has more below it than above is no end of it."""
    assert find_end(judge_lines(lines)) == end


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
    between = read_paste("\n\n".join((HEADLINE, TOLD, "\n".join(contacts), LAST, OTHER)))
    assert between.paragraphs == (TOLD, LAST, OTHER)
