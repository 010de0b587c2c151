"""What a line is: the report's, or the site's."""

import pytest

from feeds.model import RawPerson
from feeds.normalize.furniture.lines import is_byline, judge_lines, names_furniture
from feeds.normalize.furniture.rows import find_rows
from feeds.normalize.pasted.paste import cut_signature, split_blocks
from feeds.normalize.senders import is_personal, split_sender


@pytest.mark.parametrize(
    "line",
    [
        "You receive this e-mail because you signed up at post.example.",
        "You're receiving this newsletter because you asked us for it.",
        "Sie erhalten diese E-Mail, weil Sie unseren Brief bestellt haben.",
        "Vous recevez ce courriel parce que vous êtes inscrit à notre lettre.",
        "Recibes este correo porque te has dado de alta.",
        "Hai ricevuto questa newsletter perché ti sei iscritto.",
        "Você recebeu esta mensagem porque se inscreveu.",
        "U ontvangt deze nieuwsbrief omdat u zich heeft aangemeld.",
        "To unsubscribe from this list, follow the link below.",
        "We use cookies to make this page better for you.",
        "Advertisement",
        "This article is more than 1 month old",
        "This article is more than 2 years old.",
        "Dieser Artikel ist älter als ein Jahr",
        "Dieser Beitrag ist mehr als 3 Jahre alt.",
        "Cet article date de plus d’un an",
        "Este artículo tiene más de un año",
        "Questo articolo ha più di due anni",
        "Este artigo tem mais de um ano",
        "Dit artikel is meer dan een jaar oud",
        "Den här artikeln är mer än ett år gammal",
        "Denne artikkelen er mer enn 2 år gammel",
        "Denne artikel er mere end et år gammel",
        "If you enjoyed this article, we have one more thing to ask of you.",
        "Wenn Ihnen dieser Artikel gefallen hat, lesen Sie uns morgen wieder.",
        "Si vous avez aimé cet article, dites-le à vos amis.",
        "Si te ha gustado este artículo, compártelo con tus amigos.",
        "Se ti è piaciuto questo articolo, condividilo con gli amici.",
        "Se você gostou deste texto, mande para os amigos.",
        "Vond je dit artikel goed, vertel het dan verder.",
        "Follow the Hask Post on Facebook, Instagram and Twitter.",
        "Get the news of Hask in your inbox every morning.",
        "TAKE HASK WITH YOU BY CLICKING HERE",
        "Поделиться",
    ],
)
def test_a_line_of_the_site_is_known_by_its_words(line: str) -> None:
    """In several languages, wherever it stands."""
    assert names_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "You receive what you give, the mayor told the crowd on Monday.",
        "Have you found a strange invoice in your inbox? Police in Orme warn of a fraud.",
        "Have a plan for what lands in your inbox, the police say, and never pay at once.",
        "If you enjoyed this story of a false prince, said the judge, you will like the trial.",
        "Most of the victims lost their savings by clicking here.",
        "Sie erhalten nun das Geld, das ihnen der Kreis versprochen hatte.",
        "The council received this message on Monday and did not answer it.",
        "Videos of the flood were shown in court.",
        "This story is more than 300 years old.",
        "This article is more than a year of work by nine people.",
        "If you liked this winter, you will love the next one, the weather office says.",
        "Si te ha gustado este verano, el otoño será aún mejor, dice la alcaldesa.",
        "Follow the river on foot and you see what the flood took with it.",
        "Follow Ina Moll on X, the council told its staff, and you are out.",
        "Whoever joins by clicking here gives away his house, the police warned.",
    ],
)
def test_a_sentence_of_the_report_is_not(line: str) -> None:
    """Single words are no sign."""
    assert not names_furniture(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By staff and agencies", "byline"),
        ("Von unserer Redaktion", "byline"),
        ("Par Maud Ferrand Publié le 14 octobre à 6 h 30", "byline"),
        ("By Jane Doe on Monday, November 18th, 2019 at 11:04 a.m.", "byline"),
        ("Jane Doe, Associated Press", "stamp"),
        ("sexta-feira, 22 de outubro de 2010 às 20:13", "stamp"),
        ("11/19/2019 by Jane Doe", "stamp"),
        ("News › Regions", "furniture"),
        ("(Image: © Jane Doe/Orrel Courier)", "furniture"),
        ("By the river", "title"),
        ("Von der Quelle bis zur Mündung", "title"),
        ("Lorne, Aubeval", "title"),
        ("Most read in Hask", "related"),
        ("Lo más leído en Hask", "related"),
        ("Самое читаемое", "related"),
        ("Читайте также:", "related"),
        ("Najczęściej czytane", "related"),
        ("Most read in schools are books on swans, the library says.", "prose"),
        ("Темы", "related"),
        ("Tags: Hask, ferries, storms", "related"),
        ("Mots-clés : Hask, tempêtes", "related"),
        ("Теги: Хаск, паромы", "related"),
        ("Hask: ferries, storms", "title"),
        ("Topics: the pier.", "sentence"),
        ("By Monday the water had reached the school and the mill.", "prose"),
    ],
)
def test_a_line_above_a_report_has_its_kind(line: str, kind: str) -> None:
    """Who and when, in the forms sites print them; a subheading is neither."""
    (judged,) = judge_lines([line])

    assert kind == judged.kind


