"""Which language a story is in: what is stated, and what the text shows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feeds.model import Document, Entry, Inference, Source, Story, Text
from feeds.normalize import normalize_document

_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_TAGALOG = (
    "Matibay pa rin ang lumang prinsa sa itaas ng Aubeval noong Lunes kahit malakas ang ulan buong "
    "gabi, sabi ng mga inhinyero na tumingin dito."
)
_LONG = "The dam above Aubeval held on Monday, engineers said, after a night of heavy rain."


def _normalize(*entries: Entry, language: str | None = None) -> tuple[Story, ...]:
    """The stories of a feed with these entries."""
    return normalize_document(
        Document(form="rss20", entries=entries, language=language), _SOURCE, _SEEN
    )[0]


def test_the_language_stated_nearest_counts() -> None:
    """Entry, text, document, source; only then is it detected."""
    plain = Text(value=_LONG, role="summary")
    text = Text(value=_LONG, role="summary", language="de-AT")
    stories = _normalize(
        Entry(guid="a", language="fr_CA", texts=(text,)),
        Entry(guid="b", texts=(text,)),
        Entry(guid="c", texts=(plain,)),
        language="en-GB",
    )
    (detected,) = _normalize(Entry(guid="d", texts=(plain,)))

    assert ["fr-ca", "de-at", "en-gb"] == [story.language for story in stories]
    assert detected.language == "en"
    assert Inference(field="language", origin="detected from the text") in detected.inferred


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        ("en-US", _TAGALOG, "tl"),
        ("en-US", "Matibay pa rin ang lumang prinsa kahit malakas ang ulan buong gabi.", "en-us"),
        (
            "en",
            "市长星期一表示，奥贝瓦尔上方的水坝在一夜大雨之后仍然坚固，工程师将再次检查。",
            "zh",
        ),
        ("en", "Bundesliga: Borussia Mönchengladbach 2 FC Bayern München 3", "en"),
        ("en", f"{_LONG} Wha kens whit the dam will dae the morn, said aabody.", "en"),
        ("en-GB", _LONG, "en-gb"),
        ("en-GB", "El alcalde no sabe nada.", "en-gb"),
        ("en", "東京で震度5の地震がありました。", None),
        ("en", "رعد", None),
        ("en", "BREAKING: 지진 발생", "en"),
        ("en", "2:1", "en"),
        ("nb", "Statsministeren siger, at regeringen vil fremlægge et nyt forslag om skat.", "nb"),
    ],
)
def test_english_holds_as_far_as_the_text_agrees(
    stated: str, text: str, language: str | None
) -> None:
    """Software states it where nobody chose; of any other language the publisher knows best."""
    title = Text(value=text, role="title")
    (story,) = _normalize(Entry(guid="a", title=title), language=stated)

    assert story.language == language
    assert (language not in {None, stated.lower()}) == (
        Inference(field="language", origin="detected from the text") in story.inferred
    )


def test_the_language_of_the_source_counts_before_what_is_detected() -> None:
    """Whoever runs the desk said so; where the text contradicts the English that a feed states."""
    source = replace(_SOURCE, language="fil")
    entry = Entry(guid="a", title=Text(value=_TAGALOG, role="title"))
    document = Document(form="rss20", entries=(entry,), language="en")
    ((story,), _) = normalize_document(document, source, _SEEN)

    assert story.language == "fil"
