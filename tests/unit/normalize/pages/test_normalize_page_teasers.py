"""Other reports announced below the report of a page."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_REPORT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
_MILL = "Firefighters were at work through the whole night in the lower town."
_MARKET = "The council has found the money for the roof of the old hall at last."


def read_below(below: str, report: str = _REPORT) -> list[str]:
    """Return the paragraphs of an article that ends with something."""
    page = f"<html><body><article><h1>The dam holds</h1>{report}{below}</article></body></html>"
    return html_to_text(part_page(page, ["The dam holds"]).html).split("\n\n")


@pytest.mark.parametrize("label", ["", "<h2>Elsewhere in town</h2>", "<p>Related</p>"])
@pytest.mark.parametrize(
    ("above", "between", "behind"),
    [
        ("<h3><a href='/a'>", "</a></h3><p>", "</p>"),
        ("<div><a href='/a'><h3>", "</h3></a><div>", "</div></div>"),
        ("<a href='/a'><h3>", "</h3><p>", "</p></a>"),
        ("<div><a href='/a'>", "</a></div><p>", "</p>"),
        ("<li><h4><a href='/a'>", "</a></h4><time>3 hours ago</time><p>", "</p></li>"),
    ],
)
@pytest.mark.parametrize(
    "titles",
    [
        ("Mill burns in Lorne for the second time", "Market to open again in the spring"),
        ("Mühle in Lorne brennt zum zweiten Mal", "Wer wird der nächste Bürgermeister?"),
        ("ローンの古い工場でまた火事が起きた", "市場は春に再び開くと議会が発表"),
    ],
)
def test_teasers_below_a_report_go(
    titles: tuple[str, str], above: str, between: str, behind: str, label: str
) -> None:
    """A title that is a link, and a sentence; with the label above them all."""
    told = zip(titles, (_MILL, _MARKET), strict=True)
    teasers = (f"{above}{title}{between}{text}{behind}" for title, text in told)

    assert list(PARAGRAPHS) == read_below(f"{label}{''.join(teasers)}")


def test_one_teaser_goes_with_a_label_above_it() -> None:
    """Else it may be a thing that the report tells of, though a heading has a link."""
    title = "<a href='/a'>Mill burns in Lorne for the second time</a>"

    assert _MILL in read_below(f"<h3>{title}</h3><p>{_MILL}</p>")
    assert _MILL not in read_below(f"<h3>Elsewhere</h3><p>{title}</p><p>{_MILL}</p>")
    assert _MILL in read_below(f"<p>{title}</p><p>{_MILL}</p>")


@pytest.mark.parametrize(
    "below",
    [
        f"<h3>Mill burns in Lorne for the second time</h3><p>{_MILL}</p>" * 2,
        f"<h3><a href='/ada'>Ada Moll</a></h3><p>{_MILL}</p>" * 2,
        f"<h3><a href='#mill'>Mill burns in Lorne for the second time</a></h3><p>{_MILL}</p>" * 2,
        f"<h3>The mill <a href='/a'>that burns in Lorne</a> still stands</h3><p>{_MILL}</p>" * 2,
        f"<h3><a href='/a'>Mill burns in Lorne for the second time</a></h3>{_REPORT}",
        f"<h3><a href='/a'>Mill burns in Lorne again now</a></h3>{f'<p>{_MILL}</p>' * 9}",
    ],
)
def test_parts_of_a_report_with_titles_are_kept(below: str) -> None:
    """Titles without a link, names, links into the page, long parts."""
    assert _MILL in read_below(below) or read_below(below).count(PARAGRAPHS[0]) > 1


def test_a_list_of_which_each_item_is_a_link_is_kept_where_it_is_the_report() -> None:
    """A report may tell of ten mills; then they say more than what stands above."""
    mills = f"<h3><a href='/a'>The old mill in the north of Lorne</a></h3><p>{_MILL}</p>" * 10
    text = read_below(mills, "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2]))

    assert 10 == text.count(_MILL)


@pytest.mark.parametrize("last", ["Who will be next?", "Lorne burns!", "The end of the mill."])
def test_a_list_of_links_goes_whatever_one_of_them_ends_with(last: str) -> None:
    """Headlines may be sentences."""
    links = (f"<li><a href='/a'>{it}</a></li>" for it in ("Mill burns", "Mud falls", last))

    assert list(PARAGRAPHS) == read_below(f"<ul>{''.join(links)}</ul>")
