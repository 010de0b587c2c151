"""Who published what lies in an inbox: what the page, the mail or the feed calls itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Document, Source, Story
from feeds.normalize import normalize_document
from feeds.parse import parse_document

_INBOX = Source(id="inbox", kind="inbox", path=Path("/inbox"))
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SITE = '<meta property="og:site_name" content="Marrow Post">'
_APP = '<meta name="application-name" content="Marrow News">'
_CANONICAL = '<link rel="canonical" href="https://www.marrow-post.example/bridge">'
_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge closes",'
    ' "publisher": {"@type": "Organization", "name": "Marrow Media"}}</script>'
)
_RSS = (
    '<rss version="2.0"><channel><title>Marrow Post</title><item><title>Bridge closes</title>'
    "<link>https://marrow-post.example/bridge</link>{}</item></channel></rss>"
)


def _read_file(name: str, text: str, source: Source = _INBOX) -> Story:
    """Return the one story of a file of an inbox."""
    document = parse_document(Body(content=text.encode(), media_type="", name=name))
    assert isinstance(document, Document)
    (story,), _ = normalize_document(document, source, _SEEN)
    return story


def _write_page(head: str, before: str = "") -> str:
    """Return a page with what stands in its head."""
    words = "The old bridge over the Tarn is closed since engineers found cracks. " * 5
    return (
        f"{before}<html><head><title>Bridge closes</title>{head}</head>"
        f"<body><article><h1>Bridge closes</h1><p>{words}</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (_SITE + _APP + _LD + _CANONICAL, "Marrow Post"),
        (_APP + _LD + _CANONICAL, "Marrow Media"),
        (_APP + _CANONICAL, "Marrow News"),
        (_CANONICAL, "marrow-post.example"),
        (_SITE.replace("Marrow Post", "https://x.example/") + _CANONICAL, "marrow-post.example"),
        ("", ""),
    ],
)
def test_a_saved_page_has_the_publisher_that_it_names(head: str, name: str) -> None:
    """The name of the site, of who publishes it, of its program; else the host; else nobody."""
    assert _read_file("a.html", _write_page(head)).attribution_title == name


def test_the_host_that_a_browser_wrote_down_names_a_page() -> None:
    """Browsers write above a page they save where it stood."""
    saved = "<!-- saved from url=(0038)https://www.marrow-post.example/bridge -->"

    story = _read_file("a.html", _write_page("", saved))

    assert (story.attribution_title, story.source_id) == ("marrow-post.example", "inbox")


def test_an_inbox_that_is_called_like_the_publisher_is_the_publisher() -> None:
    """A folder for each outlet bears its name."""
    own = Source(id="marrow", kind="inbox", path=Path("/inbox"), title="marrow post")

    assert _read_file("a.html", _write_page(_SITE), own).attribution_title == ""


@pytest.mark.parametrize(("head", "name"), [("", "Harbour Gazette"), (_SITE, "Marrow Post")])
def test_an_inbox_may_be_said_to_hold_what_one_publishes(head: str, name: str) -> None:
    """Unless an article names another."""
    given = Source(id="given", kind="inbox", path=Path("/inbox"), publisher="Harbour Gazette")

    assert _read_file("a.html", _write_page(head), given).attribution_title == name
    assert _read_file("a.txt", "Bridge closes\n\nIt is old.", given).attribution_title == (
        "Harbour Gazette"
    )


@pytest.mark.parametrize(
    ("more", "name", "address"),
    [
        ("", "Marrow Post", ""),
        (
            '<source url="https://orb.example/rss">The Orb</source>',
            "The Orb",
            "https://orb.example/rss",
        ),
    ],
)
def test_a_feed_in_an_inbox_names_its_publication(more: str, name: str, address: str) -> None:
    """Its own title, or the publication that an entry came from."""
    story = _read_file("a.rss", _RSS.format(more))

    assert (story.attribution_title, story.attribution_url) == (name, address)


def test_a_feed_that_is_listened_to_publishes_itself() -> None:
    """The title that a feed states is the name of its source already."""
    feed = Source(id="marrow", kind="feed", url="https://marrow-post.example/rss")

    assert _read_file("a.rss", _RSS.format(""), feed).attribution_title == ""


def test_pasted_text_names_nobody() -> None:
    """Nothing is known of where it was copied."""
    text = "Bridge closes\n\nThe old bridge over the Tarn is closed since engineers found cracks.\n"

    assert _read_file("a.txt", text).attribution_title == ""


@pytest.mark.parametrize(
    ("sender", "name", "byline"),
    [
        ("Puck <jon@puck.example>", "Puck", ()),
        ("Morning Brew <crew@morningbrew.example>", "Morning Brew", ()),
        ("Morning Brew <morning@mail.example>", "Morning Brew", ()),
        ("Platformer <platformer@letters.example>", "Platformer", ()),
        ("Lowland AM <mike@lowland.example>", "Lowland AM", ()),
        ("Marrow Flagship <flagship@marrow.example>", "Marrow Flagship", ()),
        ("Harrow Herald <harrow@herald.example>", "Harrow Herald", ()),
        ("Notes from Below <notes@letters.example>", "Notes from Below", ()),
        ("Casey Newton from Platformer <p@letters.example>", "Platformer", ("Casey Newton",)),
        ("Jane at Lowland <jane@lowland.example>", "Lowland", ("Jane",)),
        ("Casey Newton <casey@letters.example>", "", ("Casey Newton",)),
        ("Casey Newton <desk4@letters.example>", "Casey Newton", ()),
    ],
)
@pytest.mark.parametrize(
    "header",
    ["List-Unsubscribe: <mailto:off@l.example>", "List-Id: <l.example>", "Precedence: bulk"],
)
def test_mail_to_many_is_reported_by_the_newsletter(
    sender: str, name: str, byline: tuple[str, ...], header: str
) -> None:
    """By a person where name and address say so; in doubt a name is no author's."""
    words = "The old bridge over the Tarn is closed since engineers found cracks. " * 3
    text = f"From: {sender}\nSubject: Bridge closes\n{header}\n\n{words}\n"

    story = _read_file("a.eml", text)

    assert (story.attribution_title, story.byline) == (name, byline)


def test_a_person_who_writes_to_one_desk_is_the_author() -> None:
    """Without a sign that many got it, the name of somebody stands."""
    story = _read_file("a.eml", "From: Casey <jd@x.example>\nSubject: Bridge\n\nIt is closed.\n")

    assert (story.attribution_title, story.byline) == ("", ("Casey",))
