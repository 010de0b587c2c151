"""Boxes beside the text of a page: facts of the report, or the site's."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_PARTS = tuple(f"<p>{text}</p>" for text in PARAGRAPHS)


def read_with(box: str, place: int) -> str:
    """Return the words of an article with a box behind so many of its paragraphs."""
    told = "".join((*_PARTS[:place], box, *_PARTS[place:]))
    page = f"<html><body><article><h1>The dam holds</h1>{told}</article></body></html>"
    text = html_to_text(part_page(page, ["The dam holds"]).html)
    assert [it for it in PARAGRAPHS if it in text] == list(PARAGRAPHS)
    return text


@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize(
    ("box", "words"),
    [
        (
            (
                "<aside class='factbox'><h3>The dam</h3><p>It was built by the mill owners of "
                "Lorne in 1911.</p><ul><li>Height: 42 metres</li><li>Length: 310 metres</li></ul>"
                "</aside>"
            ),
            ["The dam", "It was built", "Height: 42", "Length: 310"],
        ),
        (
            "<aside><h4>Der Damm</h4><p>Er wurde 1911 von Müllern aus Lorne erbaut.</p></aside>",
            ["Der Damm", "Er wurde 1911"],
        ),
        (
            (
                "<aside><p>La digue a été construite en 1911 par <a href='/m'>les meuniers</a> de "
                "Lorne, puis rehaussée.</p></aside>"
            ),
            ["La digue a été construite"],
        ),
        (
            (
                "<aside><dl><dt>Altura</dt><dd>42 metros sobre el río</dd><dt>Año</dt>"
                "<dd>1911, el de la gran crecida</dd></dl></aside>"
            ),
            ["Altura", "42 metros", "Año", "1911"],
        ),
        (
            "<aside><p>ダムは一九一一年に製粉所の主人が建てた。</p></aside>",
            ["ダムは一九一一年"],
        ),
    ],
)
def test_a_box_of_facts_between_paragraphs_is_kept(box: str, words: list[str], place: int) -> None:
    """With its title and its list, once, in its place."""
    text = read_with(box, place)

    assert [1] * len(words) == [text.count(word) for word in words]
    assert text.index(words[0]) > text.index(PARAGRAPHS[place - 1])
    assert text.index(words[-1]) < text.index(PARAGRAPHS[place])


def test_below_the_report_its_name_tells_a_box_of_facts() -> None:
    """There stand author's notes and offers, too."""
    told = "<h3>Elsewhere</h3><p>It was built by the mill owners of Lorne in the year 1911.</p>"

    for name in ("factbox", "article-info", "encadre", "ficha", "infobox dark"):
        assert "It was built" in read_with(f"<aside class='{name}'>{told}</aside>", 4)
    for name in ("", "box", "author-info", "info-newsletter"):
        assert "It was built" not in read_with(f"<aside class='{name}'>{told}</aside>", 4)


@pytest.mark.parametrize(
    "box",
    [
        "<p>Elsewhere the dams are older, and nobody has looked at them.</p><a href='/a'>More</a>",
        "<h4>Elsewhere</h4><ul><li><a href='/a'>Mill burns down</a></li><li>Mud falls</li></ul>",
        "<p>Elsewhere you may write to us about what you have seen.</p><button>Write</button>",
        "<p>Elsewhere you may write to us about what you have seen.</p><form><input></form>",
        "<p>Elsewhere</p>",
        "<p>Elsewhere, <a href='/a'>the mill of Lorne burned to the ground</a>, they say.</p>",
        "<h4>Read more</h4><p>Elsewhere the dams are older, and nobody has looked at them.</p>",
        "<time>Today</time><p>Elsewhere the dams are older, and nobody has looked at them.</p>",
    ],
)
def test_boxes_of_links_and_offers_stay_out(box: str) -> None:
    """Links on lines of their own, buttons, labels, or hardly a word."""
    assert "Elsewhere" not in read_with(f"<aside>{box}</aside>", 2)


@pytest.mark.parametrize("name", ["newsletter", "related", "ad", "author-box", "promo", "teaser"])
def test_boxes_with_the_name_of_furniture_stay_out(name: str) -> None:
    """Whatever they say."""
    told = "<p>Elsewhere the dams are older, and nobody has looked at them.</p>"

    assert "Elsewhere" not in read_with(f"<aside class='{name}'>{told}</aside>", 2)


def test_a_quote_in_large_letters_is_not_said_again() -> None:
    """The report has it in its own place."""
    quote = "“Nobody has to be afraid, but nobody has to be careless either”"

    for box in (f"<p>{quote}</p><p>Ida Brenn</p>", f"<blockquote>{quote}.</blockquote>"):
        text = read_with(f"<aside>{box}</aside>", 2)
        assert text.count("Nobody has to be afraid") == 1


def test_a_box_above_the_report_is_a_side_column() -> None:
    """No paragraph stands before it."""
    told = "<p>Elsewhere the dams are older, and nobody has looked at them.</p>"

    assert "Elsewhere" not in read_with(f"<aside>{told}</aside>", 0)
