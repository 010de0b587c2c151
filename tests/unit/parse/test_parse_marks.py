"""What a page marks where its head says nothing: headline, authors, dates."""

import pytest

from feeds.model import Body, Entry, Unreadable
from feeds.parse import parse_visited

ARTICLE = '<article><h1>The dam above Aubeval holds</h1>{}<p class="text">It is safe.</p></article>'


def read(body: str, head: str = "") -> Entry:
    """Read a page, and return its entry."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    visited = parse_visited(
        Body(content=page.encode(), media_type="text/html", url="https://p.example/a")
    )
    assert not isinstance(visited, Unreadable)
    (entry,) = visited.document.entries
    return entry


def authors(body: str, head: str = "") -> list[str]:
    """Return who is named as author."""
    return [person.name for person in read(body, head).authors]


@pytest.mark.parametrize(
    ("mark", "named"),
    [
        ('<a rel="author" href="/ida">Ida Brenn</a>', ["Ida Brenn"]),
        ('<span itemprop="author"><b itemprop="name">Ida Brenn</b>, 2 min</span>', ["Ida Brenn"]),
        ('<p class="byline">By Ida Brenn</p>', ["By Ida Brenn"]),
        ('<div class="article__author-name">Ida Brenn</div>', ["Ida Brenn"]),
        ('<span class="single-header-byline">By Ida Brenn</span>', ["By Ida Brenn"]),
        (
            '<div class="post-byline"><div>By Ida Brenn</div><div>Lorne News</div></div>',
            ["By Ida Brenn | Lorne News"],
        ),
        (
            '<p><a rel="author">Ida Brenn</a> and <a rel="author">Jon Vey</a></p>',
            ["Ida Brenn", "Jon Vey"],
        ),
        ('<p class="byline">By Ida Brenn, updated on Nov 23 at 10:00</p>', []),
        ('<p class="authority">Ministry of Water</p>', []),
    ],
)
def test_an_author_is_named_by_a_mark(mark: str, named: list[str]) -> None:
    """A link to the author, microdata, or a class; not where the mark holds more than a name."""
    assert named == authors(ARTICLE.format(mark))


@pytest.mark.parametrize(
    "mark",
    [
        '<div class="comments"><span class="author">Troll</span></div>',
        '<aside><a rel="author">Jon Vey</a></aside>',
        '<ul class="related"><li><a rel="author">Jon Vey</a></li></ul>',
        '<footer><p class="byline">By the web team</p></footer>',
    ],
)
def test_nobody_who_stands_apart_is_an_author(mark: str) -> None:
    """Comments, other reports, and what stands below the page."""
    assert [] == authors(ARTICLE.format("") + mark)


def test_how_a_page_is_laid_out_sets_no_author_apart() -> None:
    """The class of its body says that there is a sidebar, not that all stands in one."""
    page = ARTICLE.format('<a rel="author">Ida Brenn</a>')
    named = parse_visited(
        Body(
            content=f'<html><body class="sidebar-left">{page}</body></html>'.encode(),
            media_type="text/html",
        )
    )

    assert not isinstance(named, Unreadable)
    assert ["Ida Brenn"] == [person.name for person in named.document.entries[0].authors]


@pytest.mark.parametrize(
    "heading", ["<h3><a>Mill burns at Orme</a></h3>", "<a><h2>Mill burns at Orme</h2></a>"]
)
def test_marks_beside_the_linked_heading_of_another_report_are_its_own(heading: str) -> None:
    """Above the report, too; unless the link leads to the page itself."""
    marks = '<i class="author">Jon Vey</i><i class="entry-date">November 1, 2026</i>'
    teaser = f"<div>{heading}<p>{marks}</p></div>"
    told = ARTICLE.format('<i class="author">Ida Brenn</i><time>November 23, 2026</time>')
    alone, both = read(teaser + ARTICLE.format("")), read(teaser + told)

    assert (alone.authors, alone.published) == ((), None)
    assert [it.name for it in both.authors] == ["Ida Brenn"]
    assert both.published is not None
    assert both.published.raw == "November 23, 2026"
    assert read(teaser, "<title>Mill burns at Orme | Post</title>").published is not None


def test_authors_of_other_reports_further_down_are_not_taken() -> None:
    """Only the first, and who stands beside."""
    first, other = (f'<div><p><a rel="author">{n}</a></p></div>' for n in ("Ida", "Jon"))

    assert ["Ida"] == authors(ARTICLE.format(first) + f"<section><div>{other}</div></section>")


def test_what_the_head_says_goes_before_marks() -> None:
    """But an address of a profile names nobody."""
    mark = ARTICLE.format('<a rel="author">Ida Brenn</a>')
    profile = '<meta property="article:author" content="https://social.example/post">'

    assert ["Jon Vey"] == authors(mark, '<meta name="author" content="Jon Vey">')
    assert ["Ida Brenn"] == authors(mark, profile)


@pytest.mark.parametrize(
    ("mark", "raw"),
    [
        ('<time datetime="2026-11-23T10:00:00Z">an hour ago</time>', "2026-11-23T10:00:00Z"),
        ('<span itemprop="datePublished">November 23, 2026</span>', "November 23, 2026"),
        ('<span itemprop="datePublished" content="2026-11-23">Mon</span>', "2026-11-23"),
        ('<div class="publish-date">Published: November 23, 2026</div>', "November 23, 2026"),
        ('<div class="press__date">23.11.2026</div>', "23.11.2026"),
        ('<abbr class="published" title="2026-11-23">Monday</abbr>', "2026-11-23"),
    ],
)
def test_a_date_is_told_by_a_mark(mark: str, raw: str) -> None:
    """Microdata, a time element, a class: the words for programs before those for people."""
    published = read(ARTICLE.format(mark)).published

    assert published is not None
    assert raw == published.raw


@pytest.mark.parametrize(
    "mark",
    [
        '<time class="updated" datetime="2026-11-23T10:00:00Z">x</time>',
        '<time class="event-date" datetime="2026-12-24T10:00:00Z">x</time>',
        '<div class="publish-date">an hour ago</div>',
        '<div class="publish-date">Nov 23</div>',
        '<aside><time datetime="2026-11-23T10:00:00Z">x</time></aside>',
        '<abbr class="time" title="2026-11-23">Monday</abbr>',
        f'<p>{"They say so. " * 10}<time datetime="2026-11-20">Friday</time></p>',
    ],
)
def test_what_may_be_another_date_is_not_taken(mark: str) -> None:
    """Of a change, of an event, not a whole one, of another report, or in running text."""
    assert read(ARTICLE.format(mark)).published is None


def test_a_change_is_told_by_microdata() -> None:
    """And by nothing else."""
    updated = read(ARTICLE.format('<i itemprop="dateModified">2026-11-24</i>')).updated

    assert updated is not None
    assert "2026-11-24" == updated.raw


def test_a_year_before_the_web_is_no_date_of_the_head() -> None:
    """Programs write the year 1 where they know nothing."""
    head = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'
    published = read(ARTICLE.format('<time datetime="2026-11-23">x</time>'), head).published

    assert published is not None
    assert "2026-11-23" == published.raw


@pytest.mark.parametrize(
    ("card", "body", "headline"),
    [
        ("Dam above Aubeval still holds", ARTICLE.format(""), "The dam above Aubeval holds"),
        ("Nine soups for winter", ARTICLE.format(""), "Nine soups for winter"),
        ("Aubeval Post: the dam", "<a><h1>Aubeval Post news</h1></a>", "Aubeval Post: the dam"),
        ("Dam holds, says mayor", "<h1>Dam holds</h1>", "Dam holds, says mayor"),
    ],
)
def test_the_headline_that_readers_see_is_taken(card: str, body: str, headline: str) -> None:
    """If it tells the same as the one for sharing cards; a site's name or a word or two do not."""
    title = read(body, f'<meta property="og:title" content="{card}">').title

    assert title is not None
    assert headline == title.value


