"""The head of pasted text: which line is the headline, which the standfirst, and which neither."""

import pytest

from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.pages.report import take_heading
from feeds.normalize.pasted.paste import read_paste

_HEADLINE = "Bridge over the Selm reopens after nine dark winters"
_STANDFIRST = "Thousands walked across and one man sold his boat"
_REPORT = (
    "The old bridge over the Selm at Harrowmere, shut for nine winters, opened again on Saturday.",
    '"My father ferried them and so did I," said Aldo Penn, who sold his boat in the spring.',
    "About 4,100 people walked across in the first hour, the town hall said.",
)


def _paste(*head: str) -> str:
    """Return pasted text with a head above the report."""
    return "\n\n".join((*head, *_REPORT))


@pytest.mark.parametrize(
    "between",
    [
        (),
        ("By Laura Conner",),
        ("Laura Conner",),
        ("Harrowmere - 22 NOV 2026 - 21:14 CET",),
        ("Crowds on the bridge at Harrowmere on Saturday. INA MOLL (EFE)",),
        ("Crowds on the bridge at Harrowmere on Saturday", "By Laura Conner"),
        ("Crowds on the bridge. Ina Moll / AFP", "By Laura Conner", "21 November 2026", "Share"),
        ("By Laura Conner", "21 November 2026", "Crowds on the bridge at Harrowmere on Saturday"),
    ],
)
@pytest.mark.parametrize(
    "standfirst",
    [
        _STANDFIRST,
        f"{_STANDFIRST}. Nobody knows who will pay",
        f"{_STANDFIRST}. Nobody knows who will pay for the pillars now",
    ],
)
@pytest.mark.parametrize(
    "above", [(), ("World",), ("The Selm Gazette", "World", "Subscribe", "Log in")]
)
def test_the_first_line_like_a_headline_is_the_headline(
    above: tuple[str, ...], standfirst: str, between: tuple[str, ...]
) -> None:
    """And the next one the standfirst, whatever stands above the report."""
    report = read_paste(_paste(*above, _HEADLINE, standfirst, *between))

    assert (_HEADLINE, standfirst) == (report.headline, report.standfirst)
    assert report.paragraphs == _REPORT


@pytest.mark.parametrize(
    "between",
    [
        ("Photo: crowds on the bridge on Saturday",),
        ("Crowds on the bridge at Harrowmere on Saturday",),
        ("By Laura Conner",),
        ("21 November 2026",),
    ],
)
def test_a_sentence_above_who_when_or_a_picture_is_the_standfirst(between: tuple[str, ...]) -> None:
    """It is no paragraph of the report."""
    report = read_paste(_paste(_HEADLINE, f"{_STANDFIRST}.", *between))

    assert (_HEADLINE, f"{_STANDFIRST}.") == (report.headline, report.standfirst)
    assert report.paragraphs == _REPORT


def test_an_author_may_stand_between_headline_and_standfirst() -> None:
    """Even if the date stands below."""
    report = read_paste(_paste("World", _HEADLINE, "By Laura Conner", _STANDFIRST, "22 May 2026"))

    assert report.headline == _HEADLINE
    assert report.paragraphs == _REPORT


def test_a_standfirst_is_found_where_words_are_not_parted() -> None:
    """Pairs of signs show what the headline shares with the report."""
    report = read_paste(
        "トップ\n山の灯台、百年ぶりに光戻る 白浜村\n村人ら三百人が夜の浜で見守る\n\n"
        "白浜村の山の上に立つ古い灯台に14日夜、灯がともり、村人およそ三百人が集まって見守った。\n\n"
        "村によると、灯台は大正時代に嵐で壊れ、その後は使われていなかった。"
    )

    assert report.headline == "山の灯台、百年ぶりに光戻る 白浜村"
    assert report.standfirst == "村人ら三百人が夜の浜で見守る"


def test_a_short_first_paragraph_stays_in_the_report() -> None:
    """Nothing says that it is a standfirst."""
    report = read_paste(_paste(_HEADLINE, "The bridge over the Selm is open again."))

    assert report.paragraphs == ("The bridge over the Selm is open again.", *_REPORT)


