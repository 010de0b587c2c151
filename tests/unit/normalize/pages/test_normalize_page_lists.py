"""Lists, tables and quotations inside the article of a page."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.lists import keep_lists
from feeds.normalize.pages.report import part_page
from feeds.normalize.pasted.blocks import list_blocks
from feeds.text.markup import html_to_text, parse_html

_LINKS = "<li><a href='/a'>Mill of Lorne burns to the ground</a> <time>3 hours ago</time></li>"


def read_article(inside: str, place: int) -> str:
    """Return the words of an article with something behind so many of its paragraphs."""
    parts = [f"<p>{text}</p>" for text in PARAGRAPHS]
    parts.insert(place, inside)
    page = f"<html><body><article><h1>The dam holds</h1>{''.join(parts)}</article></body></html>"
    text = html_to_text(part_page(page, ["The dam holds"]).html)
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    return text


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_heading_above_a_list_stays_with_it(place: int) -> None:
    """Below the last paragraph it may head other reports."""
    text = read_article("<h3>Where</h3><ul><li>Hask</li><li>Lorne</li></ul>", place)

    assert "Where\n\nHask\n\nLorne\n\n" in text


@pytest.mark.parametrize("place", [1, 2, 4])
@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<ul><li>Hask</li><li>Lorne</li></ul>", ["Hask", "Lorne"]),
        ("<ol><li>Repair</li><li>Sell the land at once</li></ol>", ["Repair", "Sell the land"]),
        ("<ul><li><p>Hask</p></li><li><p>Lorne</p></li></ul>", ["Hask", "Lorne"]),
        ("<ul><li>Hask<ul><li>Pier<ul><li>Lamp</li></ul></li></ul></li></ul>", ["Pier", "Lamp"]),
        ("<dl><dt>Hask</dt><dd>A town.</dd><dt>Lorne</dt><dd>Another.</dd></dl>", ["Hask"]),
        ("<p>Closed since then:</p><ul><li>Hask</li><li>Lorne</li></ul>", ["since then", "Hask"]),
        ("<ul><li><a href='/i'>Ina Moll</a>, 41</li><li>Ola Bern, 33</li></ul>", ["Ina", "Ola"]),
        (
            (
                "<table><caption>Votes</caption><tr><th>Party</th><th>Seats</th></tr>"
                "<tr><td>Greens</td><td>11</td></tr></table>"
            ),
            ["Votes", "Party", "Greens", "11"],
        ),
        ("<table><tr><td>Hask</td></tr><tr><td>Lorne</td></tr></table>", ["Hask", "Lorne"]),
        (
            "<blockquote><p>It will hold.</p><footer>Ina Moll</footer></blockquote>",
            ["It will hold.", "Ina Moll"],
        ),
    ],
)
def test_a_list_of_the_report_is_kept_whole(inside: str, words: list[str], place: int) -> None:
    """Short items as well, whatever stands around it, and behind the last paragraph."""
    text = read_article(inside, place)

    assert [] == [word for word in words if word not in text]


@pytest.mark.parametrize(
    "inside",
    [
        f"<ul>{_LINKS}{_LINKS}</ul>",
        "<ul><li><a href='/a'>Hask</a></li><li><a href='/b'>Lorne</a></li><li>Mud</li></ul>",
        "<ul><li>Hask</li><li>Share</li></ul>",
        "<h3>Related stories</h3><ul><li>Hask</li><li>Lorne</li></ul>",
        "<p>Read more about the floods here:</p><ul><li>Hask</li><li>Mud</li></ul>",
        "<ul><li>Hask</li></ul>",
        "<table><tr><td><div>Hask</div></td></tr><tr><td>Pier</td></tr></table>",
    ],
)
def test_what_is_not_surely_a_list_of_the_report_is_left_to_others(inside: str) -> None:
    """Links to other reports, labels, what is announced as theirs, single items, a layout."""
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = parse_html(f"<div>{first}{inside}{''.join(rest)}</div>")
    assert body is not None
    blocks = list_blocks(body)

    assert blocks == keep_lists(blocks)


def test_a_list_above_the_report_or_behind_labels_below_it_is_left_to_others() -> None:
    """There stand the sections of a site, and subjects of other reports."""
    told = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    places = "<ul><li>Hask</li><li>Lorne</li></ul>"
    for page in (f"<div>{places}{told}</div>", f"<div>{told}<p>Places</p>{places}</div>"):
        body = parse_html(page)
        assert body is not None
        blocks = list_blocks(body)
        assert blocks == keep_lists(blocks)


def test_lists_in_lists_are_read_however_deep_they_are() -> None:
    """The parser's own limit would cut off all that stands behind."""
    inside = f"{'<ul><li>Hask' * 190}{'</li></ul>' * 190}"

    assert 190 == read_article(inside, 2).count("Hask")
