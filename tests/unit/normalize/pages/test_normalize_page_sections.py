"""Short sections at the end of a page's report, and what looks like them."""

import re

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import PageParts, part_page
from feeds.text.markup import html_to_text

_REPORT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def _part(below: str, above: str = _REPORT) -> PageParts:
    """Return what is found in an article that ends with something."""
    page = f"<html><body><article><h1>The dam holds</h1>{above}{below}</article></body></html>"
    return part_page(page, ["The dam holds"])


def _read(below: str, above: str = _REPORT) -> list[str]:
    """Return the paragraphs of an article that ends with something."""
    return html_to_text(_part(below, above).html).split("\n\n")


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("<h2>Also</h2><p>The pool stays closed.</p>", ("Also", "The pool stays closed.")),
        (
            "<h3>How many?</h3><p>Four hundred.</p><h3>And you?</h3><p>No.</p>",
            ("How many?", "Four hundred.", "And you?", "No."),
        ),
        ("<h2>Bahn</h2><p>Sie ruht.</p>", ("Bahn", "Sie ruht.")),
        ("<h2>Écoles</h2><p>Fermées.</p>", ("Écoles", "Fermées.")),
        ("<h2>電車</h2><p>全線で運休。</p>", ("電車", "全線で運休。")),
        ("<h2>Школы</h2><p>Закрыты.</p>", ("Школы", "Закрыты.")),
        (
            "<h2>Method</h2><ol><li>Slice</li><li>Fry</li></ol><p>Serves four.</p>",
            ("Method", "Slice", "Fry", "Serves four."),
        ),
        ("<h2>Hours</h2><ul><li>Saturday: 10 to 16</li></ul>", ("Hours", "Saturday: 10 to 16")),
        ("<p><b>Road</b></p><p>All are open.</p>", ("Road", "All are open.")),
        ("<section><h2>Road</h2><p>It is open.</p></section>", ("Road", "It is open.")),
        ("<p>Advertisement</p><h2>Road</h2><p>It is open.</p>", ("Road", "It is open.")),
        ("<h2>Road</h2><p>Open.</p><p><a href='/t'>Hask</a></p>", ("Road", "Open.")),
    ],
)
def test_a_short_section_is_kept_and_said_to_be_doubtful(
    below: str, words: tuple[str, ...]
) -> None:
    """However short it is, for no paragraph follows; with every line of it."""
    assert [*PARAGRAPHS, *words] == _read(below)
    assert words == _part(below).margins.doubtful


def test_a_report_of_one_paragraph_keeps_many_sections() -> None:
    """More than the paragraph weighs, and with it the paragraph behind them."""
    sections = "".join(f"<h3>Town {it}</h3><p>It rains.</p>" for it in "ABCDEFGHIJKL")
    first, *_, last = (f"<p>{text}</p>" for text in PARAGRAPHS)

    found = _read(f"{sections}{last}", first)

    assert [PARAGRAPHS[0], "Town A", "It rains."] == found[:3]
    assert ["It rains.", PARAGRAPHS[-1]] == found[-2:]
    assert () == _part(f"{sections}{last}", first).margins.doubtful


@pytest.mark.parametrize(
    "below",
    [
        "<h3><a href='/a'>Lorne</a></h3><p>A mill burns.</p>",
        "<h3>Mill burns</h3><p>Nobody was hurt.</p><p><a href='/a'>Read more</a></p>",
        "<h3>Mill burns</h3><p>3 hours ago</p><p>Nobody was hurt.</p>",
        (
            "<h3>Mill burns</h3><p>Nobody was hurt.</p><p>2 March 2026</p>"
            "<h3>Market opens</h3><p>On Friday.</p><p>1 March 2026</p>"
        ),
        (
            "<h3>Mill burns</h3><p>No dead.</p><p><a href='/a'>Mill in Lorne</a></p>"
            "<h3>Market opens</h3><p>On Friday.</p><p><a href='/b'>Market in Orme</a></p>"
        ),
        "<div class='card'><h3>Mill burns</h3><p>Nobody was hurt.</p></div>",
        "<h3>Elsewhere</h3><p><a href='/a'>Mill burns in Lorne</a></p>",
        "<h3>Most read</h3><ul><li>Mill burns</li><li>Choir sings</li></ul>",
        "<h3>Mehr zum Thema</h3><p>Mühle brennt.</p>",
        "<h3>About the author</h3><p>Ina Moll is a reporter.</p><h3>Books</h3><p>Two.</p>",
        "<h3>Über unsere Autorin</h3><p>Ina Moll ist Reporterin.</p>",
        "<h3>À propos de l’auteur</h3><p>Ina Moll vit ici.</p>",
        "<h3>Our newsletter</h3><p>Get it every morning.</p>",
        "<h3>Der Newsletter zum Tag</h3><p>Kostenlos.</p>",
        "<h3>Kontakt</h3><p>Mühlgasse 12.</p>",
        "<h3>Share</h3><p>Tell your friends.</p>",
        "<h3>3 Kommentare</h3><p>Endlich!</p>",
        "<h3>Stay informed</h3><form><input><button>Go</button></form>",
        "<h3>Elsewhere</h3><p>Mill burns in Lorne</p><p>Choir sings in Orme</p>",
        "<h3>Elsewhere</h3><p><a href='/a'>Who pays for it?</a></p>",
        "<h3>On the way</h3><ul><li>Share</li><li>Hask</li></ul>",
        "<h3>On the way</h3><ul><li>By Ina Moll</li></ul>",
        "<p>Places</p><h3>Hask</h3><p>A town.</p>",
    ],
)
def test_what_the_site_says_below_a_report_is_no_section(below: str) -> None:
    """Other reports, who wrote it, how to get more of it: by link, label, day or box."""
    heads = re.findall(r"<h3>(?:<a[^>]*>)?([^<]+)", below)
    told = PARAGRAPHS[:2]
    found = _part(below, "".join(f"<p>{it}</p>" for it in told))
    words = html_to_text(found.html).split("\n\n")

    assert list(told) == words[:2]
    assert not {*heads} & {*words}
    assert () == found.margins.doubtful


def test_what_stands_outside_of_the_box_of_a_report_is_no_part_of_its_sections() -> None:
    """A heading that ends the box has nothing below it, whatever stands behind."""
    above = f"<div class='text'>{_REPORT}<h3>Voices</h3></div>"

    assert () == _part("<p>The choir.</p>", above).margins.doubtful
    assert ("Road", "Open.") == _part("<h3>Road</h3><p>Open.</p>").margins.doubtful