@pytest.mark.parametrize(
    "above",
    [
        ("Boats on the Selm sold for a song", "Market moves", "By the numbers: the Selm"),
        ("Tunnel at Lorne floods", "Boats on the Selm for sale", "Mayor of Orme resigns at last")
        * 2,
        ("On the bridge",),
    ],
)
def test_links_and_kickers_above_it_are_no_headline(above: tuple[str, ...]) -> None:
    """A list of links to other reports, or a few words over the headline."""
    report = read_paste(_paste(*above, "Share", _HEADLINE, "By Laura Conner"))

    assert report.headline == _HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "By LAURA CONNER, AP Rivers Writer | on the Selm",
        "Nov 21, 2026 at 2:36 PM by the desk",
        "Ina Moll Penn of Orme / AP",
    ],
)
def test_a_line_of_credits_is_no_standfirst(line: str) -> None:
    """Right below the headline, and of no kind that is known."""
    assert read_paste(_paste(_HEADLINE, line)).standfirst == ""


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Crowds on the bridge on Saturday. INA MOLL (EFE)", True),
        ("Les bateliers sur le quai, le 21 novembre 2026. MARC OLIVE / AFP", True),
        ("The bridge is open again. INA MOLL", True),
        ("The bridge is open again, the mayor said. (dpa)", False),
        ("Police asked for witnesses to come forward. Reuters", False),
        ("FORD ID. SPACE WAGON CONCEPT", False),
        ("FRANCE WINS", False),
        ("The mayor thanked NATO and the U.S. ARMY CORPS", False),
    ],
)
def test_a_caption_is_known_by_the_name_behind_it(text: str, caption: bool) -> None:  # noqa: FBT001
    """A report's last words and its subheadings are none."""
    assert caption == is_caption(text)


@pytest.mark.parametrize(
    ("closing", "kept", "signed"),
    [
        (("kel/dpa",), (), ("kel/dpa",)),
        (("(dpa/AFP)",), (), ("(dpa/AFP)",)),
        (("LAURA CONNER", "Conner covers rivers for the Gazette."), (), ()),
        (("Laura Conner is a reporter in Harrowmere.", "She rows."), (), ()),
        (("Conner said it was over.",), ("Conner said it was over.",), ()),
        (("Aldo Penn is a writer of songs.",), ("Aldo Penn is a writer of songs.",), ()),
    ],
)
def test_who_signed_is_credited_and_no_paragraph(
    closing: tuple[str, ...], kept: tuple[str, ...], signed: tuple[str, ...]
) -> None:
    """Agencies and words about the author are left out, and nothing else."""
    text = "\n\n".join((_paste(_HEADLINE, "By Laura Conner"), *closing))
    report = read_paste(text)

    assert report.paragraphs == (*_REPORT, *kept)
    assert report.bylines == ("By Laura Conner", *signed)


@pytest.mark.parametrize(
    ("title", "headings", "headline"),
    [
        ("Mayor of Orme resigns - The Weekly Sound", ("Mayor of Orme resigns",), None),
        ("Größere Brücke eröffnet | Zeitung", ("Größere Brücke eröffnet",), None),
        ("The Sound | Mayor of Orme resigns", ("Mayor of Orme resigns",), None),
        ("Mayor’s son resigns – Sound", ("Mayor's son resigns",), None),
        ("Mayor of Orme resigns", ("Mayor of Orme",), "Mayor of Orme resigns"),
        ("Orme - a town sleeps", ("Orme",), "Orme - a town sleeps"),
        ("Mayor resigns - The Weekly Sound", ("The Weekly Sound",), "= title"),
        ("Mayor resigns - The Weekly Sound", ("Something else here",), "= title"),
    ],
)
def test_a_heading_frees_the_title_of_the_site(
    title: str, headings: tuple[str, ...], headline: str | None
) -> None:
    """Only a heading that is the title up to, or from, what parts the site's name."""
    expected = headings[0] if headline is None else title

    assert expected == take_heading(title, headings)


