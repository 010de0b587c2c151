"""Lines that name who held an interview, above it or below."""

import pytest
from counting import count_calls
from pastes import SEEN, normalize_paste
from stories import a_source, a_story

from feeds.model import Document, Entry, Genre, Inference, RawPerson, Story, Text
from feeds.normalize import normalize_document
from feeds.normalize.furniture.interviewers import (
    asks_and_answers,
    mark_interviewers,
    read_interviewers,
)
from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.genres.genre import find_genre, settle_genre

HEADLINE = "“The pier will be mended in March”"
ASKED = (
    "The mayor of Hask, Ina Moll, wants to mend the pier. She told us why it costs so much.",
    "Why does the pier cost so much?",
    "Because it is old, and because nobody has mended it for years, although we asked for money.",
    "When does the work begin?",
    "In March, if the ice lets us, and it will last until the autumn of 2029, as I have said.",
)
TOLD = (
    "The mayor of Hask, Ina Moll, wants to mend the pier, she told a newspaper of Lorne on Friday.",
    "The work begins in March and will last until the autumn of 2029, Moll said in the interview.",
    "“Who would have thought so?” said Ola Berg, who runs the ferry between Hask and Lorne.",
)


def read_feed(*paragraphs: str, author: str = "") -> Story:
    """Return the story of a feed's entry."""
    html = "".join(f"<p>{it}</p>" for it in paragraphs)
    entry = Entry(
        title=Text(value=HEADLINE),
        texts=(Text(value=html, role="body", type="html"),),
        authors=(RawPerson(name=author),) if author else (),
    )
    (story,), _ = normalize_document(Document(form="feed", entries=(entry,)), a_source("s"), SEEN)
    return story


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Interview by Jane Quill", "Jane Quill"),
        ("Interview: Jane Quill, photos: Bob Roe", "Jane Quill"),
        ("The interview was conducted by Jane Quill.", "Jane Quill"),
        ("Das Gespräch führte Anna Berg.", "Anna Berg"),
        ("Das Interview mit Ina Moll führte Anna Berg", "Anna Berg"),
        ("Mit Ina Moll sprach Anna Berg.", "Anna Berg"),
        ("Die Fragen stellte Anna Berg.", "Anna Berg"),
        ("Propos recueillis par Luc Martin", "Luc Martin"),
        ("Entretien réalisé par Luc Martin", "Luc Martin"),
        ("Entrevista de Ana Ruiz", "Ana Ruiz"),
        ("Entrevista realizada por Ana de la Vega", "Ana de la Vega"),
        ("Intervista di Carla Neri", "Carla Neri"),
        ("Interview door Piet van der Smit", "Piet van der Smit"),
        ("Rozmawiał Jan Nowak", "Jan Nowak"),
        ("Беседовал Иван Петров", "Иван Петров"),
        ("聞き手・山田太郎", "山田太郎"),
    ],
)
def test_who_held_an_interview_is_its_author(line: str, name: str) -> None:
    """Above it or below; the line is no standfirst, and no part of the text."""
    for lines in ((HEADLINE, line, *ASKED), (HEADLINE, *ASKED, line)):
        story = normalize_paste("\n\n".join(lines))

        assert (story.headline, story.standfirst) == (HEADLINE, "")
        assert story.body_text.split("\n\n") == [*ASKED]
        assert (story.byline, story.genre) == ((name,), Genre.INTERVIEW)


@pytest.mark.parametrize(
    "line",
    [
        *("Interview: Jane Quill", "(Interview: Anna Berg)", "Das Interview: Anna Berg"),
        *("Intervju: Ola Nordmann", "Röportaj: Ayşe Demir", "Entrevista: Ana Ruiz"),
    ],
)
def test_a_name_behind_a_colon_alone_is_of_either(line: str) -> None:
    """Nobody knows whether she asked; what is stated as the author did."""
    for lines in ((HEADLINE, line, *ASKED), (HEADLINE, *ASKED, line)):
        story = normalize_paste("\n\n".join(lines))

        assert (story.byline, story.standfirst, story.genre) == ((), "", Genre.INTERVIEW)
        assert story.body_text.split("\n\n") == [*ASKED]
    told = read_feed(*ASKED, line)
    assert (told.byline, told.genre) == ((), Genre.INTERVIEW)
    assert read_feed(*ASKED, author="Interview: Jane Quill").byline == ("Jane Quill",)


def test_many_such_lines_cost_no_more_than_others() -> None:
    """The text is read once for all of them."""
    lines = judge_lines(["Interview: Anna Berg", *ASKED] * 100)
    with count_calls() as calls:
        assert mark_interviewers(lines)[0].kind == "byline"

    assert calls["asks_and_answers"] == 1


