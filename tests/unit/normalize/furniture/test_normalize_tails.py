"""Lines below a text that say who made it, and where it stood first."""

import re

import pytest
from pastes import SEEN, normalize_paste
from stories import a_source

from feeds.model import Document, Entry, Story, Text
from feeds.normalize import normalize_document

HEAD = "Dam at Aubeval holds through the spring"
PARAGRAPHS = (
    "The mayor of Aubeval said on Monday that the old dam would hold, whatever the river does.",
    "Engineers had looked at it for three weeks and found small cracks in its eastern wall.",
    "Two hundred families who live below it need not leave their houses this year, she said.",
)
REPORT = "\n\n".join(PARAGRAPHS)
CREDITS = [
    ("(Reporting by Jane Doe in Paris; Editing by John Roe)", ("Jane Doe",)),
    (
        "(Reporting by Jane Doe, Tom Hill and Ann Low; writing by Dan Fox; editing by Eve Gray)",
        ("Jane Doe", "Tom Hill", "Ann Low"),
    ),
    ("(Reporting by Tom Hill in Puebla, Mexico; editing by Eve Gray)", ("Tom Hill",)),
    (
        (
            "Reporting by Jane Doe and the Paris newsroom; Additional reporting by Tom Hill; "
            "Editing by Eve Gray"
        ),
        ("Jane Doe", "Tom Hill"),
    ),
    (
        "(Additional reporting by Tom Hill; Writing by Jane Doe; Editing by Eve Gray)",
        ("Jane Doe", "Tom Hill"),
    ),
    ("(Writing by Jane Doe, editing by John Roe)", ("Jane Doe",)),
    ("(Editing by John Roe)", ()),
    ("(Reporting by Suleiman al-Khalidi in Amman; Editing by John Roe)", ("Suleiman al-Khalidi",)),
    ("(Reporting by Jeanne d’Arc in Paris)", ("Jeanne d’Arc",)),
    (
        "(Reporting by Hans von der Au and Ana de la Cruz; editing by Ali bin Said)",
        ("Hans von der Au", "Ana de la Cruz"),
    ),
    (
        (
            "(Reporting by Jane Doe; Editing by John Roe)"
            " ((jane.doe@desk.example; +44 20 1234 5678))"
        ),
        ("Jane Doe",),
    ),
    ("((jane.doe@desk.example; Desk Messaging: jane.doe@talk.example))", ()),
    ("(Reporting by Human Rights Watch and Jane Doe; editing by John Roe)", ("Jane Doe",)),
    ("(Reporting by Ju-min Park in Seoul)", ("Ju-min Park",)),
    ("(Bericht von Hanna Voss, redigiert von Karl Amt.)", ("Hanna Voss",)),
    (
        (
            "(Bericht von Hanna Voss, redigiert von Karl Amt. Bei Rückfragen wenden Sie sich an die"
            " Redaktion unter desk@p.example (für Politik) oder ask@p.example (für Märkte).)"
        ),
        ("Hanna Voss",),
    ),
    ("(Reportage de Jeanne Dupré à Paris, édité par Jean Roux)", ("Jeanne Dupré",)),
    (
        "(Reportage Jeanne Dupré, version française Marc Joly, édité par Jean Roux)",
        ("Jeanne Dupré",),
    ),
    ("(Reporte de Ana Ruiz en Madrid; editado por Luis Gil)", ("Ana Ruiz",)),
    ("(Scritto da Anna Neri, editing di Luca Bruni)", ("Anna Neri",)),
    ("(Reportagem de Ana Reis em Brasília; edição de Rui Gil)", ("Ana Reis",)),
    ("(Автор: Анна Белова; редактор: Иван Чернов)", ("Анна Белова",)),
    ("(Репортаж Анны Беловой; редактор Иван Чернов)", ()),
    ("(Haber: Ayşe Kara; Redaksiyon: Can Ak)", ("Ayşe Kara",)),
    ("(Autor: Anna Nowak; redagował: Jan Lis)", ("Anna Nowak",)),
    ("(Verslaggeving door Jan de Boer; bewerkt door Piet Maas)", ("Jan de Boer",)),
    ("(Rapporterat av Anna Berg; redigerad av Karin Ek)", ("Anna Berg",)),
]
SAID = [
    "(Reporting by the BBC showed that two dams leaked.)",
    "(Editing by hand takes weeks.)",
    "(Reporting by Jane Doe.) The dam holds (editing by John Roe)",
    "(Reporting by Jane Doe. Three people were hurt. Questions: ann@news.example)",
    "(Reporting by Jane Doe. Whoever saw it may ask for her at the harbour office.)",
    "(Servizio Sanitario Nazionale)",
    "(Written by Carole King)",
    "(Written by Charles Dickens, Bleak House)",
    "(Автор: Лев Толстой)",
    "(Avec la participation de Jeanne Moreau)",
    "(Photos by Mira Stein)",
    "(Reporting by Human Rights Watch)",
    "(Reporting by Greenpeace)",
    "((See the map below.))",
    "Reporting by Numbers",
    "(Reporting by Channel4; Editing by ITV1)",
    "The post of the mayor first appeared on the ballot in 1901.",
]
FIRST = [
    "The post {} appeared first on {}.",
    "La entrada {} se publicó primero en {}.",
    "L’article {} est apparu en premier sur {}.",
    "Der Beitrag {} erschien zuerst auf {}.",
    "L'articolo {} proviene da {}.",
    "O post {} apareceu primeiro em {}.",
    "Artykuł {} pochodzi z serwisu {}.",
    "Het bericht {} verscheen eerst op {}.",
    "Запись {} впервые появилась {}.",
    "Inlägget {} dök först upp på {}.",
    "Indlægget {} blev først udgivet på {}.",
    "Публикацията {} се появи първо на {}.",
    "投稿 {} は {} に最初に表示されました。",
    "{} yazısı ilk önce {} üzerinde ortaya çıktı.",
]
SITE = '<a href="https://a.example/">The Daily Dam</a>'