def test_the_publisher_names_the_site_where_nothing_else_does() -> None:
    """So that nobody takes it for a person."""
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The dam", '
        '"publisher": {"@type": "Organization", "name": "Aubeval Post"}}</script>'
    )
    page = f"<!DOCTYPE html><html><head>{script}</head><body><p>Safe.</p></body></html>"
    visited = parse_visited(Body(content=page.encode(), media_type="text/html"))

    assert not isinstance(visited, Unreadable)
    assert "Aubeval Post" == visited.document.title


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ("<article><h1>Silo falls in Dunmarrow</h1>{}</article>", "Silo falls in Dunmarrow"),
        ("<h1>The Morning Post Online</h1><article>{}</article>", "What we know - Post"),
        ("<article><h1>One of two</h1><h1>Two of two</h1>{}</article>", "What we know - Post"),
        ("<article><h1>News</h1>{}</article>", "What we know - Post"),
    ],
)
def test_the_title_for_the_browser_gives_way_to_the_heading_of_the_article(
    body: str, headline: str
) -> None:
    """Whatever its words, if it is the only one there and as long as headlines are."""
    title = read(body.format("<p>A silo fell.</p>"), "<title>What we know - Post</title>").title

    assert title is not None
    assert title.value == headline


@pytest.mark.parametrize(
    ("title", "body", "headline"),
    [
        ("Tor - Kickblatt", "<h1>Tor!</h1>{}", "Tor!"),
        ("Tor! | Fußball | Kickblatt", "<article><h1>Tor!</h1>{}</article>", "Tor!"),
        ("Gagné | Le Ballon", "<main><h1>Gagné !</h1>{}</main>", "Gagné !"),
        ("¿Y ahora? – El Balón de Lorne", "<h1>¿Y ahora?</h1>{}", "¿Y ahora?"),
        ("勝利 | ポスト", "<h1>勝利</h1>{}", "勝利"),
        ("Post", "<article><h1>Tor!</h1>{}</article>", "Tor!"),
        ("Post - Mayor quits", "<h1>Post</h1><h2>Mayor quits</h2>{}", "Post - Mayor quits"),
        ("Ball - Mayor quits", "<h1>Ball</h1><h2>Mayor quits</h2>{}", "Ball - Mayor quits"),
        ("Ball - Mayor quits over a dam", "<h1>Ball</h1>{}", "Ball - Mayor quits over a dam"),
        ("Mayor quits - Ball", "<h1>Ball</h1>{}", "Mayor quits - Ball"),
        ("Mayor quits", "<article><h1>News</h1>{}</article>", "Mayor quits"),
        ("Tor - Ball", "<h1>Tor!</h1><h1>Ball</h1>{}", "Tor - Ball"),
        ("Tor - Ball", "<aside><h1>Tor!</h1></aside>{}", "Tor - Ball"),
        ("Tor - Ball", "<a href='/'><h1>Tor</h1></a>{}", "Tor - Ball"),
    ],
)
def test_a_heading_of_a_word_is_the_headline_if_the_title_begins_with_it(
    title: str, body: str, headline: str
) -> None:
    """The site's name is none, nor is a label above the heading of the report."""
    head = f"<title>{title}</title><meta property='og:site_name' content='Post'>"
    found = read(body.format("<p>It is safe, the engineers said.</p>"), head).title

    assert found is not None
    assert headline == found.value


