"""Where the report stands in a page, however it is parted."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_ONE, _TWO, _THREE, _FOUR = (f"<p>{text}</p>" for text in PARAGRAPHS)
_MARK = "itemprop='articleBody'"
_OTHER = "A fire in the old mill of Lorne was put out before anybody was hurt, the town said."


def read_page(inside: str) -> str:
    """Return the words of the report in a page that ends with a footer."""
    page = f"<body>{inside}<footer><p>All rights reserved by the Aubeval Post.</p></footer></body>"
    return html_to_text(part_page(f"<html>{page}</html>", ["The dam holds"]).html)


@pytest.mark.parametrize(
    "inside",
    [
        f"<article>{_ONE}{_TWO}</article><article>{_THREE}{_FOUR}</article>",
        f"<article>{_ONE}{_TWO}</article><div>Advertisement</div><article>{_THREE}{_FOUR}</article>",
        f"<main><article>{_ONE}{_TWO}</article><article>{_THREE}{_FOUR}</article></main>",
        f"<article>{_ONE}{_TWO}</article><p>Loose words.</p><article>{_THREE}{_FOUR}</article>",
        f"<div><section>{_ONE}{_TWO}</section><section>{_THREE}</section>{_FOUR}</div>",
        f"<div {_MARK}>{_ONE}{_TWO}</div><div {_MARK}>{_THREE}{_FOUR}</div>",
        f"<div><div>{_ONE}</div><div>{_TWO}{_THREE}</div><div>{_FOUR}</div></div>",
        f"<main><article>{_ONE}{_TWO}</article>{_THREE}{_FOUR}</main>",
        f"<main><article>{_ONE}{_TWO}</article><div>{_THREE}{_FOUR}{_FOUR}</div></main>",
        f"<main><article>{_ONE}{_TWO}</article><div class='a'>{_THREE}{_FOUR}{_FOUR}</div></main>",
        f"<article>{_ONE}{_TWO}</article><main>{_THREE}{_FOUR}{_FOUR}</main>",
    ],
)
def test_a_report_in_parts_is_read_whole(inside: str) -> None:
    """Beside each other, or its first lines in an article and the rest elsewhere; in its order."""
    text = read_page(f"<nav><a href='/'>Home</a></nav><h1>The dam holds</h1>{inside}")

    places = [text.find(paragraph) for paragraph in PARAGRAPHS]
    assert -1 not in places
    assert sorted(places) == places
    assert "All rights" not in text
    assert ("Loose words" in inside) == ("Loose words" in text)


@pytest.mark.parametrize(
    "inside",
    [
        f"<article><h1>Mill burns</h1><p>{_OTHER}</p></article>",
        f"<article><header>Mill burns</header><p>{_OTHER}</p></article>",
        f"<article><h2><a href='/mill'>Mill burns</a></h2><p>{_OTHER}</p></article>",
        f"<article><a href='/mill'><h2>Mill burns</h2></a><p>{_OTHER}</p></article>",
        f"<article><p><a href='/mill'>{_OTHER}</a></p></article>",
        f"<article class='card'><p>{_OTHER}</p></article>",
        f"<aside><p>{_OTHER} {_OTHER * 20}</p></aside>",
        f"<div class='comments'><p>{_OTHER} {_OTHER * 20}</p></div>",
        f"<div id='comments'><p>{_OTHER} {_OTHER * 20}</p></div>",
        f"<div class='cookie wall'><p>{_OTHER} {_OTHER * 20}</p></div>",
        f"<div class='qc-modal'><p>{_OTHER} {_OTHER * 20}</p></div>",
        f"<div><p>{_OTHER} {_OTHER * 20}</p></div>",
        f"<article><h2>Mill burns</h2><p>{_OTHER}</p></article>",
    ],
)
def test_other_reports_comments_and_side_columns_are_no_part_of_it(inside: str) -> None:
    """Articles with a head of their own, links, other classes; however much they say."""
    text = read_page(
        f"<article><h1>The dam holds</h1>{_ONE}{_TWO}{_THREE}{_FOUR}</article>{inside}"
    )

    assert list(PARAGRAPHS) == [it for it in PARAGRAPHS if it in text]
    assert "Lorne was put out" not in text


@pytest.mark.parametrize("between", ["", "<div class='ad'>Advertisement</div>"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<div class='text-1'>{}</div>", "<div class='rest'>{}</div>"),
        ("<div class='text-1'>{}</div>", "<section>{}</section>"),
        ("<div class='text-1'>{}</div>", "<div class='paywall-content'>{}</div>"),
        ("<div class='text'><div>{}</div></div>", "<div class='more'><div>{}</div></div>"),
        ("<article class='text-1'>{}</article>", "<div class='rest'>{}</div>"),
    ],
)
@pytest.mark.parametrize("around", ["<main>{}</main>", "<div class='page'>{}</div>"])
def test_the_rest_of_a_report_may_stand_in_a_box_of_another_kind(
    around: str, first: str, second: str, between: str
) -> None:
    """Advertisements and walls part it; what has paragraphs and no head of its own goes on."""
    told = f"{first.format(f'{_ONE}{_TWO}')}{between}{second.format(f'{_THREE}{_FOUR}')}"
    text = read_page(around.format(f"<h1>The dam holds</h1>{told}"))

    assert list(PARAGRAPHS) == text.split("\n\n")


def test_links_to_other_reports_in_a_part_do_not_part_it() -> None:
    """Their heading is that of a box of the site's, and not that of the part."""
    box = "<aside><h4><a href='/mill'>Mill burns in Lorne for the second time</a></h4></aside>"
    told = f"<article>{_ONE}{_TWO}</article><article>{_THREE}{box}{_FOUR}</article>"

    assert list(PARAGRAPHS) == read_page(f"<main>{told}</main>").split("\n\n")