def test_how_old_a_report_is_is_no_headline() -> None:
    """Though the notice stands on top, and is as long as headlines are."""
    report = read_paste(_paste("This article is more than 1 month old", _HEADLINE, _STANDFIRST))

    assert (_HEADLINE, _STANDFIRST) == (report.headline, report.standfirst)


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: An earlier version of this article misstated the number of boats.",
        "An earlier version of this article said that 4,100 people walked across on a Sunday.",
        "Editor's note: The bridge was shut for nine winters, and not for ten as we wrongly wrote.",
        "Korrektur: In einer früheren Version dieses Artikels stand eine falsche Zahl.",
        "EDITORS' NOTE: This report tells of a drowning.",
        "[Editor’s note (Nov. 3): Some of the ferrymen asked not to be named.]",
        "Anmerkung der Redaktion: Dieser Bericht erschien zuerst in einer Beilage.",
    ],
)
@pytest.mark.parametrize("above", [(), ("World", "Subscribe")])
def test_a_correction_above_the_headline_closes_the_report(
    above: tuple[str, ...], notice: str
) -> None:
    """It is not lost, and neither it nor the site's lines make another headline."""
    report = read_paste(_paste(*above, notice, _HEADLINE, "By Laura Conner", "21 November 2026"))

    assert (_HEADLINE, "") == (report.headline, report.standfirst)
    assert report.paragraphs == (*_REPORT, notice)


@pytest.mark.parametrize(
    "notice",
    [
        "EDITORS' NOTE: This report tells of a drowning.",
        "EDITOR'S NOTE — This report is part of a series on old bridges by The Gazette.",
        "Note de la rédaction : ce récit a été publié dans un cahier spécial.",
        "Correction: An earlier version of this article misstated the number of boats.",
    ],
)
def test_a_notice_right_above_the_report_is_no_standfirst(notice: str) -> None:
    """The standfirst is the report's own; the notice closes the report."""
    by = ("By Laura Conner", "21 November 2026")
    for head in ((notice, *by), (*by, notice)):
        report = read_paste(_paste(_HEADLINE, *head))
        assert (report.standfirst, report.paragraphs) == ("", (*_REPORT, notice))
    for head in ((notice, _STANDFIRST, *by), (_STANDFIRST, *by, notice)):
        report = read_paste(_paste(_HEADLINE, *head))
        assert (report.standfirst, report.paragraphs) == (_STANDFIRST, (*_REPORT, notice))


def test_a_correction_below_the_headline_stays_there() -> None:
    """As the paragraph that it is."""
    notice = "Correction: An earlier version of this article misstated the number of boats."
    report = read_paste("\n\n".join((_HEADLINE, _REPORT[0], notice, *_REPORT[1:])))

    assert report.paragraphs == (_REPORT[0], notice, *_REPORT[1:])


def test_a_correction_above_a_paragraph_opens_the_report() -> None:
    """Where the headline was not copied, a subheading below is none."""
    notice = "Correction: An earlier version of this article misstated the number of boats."
    report = read_paste("\n\n".join((notice, _REPORT[0], "What the ferrymen say", *_REPORT[1:])))

    assert report.paragraphs[0] == notice


def test_a_correction_below_a_first_paragraph_without_headline_stays_there() -> None:
    """It is told where it stands, and not behind all that follows."""
    notice = "Correction: An earlier version of this article misstated the number of boats."
    paragraphs = (_REPORT[0], notice, *_REPORT[1:])

    assert read_paste("\n\n".join(paragraphs)).paragraphs == paragraphs


_HOLDS = (
    "EMBARGOED UNTIL 00:01 MONDAY 30 NOVEMBER 2026",
    "STRICTLY EMBARGOED: 30 November 2026, 06:00 GMT",
    "EMBARGO: 30 November 2026, 06:00 GMT",
    "Sperrfrist: Montag, 30. November 2026, 6.00 Uhr",
    "Sous embargo jusqu'au 30 novembre 2026 à 6h00",
    "Embargado hasta el 30 de noviembre de 2026",
    "Embargo fino alle 6.00 del 30 novembre 2026",
    "Embargo tot 30 november 2026, 6.00 uur",
    "*** NOT FOR PUBLICATION BEFORE 06:00 GMT 30 NOVEMBER 2026 ***",
    "KILL NOTICE: Please do not use the story below. It was sent in error.",
    "MANDATORY KILL",
    "ADVISORY: The story below is withheld until the court has ruled.",
    "Prière de ne pas utiliser la dépêche ci-dessous.",
)


