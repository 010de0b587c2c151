"""A topic's alerts as a feed."""

from dataclasses import replace
from typing import Any

from stories import NOON

from feeds.alert import compose_alerts_feed
from feeds.alert.edits import compare_words
from feeds.model import Alert, Edit, Everything, FeedItem, Kind, Settings, Topic

_HEADLINE = Edit(kind=Kind.HEADLINE, before="12 dead in Orsel", after="15 dead in Orsel", words=2)
_FIGURES = replace(_HEADLINE, kind=Kind.FIGURES)
_NOTE = "Correction: an earlier version misspelled Orsel."


def show(**fields: Any) -> FeedItem:
    """The entry of one alert."""
    values: dict[str, Any] = {
        "id": "6d0c6e1c-0000-5000-8000-000000000001",
        "topic": "dams",
        "story_id": "id-dam",
        "revision": 2,
        "kinds": (Kind.HEADLINE, Kind.FIGURES),
        "edits": (_HEADLINE, _FIGURES),
        "headline": "15 dead in Orsel",
        "text": "Headline: … is now …\nFigures: … is now …",
        "source_id": "post",
        "sources": ("post",),
        "created": NOON,
    }
    topic = Topic(slug="dams", title="Dams", match="*", query=Everything())
    names = {"post": "Valley Post", "herald": "The Herald"}
    feed = compose_alerts_feed(topic, [Alert(**values | fields)], names, Settings())
    (item,) = feed.items
    return item


def test_an_edit_is_shown_word_by_word() -> None:
    """In HTML with ins and del, in plain text in brackets, once; the title names the kinds."""
    item = show()

    assert "Headline + figures: 15 dead in Orsel" == item.title
    assert "[12 → 15] dead in Orsel" in item.summary
    assert 1 == item.content_html.count("<ins>") == item.content_html.count("<del>")
    assert ("headline", "figures") == item.categories


def test_all_sources_that_told_the_same_are_named() -> None:
    """As people call them; one that is not configured any more by its id."""
    item = show(sources=("post", "herald", "gone"))

    assert item.summary.endswith("Valley Post, The Herald, gone, 2026-11-23 12:00 UTC")
    assert "Valley Post, The Herald, gone" in item.content_html


def test_the_notice_of_a_correction_is_quoted() -> None:
    """As it was printed, escaped."""
    item = show(
        kinds=(Kind.CORRECTION,),
        edits=(Edit(kind=Kind.CORRECTION, note=f"{_NOTE} <b>"),),
        text="Correction: …",
    )

    assert f'<p dir="auto"><q>{_NOTE} &lt;b&gt;</q>' in item.content_html
    assert _NOTE in item.summary


def test_what_no_edit_tells_is_told_in_the_words_of_the_alert() -> None:
    """That a story came, and that it changes again and again."""
    item = show(
        kinds=(Kind.NEW, Kind.HEADLINE),
        edits=(_HEADLINE,),
        text="New: fifteen dead\nHeadline: … is now …\nIt changes again and again",
    )
    lines = item.summary.split("\n")

    assert "New: fifteen dead" == lines[0]
    assert lines[1].startswith("Headline: ")
    assert "is now" not in item.summary
    assert "It changes again and again" == lines[2]
    assert "It changes again and again</p>" in item.content_html


def test_edits_are_compared_once_however_often_a_feed_is_composed() -> None:
    """Text and HTML, at this publishing and at the next, show one comparison."""
    body = Edit(kind=Kind.BODY, before="The old bell rang twice.", after="The old bell rang once.")
    compared = compare_words.cache_info().misses

    for _ in range(3):
        show(kinds=(Kind.BODY,), edits=(body,))

    assert compared + 1 == compare_words.cache_info().misses