@pytest.mark.parametrize("between", ["", "<div class='ad'>Advertisement</div>"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<article>{}</article>", "<section>{}</section>"),
        ("<article>{}</article>", "<div class='rest'>{}</div>"),
        ("<div id='one'>{}</div>", "<div id='two'>{}</div>"),
    ],
)
def test_the_rest_may_stand_right_behind_it_in_the_page(
    first: str, second: str, between: str
) -> None:
    """With nothing else around the two."""
    two = f"{first.format(f'{_ONE}{_TWO}')}{between}{second.format(f'{_THREE}{_FOUR}')}"

    assert list(PARAGRAPHS) == read_page(f"<h1>The dam holds</h1>{two}").split("\n\n")


@pytest.mark.parametrize(
    "behind",
    [
        f"<h2>Elsewhere</h2><div><p>{_OTHER}</p><p>{_OTHER}</p></div>",
        f"<div><p>{_OTHER}</p><p>We use cookies to give you the best experience.</p></div>",
    ],
)
def test_what_stands_further_off_in_the_page_or_is_the_sites_does_not(behind: str) -> None:
    """Words between the two, or what the site says of itself."""
    told = f"<article>{_ONE}{_TWO}{_THREE}{_FOUR}</article>"

    assert list(PARAGRAPHS) == read_page(f"{told}{behind}").split("\n\n")


@pytest.mark.parametrize("around", ["<article>{}{}</article>", "<main>{}<aside>{}</aside></main>"])
@pytest.mark.parametrize(
    ("above", "between", "below"),
    [
        ("<ul><li>", "</li><li>", "</li></ul>"),
        ("<blockquote>", "</blockquote><blockquote>", "</blockquote>"),
        ("<table><tr><td>", "</td></tr><tr><td>", "</td></tr></table>"),
    ],
)
def test_a_report_without_paragraphs_goes_before_comments_with_some(
    above: str, between: str, below: str, around: str
) -> None:
    """They had all the paragraphs of the page, and were published."""
    told = f"{above}{between.join(PARAGRAPHS)}{below}"
    comments = f"<div class='comments'><div class='comment'><p>{_OTHER}</p></div></div>"
    text = read_page(around.format(told, comments) + f"<div><p>{_OTHER}</p></div>")

    assert list(PARAGRAPHS) == text.split("\n\n")


def test_parts_that_are_numbered_are_of_one_kind() -> None:
    """However short they are."""
    parts = (_ONE, _TWO, _THREE, _FOUR)
    told = "".join(f"<div class='part part-{n}'>{it}</div>" for n, it in enumerate(parts))

    assert list(PARAGRAPHS) == read_page(f"<div>{told}</div>").split("\n\n")


@pytest.mark.parametrize(
    "inside",
    [
        f"<div class='about'><p>{_OTHER}</p></div>",
        f"<div class='about'><h3>About</h3><p>{_OTHER}</p><p>{_OTHER}</p></div>",
        f"<div class='about'><hr><p>{_OTHER}</p><p>{_OTHER}</p></div>",
        f"<div class='about'><header>We</header><p>{_OTHER}</p><p>{_OTHER}</p></div>",
        f"<div class='about'><p><a href='/'>{_OTHER}</a></p><p><a href='/'>{_OTHER}</a></p></div>",
        f"<div class='newsletter'><p>{_OTHER}</p><p>{_OTHER}</p></div>",
        f"<div class='paywall'><p>{_OTHER}</p></div>",
        f"<div class='paywall'><p>{_OTHER}</p><p>{_OTHER}</p><button>Go</button></div>",
        f"<ul class='about'><li><p>{_OTHER}</p></li><li><p>{_OTHER}</p></li></ul>",
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "<main><article>{}</article>{}</main>",
        "<div class='page'><div class='text'><div>{}</div></div>{}</div>",
    ],
)
def test_boxes_with_a_head_links_or_one_paragraph_do_not_go_on_with_it(
    around: str, inside: str
) -> None:
    """They stand beside the report as its rest may."""
    text = read_page(around.format(f"{_ONE}{_TWO}{_THREE}{_FOUR}", inside))

    assert list(PARAGRAPHS) == text.split("\n\n")


def test_a_loose_paragraph_of_the_comments_is_no_part_of_it() -> None:
    """It may stand right below the article."""
    told = f"<article>{_ONE}{_TWO}{_THREE}{_FOUR}</article><p class='comment-text'>{_OTHER}</p>"

    assert list(PARAGRAPHS) == read_page(f"<main>{told}</main>").split("\n\n")


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("<div id='content'>{}</div>", "<div id='footer'><p>{}</p></div>"),
        ("<section>{}</section>", "<section><h2>About us</h2><p>{}</p></section>"),
        ("<main><article>{}</article>", "<div id='reactions'><p>{}</p></div></main>"),
    ],
)
def test_boxes_without_a_class_are_not_of_one_kind_for_that(own: str, other: str) -> None:
    """They have names, or heads of their own."""
    told = own.format(f"<h1>The dam holds</h1>{_ONE}{_TWO}{_THREE}{_FOUR}")
    text = read_page(told + other.format(_OTHER * (20 if "reactions" in other else 1)))

    assert list(PARAGRAPHS) == text.split("\n\n")


def test_what_stands_behind_the_end_of_a_page_is_read_without_a_fault() -> None:
    """Browsers show it; the element around it is the page itself."""
    html = f"<html><body>Menu</body><p>{PARAGRAPHS[0]}<article>{_TWO}{_THREE}</article></html>"

    assert PARAGRAPHS[1] in html_to_text(part_page(html, ["The dam holds"]).html)
