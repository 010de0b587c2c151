"""Cards in a page's report, each one link around a title and what it says, are none of it."""

import pytest
from pages import PARAGRAPHS, read_around

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_TITLE = "Mill burns in Lorne for the second time"
_MILL = "Firefighters were at work through the whole night in the lower town."
_MARKET = "The council has found the money for the roof of the old hall at last."


@pytest.mark.parametrize(
    "card",
    [
        f"<a href='/a'><h3>{_TITLE}</h3><p>{_MILL}</p></a>",
        f"<a href='/a'><div>Lorne</div><div>{_TITLE}</div><div>2 days ago</div></a>",
        f"<div><h4>From the valley</h4><a href='/a'><h3>{_TITLE}</h3><p>{_MILL}</p></a></div>",
        f"<div>Zum Thema:<ul><li><a href='/a'><h3>{_TITLE}</h3><p>Ina</p></a></li></ul></div>",
        f"<figure><a href='/a'><div>{_TITLE}</div><div>{_MILL}</div><div>Ada</div></a></figure>",
        "<div><p>関連</p><a href='/a'><h3>ローンの工場でまた火事</h3><p>消防が出動</p></a></div>",
    ],
)
def test_cards_between_paragraphs_go(card: str) -> None:
    """With the label above them, which stands in one box with them."""
    assert list(PARAGRAPHS) == read_around(card)


@pytest.mark.parametrize(
    "told",
    [
        f"<a href='/a'><p>{_MILL}</p><p>{_MARKET}</p></a>",
        f"<a href='/a'><h3>{_TITLE}</h3></a><p>{_MILL}</p>",
        f"<a href='/a'><p>{_MILL}</p></a>",
        f"<h2>{_MILL}</h2><a href='/a'><h3>{_TITLE}</h3><p>Lorne</p></a>",
        f"<a name='fire'><h3>{_TITLE}</h3><p>{_MILL}</p></a>",
        f"<a href='#fire'><h3>{_TITLE}</h3><p>{_MILL}</p></a>",
        f"<p>They sent <a href='/a'>word<br><br>{_TITLE}</a>. {_MILL}</p>",
        f"<a href='/a'><ul><li>{_MILL}</li><li>Hask</li></ul></a>",
        f"<a href='/a'><blockquote>{_MILL}</blockquote>Ada</a>",
    ],
)
def test_links_around_words_of_the_report_stay(told: str) -> None:
    """Sentences in a link that is not closed, a link in a heading, a place in the same page."""
    assert any(_MILL in text for text in read_around(told))


def test_what_stands_beside_a_card_stays() -> None:
    """A sentence in the box of a card is no label."""
    inside = f"<div><p>{_MARKET}</p><a href='/a'><h3>{_TITLE}</h3><p>{_MILL}</p></a></div>"

    found = read_around(inside)

    assert _MARKET in found
    assert _MILL not in found


def test_a_heading_above_cards_goes_where_no_paragraph_is_below_them() -> None:
    """Else it heads that paragraph."""
    card = f"<a href='/a'><h3>{_TITLE}</h3><p>{_MILL}</p></a>"

    assert "What follows" in read_around(f"<h2>What follows</h2>{card}")
    assert "Elsewhere" not in read_around(f"<div><h2>Elsewhere</h2>{card}{card}</div>")
    assert "Elsewhere" not in read_around(f"<h2>Elsewhere</h2>{card}<h2>What follows</h2>")


def test_a_page_that_is_a_list_of_linked_briefs_keeps_them() -> None:
    """They are its report; and so are scores, which are no titles."""
    briefs = "".join(
        f"<a href='/{place}'><h3>{_TITLE} {place}</h3><p>{text}</p></a>"
        for place, text in enumerate((_MILL, _MARKET, _MILL.replace("lower", "upper")))
    )
    told = f"<h1>The week in short</h1>{briefs}"
    page = part_page(f"<html><body><article>{told}</article></body></html>", ["The week in short"])
    scores = "<a href='/s'><div>Hask 2</div><div>Vell 1</div></a>"

    assert all(text in html_to_text(page.html) for text in (_MILL, _MARKET))
    assert "Hask 2" in " ".join(read_around(scores))