@pytest.mark.parametrize(
    "heading",
    [
        "<h4><!-- by --><a rel='author' href='/u/1'>Jane Doe</a></h4>",
        "<h3 class='author-name'><a href='/u/1'>Jane Doe</a></h3>",
    ],
)
def test_a_linked_heading_that_is_an_author_announces_no_other_report(heading: str) -> None:
    """Cards of authors have one above the day."""
    day = "<time datetime='2026-11-20T10:00:00Z'>20 Nov</time>"
    body = f"<h1>The old dam holds</h1><div>{heading}{day}</div><p>It is safe.</p>"
    found = read(body, "<title>The old dam holds</title>")

    assert found.published is not None
    assert ["Jane Doe"] == [person.name for person in found.authors]


_MARKS = (
    "<i class='author'>Jon Vey</i><time datetime='2026-11-20T10:00:00Z'>20 November 2026</time>"
)
_TEXT = "<p>It is safe, and nobody in the town has to leave, the engineers said again.</p>" * 6


@pytest.mark.parametrize(
    "heading",
    [
        *("<h3><a href='/jane'>Jane Doe</a></h3>", "<h3><a href='/j'>Jan van der Berg</a></h3>"),
        *("<h2><a href='/l'>Local news</a></h2>", "<a href='/a'><h2>Arts and culture</h2></a>"),
        "<h2><a href='/l'>地方</a></h2>",
    ],
)
def test_a_linked_name_or_section_announces_no_other_report(heading: str) -> None:
    """Author and day beside it are the page's."""
    body = f"<h1>The old dam holds</h1><div>{heading}{_MARKS}</div><p>It is safe.</p>"
    found = read(body, "<title>The old dam holds</title>")

    assert found.published is not None
    assert ["Jon Vey"] == [person.name for person in found.authors]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("", _TEXT),
        ("<meta property='og:title' content='Dam above Orme holds'>", ""),
        ("<link rel='canonical' href='https://post.example/dam'>", ""),
    ],
)
@pytest.mark.parametrize("site", ["", "<h1><a href='/'>The Aubeval Post</a></h1>", "<h1>Post</h1>"])
def test_the_linked_heading_of_a_page_is_its_own(head: str, text: str, site: str) -> None:
    """Though its title is another: by its text, by what is shared, by its address."""
    heading = "<h2><a href='/dam'>Dam above Orme holds</a></h2>"
    body = f"{site}<div><div>{heading}{_MARKS}</div>{text}</div>"
    found = read(body, f"<title>What you need to know today</title>{head}")

    assert found.published is not None
    assert ["Jon Vey"] == [person.name for person in found.authors]


@pytest.mark.parametrize(
    "rest",
    [
        "<p>It is safe.</p>",
        f"<h2>Dam above Orme holds</h2>{_TEXT}",
        f"<h1>Dam holds now</h1>{_TEXT}",
    ],
)
def test_the_linked_heading_of_another_report_is_not(rest: str) -> None:
    """Little stands below it, or the page has a heading that is no link."""
    teaser = f"<div><h2><a href='/mill'>Mill burns at Orme</a></h2>{_MARKS}</div>"
    found = read(f"{teaser}{rest}", "<title>What you need to know today</title>")

    assert (found.authors, found.published) == ((), None)


def test_a_heading_of_unparted_words_is_a_headline() -> None:
    """It is one word by its spaces."""
    body = "<article><h1>古いダムは持ちこたえる</h1><p>x</p></article>"
    found = read(body, "<title>記事</title>").title

    assert found is not None
    assert "古いダムは持ちこたえる" == found.value