@pytest.mark.parametrize("line", _HOLDS)
def test_what_holds_a_report_back_is_kept_as_its_last_paragraph(line: str) -> None:
    """Above the headline, below it, below a standfirst, and under the report."""
    signed = ("By Laura Conner", line)
    for head in ((line, _HEADLINE), (_HEADLINE, line), (_HEADLINE, *signed)):
        report = read_paste(_paste(*head))

        assert (report.headline, report.standfirst) == (_HEADLINE, "")
        assert report.paragraphs == (*_REPORT, line)
        assert not report.dates
    below = read_paste(_paste(_HEADLINE, f"{_STANDFIRST}.", *signed))
    assert (below.standfirst, below.paragraphs) == (f"{_STANDFIRST}.", (*_REPORT, line))
    assert read_paste(f"{_paste(_HEADLINE)}\n\n{line}").paragraphs == (*_REPORT, line)
    assert read_paste(f"{_paste(_HEADLINE)}\n\nShare\n\n{line}").paragraphs == (*_REPORT, line)


@pytest.mark.parametrize(
    "headline",
    [
        "Embargo on oil from the Selm is lifted after nine dark winters",
        "Embargo: what the ferrymen of the Selm have to know",
        "Embargo to be lifted on oil from the Selm in 2027",
        "Embargo for arms on the Selm ends after 12 years",
        "Annulation : le concert de Jeanne sur la Selm reporté",
        "Sperrfrist für Arbeitslose an der Selm verlängert",
        "Kill switch for engines becomes mandatory on the Selm",
        "Mandatory kill switch for engines on the Selm",
        "Advisory council of the Selm meets on Saturday",
    ],
)
def test_a_headline_on_an_embargo_is_a_headline(headline: str) -> None:
    """It holds nothing back."""
    assert read_paste(_paste(headline, "By Laura Conner")).headline == headline


