"""What stands in a report beside paragraphs: headings, formulas, marked items, answers, figures."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text, sanitize_html

_FIRST, *_REST = (f"<p>{text}</p>" for text in PARAGRAPHS)
_MARKED = "<p>• Hask</p><p>• Lorne</p><p>• Mill</p>"


def read_around(inside: str) -> str:
    """Return the words of an article with something behind its first paragraph."""
    told = f"<h1>The dam holds</h1>{_FIRST}{inside}{''.join(_REST)}"
    page = part_page(f"<html><body><article>{told}</article></body></html>", ["The dam holds"])
    text = html_to_text(sanitize_html(page.html))
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    return text


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<h1>What follows</h1>{_REST[0]}", ["What follows"]),
        (f"<section><h1>What follows</h1>{_REST[0]}</section>", ["What follows"]),
        (f"<h1>今後の見通し</h1><p>{'雨は朝までにやむ見込みだ' * 3}。</p>", ["今後の見通し"]),
        (f"<details><summary>Weather</summary>{_REST[0]}</details>", ["Weather"]),
        (_MARKED, ["• Hask", "• Lorne", "• Mill"]),
        ("<p>– Unterstadt</p><p>– Hafen</p>", ["– Unterstadt", "– Hafen"]),
        ("<p><b>Hält der Damm?</b></p><p>Ja.</p>", ["Hält der Damm?", "Ja."]),
        ("<p>¿Habrá mercado?</p><p>No.</p>", ["¿Habrá mercado?", "No."]),
        ("<p>ダムは持つのか？</p><p>はい。</p>", ["ダムは持つのか？", "はい。"]),
        ("<figure><ul><li>Hask</li><li>Pier</li></ul></figure>", ["Hask", "Pier"]),
        ("<p>It is <math><mi>v</mi><mo>=</mo><mn>42</mn></math> there.</p>", ["v = 42 there"]),
        ("<p>So <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> fell.</p>", ["So 1 2 fell."]),
        (
            "<p>So <math><semantics><mn>7</mn><annotation>TEX</annotation></semantics></math>.</p>",
            ["So 7."],
        ),
    ],
)
def test_structures_of_the_report_keep_their_words(inside: str, words: list[str]) -> None:
    """In their order, none of them twice."""
    text = read_around(inside)

    places = [text.find(word) for word in words]
    assert -1 not in places
    assert sorted(places) == places
    assert [1] * len(words) == [text.count(word) for word in words]


@pytest.mark.parametrize(
    "inside",
    [
        "<div><h1>Elsewhere in the valley</h1></div>",
        "<p>• <a href='/a'>Elsewhere</a></p><p>• <a href='/b'>Hask</a></p>",
        "<p>• Share</p><p>• Elsewhere</p>",
        "<figure><h4>Elsewhere this week</h4><ul><li><a href='/a'>Mill</a></li></ul></figure>",
        "<figure><img src='a.jpg'><ul><li>Elsewhere</li><li>Hask</li></ul></figure>",
        "<form><p>Elsewhere you may write to us with your address and your name.</p></form>",
        "<p>Elsewhere.</p>",
    ],
)
def test_what_looks_like_them_and_is_the_sites_goes(inside: str) -> None:
    """Titles of boxes, links with a mark, share bars, galleries, forms, single words."""
    assert "Elsewhere" not in read_around(inside)


def test_the_headline_below_paragraphs_is_no_heading_of_a_part() -> None:
    """A bar that follows the reader says it again."""
    assert "The dam holds" not in read_around(f"<h1>The dam holds</h1>{_REST[0]}")


def test_an_item_that_is_a_link_stays_with_its_list() -> None:
    """Behind the last paragraph, where links go."""
    items = "<ul><li><a href='/ina'>Ina</a></li><li>Ola Bern</li><li>Udo Kern</li></ul>"
    told = f"<article>{_FIRST}{''.join(_REST)}{items}</article>"
    text = html_to_text(part_page(f"<html><body>{told}</body></html>").html)

    assert text.endswith("Ina\n\nOla Bern\n\nUdo Kern")


def test_a_report_in_a_form_is_read() -> None:
    """Some programs write a form around a whole page."""
    told = f"<main><form><h1>The dam holds</h1>{_FIRST}{''.join(_REST)}</form></main>"
    text = html_to_text(part_page(f"<html><body>{told}</body></html>", ["The dam holds"]).html)

    assert list(PARAGRAPHS) == text.split("\n\n")
