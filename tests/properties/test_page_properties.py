"""Words in, words out: of a page, however it is built, all of the report and nothing else."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text, sanitize_html

_HEADLINE = "The dam above Aubeval holds"
_PARAGRAPHS = (
    "Engineers in Aubeval said on Monday that the old dam above the town would hold all night.",
    "Families from the lower quarters slept in the school hall, where ninety beds stand.",
    "“Nobody has to be afraid, but nobody has to be careless either,” said Ida Brenn.",
    "The railway to Lorne stays closed until the water falls, and so does the mill.",
    "Rain is expected to end by Wednesday morning, when the sluices will be closed again.",
    "Those who live by the harbour keep their boats on land until the storm has passed.",
    "Der alte Damm wurde vor hundert Jahren von den Müllern aus Lorne gebaut und bezahlt.",
    "Seit dem Freitag ist der See um zwei Meter gestiegen, wie die Gemeinde mitteilte.",
    "La crue a emporté le pont de bois que les habitants avaient construit au printemps.",
    "Los vecinos del barrio bajo pasaron la noche en la escuela, donde hay noventa camas.",
    "ダムの技師は月曜日、町の上にある古いダムは今夜も持ちこたえると話した。",
    "鉄道は水が引くまで運休し、橋のたもとの工場は従業員を帰宅させたという。",
)
# How paragraphs of a report are written: what stands before, between and behind them.
_WRITTEN = (
    ("<p>", "</p><p>", "</p>"),
    ("<p>", "</p>\n\n<p class='text'>", "</p>"),
    ("<p><span>", "</span></p><p><span>", "</span></p>"),
    ("<p><font size=2>", "<br><br>", "</font></p>"),
    ("<div>", "</div><div>", "</div>"),
    ("<div class='body'>", "<br><br>", "</div>"),
    ("<div class='body'>", "<br/>\n<br/>", "<br></div>"),
    ("<div class='row'><div><p>", "</p></div></div><div class='row'><div><p>", "</p></div></div>"),
    ("<section><h2>What follows</h2><p>", "</p><p>", "</p></section>"),
    ("<h3>What follows</h3><p>", "</p><p>", "</p>"),
    ("<blockquote><p>", "</p><p>", "</p></blockquote>"),
    ("<blockquote>", "</blockquote><blockquote>", "</blockquote>"),
    ("<ul><li>", "</li><li>", "</li></ul>"),
    ("<ol><li><p>", "</p></li><li><p>", "</p></li></ol>"),
    ("<dl><dt>Monday</dt><dd>", "</dd><dt>Friday</dt><dd>", "</dd></dl>"),
    ("<table><tr><td>1</td><td>", "</td></tr><tr><td>2</td><td>", "</td></tr></table>"),
    ("<table><tr><td>", "</td></tr><tr><td>", "</td></tr></table>"),
    (
        "<figure><blockquote>",
        "</blockquote></figure><figure><blockquote>",
        "</blockquote></figure>",
    ),
    ("<details open><summary>What follows</summary><p>", "</p><p>", "</p></details>"),
    ("<aside class='factbox'><h4>What follows</h4><p>", "</p><p>", "</p></aside>"),
    ("<div><div><div><p>", "</p><p>", "</p></div></div></div>"),
    ("<center>", "<br><br>", "</center>"),
)
# What sites put between the paragraphs of a report, and behind it.
_BETWEEN = (
    "",
    "<div class='ad'>Advertisement</div>",
    "<div class='related'><h4>Related</h4><ul><li><a href='/'>Furniture burns</a></li></ul></div>",
    "<aside class='newsletter'><p>Furniture comes by mail every morning, and is free.</p></aside>",
    "<aside><a href='/'><img src='a.jpg'><h4>Furniture burns in the mill again</h4></a></aside>",
    "<figure><img src='b.jpg'><figcaption>Furniture in it. Photo: Ada Moll</figcaption></figure>",
    "<script>var furniture = 'burns in the old mill of the town of Lorne again.';</script>",
    "<form><p>Furniture is sent to those who leave us their address.</p><input></form>",
    "<p hidden>Furniture is hidden here, and nobody has read it since it was written.</p>",
)
_BEHIND = (
    "<footer><p>Furniture and all other words of this page belong to the Post.</p></footer>",
    (
        "<div class='comments'><p>Furniture is what I like, and I have liked it from birth.</p>"
        "<p>Furniture is bad for you, and for your house, and for the people in it.</p></div>"
    ),
    (
        "<section class='more'><h3>More</h3><div><a href='/'>Furniture burns again now</a></div>"
        "<div>Furniture of the old mill burned on Sunday, and nobody was hurt.</div></section>"
    ),
    (
        "<div><h4><a href='/'>Furniture burns in the mill</a></h4><p>Furniture burned there on "
        "Sunday.</p></div><div><h4><a href='/'>Furniture of gold was found</a></h4><p>Furniture "
        "of that kind is rare, they say.</p></div>"
    ),
    "<ul><li><a href='/'>Furniture burns</a></li><li><a href='/'>Furniture falls</a></li></ul>",
    "<div class='cookie-wall'><p>Furniture of this page needs cookies; you may refuse.</p></div>",
)
# What stands around the two halves of a report, and behind it.
_AROUND = (
    "<nav><a href='/'>Furniture</a></nav><article>{head}{one}{two}</article>{behind}",
    "<header><a href='/'>Furniture</a></header><main>{head}{one}{two}{behind}</main>",
    "<article>{head}{one}{two}{behind}</article>",
    "<div><div>{head}<div class='text'>{one}{two}</div></div>{behind}</div>",
    "<div>{head}<div class='text'>{one}{two}</div>{behind}</div>",
    "<article>{head}<div itemprop='articleBody'>{one}{two}</div></article>{behind}",
    "<table><tr><td><a href='/'>Furniture</a></td><td>{head}{one}{two}</td></tr></table>{behind}",
    "<div>{head}<div class='text-1'>{one}</div><div class='rest'>{two}</div></div>{behind}",
    "<main>{head}<div class='part'>{one}</div><div class='part'>{two}</div></main>{behind}",
    "<main>{head}<article>{one}</article><article>{two}</article></main>{behind}",
    f"{'<div>' * 40}{{head}}<div>{{one}}{{two}}</div>{'</div>' * 40}{{behind}}",
)
_FIRST = "The council of the town met on Thursday to hear what the engineers have seen."
_LAST = "A report on the whole of the valley will be read to the people before Sunday."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page, and the paragraphs of its report in order."""

    html: str
    paragraphs: tuple[str, ...]