def test_two_may_have_held_it() -> None:
    """Each is an author."""
    story = normalize_paste(
        "\n\n".join((HEADLINE, "Das Gespräch führten Anna Berg und Ola Feder", *ASKED))
    )

    assert story.byline == ("Anna Berg", "Ola Feder")


def test_a_feed_says_so_below_the_text_or_as_the_author() -> None:
    """What it says there is what shows the genre."""
    below = read_feed(*ASKED, "Das Gespräch führte Anna Berg.")
    above = read_feed(*ASKED, author="Propos recueillis par Luc Martin")

    assert below.body_text.split("\n\n") == [*ASKED]
    assert (below.byline, above.byline) == (("Anna Berg",), ("Luc Martin",))
    origin = "by its byline, Das Gespräch führte Anna Berg."
    assert Inference(field="genre", origin=origin) in below.inferred
    assert above.genre is Genre.INTERVIEW


def test_a_link_below_a_text_names_no_author() -> None:
    """It leads to another interview."""
    link = '<a href="https://post.example/moll">Interview: Anna Feder</a>'

    assert read_feed(*TOLD, link).byline == ()


@pytest.mark.parametrize("line", ["Interview: Anna Feder", "Das Gespräch führte Anna Feder."])
@pytest.mark.parametrize("below", [False, True])
def test_a_report_that_quotes_an_interview_is_none(line: str, *, below: bool) -> None:
    """Nobody asks and answers there."""
    lines = (HEADLINE, *TOLD, line) if below else (HEADLINE, line, *TOLD)

    assert normalize_paste("\n\n".join(lines)).genre is None


@pytest.mark.parametrize("below", [False, True])
def test_who_was_asked_is_no_author(*, below: bool) -> None:
    """The text tells of her."""
    line = "Interview: Ina Moll"
    lines = (HEADLINE, *ASKED, line) if below else (HEADLINE, line, *ASKED)

    assert normalize_paste("\n\n".join(lines)).byline == ()
    assert normalize_paste("\n\n".join((HEADLINE, *ASKED, "Share", line, "Log in"))).byline == ()
    assert read_feed(*ASKED, line).byline == ()


@pytest.mark.parametrize("line", ["Interview: Anna Feder", "Entrevista: Ana Ruiz"])
def test_an_interview_announced_below_a_report_names_no_author(line: str) -> None:
    """Somebody else was asked there; a word like "by" says who made this one."""
    assert normalize_paste("\n\n".join((HEADLINE, *TOLD, "Share", line))).byline == ()
    assert read_feed(*TOLD, line).byline == ()
    assert read_feed(*TOLD, "Interview by Jane Quill").byline == ("Jane Quill",)


@pytest.mark.parametrize(
    "line",
    [
        *("Interview by Jane Quill wins prize", "Interview: the pier", "Interview with Ina Moll"),
        *("Interview mit Ina Moll", "Entrevista a Ana Ruiz", "Entrevista de trabajo", "Interview"),
        *("Intervista di Stato", "Das Gespräch führte zu nichts.", "Intervista alla sindaca Neri"),
        *("Mit Ina Moll sprach niemand.", "Entretien de la route", "Беседовал с ними Иван"),
    ],
)
def test_what_resembles_such_a_line_names_nobody(line: str) -> None:
    """A headline, who was asked, or no name."""
    assert read_interviewers(line) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Why?\nSo.\nWhen?\nNow.", True),
        ("“Why?”\nSo.\nそれはなぜか？\nNow.", True),
        ("Why?\nSo.\nIt is so.", False),
        ("Why?\nWhen?\nWhere?\nWho?\nNow.", False),
        ("Why?\nSo.\nWhen?\nNow.\n" + 6 * "It is so.\n", False),
        ("", False),
    ],
)
def test_an_interview_asks_and_answers(text: str, *, asks: bool) -> None:
    """Twice at least, and in one of four paragraphs."""
    assert asks_and_answers(text) is asks


def test_the_genre_that_a_byline_shows_outlives_a_look_at_the_page() -> None:
    """The story keeps the names alone."""
    text = "\n\n".join(ASKED)
    found = find_genre(a_story(body_text=text), (), "", ("Interview: Anna Berg",))
    story = a_story(body_text=text, genre=found.genre, inferred=found.inferred)
    told = a_story(body_text="\n\n".join(TOLD), genre=found.genre, inferred=found.inferred)

    assert settle_genre(story, a_story()).genre is Genre.INTERVIEW
    assert settle_genre(a_story(body_text=text), story).genre is Genre.INTERVIEW
    assert settle_genre(told, a_story()).genre is None