@pytest.mark.parametrize(
    ("headline", "report"),
    [
        ("Bridge reopens", _REPORT),
        ("Brücke gesperrt", ("Die Brücke über die Selm ist seit Dienstag für alle gesperrt.",)),
        ("市長辞任", ("市長は火曜日、プールを閉鎖する計画への批判を受けて辞任すると発表した。",)),
    ],
)
@pytest.mark.parametrize("above", [(), ("World",), ("The Daily Post", "Local news")])
@pytest.mark.parametrize("below", [(), ("By Laura Conner", "21 November 2026")])
def test_a_headline_may_have_two_words(
    headline: str, report: tuple[str, ...], above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """It stands right above the report, which uses one of them."""
    found = read_paste("\n\n".join((*above, headline, *below, *report)))

    assert (headline, report) == (found.headline, found.paragraphs)


@pytest.mark.parametrize(
    "label", ["Local news", "World", "Breaking news", "Selm Gazette", "New York", "Saudi Arabia"]
)
def test_a_label_is_no_headline_of_two_words(label: str) -> None:
    """Parts of a site, a place, and what the report does not speak of."""
    told = (*_REPORT, "Who came from New York or Saudi Arabia read of it in the news of the world.")
    assert not read_paste("\n\n".join((label, *told))).headline


def test_a_list_below_the_first_paragraph_makes_it_no_standfirst() -> None:
    """Names, verses, what somebody is: three lines or more of which nothing is known."""
    names = ("Aldo Penn, 34", "Ina Moll, 51", "Ola Bern of the mill")
    first = "Three people were the first to walk across, the town hall said on Saturday."
    report = read_paste("\n\n".join((_HEADLINE, first, *names, *_REPORT)))

    assert ("", first, *names) == (report.standfirst, *report.paragraphs[:4])


@pytest.mark.parametrize(
    "headline", ["Reopened", "Hochwasser", "Flood!", '"Enough"', "Мэр ушёл", "Pont fermé", "Peace"]
)
@pytest.mark.parametrize(
    "above", [(), ("Politik",), ("Спорт",), ("Editorial",), ("社会",), ("Skip to content",)]
)
@pytest.mark.parametrize("below", [("By Laura Conner",), ("By Laura Conner", "21 November 2026")])
def test_a_headline_of_a_word_or_two_may_be_what_was_pasted_first(
    headline: str, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """Or below the label of a section, though the report uses none of its words."""
    found = read_paste("\n\n".join((*above, headline, *below, *_REPORT)))

    assert (headline, "", _REPORT) == (found.headline, found.standfirst, found.paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        *("Politics", "Lokales", "Editorial", "Экономика", "速報", "BREAKING", "EIL", "Share"),
        *(
            "Leitartikel",
            "社説",
            "Hintergründe",
            "Anna",
            "Stringer",
            "Reuters",
            "Hello",
            "Dear all",
        ),
        *(
            "Liebe alle",
            "Foto",
            "Exclusive",
            "Premium",
            "Fwd",
            "example.com",
            "Sport1",
            "- Mill burns",
        ),
        *("Laura Conner", "Hello,", "Friends:", "Selm Gazette", "Breaking news", "Paris"),
    ],
)
def test_a_label_a_name_or_a_salutation_is_no_headline_of_a_word_or_two(line: str) -> None:
    """Though it was pasted first; nor is one where a proper headline follows."""
    told = (*_REPORT, "Others read of it in Paris, in the politics of the editorial page.")

    assert not read_paste("\n\n".join((line, *told))).headline
    assert read_paste("\n\n".join((line, _HEADLINE, *told))).headline == _HEADLINE


@pytest.mark.parametrize(("line", "found"), [("青葉橋", "青葉橋"), ("読書", "")])
def test_without_capitals_the_report_uses_a_headline_of_a_word(line: str, found: str) -> None:
    """Where none are written, labels and sites look as headlines do."""
    told = (
        "青葉市は土曜日、九年間閉鎖されていた青葉橋の通行を再開したと発表し、市民が渡り初めをした。",
    )

    assert (found, told) == (
        read_paste("\n\n".join((line, *told))).headline,
        read_paste("\n\n".join((line, *told))).paragraphs,
    )


@pytest.mark.parametrize("above", [("Valley", "Water"), ("Hask",), ("Politics", "Valley")])
def test_below_other_lines_a_short_one_is_no_headline(above: tuple[str, ...]) -> None:
    """They may be a menu; so may lines of furniture below it be."""
    assert not read_paste("\n\n".join((*above, "Peace", *_REPORT))).headline
    assert not read_paste("\n\n".join(("Peace", "12 comments", *_REPORT))).headline


@pytest.mark.parametrize(
    "between",
    [
        ("12 days ago", "Laura Conner", "Share", "Save", "Ina Moll"),
        ("By Laura Conner", "21 November 2026", "Share", "Save", "Ina Moll"),
        ("Laura Conner", "3 uur geleden", "Delen", "Ina Moll"),
        ("Ina Moll", "5 dni temu", "Share"),
    ],
)
def test_the_headline_stands_above_buttons_and_a_caption(between: tuple[str, ...]) -> None:
    """Where who or when stands among them."""
    report = read_paste(_paste(_HEADLINE, *between, "The old bridge opened on Saturday"))

    assert report.headline == _HEADLINE
    assert report.paragraphs == _REPORT


@pytest.mark.parametrize(
    "above",
    [
        ("Saturday is a day for long walks", "Share", "Save"),
        ("Saturday is a day for long walks", "Share", "21 November 2026", "Save"),
        ("← Mill by the bridge of Harrowmere burns",),
        ("Mill by the bridge of Harrowmere burns →",),
    ],
)
def test_what_leads_to_another_report_is_no_headline(above: tuple[str, ...]) -> None:
    """An arrow, or buttons between, with who and when below the headline."""
    report = read_paste(_paste(*above, _HEADLINE, "By Laura Conner"))

    assert report.headline == _HEADLINE


def test_a_headline_may_begin_with_a_quotation_mark_like_an_arrow() -> None:
    """As in German books."""
    headline = "›My bridge is open after nine dark winters‹"

    assert read_paste(_paste(headline, "By Laura Conner")).headline == headline


@pytest.mark.parametrize(
    ("lines", "bylines"),
    [
        (("By Laura Conner", *_REPORT[:2], "By Ina Moll", _REPORT[2]), ("By Laura Conner",)),
        ((*_REPORT[:2], "By Ina Moll", _REPORT[2]), ("By Ina Moll",)),
    ],
)
def test_an_author_of_a_part_is_none_of_the_whole(
    lines: tuple[str, ...], bylines: tuple[str, ...]
) -> None:
    """Where another one stands above the report: a part, or the next report below."""
    assert read_paste("\n\n".join((_HEADLINE, *lines))).bylines == bylines
