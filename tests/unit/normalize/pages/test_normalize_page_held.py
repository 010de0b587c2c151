"""Boxes that hold much of a page's report stay, whatever their names are."""

import pytest
from pages import PARAGRAPHS, read_around

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_FIRST, _SECOND, _THIRD, _LAST = (f"<p>{text}</p>" for text in PARAGRAPHS)
_NAMES = (
    "ArticleBody-relatedText share",
    "StoryRecirc",
    "paragraph_shareButton",
    "body-ad-wrapper",
    "newsletter-story",
    "author-card",
)
_ANA = "The dam should be left to the river, since nobody can pay for it, and the lake can go, too."
_JO = "The dam must stay, since the town below has grown around it, and nobody would ever leave it."
_LETTER = (
    "Get the news of the valley every morning, before the bells ring, in a letter that we write.",
    "You may leave the list at any time, and we never sell your address, not even to the mayor.",
)


def _read(inside: str) -> list[str]:
    """Return the paragraphs of a page of an article."""
    told = f"<h1>The dam holds</h1>{inside}"
    page = part_page(f"<html><body><article>{told}</article></body></html>", ["The dam holds"])
    return html_to_text(page.html).split("\n\n")


@pytest.mark.parametrize("name", _NAMES)
def test_boxes_around_each_paragraph_or_around_half_of_them_stay(name: str) -> None:
    """Also where a box in a box has such a name."""
    each = "".join(f"<div class='{name}'>{it}</div>" for it in (_FIRST, _SECOND, _THIRD, _LAST))
    box = f"<div class='{name}'><div class='share-text'>{_SECOND}{_THIRD}</div></div>"

    assert _read(each) == list(PARAGRAPHS)
    assert _read(f"{_FIRST}{box}{_LAST}") == list(PARAGRAPHS)


def test_paragraphs_in_boxes_named_after_comments_stay_where_there_are_no_others() -> None:
    """Below others they are what readers wrote."""
    boxes = "".join(f"<div class='with comment'>{it}</div>" for it in (_SECOND, _THIRD, _LAST))

    assert _read(boxes) == list(PARAGRAPHS[1:])
    assert _read(f"{_FIRST}{_FIRST}{_FIRST}{boxes}") == [PARAGRAPHS[0]] * 3


@pytest.mark.parametrize("name", ["author-box", "ContributorInfo", "author-box author-box--{}"])
def test_what_several_authors_say_in_their_boxes_stays(name: str) -> None:
    """A debate, among the paragraphs of a report or alone."""
    debate = (
        f"<div class='{name.format('left')}'><h3>Ana Brück</h3><p>{_ANA}</p></div>"
        f"<div class='{name.format('right')}'><h3>Jo Lenz</h3><p>{_JO}</p></div>"
    )

    assert {_ANA, _JO} <= set(read_around(debate))
    assert {_ANA, _JO} <= set(_read(debate))
    assert {_ANA, _JO} <= set(_read(f"{_FIRST}{debate}"))


def test_notes_on_several_authors_below_a_report_go() -> None:
    """They are shorter than what they wrote."""
    notes = "".join(
        f"<div class='author-box'><h3>{name}</h3><p>{name} writes on the valley, and lives in Orme."
        "</p></div>"
        for name in ("Ana Brück", "Jo Lenz")
    )

    assert _read(f"{_FIRST}{_SECOND}{_THIRD}{_LAST}{notes}") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='NewsletterModule'><p>{}</p><p>{}</p></div>",
        "<div class='story-promo'><h3><a href='/a'>Mill burns</a></h3><p>{}</p><p>{}</p></div>" * 2,
        "<div class='story-share'><p>{}</p><p>{}</p><form><input name='mail'></form></div>" * 2,
        "<div class='story-share'><p><a href='/a'>{}</a></p><p><a href='/b'>{}</a></p></div>" * 2,
    ],
)
def test_boxes_of_the_site_go(box: str) -> None:
    """Those with little of the text, a link in a heading, a form, or nothing but links."""
    count = box.count("{}") // 2

    assert read_around(box.format(*_LETTER * count)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Our newsletter brings you the news of the valley before the bells ring.",
            "It costs nothing, and it can be left at any time, the way it was joined.",
        ),
        (
            "Mit unserem Newsletter erhalten Sie jeden Morgen Nachrichten aus dem Tal.",
            "Er kostet nichts als etwas Zeit und kommt, bevor die Glocken läuten.",
        ),
        (
            "Chaque matin, notre infolettre vous apporte l'actualité de toute la vallée.",
            "Elle ne coûte rien, et elle arrive avant que les cloches ne sonnent.",
        ),
        (
            "On the phone the whole valley is at hand, wherever the road may lead.",
            "With our app you read it without a connection, even in the tunnel.",
        ),
    ],
)
@pytest.mark.parametrize("name", ["newsletter-box", "StoryPromoBox"])
def test_a_box_that_offers_something_to_readers_goes(first: str, second: str, name: str) -> None:
    """Between two paragraphs, with as many words."""
    box = f"<div class='{name}'><p>{first}</p><p>{second}</p></div>"

    assert _read(f"<p>{_ANA}</p>{box}<p>{_JO}</p>") == [_ANA, _JO]


@pytest.mark.parametrize(
    "told",
    [
        ("The newsletter of the town went to nine people too many, the council said on Friday.",)
        * 2,
        ("It was our newsletter that told you first, wrote the mayor in a letter to the town.",)
        * 4,
    ],
)
def test_a_box_with_a_report_on_newsletters_stays(told: tuple[str, ...]) -> None:
    """It talks to nobody, or is longer."""
    box = "".join(f"<p>{text} {place}</p>" for place, text in enumerate(told))

    assert told[0] in "".join(_read(f"{_FIRST}<div class='newsletter'>{box}</div>{_LAST}"))


@pytest.mark.parametrize("name", ["text-with-ad", "textWithShareButton", "BlockHasNewsletter"])
def test_what_a_box_has_beside_its_text_does_not_name_it(name: str) -> None:
    """However little it holds."""
    assert _ANA in read_around(f"<div class='{name}'><p>{_ANA}</p></div>")
    assert _ANA not in read_around(f"<div class='ad-with-text'><p>{_ANA}</p></div>")
