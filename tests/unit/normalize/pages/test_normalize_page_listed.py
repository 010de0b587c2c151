"""What a report lists with a link each is told from other reports."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.listed import count_listed
from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_REPORT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
_INNS = (
    (
        "The Old Mill above Hask",
        "Trout comes from the pond behind the house, and bread from next door.",
    ),
    (
        "The Golden Lamb at Orme",
        "Those who come late sit in the kitchen, where the cook tells of the sea.",
    ),
    (
        "The Last Lantern in Vell",
        "Nothing is on the card but what grew in the garden, mostly cabbage.",
    ),
)
_TITLES = tuple(title for title, _ in _INNS)
_SAME = ("/a", "/b", "/c")


def _read(headline: str, form: str, above: str = "") -> str:
    """Return the text of a page with a report, and the inns below it in some form."""
    inns = "".join(
        form.format(place=place, title=title, text=text)
        for place, (title, text) in enumerate(_INNS, start=1)
    )
    told = f"<h1>{headline}</h1>{_REPORT}{above}{inns}"
    page = part_page(f"<html><body><article>{told}</article></body></html>", [headline])
    return html_to_text(page.html)


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("The three best inns", "<a href='/{place}'><h3>{title}</h3><p>{text}</p></a>"),
        ("The three best inns", "<h3><a href='/{place}'>{title}</a></h3><p>{text}</p>"),
        ("Die 3 besten Wirte", "<li><a href='/{place}'><h3>{title}</h3><p>{text}</p></a></li>"),
        ("Inns for the winter", "<a href='/{place}'><h3>{place}. {title}</h3><p>{text}</p></a>"),
        ("Inns for the winter", "<h3><a href='/{place}'>{place}. {title}</a></h3><p>{text}</p>"),
        (
            "Inns for the winter",
            "<a href='https://inn{place}.example/'><h3>{title}</h3><p>{text}</p></a>",
        ),
    ],
)
def test_what_a_report_lists_below_its_text_stays(headline: str, form: str) -> None:
    """As many as the headline says, numbered, or each with a site of its own."""
    found = _read(headline, form)

    assert all(title in found and text in found for title, text in _INNS)


@pytest.mark.parametrize("above", ["<p>These three we would visit again.</p>", "<h2>Our 3</h2>"])
@pytest.mark.parametrize(
    "form",
    [
        "<a href='/{place}'><h3>{title}</h3><p>{text}</p></a>",
        "<div><a href='/{place}'><p>{title}</p><p>{text}</p></a></div>",
    ],
)
def test_the_line_above_may_say_how_many(form: str, above: str) -> None:
    """A paragraph or a heading."""
    assert _INNS[0][1] in _read("Inns for the winter", form, above)


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("The dam holds", "<a href='/{place}'><h3>{title}</h3><p>{text}</p></a>"),
        ("The dam holds", "<h3><a href='/{place}'>{title}</a></h3><p>{text}</p>"),
        ("Four dams hold", "<a href='/{place}'><h3>{title}</h3><p>{text}</p></a>"),
        ("Three dams hold", "<a href='/{place}'><div>{place}</div><h3>{title}</h3></a>"),
        ("The dam holds", "<a href='https://a.example/{place}'><h3>{title}</h3><p>{text}</p></a>"),
    ],
)
def test_other_reports_below_it_go(headline: str, form: str) -> None:
    """Another number, a list of the most read ones, all of them on one site."""
    assert _read(headline, form).split("\n\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "form",
    [
        "<a href='/{place}'><h3>{place}. {title}</h3><p>{text}</p></a>",
        "<h3><a href='/{place}'>{place}. {title}</a></h3><p>{text}</p>",
        "<h3><a href='https://inn{place}.example/'>{title}</a></h3><p>{text}</p>",
    ],
)
@pytest.mark.parametrize("label", ["Most read", "Meistgelesen", "Lo más leído"])
def test_what_a_site_lists_below_its_label_goes(label: str, form: str) -> None:
    """What is read most has numbers, too."""
    found = _read("The dam holds", form, f"<h2>{label}</h2>")

    assert PARAGRAPHS[-1] == found.rpartition("\n\n")[2]


@pytest.mark.parametrize(
    ("headline", "above"),
    [
        ("Three fishermen will meet the mayor", ""),
        ("The dam holds", "<p>Three fishermen of the town will meet the mayor on Friday.</p>"),
        ("Drei Tote bei Unfall in Orme", ""),
        ("Tres detenidos por robo en Orme", ""),
        ("Mayor loses 3 of her friends", ""),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "<a href='/{place}'><h3>{title}</h3><p>{text}</p></a>",
        "<h3><a href='/{place}'>{title}</a></h3><p>{text}</p>",
    ],
)
def test_a_number_of_something_else_keeps_nothing(headline: str, above: str, form: str) -> None:
    """Though as many other reports are announced."""
    assert not any(text in _read(headline, form, above) for _, text in _INNS)


_SITES = (
    "<a href='https://inn{place}.example/'><h3>{title}</h3><p>{text}</p></a>",
    "<h3><a href='https://inn{place}.example/'>{title}</a></h3><p>{text}</p>",
)


@pytest.mark.parametrize("form", _SITES)
@pytest.mark.parametrize("tag", ["h2", "p", "div"])
@pytest.mark.parametrize(
    "label",
    [
        *("From our partners", "Sponsored", "Anzeige", "Das könnte Sie auch interessieren"),
        *("Sponsored by Outbrain", "Von unseren Partnern", "Nos partenaires", "Around the web"),
    ],
)
def test_what_others_pay_for_goes(form: str, tag: str, label: str) -> None:
    """Each of them has a site of its own, too."""
    found = _read("The dam holds", form, f"<{tag}>{label}</{tag}>")

    assert not any(text in found for _, text in _INNS)


@pytest.mark.parametrize("form", _SITES)
@pytest.mark.parametrize("line", ["Advertisement", "By Anna Berg", "3 March 2026"])
def test_what_is_signed_on_other_sites_goes(form: str, line: str) -> None:
    """It is a report of theirs."""
    signed = form.replace("<p>", f"<div>{line}</div><p>")

    assert not any(text in _read("The dam holds", signed) for _, text in _INNS)


def test_an_advertisement_above_what_a_report_counts_takes_nothing_away() -> None:
    """Its label stands between any paragraphs."""
    found = _read("The three best inns", _SITES[0], "<div>Advertisement</div>")

    assert all(text in found for _, text in _INNS)


def test_a_card_of_three_sentences_is_the_reports() -> None:
    """Other reports are announced in one or two."""
    long = "<a href='/{place}'><h3>{title}</h3><p>{text} It is dear. It is worth it.</p></a>"

    assert all(text in _read("The dam holds", long) for _, text in _INNS)


@pytest.mark.parametrize(
    ("titles", "addresses", "told", "count"),
    [
        (_TITLES, _SAME, ["Los tres mejores"], 3),
        (_TITLES, _SAME, ["Три лучших трактира"], 3),
        (_TITLES, _SAME, ["The best 3 of 30 inns"], 3),
        (_TITLES, _SAME, ["3.5 stars, 3:0, 3% and 13 inns"], 0),
        (_TITLES[:2], _SAME[:2], ["The two best inns"], 0),
        (_TITLES, _SAME, ["3 inns for the winter", "Drei Gasthäuser, die warm sind"], 3),
        (_TITLES, _SAME, ["3 things to know about soup"], 3),
        (_TITLES, _SAME, ["Les trois plus belles auberges", "冬の宿3選"], 3),
        (_TITLES, _SAME, ["Las tres posadas más cálidas"], 3),
        (_TITLES, _SAME, ["Nobody forgets the three of them:"], 3),
        (_TITLES, _SAME, ["Three men who fled, and three more"], 0),
        (_TITLES, _SAME, ["Three books burn as four inns close"], 3),
        (("3. Vell", "2. Orme", "1. Hask", "Mill burns"), (*_SAME, "/d"), [], 3),
        (("Platz 1: Vell", "Platz 2: Orme", "Platz 3: Hask"), _SAME, [], 3),
        (("第1位 白鳥", "第2位 水車", "第3位 灯火"), _SAME, [], 3),
        (("12 inns close", "13 dams hold", "14 mills burn"), _SAME, [], 0),
        (("1. Vell", "Orme", "2. Hask"), _SAME, [], 0),
        (_TITLES, ("http://a.example/", "http://b.example/", "http://c.example/"), [], 3),
        (_TITLES, ("http://a.example/", "http://a.example/1", "http://c.example/"), [], 0),
    ],
)
def test_numbers_and_hosts_tell(
    titles: tuple[str, ...], addresses: tuple[str, ...], told: list[str], count: int
) -> None:
    """In several languages; from the first title on."""
    assert {count_listed(titles, addresses, [line], []) for line in told or [""]} == {count}
