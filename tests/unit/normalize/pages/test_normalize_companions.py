"""Pictures and links of a saved page: where they stood in the web, and none that lies beside it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Document, Entry, Source, Story, Text
from feeds.normalize import normalize_document
from feeds.parse import parse_document

_INBOX = Source(id="inbox", kind="inbox", path=Path("/inbox"))
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_CANONICAL = '<link rel="canonical" href="https://post.example/news/bridge">'
_SAVED = "<!-- saved from url=(0032)https://post.example/news/bridge -->"
_SINGLE = "<!--\n Page saved with SingleFile \n url: https://post.example/news/bridge \n -->"


def _read_page(shown: str, head: str = _CANONICAL, before: str = "") -> Story:
    """Return the story of a page saved as ``2026/The bridge.html`` that shows something."""
    words = "The old bridge over the Tarn is closed since engineers found cracks in it. " * 5
    page = (
        f"{before}<html><head><title>Bridge closes</title>{head}</head><body><article>"
        f"<h1>Bridge closes</h1><p>{words}</p>{shown}<p>{words}</p></article></body></html>"
    )
    body = Body(content=page.encode(), media_type="", name="2026/The bridge.html")
    document = parse_document(body)
    assert isinstance(document, Document)
    (story,), _ = normalize_document(document, _INBOX, _SEEN)
    return story


@pytest.mark.parametrize(
    ("head", "before", "place"),
    [
        ('<base href="https://cdn.example/x/">' + _CANONICAL, _SAVED, "https://cdn.example/x/"),
        ('<base href="/x/">' + _CANONICAL, "", "https://post.example/x/"),
        ('<base href="file:///home/jane/">' + _CANONICAL, "", "https://post.example/news/"),
        (_CANONICAL, "", "https://post.example/news/"),
        ('<meta property="og:url" content="https://post.example/b">', "", "https://post.example/"),
        ("", _SAVED, "https://post.example/news/"),
        ("", _SINGLE, "https://post.example/news/"),
    ],
)
def test_relative_addresses_lead_to_where_the_page_stood(
    head: str, before: str, place: str
) -> None:
    """Links, pictures, and pictures with a caption, by the base or the address of the page."""
    shown = (
        '<p>As the <a href="plan">plan</a> of the county says, it was built in 1902.</p>'
        '<img src="a.jpg"><figure><img src="b.jpg"><figcaption>Cracks</figcaption></figure>'
    )

    story = _read_page(shown, head, before)

    assert f'<a href="{place}plan"' in story.body_html
    assert {(it.url, it.title) for it in story.media} == {
        (f"{place}a.jpg", ""),
        (f"{place}b.jpg", "Cracks"),
    }


@pytest.mark.parametrize(
    "folder",
    [
        *("./The%20bridge_files", "The bridge_files", "The bridge.files", "The bridge-Dateien"),
        *("./Other name_files", "Sonst-Dateien", "Le pont_fichiers", "The bridge_allekirjat"),
        *(".\\The bridge_files", "The%20bridge_files\\pictures"),
    ],
)
def test_what_lies_beside_a_saved_page_is_not_published(folder: str) -> None:
    """Nobody else can reach that folder; the words around stay."""
    shown = (
        f'<p>As the <a href="{folder}/plan.pdf">plan</a> of the county says, it is old.</p>'
        f'<img src="{folder}/a.jpg">'
        f'<figure><img src="{folder}/b.jpg"><figcaption>Cracks</figcaption></figure>'
    )

    story = _read_page(shown)

    assert (story.media, "href" in story.body_html) == ((), False)
    assert "As the plan of the county says" in story.body_text


def test_a_picture_beside_a_page_keeps_its_address_in_the_web() -> None:
    """Where it is loaded late, its address stands in the page as well."""
    story = _read_page('<img src="./The bridge_files/a.jpg" data-src="/pics/a.jpg">')

    assert [it.url for it in story.media] == ["https://post.example/pics/a.jpg"]
    assert 'src="https://post.example/pics/a.jpg"' in story.body_html


@pytest.mark.parametrize(
    "address", ["files/a.jpg", "/x_files/a.jpg", "my_files_2/a.jpg", "a_files"]
)
def test_folders_of_the_site_are_not_taken_for_the_one_beside(address: str) -> None:
    """A folder that is called otherwise, or stands at the root of the site."""
    assert len(_read_page(f'<img src="{address}">').media) == 1


def test_folders_of_a_page_that_was_read_in_the_web_are_not_taken_for_one_beside() -> None:
    """There they are named like the page by whoever made the site."""
    address = "https://post.example/bridge.html"
    words = "The old bridge over the Tarn is closed since engineers found cracks in it. " * 5
    value = f'<p>{words}<img src="bridge_pics/a.jpg"></p>'
    page = Text(value=value, type="html", role="page", base=address)
    document = Document(form="rss20", entries=(Entry(guid=address, texts=(page,)),))
    (story,), _ = normalize_document(document, _INBOX, _SEEN)

    assert [it.url for it in story.media] == ["https://post.example/bridge_pics/a.jpg"]
