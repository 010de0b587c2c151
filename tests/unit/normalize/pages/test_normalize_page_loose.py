"""Paragraphs of a page that stand in no paragraph: behind breaks, or in a box each."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.loose import mark_loose
from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text, parse_html

_GERMAN = (
    "Der alte Damm über Aubeval hält nach Angaben der Ingenieure auch diese Nacht stand.",
    "Familien aus der Unterstadt schlafen trotzdem in der Schule, wo neunzig Betten stehen.",
    "Die Bahn nach Lorne fährt erst wieder, wenn das Wasser am Bahnhof gefallen ist.",
    "Bis Mittwoch soll es regnen, danach werden die Schleusen nach und nach geschlossen.",
)
_JAPANESE = (
    "ダムの技師は月曜日、町の上にある古いダムは今夜も持ちこたえると話した。",
    "低い地区の家族は、議会がベッドを用意した学校の体育館で眠るように求められた。",
    "鉄道は水が引くまで運休し、橋のたもとの工場は従業員を帰宅させた。",
    "雨は水曜日の朝までにやむ見込みで、週末までには水門が閉じられるという。",
)
_OTHER = "A fire in the old mill of Lorne was put out before anybody was hurt, the town said."
_TEASERS = (
    "<div class='more'><h3>Elsewhere</h3>"
    f"<div><a href='/mill'>Mill burns</a></div><div>{_OTHER}</div></div>"
)
_REMARKS = f"<section class='talk'><h3>3 remarks</h3><p>{_OTHER}</p><p>{_OTHER}</p></section>"


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, _GERMAN, _JAPANESE])
@pytest.mark.parametrize("beside", [_TEASERS, _REMARKS, f"{_REMARKS}{_TEASERS}"])
@pytest.mark.parametrize(
    ("above", "between", "below"),
    [
        ("<div class='text'>", "<br><br>", "</div>"),
        ("<div class='text'>", "<br> <br/><br>", "<br></div>"),
        ("<div class='text'><div>", "</div><div>", "</div></div>"),
        ("<table><tr><td><a href='/'>Home</a></td><td>", "<br><br>", "</td></tr></table>"),
    ],
)
def test_a_report_without_paragraphs_is_told_from_what_stands_beside_it(
    above: str, between: str, below: str, beside: str, paragraphs: tuple[str, ...]
) -> None:
    """Teasers and remarks of readers had the only paragraphs of the page, and were published."""
    told = f"{above}{between.join(paragraphs)}{below}"
    page = f"<html><body><div><h1>The dam</h1>{told}{beside}</div></body></html>"
    text = html_to_text(part_page(page, ["The dam"]).html)

    assert list(paragraphs) == text.split("\n\n")


@pytest.mark.parametrize(
    "inside",
    [
        "<div>Few words stand here.</div>",
        "<div><a href='/a'>A link with as many words as a whole sentence has.</a></div>",
        "<div><a href='/a'>A link with as many words as a sentence</a> and few</div>",
        f"<a href='/a'><div>{_OTHER}</div></a>",
        f"<table><tr><td>{_OTHER}</td><td>12</td></tr></table>",
        f"<div itemprop='articleBody'>{_OTHER}</div>",
        f"<div class='comment'>{_OTHER}</div>",
        f"<ul><li>{_OTHER}</li></ul>",
        f"<p>{_OTHER}</p>",
    ],
)
def test_links_cells_and_boxes_of_the_site_are_no_paragraphs(inside: str) -> None:
    """Nor are few words, and what is marked as a whole report."""
    root = parse_html(f"<html><body><div>{inside}</div></body></html>")
    assert root is not None
    before = [(it.tag, it.text, it.tail) for it in root.iter()]

    mark_loose(root)

    assert before == [(it.tag, it.text, it.tail) for it in root.iter()]


def test_words_keep_their_order_and_their_breaks() -> None:
    """A single break stands inside of a paragraph, and elements of running text stay in it."""
    parts = (
        "The dam of Aubeval, <b>as the engineers say</b>, will hold",
        "for the whole of the night.<br><br>Few words.<br><br>Families from the <i>lower</i> town",
        "were asked to sleep in the hall of the school.<div>Even so.</div>The railway of the town",
        "stays closed until the water of the lake falls.",
    )
    told = "<br>".join(parts)
    root = parse_html(f"<html><body><div>{told}</div></body></html>")
    assert root is not None
    plain = html_to_text(f"<div>{told}</div>")

    mark_loose(root)

    marked = ["".join(it.itertext()) for it in root.iter("p")]
    assert ["The dam of Aub", "Families from ", "The railway of"] == [it[:14] for it in marked]
    assert plain.split() == " ".join(root.itertext()).replace(" ,", ",").split()


def test_comments_stay_out_of_reports_whose_words_are_not_parted() -> None:
    """Nothing was counted of such a page, and all of it was taken for the report."""
    told = "".join(f"<p>{it}</p>" for it in _JAPANESE)
    other = "<p>古い工場の火事は、けが人が出る前に消し止められたと町が発表した。</p>"
    page = f"<article>{told}</article><div>{other}</div>"
    text = html_to_text(part_page(f"<html><body>{page}</body></html>").html)

    assert list(_JAPANESE) == text.split("\n\n")
