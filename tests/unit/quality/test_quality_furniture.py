"""Learning what furniture looks like: from pages to labelled lines to weights."""

import gzip
import json
from pathlib import Path

from quality.marked import Page, find_headline, read_pages, split_publishers
from quality.regression import Told, fit_weights
from quality.rendering import render_lines
from quality.shown import show_page
from quality.train_furniture import copy_pages, learn_weights, measure_copies

from feeds.text.markup import parse_html

_BODY = (
    "The dike at Brenn Ford held through the night, and forty volunteers went home at dawn.",
    "It was the third flood of the year, said the district, and the highest since the war.",
    "What comes next",
    "Sandbags will stay where they are until the water has fallen by another metre at least.",
)
_PAGE = f"""<!doctype html><html><head><title>Dike holds at Brenn Ford | The Ford Post</title>
<meta property="og:title" content="Dike holds at Brenn Ford tonight"></head><body>
<ul><li>Home</li><li>World<script>run()</script></li></ul>
<div hidden>Not shown</div>
<h1>Dike holds at Brenn Ford</h1>
<div class="text"><p>{_BODY[0]}</p><div>Advert</div>
<figure><img src="dike.jpg" alt=""><figcaption>The dike at dawn</figcaption></figure>
<p>{_BODY[1]}</p><h2>{_BODY[2]}</h2><p>{_BODY[3]}</p></div>
<table><tr><td>Level</td><td>4,1 m</td></tr></table>
<p>Most read<br>Mayor resigns</p></body></html>"""


def _page(number: int = 1, html: str = _PAGE) -> Page:
    """Return a page of a publisher of its own."""
    return Page(
        id=str(number),
        publisher=f"p{number}.example",
        html=html,
        body="\n".join(_BODY),
        headline=find_headline(html),
    )


def test_a_page_is_rendered_line_by_line() -> None:
    """Blocks and breaks end lines, cells are parted by tabs, what is hidden is left out."""
    root = parse_html(_PAGE)
    assert root is not None

    lines = [(line.text, line.apart) for line in render_lines(root)]

    assert lines[:3] == [("Home", True), ("World", False), ("Dike holds at Brenn Ford", True)]
    assert ("Advert", True) in lines
    assert lines[-3:] == [("Level\t4,1 m", True), ("Most read", True), ("Mayor resigns", False)]
    assert not [text for text, _ in lines if "Not shown" in text or "run()" in text]


def test_every_line_is_labelled_by_the_report_that_people_marked() -> None:
    """A subheading inside it is the report's; the same words far from it would not be."""
    shown = [(line.kind, line.text) for line in show_page(_page())]

    assert [text for kind, text in shown if kind == "report"] == list(_BODY)
    assert ("headline", "Dike holds at Brenn Ford") in shown
    assert ("caption", "The dike at dawn") in shown
    assert [text for kind, text in shown if kind == "furniture"][:3] == ["Home", "World", "Advert"]


def test_who_selects_begins_at_the_headline_and_ends_with_the_element() -> None:
    """The menu above and the lists below stay out, what stands between does not."""
    selected = [line.text for line in show_page(_page()) if line.selected]

    assert (selected[0], selected[-1]) == ("Dike holds at Brenn Ford", _BODY[3])
    assert "Advert" in selected


def test_a_folder_of_pages_is_read(tmp_path: Path) -> None:
    """The list may hold the page itself, or it stands in a file of its own."""
    body = "\n".join(_BODY)
    rows = [
        {"id": "a", "url": "https://www.post.example/1", "body": body, "html": _PAGE},
        {"id": "b", "url": "https://sound.example/2", "body": body, "headline": "Marked"},
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "b.html.gz").write_bytes(gzip.compress(_PAGE.encode()))

    pages = list(read_pages(tmp_path))

    assert [page.publisher for page in pages] == ["post.example", "sound.example"]
    assert [page.headline for page in pages] == ["Dike holds at Brenn Ford", "Marked"]
    assert [page.html for page in pages] == [_PAGE, _PAGE]


def test_no_publisher_is_learnt_from_and_held_out() -> None:
    """Every other one is held out, with all of its pages."""
    learnt, unseen = split_publishers([_page(1), _page(2), _page(3), _page(1)])

    assert [page.id for page in learnt] == ["1", "3", "1"]
    assert [page.id for page in unseen] == ["2"]


def test_a_feature_that_tells_has_a_weight_and_noise_has_none() -> None:
    """And the same examples give the same weights."""
    told = [
        Told(features=(float(it % 2), float(it % 3)), ours=it % 2 == 1, weight=1.0)
        for it in range(600)
    ]

    bias, (telling, noise) = fit_weights(told)

    assert telling > 1 > abs(noise)
    assert bias < 0 < bias + telling
    assert (bias, [telling, noise]) == fit_weights(told)


def test_pages_teach_weights_that_can_be_measured() -> None:
    """Rules alone and with weights, on pages that were not learnt from."""
    weights = learn_weights(copy_pages([_page(it) for it in range(4)]))
    unseen = copy_pages([_page(9, _PAGE.replace("Advert", "A word of thanks"))])

    measured = [measure_copies(unseen, it) for it in (None, weights)]

    assert [1.0, 1.0] == [it.kept for it in measured]
    assert [1.0, 1.0] == [it.headlines for it in measured]
    assert measured[1].gone >= measured[0].gone > 0
