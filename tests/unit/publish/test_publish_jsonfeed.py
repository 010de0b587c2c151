"""A feed as JSON Feed."""

import json
from dataclasses import replace
from typing import Any

import pytest

from feeds.model import AlsoReported, Feed, FeedItem, Kind, Media
from feeds.publish.clean import clean_feed
from feeds.publish.jsonfeed import render_json

_FEED_KEYS = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "language": str,
    "_wiredesk": dict,
    "items": list,
}
_ITEM_KEYS = {
    "id": str,
    "url": str,
    "title": str,
    "content_html": str,
    "content_text": str,
    "summary": str,
    "image": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
    "language": str,
    "attachments": list,
    "_wiredesk": dict,
}
_ATTACHMENT_KEYS = {"url": str, "mime_type": str, "title": str, "size_in_bytes": int}


def _check(members: dict[str, Any], known: dict[str, type], required: set[str]) -> None:
    """Hold an object to the specification: its keys, their types, nothing blank."""
    assert required <= set(members) <= set(known)
    assert all(isinstance(value, known[name]) for name, value in members.items())
    assert all(value for name, value in members.items() if name not in {"items", "size_in_bytes"})


def _say(feed: Feed) -> dict[str, Any]:
    """Return the document after checking its shape against JSON Feed 1.1."""
    document: dict[str, Any] = json.loads(render_json(clean_feed(feed)).content)
    _check(document, _FEED_KEYS, {"version", "title", "items"})
    for item in document["items"]:
        _check(item, _ITEM_KEYS, {"id"})
        assert ("content_html" in item) != ("content_text" in item)
        assert all(set(author) == {"name"} for author in item.get("authors", []))
        for attachment in item.get("attachments", []):
            _check(attachment, _ATTACHMENT_KEYS, {"url", "mime_type"})
    return document


def test_a_feed_says_its_version_first_and_where_it_is(feed: Feed) -> None:
    """The specification wants the version at the very top."""
    document = _say(feed)

    assert next(iter(document)) == "version"
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == "https://desk.example/lake.json"
    assert document["home_page_url"] == "https://desk.example/index.html#lake"


def test_addresses_that_are_not_known_are_left_out(feed: Feed) -> None:
    """Without a base URL there is neither page nor feed address."""
    assert not {"feed_url", "home_page_url"} & set(_say(replace(feed, base_url=None)))


@pytest.mark.case("P-05")
def test_an_empty_feed_has_an_empty_list(feed: Feed) -> None:
    """The list of items is required even when there is nothing to list."""
    assert _say(replace(feed, items=()))["items"] == []


def test_an_item_has_exactly_one_content(feed: Feed, item: FeedItem) -> None:
    """The full text, or the summary, or the title: the first that is there."""
    html = replace(item, content_html="<p>A</p>")
    bare = replace(item, summary="")

    said = _say(replace(feed, items=(html, item, bare)))["items"]

    assert said[0]["content_html"] == "<p>A</p>"
    assert [one["content_text"] for one in said[1:]] == [item.summary, item.title]


def test_an_undated_item_has_only_its_time_of_change(feed: Feed, item: FeedItem) -> None:
    """What the publisher did not say is not said."""
    said = _say(replace(feed, items=(replace(item, published=None),)))["items"][0]

    assert "date_published" not in said
    assert said["date_modified"] == "2026-11-23T11:40:09+00:00"


def test_attachments_of_one_title_are_not_taken_for_the_same_thing(
    feed: Feed, item: FeedItem
) -> None:
    """Equal titles would mean renditions of one thing, so they are left out."""
    media = (
        Media(url="https://a.example/1.jpg", type="image/jpeg", medium="image", title="Quay"),
        Media(url="https://a.example/2.jpg", medium="image", title="Quay", bytes=0),
        Media(url="https://a.example/3.mp3", type="audio/mpeg", title="Horn", bytes=7),
    )

    said = _say(replace(feed, items=(replace(item, media=media),)))["items"][0]

    assert said["image"] == "https://a.example/1.jpg"
    assert said["attachments"] == [
        {"url": "https://a.example/1.jpg", "mime_type": "image/jpeg"},
        {"url": "https://a.example/2.jpg", "mime_type": "image/jpeg", "size_in_bytes": 0},
        {
            "url": "https://a.example/3.mp3",
            "mime_type": "audio/mpeg",
            "title": "Horn",
            "size_in_bytes": 7,
        },
    ]


def test_what_has_no_known_type_is_no_attachment(feed: Feed, item: FeedItem) -> None:
    """The format demands a type. A picture is still the item's image, a document anything."""
    media = (
        Media(url="https://a.example/picture?id=1", medium="image", title="Quay"),
        Media(url="https://a.example/film.jpg", medium="video"),
        Media(url="https://a.example/plan", title="Quay"),
    )

    said = _say(replace(feed, items=(replace(item, media=media),)))["items"][0]

    assert said["image"] == "https://a.example/picture?id=1"
    assert said["attachments"] == [
        {
            "url": "https://a.example/plan",
            "mime_type": "application/octet-stream",
            "title": "Quay",
        },
    ]


def test_source_and_other_reports_stand_in_our_extension(feed: Feed, item: FeedItem) -> None:
    """The format has no place for them; what the extension means is said once, at the top."""
    also = (
        AlsoReported(headline="Back", source_title="Coast", url="https://coast.example/7"),
        AlsoReported(headline="On paper", source_title="Inbox"),
    )

    possible = (AlsoReported(headline="Heron", source_title="Bote", url="https://bote.example/"),)

    document = _say(replace(feed, items=(replace(item, also=also, possible=possible),)))

    assert list(document["_wiredesk"]) == ["about"]
    assert document["items"][0]["_wiredesk"] == {
        "source": {"title": "The Orsel Herald", "url": "https://herald.example/rss"},
        "also": [
            {"headline": "Back", "source": "Coast", "url": "https://coast.example/7"},
            {"headline": "On paper", "source": "Inbox"},
        ],
        "possible": [{"headline": "Heron", "source": "Bote", "url": "https://bote.example/"}],
    }


def test_text_is_written_as_it_is_read(feed: Feed) -> None:
    """UTF-8 without escapes, and a line feed at the end."""
    content = render_json(clean_feed(replace(feed, title="湖と渡し船"))).content

    assert "湖と渡し船".encode() in content
    assert content.endswith(b"}\n")


def test_an_edit_and_a_withdrawal_are_told_to_programs(feed: Feed, item: FeedItem) -> None:
    """Kinds are tags for readers, and members of their own for programs."""
    edited = replace(
        item, categories=("Floods",), kinds=(Kind.FIGURES, Kind.WITHDRAWN), withdrawn=item.updated
    )
    document = json.loads(render_json(replace(feed, items=(edited,))).content)
    (said,) = document["items"]

    assert ["Floods", "figures", "withdrawn"] == said["tags"]
    assert ["figures", "withdrawn"] == said["_wiredesk"]["edit"]
    assert "2026-11-23T11:40:09+00:00" == said["_wiredesk"]["withdrawn"]