@st.composite
def _pages(draw: st.DrawFn) -> _Page:
    """Build a page: a report in two halves with paragraphs of any kind, and furniture."""
    paragraphs = draw(st.permutations(_PARAGRAPHS))
    pairs = [tuple(paragraphs[it : it + 2]) for it in range(0, len(paragraphs) - 2, 2)]
    ways = draw(st.lists(st.sampled_from(_WRITTEN), min_size=2, max_size=len(pairs)))
    told = [
        f"{above}{one}{between}{two}{below}{draw(st.sampled_from(_BETWEEN))}"
        for (one, two), (above, between, below) in zip(pairs, ways, strict=False)
    ]
    half = len(told) // 2
    page = draw(st.sampled_from(_AROUND)).format(
        head=f"<h1>{_HEADLINE}</h1>",
        one=f"<p>{_FIRST}</p>{''.join(told[:half])}<p>{paragraphs[-1]}</p>",
        two=f"<p>{paragraphs[-2]}</p>{''.join(told[half:])}<p>{_LAST}</p>",
        behind="".join(draw(st.lists(st.sampled_from(_BEHIND), unique=True))),
    )
    parts = [it for pair in pairs[: len(ways)] for it in pair]
    own = (_FIRST, *parts[: 2 * half], paragraphs[-1], paragraphs[-2], *parts[2 * half :], _LAST)
    return _Page(html=f"<html><body>{page}</body></html>", paragraphs=own)


@given(page=_pages())
def test_of_a_page_all_of_the_report_is_read_and_nothing_else(page: _Page) -> None:
    """Every paragraph once, in order; no sentence of the site, nor the headline."""
    text = html_to_text(sanitize_html(part_page(page.html, [_HEADLINE]).html))

    assert [1] * len(page.paragraphs) == [text.count(it) for it in page.paragraphs]
    assert page.paragraphs == tuple(sorted(page.paragraphs, key=text.index))
    assert "urniture" not in text
    assert _HEADLINE not in text