def _tell(html: str, role: str = "body") -> Story:
    """Return the story of an entry of a feed."""
    text = Text(value=html, role="summary" if role == "summary" else "body", type="html")
    title = Text(value=HEAD, role="title", type="text")
    document = Document(form="rss", entries=(Entry(guid="1", title=title, texts=(text,)),))
    (story,), _ = normalize_document(document, a_source("gazette"), SEEN)
    return story


def _mark(below: str = "", behind: str = "") -> str:
    """Return the report as HTML, with something in its last paragraph, or below it."""
    first = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:-1])
    return f"{first}<p>{PARAGRAPHS[-1]}{behind}</p>{below}"


@pytest.mark.parametrize(("line", "people"), CREDITS)
def test_the_line_of_credits_names_who_reported_and_is_no_text(
    line: str, people: tuple[str, ...]
) -> None:
    """Below the text, in pasted text as in a feed; who edited is not who reported."""
    pasted = normalize_paste(f"{HEAD}\n\n{REPORT}\n\n{line}\n")
    told = _tell(_mark(below=f"<p>{line}</p>"))

    assert (pasted.body_text, pasted.byline) == (REPORT, people)
    assert (told.body_text, told.byline) == (REPORT, people)
    origins = [it.origin for it in told.inferred if it.field == "byline"]
    assert origins == ["found in the text"] * bool(people)


@pytest.mark.parametrize("between", [" ", "<br>", "<br/><br/>", " <em>"])
def test_credits_are_found_behind_the_last_sentence(between: str) -> None:
    """In brackets they need no line of their own, and nothing empty is left behind."""
    told = _tell(_mark(behind=f"{between}{CREDITS[0][0]}"))

    assert (told.body_text, told.byline) == (REPORT, ("Jane Doe",))
    assert told.body_html.removesuffix("</p>").rstrip().endswith("she said.")


def test_who_is_named_above_stays_the_byline_and_agencies_are_credited() -> None:
    """The line of credits speaks only where nothing else does; its agency made the copy."""
    line = "(Reporting by Jane Doe, Reuters; Editing by John Roe)"
    story = normalize_paste(f"{HEAD}\n\nBy Ann Ward\n\n{REPORT}\n\n{line}\n")

    assert (story.byline, story.body_text) == (("Ann Ward",), REPORT)
    assert "byline" not in {it.field for it in story.inferred}
    assert [(it.name, it.role) for it in story.agencies] == [("Reuters", "credited")]


def test_credits_inside_a_pasted_report_are_those_of_a_part() -> None:
    """They stay where they are, and name nobody as who wrote the whole."""
    paragraphs = (*PARAGRAPHS, CREDITS[0][0], *(f"Later, {text}" for text in PARAGRAPHS))
    story = normalize_paste("\n\n".join((HEAD, *paragraphs)))

    assert (story.body_text.split("\n\n"), story.byline) == ([*paragraphs], ())


def test_an_agency_that_helped_is_credited_though_its_part_names_no_people() -> None:
    """The line is no text, and its agency is behind the report all the same."""
    words = "Reporting by Jane Doe; Additional reporting by the Reuters newsroom"
    line = f"<p>({words})</p>"
    body, summary = _tell(_mark(below=line)), _tell(f"<p>The dam holds.</p>{line}", role="summary")
    pasted = [
        normalize_paste(f"{HEAD}\n\n{REPORT}\n\n{it}")
        for it in (f"({words})\n\nShare", f"({words})")
    ]

    assert {it.body_text for it in (body, *pasted)} == {REPORT}
    assert summary.standfirst == "The dam holds."
    for told in (body, summary, *pasted):
        assert told.byline == ("Jane Doe",)
        assert [(it.name, it.role) for it in told.agencies] == [("Reuters", "credited")]


