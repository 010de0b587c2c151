"""What readers wrote below a pasted report is told from it."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.paste import read_paste
from feeds.normalize.pasted.reader_comments import find_comments

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."
ONE = "I think that the pier should never have been mended, for it was fine as it was before."
OTHER = "Nobody asked us who live there, and nobody ever will, as that is how it goes in Hask."


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("heading", "one", "when", "reply"),
    [
        (f"2 thoughts on “{HEADLINE}”", "Jane says:", "November 21, 2026 at 10:12 am", "Reply"),
        ("2 Comments", "Jane Doe", "November 21, 2026 at 10:12 am", "Reply ↓"),
        ("Comments (2)", "Jane Doe", "November 21, 2026 10:12", "Reply"),
        ("", "Jane Doe says:", "November 21, 2026 at 10:12 am", "Reply"),
        ("2 Kommentare zu „Mole“", "Ina sagt:", "21. November 2026 um 10:12 Uhr", "Antworten"),
        ("2 commentaires", "Ina Moll", "21 novembre 2026 à 10:12", "Répondre"),
        ("2 comentarios en «El muelle»", "Ina dice:", "21 noviembre 2026 a las 10:12", "Responder"),
        ("2 commenti", "Ina Moll", "21 novembre 2026 alle 10:12", "Rispondi"),
        ("2 reacties op “De pier”", "Ina schreef:", "21 november 2026 om 10:12", "Beantwoorden"),
        ("2 komentarze", "Ina pisze:", "21 listopada 2026 o 10:12", "Odpowiedz"),
        ("2 комментария", "Ина", "21 ноября 2026 в 10:12", "Ответить"),
        ("2 件のコメント", "花子 より:", "2026年11月21日 10:12", "返信"),
        ("Ein Kommentar zu Mole", "Ina sagte am 21. November 2026 um 10:12:", "", "Antworten ↓"),
        ("One Response to Pier", "Jane said on November 21, 2026 at 10:12 am:", "", "Reply"),
        ("2 comentários:", "Ina disse...", "21 de novembro de 2026 às 10:12", "Responder"),
        ("2 comments:", "Jane Doe said...", "November 21, 2026 at 10:12 AM", "Delete"),
        ("Responses (2)", "Jane Doe", "Nov 21", "Reply"),
        ("Kommentare", "Ina Moll", "21.11.2026 10:12", "Antworten | Zitieren"),
        ("Discussion about this post", "Jane Doe", "Nov 21", "Reply"),
        ("2 条评论", "花子 说道:", "2026年11月21日 10:12", "回复"),
    ],
)
def test_comments_of_readers_are_none_of_the_report(
    heading: str, one: str, when: str, reply: str, parted: str
) -> None:
    """Nor what stands below them."""
    comments = (one, when, ONE, reply, one.replace("Jane", "Ola"), when, OTHER, reply, "Older")
    lines = (HEADLINE, "By Ada Moreau", TOLD, LAST, *filter(None, [heading]), *comments)
    report = read_paste(parted.join(lines))

    assert (report.headline, report.paragraphs) == (HEADLINE, (TOLD, LAST))
    assert (report.bylines, report.dates) == (("By Ada Moreau",), ())


@pytest.mark.parametrize(
    "lines",
    [
        (TOLD, "2 comments", "November 21, 2026", LAST, ONE, OTHER, "Reply"),
        (HEADLINE, "2 comments", "November 21, 2026", TOLD, LAST, "Reply"),
        (TOLD, "Reactions", LAST, "Reply", OTHER),
        (TOLD, "Comments", "November 21, 2026", LAST, OTHER),
        (TOLD, "The mayor says:", LAST, "The poet says:", OTHER),
        (
            TOLD,
            "5 Kommentare",
            "Ina Moll",
            "21. November 2026 um 10:12 Uhr",
            LAST,
            "Antwort",
            OTHER,
        ),
        (TOLD, "Mayor says:", "10:12", LAST, "Poet says:", "10:20", OTHER),
        (
            TOLD,
            "Jane says:",
            "21 November 2026, 10:12",
            LAST,
            "Ola says:",
            "22 November 2026, 11:13",
        ),
        (TOLD, "Reactions", "The union said:", LAST, "The company said:", OTHER),
        (TOLD, "412 responses were received by the county", LAST, "Reply", OTHER),
        ("Jane says:", "November 21, 2026", TOLD, LAST),
        (TOLD, "2 comments", "November 21, 2026", LAST, "Reply"),
        (TOLD, LAST, "5 answers on the pier", "Who pays?", "Reply", ONE, OTHER),
        (TOLD, LAST, "5 Antworten auf die Fragen zur Mole", "Wer zahlt?", "Antwort", ONE, OTHER),
        (TOLD, LAST, "3 Antworten", "Frage", "Wer zahlt?", "Antwort", ONE, OTHER),
        (TOLD, LAST, "4 svar om havnen", "Hvem betaler?", "Svar", ONE, OTHER),
        (TOLD, LAST, "2 replies from the council", "November 3, 2026", ONE, "Reply", OTHER),
        (TOLD, "Jane says:", "November 21, 2026", ONE, "Ola says:", "November 21, 2026", LAST),
        (TOLD, "Ina schreibt:", "23:14 Uhr", ONE, "Ola schreibt:", "23:15 Uhr", LAST),
        (TOLD, "The mayor says:", "November 21, 2026 at 10:12 am", LAST, OTHER),
        (TOLD, LAST, "Reactions", "The mayor says:", ONE, "The poet says:", OTHER),
        (TOLD, LAST, "Ein Kommentar von Ada", "21. November 2026", OTHER, "Antworten"),
    ],
)
def test_what_resembles_a_heading_of_comments_is_none(lines: tuple[str, ...]) -> None:
    """A link above most of the report, a section, what somebody says in it."""
    assert find_comments(judge_lines(lines)) == len(lines)


def test_a_heading_that_counts_comments_needs_but_a_reply_below_it() -> None:
    """Of pages that name who wrote them in boxes that are gone already."""
    lines = judge_lines((TOLD, LAST, "2 comments", ONE, "Reply", OTHER, "Reply"))

    assert find_comments(lines) == 2
    assert find_comments(lines[:4]) == 4


WHEN = "November 21, 2026 at 10:12 am"
CHAT = ("Jane Doe says:", WHEN, ONE, "Reply", "Ada Moll says:", WHEN, OTHER, "Reply")


@pytest.mark.parametrize(
    "heading",
    [
        "12 comments were read out",
        "12 comments on the pier were read out by the mayor",
        "The mayor answers 12 comments",
        "14 Kommentare wurden vorgelesen",
        "12 commentaires ont été lus",
        "Se leyeron 12 comentarios",
        "Live chat with the mayor",
        "Fragestunde mit der Bürgermeisterin",
        "Вопросы и ответы",
    ],
)
def test_a_chat_is_part_of_the_report_if_its_heading_says_so(heading: str) -> None:
    """Or says more of the comments than how many there are."""
    lines = judge_lines((TOLD, LAST, heading, *CHAT))

    assert find_comments(lines) == len(lines)
    assert find_comments(judge_lines((TOLD, LAST, "12 comments on How to mend a pier", *CHAT))) == 2


MORE = "The boats will land in Lorne until then, and whoever has a cart may use the bridge."


@pytest.mark.parametrize("heading", ["12 comments", "2 commentaires", "Comments"])
def test_a_chat_is_part_of_the_report_that_goes_on_behind_it(heading: str) -> None:
    """With several paragraphs right behind the last link to reply."""
    lines = judge_lines((TOLD, LAST, heading, *CHAT, MORE, LAST))

    assert find_comments(lines) == len(lines)
    assert find_comments(judge_lines((TOLD, LAST, heading, *CHAT, "Ola", WHEN, ONE, MORE))) == 2


@pytest.mark.parametrize(
    "behind",
    [
        (MORE,),
        ("All comments are read by our editors before they are published, and some never are.",),
        ("Alle Kommentare werden vor der Freigabe von der Redaktion gelesen und geprüft.", MORE),
        (MORE, "Tous les commentaires sont lus par la rédaction avant leur mise en ligne."),
        (MORE, "More from Hask", MORE),
    ],
)
@pytest.mark.parametrize("heading", ["2 comments", ""])
def test_a_paragraph_behind_comments_may_be_the_sites(
    heading: str, behind: tuple[str, ...]
) -> None:
    """One alone, and whatever is said of comments."""
    lines = judge_lines((TOLD, LAST, *filter(None, [heading]), *CHAT, *behind))

    assert find_comments(lines) == 2


KNOWN = "Ada Moll, the mayor, told the council that the pier had waited for two hundred years."


def test_a_reader_may_be_known_to_the_report() -> None:
    """Who speaks once among others, or below a heading of comments, answers nobody."""
    assert find_comments(judge_lines((KNOWN, LAST, "2 comments", *CHAT))) == 2
    assert find_comments(judge_lines((KNOWN, LAST, *CHAT))) == 2
    assert find_comments(judge_lines((KNOWN, LAST, "2 comments", *CHAT, *CHAT))) == 2
    others = tuple(it.replace("Ada Moll", "Ola Brix") for it in CHAT)
    assert find_comments(judge_lines((KNOWN, LAST, *CHAT, *CHAT, *others))) == 2


def test_a_chat_without_heading_is_told_by_who_answers() -> None:
    """Somebody of whom the report tells answers each time."""
    lines = judge_lines((KNOWN, LAST, *CHAT, *CHAT))

    assert find_comments(lines) == len(lines)
    assert find_comments(judge_lines((TOLD, LAST, *CHAT, *CHAT))) == 2


def test_comments_below_a_chat_are_none_of_the_report() -> None:
    """Their own heading stands above them."""
    comments = ("2 comments", "Ola", WHEN, OTHER, "Reply", "Ina", WHEN, ONE, "Reply")
    lines = judge_lines((TOLD, LAST, "Live chat with the mayor", *CHAT, LAST, *comments))

    assert find_comments(lines) == lines.index(judge_lines(("2 comments",))[0])


def test_links_to_comments_above_their_heading_make_no_chat() -> None:
    """Blogs put them there; these comments have no links to reply."""
    heading = ("Permalink 2 Comments Feed for comments Back to top", f"2 responses to “{HEADLINE}”")
    comments = ("pierlover says:", WHEN, ONE, "averagejoe says:", WHEN, OTHER)
    report = read_paste("\n".join((HEADLINE, TOLD, LAST, *heading, *comments)))

    assert report.paragraphs == (TOLD, LAST)
