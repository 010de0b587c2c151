"""Pasted reports that end in sections of a short sentence each lose none of them."""

import pytest

from feeds.normalize.pasted.paste import read_paste

_HEADLINE = "Weather: snow warning for the Highlands until Sunday"
_REPORT = (
    "The Met Office has issued an amber warning for snow in the Highlands until Sunday noon.",
    "Drivers should stay at home if they can, the police in Inverness said on Friday evening.",
)
_TEASERS = (
    *("Bridge over the Clyde closes for a year", "Traffic will be led through Govan."),
    *("Minister resigns over ferry contract", "She will leave on Monday."),
    *("Hearts win the derby", "Two late goals decide."),
)


@pytest.mark.parametrize(
    "sections",
    [
        (
            *("Aviemore", "20 cm of snow are expected.", "Inverness", "5 cm of snow are expected."),
            *("Wick", "Rain at first, snow later.", "Roads may close."),
        ),
        ("1. Money", "The budget rises by 3 per cent.", "2. Migration", "It goes on."),
        ("17:20", "Fuel duty frozen until 2028.", "16:45", "The speech has ended."),
        ("Hamburg", "Die Fähren fuhren nicht.", "Bad Oldesloe", "Ein Dach stürzte ein."),
        ("札幌", "雪が降る見込み。", "函館", "雨のち雪。"),
    ],
    ids=["towns", "points", "hours", "German", "Japanese"],
)
def test_short_sections_at_the_end_are_kept(sections: tuple[str, ...]) -> None:
    """Heads and sentences, in their order."""
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *sections)))

    assert report.paragraphs == (*_REPORT, *sections)


@pytest.mark.parametrize(
    "below",
    [
        ("More from us", *_TEASERS),
        _TEASERS,
        ("Newsletter", "The week", "Every Friday in your post.", "Subscribe"),
        ("The week in short", "Every Friday in your post."),
        ("Most read", "Choir", "It returns.", "Tunnel", "It floods."),
    ],
    ids=["labelled", "bare", "newsletter", "one", "most read"],
)
def test_what_is_announced_below_is_no_section(below: tuple[str, ...]) -> None:
    """Headlines are longer than heads, labels stand above boxes, and one section is none."""
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *below)))

    assert report.paragraphs == _REPORT


def test_answers_and_questions_of_one_word_are_kept() -> None:
    """Below a question, and as one below an answer."""
    talk = (
        *("Why do you stop?", "I am tired.", "And why not sell the inn?", "Money.", "Really?"),
        *("Yes.", "What comes next?", "A garden."),
    )
    report = read_paste("\n\n".join((_HEADLINE, _REPORT[0], *talk)))

    assert report.paragraphs == (_REPORT[0], *talk)


def test_an_advertisement_between_sections_ends_none() -> None:
    """Nor does one above a short sentence that closes the report."""
    sections = ("Aviemore", "20 cm of snow.", "Inverness", "5 cm of snow.", "Wick", "Rain.")
    lines = (*_REPORT, "Advertisement", *sections[:2], "Anzeige", *sections[2:], "Ad", "Stay safe.")
    report = read_paste("\n\n".join((_HEADLINE, *lines)))

    assert report.paragraphs == (*_REPORT, *sections, "Stay safe.")


def test_many_sections_between_paragraphs_part_no_report() -> None:
    """Their heads do not speak against what stands below them."""
    towns = [
        line for it in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for line in (f"Town {it}", "Snow is likely.")
    ]
    report = read_paste("\n\n".join((_HEADLINE, _REPORT[0], *towns, _REPORT[1])))

    assert {_REPORT[0], _REPORT[1], "Town A", "Snow is likely."} <= set(report.paragraphs)


def test_sections_that_may_be_boxes_of_the_site_are_kept_in_doubt() -> None:
    """Heads of a few words, and no number, tell little; nothing is hidden."""
    box = ("Morning Post", "All that matters at seven.", "Evening Post", "The day in five minutes.")
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *box)))

    assert (report.paragraphs, report.doubtful) == ((*_REPORT, *box), (box[0], box[2]))


def test_links_that_show_their_address_do_not_end_a_newsletter() -> None:
    """A short item stands below each, with its title; a label above an address is the site's."""
    item = "The mill stood still on Monday, said the miller of Lorne on Tuesday."
    links = "Watch the wheel turn as it did: https://lorne.example/wheel"
    more = "Read the full story: https://lorne.example/1"
    parts = [
        f"Part of {name}\n{item[:-1]}, in {name}.\n{links}\n{more}" for name in ("Orme", "Hask")
    ]
    text = "\n\n".join((item, *parts, f"Rain\n{item[:-1]}, too."))
    report = read_paste(text, "Tuesday")
    found = report.paragraphs

    assert report.standfirst == item
    assert [it for it in found if it.startswith("The mill")] == [
        f"{item[:-1]}, in Orme.",
        f"{item[:-1]}, in Hask.",
        f"{item[:-1]}, too.",
    ]
    assert "Part of Hask" in found
    assert more not in found


@pytest.mark.parametrize(
    "section",
    [
        ("In brief", "Lorne lost at home.", "Hask drew."),
        ("AT A GLANCE:", "Snow falls."),
        ("BY THE NUMBERS", "Paper prices fell 30% in two years."),
        ("Also", "The swimming pool stays closed."),
        ("Auf einen Blick", "Der Pass ist zu."),
        ("En bref", "Le col est fermé."),
        ("要点", "峠は通行止め。"),
    ],
)
def test_one_section_below_a_usual_title_is_kept(section: tuple[str, ...]) -> None:
    """Whatever language it is in; its title may look like a name."""
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *section)))

    assert report.paragraphs == (*_REPORT, *section)
    assert report.doubtful[:1] in {(), section[:1]}


@pytest.mark.parametrize(
    "section",
    [
        ("In brief", "Our newsletter comes every Friday. Follow us on Instagram."),
        ("At a glance", "Read more on our website."),
        ("In short", "Tunnel at Lorne floods", "Mill of Hask burns down"),
        ("In brief", "Share"),
    ],
)
def test_a_usual_title_above_what_is_of_the_site_heads_no_section(section: tuple[str, ...]) -> None:
    """Calls, links to other reports, buttons."""
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *section)))

    assert report.paragraphs == _REPORT