@pytest.mark.parametrize(
    ("name", "email", "personal"),
    [
        ("Jane Doe", "jane@post.example", True),
        ("Jane Doe", "jane@janedoe.example", True),
        ("Le Thi Hoa", "hoa@post.example", True),
        ("Jane Doe", "newsletter@post.example", False),
        ("Jane Doe", "no-reply+12@post.example", False),
        ("The Morning Table", "table@somewhere.example", False),
        ("Morning Table", "table@mail.morning-table.example", False),
        ("Die Talbrücker", "brief@somewhere.example", False),
        ("Lorne Briefing", "jd@somewhere.example", False),
        ("Lysø Avis", "nyhedsbrev@lysoe.example", False),
        ("Głos Zarzecza", "biuletyn@glos.example", False),
        ("Karaova Postası", "bulten@karaova.example", False),
        ("Ayuntamiento de Lorne", "prensa@lorne.example", False),
        ("Geralda Prensal", "geralda@lorne.example", True),
    ],
)
def test_a_newsletter_is_told_from_a_person(name: str, email: str, personal: bool) -> None:  # noqa: FBT001
    """By its address or its name."""
    assert personal == is_personal(RawPerson(name=name, email=email))


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Casey Doe from Lowland", "Casey Doe"),
        ("Casey Alerts from Lowland", ""),
        ("Morning Brew from Lowland", ""),
    ],
)
def test_a_sender_names_somebody_only_where_a_person_can_be_called_so(name: str, who: str) -> None:
    """What an office or a letter is called is nobody's name."""
    assert split_sender(RawPerson(name=name)) == ((who, "Lowland") if who else ("", ""))


def test_of_lines_broken_to_one_width_only_those_are_joined() -> None:
    """A list beside them keeps its lines."""
    wrapped = (
        "The old dam above Aubeval held on Monday after a night of heavy\n"
        "rain, engineers said, and nobody of those who live below it had\n"
        "to leave their houses."
    )

    assert split_blocks(f"{wrapped}\n\nPears: 40\nPianos: 1\n") == [
        [wrapped.replace("\n", " ")],
        ["Pears: 40", "Pianos: 1"],
    ]


def test_paragraphs_of_two_broken_lines_are_joined_if_several_are() -> None:
    """Most go on in small letters; a headline above its teaser does not."""
    first = (
        "The old dam above Aubeval held on Monday after a night of heavy",
        "rain, engineers said.",
    )
    second = (
        "Nobody of those who live below it had to leave their houses, for",
        "Aubeval has a second dam.",
    )
    third = ("The mill stood still, and so did the trams of the upper town, as", "always.")
    teaser = (
        "The old dam above Aubeval holds after a night of heavy rain and",
        "Nobody had to go.",
    )
    told = ["\n".join(pair) for pair in (first, second, third)]

    assert split_blocks("\n\n".join(told)) == [[it.replace("\n", " ")] for it in told]
    assert split_blocks("\n".join(teaser) + "\n\n" + "\n".join(teaser)) == [list(teaser)] * 2


def test_tabs_part_the_cells_of_a_row() -> None:
    """They are kept as two spaces, which part the items of a menu, too."""
    assert split_blocks("Party\tVotes\n\n\tGreens\t12") == [["Party  Votes"], ["Greens  12"]]