def test_what_emphasises_credits_ends_with_them() -> None:
    """The paragraph below them looks as it did."""
    first, second, third = PARAGRAPHS
    told = _tell(f"<p>{first}</p><p>{second} <em>{CREDITS[0][0]}</em></p><p>{third}</p>")

    assert told.byline == ("Jane Doe",)
    assert told.body_html.endswith(f"<p>{third}</p>")


@pytest.mark.parametrize("line", SAID)
def test_what_only_sounds_like_it_is_part_of_the_text(line: str) -> None:
    """A sentence of the report, in brackets or not, a name, a heading."""
    assert line in _tell(_mark(behind=f" {line}")).body_text
    assert line in _tell(_mark(below=f"<p>{line}</p>")).body_text
    assert not _tell(_mark(behind=f" {line}")).byline


@pytest.mark.parametrize("sentence", FIRST)
def test_where_a_text_stood_first_is_no_text(sentence: str) -> None:
    """On a line of its own, or behind a break; with links, or with the headline."""
    for title in (HEAD, "Dam holds, mayor says"):
        linked = sentence.format(f'<a href="https://a.example/dam">{title}</a>', SITE)
        assert _tell(_mark(below=f"<p>{linked}</p>")).body_text == REPORT
        assert _tell(_mark(behind=f"<br/>{linked}")).body_text == REPORT
    plain = sentence.format(HEAD, "The Daily Dam")
    assert _tell(_mark(behind=f"<br/>{plain}")).body_text == REPORT
    assert normalize_paste(f"{HEAD}\n\n{REPORT}\n\n{plain}").body_text == REPORT


@pytest.mark.parametrize(
    "line",
    [
        '<a href="https://a.example/dam">HEAD</a> (via <a href="https://b.example/">Ann</a>)',
        'They voted. <a href="https://a.example/dam">HEAD</a> — <a href="/c">12 comments</a>',
        'The post of <a href="/m">mayor</a> first appeared on the ballot in <a href="/y">1950</a>.',
    ],
)
def test_a_line_with_two_links_may_be_the_text(line: str) -> None:
    """That of a link blog begins with its headline, and may be all there is."""
    linked = line.replace("HEAD", HEAD)
    kept = re.sub("<[^>]*>", "", linked)

    assert kept in _tell(_mark(below=f"<p>{linked}</p>")).body_text
    assert kept in _tell(f"<p>{linked}</p><p>Three more died, and two are missed.</p>").body_text


def test_a_summary_does_not_say_where_it_stood_first() -> None:
    """Behind a break as below it."""
    first = FIRST[0].format(f'<a href="https://a.example/dam">{HEAD}</a>', SITE)

    for summary in (f"<p>The dam holds.</p><p>{first}</p>", f"<p>The dam holds.<br/>{first}</p>"):
        assert _tell(summary, role="summary").standfirst == "The dam holds."


def test_a_sentence_of_a_summary_about_where_something_first_appeared_stays() -> None:
    """It goes on behind the name."""
    said = "The Post said that the rumour first appeared on Telegram, and that nobody knew."

    assert said in _tell(f"<p>The dam holds.</p><p>{said}</p>", role="summary").standfirst


def test_credits_and_where_it_stood_first_may_follow_each_other() -> None:
    """Both go."""
    first = FIRST[0].format(f'<a href="https://a.example/dam">{HEAD}</a>', SITE)
    told = _tell(_mark(behind=f"<br/>{CREDITS[0][0]}<br/>{first}"))

    assert (told.body_text, told.byline) == (REPORT, ("Jane Doe",))


@pytest.mark.parametrize("first", ["", FIRST[0].format(HEAD, "The Daily Dam")])
def test_credits_of_a_summary_name_who_reported_as_well(first: str) -> None:
    """They are no standfirst, and where the report stood first may follow them."""
    told = _tell(f"<p>The dam holds.</p><p>{CREDITS[0][0]}</p><p>{first}</p>", role="summary")

    assert (told.standfirst, told.byline) == ("The dam holds.", ("Jane Doe",))
    assert [it.origin for it in told.inferred if it.field == "byline"] == ["found in the text"]


def test_a_summary_names_who_reported_beside_a_body() -> None:
    """The body says nothing of it; its own words go first."""
    title = Text(value=HEAD, role="title", type="text")
    summary = Text(value=f"The dam holds. {CREDITS[0][0]}", role="summary", type="text")
    for below, people in (("", ("Jane Doe",)), ("<p>(Reporting by Ann Low)</p>", ("Ann Low",))):
        body = Text(value=_mark(below=below), role="body", type="html")
        entry = Entry(guid="1", title=title, texts=(summary, body))
        document = Document(form="rss", entries=(entry,))
        (story,), _ = normalize_document(document, a_source("gazette"), SEEN)

        assert (story.standfirst, story.byline) == ("The dam holds.", people)