def test_a_signature_is_cut_but_no_report() -> None:
    """Only the last line counts, and only if less stands behind it than before it."""
    report = "The dam held.\n--\nThe mill did not.\n"

    assert report == cut_signature(f"{report}-- \nJane Doe\n")
    assert cut_signature("Hello.\n--\nThe dam held after all.\n").endswith("after all.\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("3. Keep the windows shut", "title"),
        ("3 comments", "furniture"),
        ("— Jane Doe (@janedoe) November 21, 2026", "sentence"),
        ("The mill at Hask burns, and nobody rang the bell. https://t.co/a1B2c3", "prose"),
        ("The mill at Hask burns and nobody rang the bell", "title"),
        ("MillWatch’s guide to wells in Orme", "title"),
        ("Edit ProfileSign Out", "furniture"),
    ],
)
def test_a_short_line_of_the_report_is_not_taken_for_a_label(line: str, kind: str) -> None:
    """Numbered subheadings, what somebody posted, and headlines that begin with a brand."""
    (judged,) = judge_lines([line])

    assert kind == judged.kind


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (("1 Hask 12 28", "2 Orme 12 26", "3 Lorne 11 26", "4 Selm 12 19"), {0, 1, 2, 3}),
        (
            ("June 9 – Orme", "June 11 – Hask", "July 4 – Lorne", "Aug. 2 – Selm", "Sold"),
            {0, 1, 2, 3},
        ),
        (("June 9 – Orme", "June 11 – Hask", "July 4 – Lorne"), set()),
        (("Orme", "Hask", "Lorne", "Selm"), set()),
        (("Orme 1", "Hask 2", "Lorne 3", "Selm 4"), set()),
    ],
)
def test_a_table_is_known_by_lines_built_alike(lines: tuple[str, ...], rows: set[int]) -> None:
    """Four at least, with a number among their first parts; a list of names or counts is none."""
    assert rows == find_rows(lines)


def test_a_short_line_that_recurs_is_told_from_a_title() -> None:
    """It may be the headline, but nothing else of the report by itself."""
    kinds = [line.kind for line in judge_lines(["Advert by us", "The mill", "Advert by us"])]

    assert kinds == ["repeated", "title", "repeated"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Von Hanna Voss (dpa)", "byline"),
        ("Von Hanna Voss mit dpa", "byline"),
        ("Par Luc Mercier avec AFP", "byline"),
        ("Por Ana Ruiz con EFE", "byline"),
        ("By Jane Doe and the Associated Press", "byline"),
        ("Ana Ruiz | EFE", "stamp"),
        ("Jane Doe – Reuters", "stamp"),
        ("Von Hamburg mit Liebe", "title"),
        ("Storms with rain", "title"),
    ],
)
def test_a_line_that_credits_an_agency_beside_a_name_is_no_text(line: str, kind: str) -> None:
    """In small letters or behind "with", too."""
    (judged,) = judge_lines([line])

    assert judged.kind == kind


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("di Carla Neri", True),
        ("da Marco Rossi", True),
        ("door Jan de Wit", True),
        ("da Roma", False),
        ("di Carla Neri.", False),
        ("di cui Carla Neri", False),
    ],
)
def test_a_small_word_begins_a_byline_before_a_full_name_only(line: str, *, signed: bool) -> None:
    """It means more than "by", and a line can go on a sentence."""
    assert is_byline(line, len(line.split())) is signed


@pytest.mark.parametrize(
    "line",
    [
        "»Vi havde pakket det hele i kasser, og nu pakker vi det hele ud igen,« siger Karen. »Ja.«",
        "»Wir hatten alles in Kisten gepackt, und jetzt packen wir alles wieder aus.‹«",
        "町は年間二万人の利用を見込んでいる（町の広報によると、昨年の同じ時期の三倍に当たるという。）",
    ],
)
def test_quotation_marks_of_every_kind_stand_behind_the_end_of_a_sentence(line: str) -> None:
    """Some are the opening ones of other languages."""
    assert ["prose"] == [it.kind for it in judge_lines([line])]


@pytest.mark.parametrize(
    "line",
    [
        "Unsubscribed residents got nothing.",
        "Subscribers paid twice.",
        "Recommended prices rise.",
        "Copyrighted songs were played.",
        "Newsletter editors won the prize.",
        "Listen to the wind, she said.",
        "Recibieron tres premios.",
        "Recibe el premio en mayo.",
        "Compartían una casa.",
        "Suivez-le, dit le maire.",
        "Partager surtout le pain.",
        "Folgen sieht er keine.",
        "Assinei o acordo.",
    ],
)
def test_a_word_that_goes_on_is_no_beginning_of_a_site(line: str) -> None:
    """A sentence of the report may begin with the same letters, or tell of the same things."""
    assert judge_lines([line])[0].kind == "sentence"


@pytest.mark.parametrize(
    "line",
    [
        "Unsubscribe",
        "Subscribe to our letters.",
        "Recommended for you",
        "Copyright 2026 Hask Media.",
        "Copyright © Hask Media",
        "Newsletter-Anmeldung",
        "Newsletters von Hask",
        "Suivez-nous sur nos pages.",
        "Suivez toute la ville",
        "Recibe las noticias de Hask",
        "Follow @hask",
        "Bildquelle: Ina Moll",
    ],
)
def test_whole_words_of_a_site_begin_its_lines(line: str) -> None:
    """With a stop at the end or without."""
    assert judge_lines([line])[0].kind in {"furniture", "related"}
