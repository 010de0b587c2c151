"""Whatever a publisher writes, the stories are safe, the same each time, and nothing is lost."""

import re
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import Document, Entry, Link, RawMedia, RawPerson, Source, Stamp, Story, Text
from feeds.normalize import normalize_document
from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.pages.report import part_page
from feeds.normalize.pasted.paste import read_paste
from feeds.text.markup import html_to_text, sanitize_html
from feeds.text.urls import canonicalize_url, clean_url

_MANY = settings(max_examples=5 * settings().max_examples)
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed")
_BASE = "https://post.example/a/"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<a href='javascript:alert(1)'>",
                "<a href=/x>",
                "</a>",
            ),
            *(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg><style>",
                "</svg>",
            ),
            *("<math><mi xlink:href='javascript:x'>", "<table><tr><td>", "</table>", "<noscript>"),
            *("<iframe srcdoc='<script>'>", "</iframe>", "<!--", "-->", "<![CDATA[", "]]>", "<"),
            *(
                "&lt;script&gt;",
                "&#x202e;",
                "&#0;",
                "&amp;amp;",
                "\x00",
                "\u0338",
                "<base href=//e>",
            ),
            *(
                "<form><input>",
                "<template><p>",
                "<textarea>",
                "<title>",
                "<a href='data:text/html,x'>",
            ),
            *(
                "<div>" * 250,
                "</div>" * 100,
                "<li>",
                "<ul>",
                "The dam held. ",
                "\n\n",
                "é",
                "<pre>",
            ),
        ]
    )
    | st.text(max_size=12),
    max_size=14,
).map("".join)
_WORDS = st.text(max_size=40) | _MARKUP
_TEXTS = st.builds(
    Text,
    value=_WORDS,
    type=st.sampled_from(["text", "html", "xhtml"]),
    role=st.sampled_from(["summary", "body", "page", "paste"]),
    language=st.none() | st.sampled_from(["en", "de-AT", "x y", "\x00"]),
)
_ADDRESSES = st.text(max_size=30) | st.sampled_from(
    [
        "https://post.example/a?id=1",
        "javascript:alert(1)",
        "//x",
        "data:,x",
        "http://[",
        "mailto:a@b",
    ]
)
_ENTRIES = st.builds(
    Entry,
    guid=st.text(max_size=8),
    links=st.lists(st.builds(Link, href=_ADDRESSES), max_size=2).map(tuple),
    canonical=_ADDRESSES,
    title=st.none() | st.builds(Text, value=_WORDS, type=st.sampled_from(["text", "html"])),
    texts=st.lists(_TEXTS, max_size=3).map(tuple),
    published=st.none() | st.builds(Stamp, raw=st.text(max_size=30), parsed=st.none()),
    authors=st.lists(st.builds(RawPerson, name=_WORDS, email=st.text(max_size=9))).map(tuple),
    categories=st.lists(_WORDS, max_size=3).map(tuple),
    section=_WORDS,
    media=st.lists(st.builds(RawMedia, url=_ADDRESSES, title=_WORDS), max_size=2).map(tuple),
    source_title=_WORDS,
    source_url=_ADDRESSES,
    agencies=st.lists(_WORDS, max_size=2).map(tuple),
)
_DOCUMENTS = st.builds(
    Document, form=st.just("rss20"), entries=st.lists(_ENTRIES, max_size=3).map(tuple), title=_WORDS
)

_PLAIN_WORDS = st.sampled_from(
    ["dam", "Aubeval", "river", "said", "the", "mayor", "of", "held", "water", "und", "für", "años"]
)
_PARAGRAPHS = st.lists(_PLAIN_WORDS, min_size=8, max_size=30).map(
    lambda words: f"So {' '.join(words)}."
)
_FURNITURE = st.sampled_from(
    [
        *("Advertisement", "Anzeige", "Share", "Read more: The river", "12 comments", "Publicité"),
        *("Sign up for our newsletter", "Home | News | Sport", "Get more newsLiveon", "3 min read"),
        *("Foto: A. Muster/dpa", "Related", "https://post.example/x", "Kommentare", "1 of 12"),
    ]
)


def _list_strings(value: object) -> list[str]:
    """Return every string inside a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in _list_strings(part)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for it in fields(value) for text in _list_strings(getattr(value, it.name))]
    return []


@given(_DOCUMENTS)
def test_the_same_document_gives_the_same_stories(document: Document) -> None:
    """Nothing but the input decides."""
    first = normalize_document(document, _SOURCE, _SEEN)

    assert first == normalize_document(document, _SOURCE, _SEEN)


@given(_DOCUMENTS)
def test_every_story_is_whole_and_clean(document: Document) -> None:
    """A headline, an id, keys; no control character, no address but of the web."""
    stories, _ = normalize_document(document, _SOURCE, _SEEN)

    for story in stories:
        assert story.headline.strip()
        assert story.id
        assert story.keys
        assert not [text for text in _list_strings(story) if _CONTROL.search(text)]
        assert {url.partition(":")[0] for url in _list_urls(story)} <= {"http", "https"}
        assert len({it.id for it in stories}) == len(stories)


def _list_urls(story: Story) -> list[str]:
    """Return every address of a story."""
    stated = (story.url, story.canonical_url, story.attribution_url)
    return [url for url in (*stated, *(item.url for item in story.media)) if url]


@pytest.mark.case("CVE-2018-19782", "RUSTSEC-2021-0074")
@_MANY
@given(_MARKUP)
def test_sanitized_html_is_safe(html: str) -> None:
    """No script, handler or dangerous address survives, as an element or in one."""
    cleaned = sanitize_html(html, _BASE)
    tags = re.findall(r"<[^>]*>", cleaned)

    assert not [tag for tag in tags if re.search(r"\son\w+=", tag)]
    assert not re.search(r"<(?:script|style|svg|math|iframe|form|object|embed|base)", cleaned)
    assert not re.search(r"(?:href|src|cite)=\"(?!https?:|mailto:)", cleaned)
    assert not _CONTROL.search(cleaned)


@pytest.mark.case("RUSTSEC-2021-0074", "CVE-2024-34078")
@given(_MARKUP)
def test_sanitizing_twice_changes_nothing(html: str) -> None:
    """What was cleaned is clean."""
    cleaned = sanitize_html(html, _BASE)

    assert cleaned == sanitize_html(cleaned, _BASE)


@given(_WORDS)
def test_plain_text_of_html_has_no_control_characters(html: str) -> None:
    """The words can be stored and published anywhere."""
    assert not _CONTROL.search(html_to_text(html))


@given(_ADDRESSES | st.from_regex(r"https?://[a-z]{1,3}\.example/[!-~]{0,40}", fullmatch=True))
def test_an_address_has_one_clean_and_one_canonical_spelling(address: str) -> None:
    """Cleaning and canonicalizing again changes nothing."""
    cleaned = clean_url(address, _BASE)
    if cleaned is None:
        return
    canonical = canonicalize_url(cleaned)

    assert cleaned.startswith(("http://", "https://"))
    assert cleaned == clean_url(cleaned)
    assert canonical == canonicalize_url(canonical)


@given(
    st.lists(_PARAGRAPHS, min_size=1, max_size=8),
    st.lists(st.lists(_FURNITURE, max_size=3), min_size=9, max_size=9),
)
def test_no_paragraph_of_a_paste_is_lost(paragraphs: list[str], between: list[list[str]]) -> None:
    """Every paragraph stays, whatever furniture stands between; none of the furniture does."""
    lines = [*between[0], "The dam of Aubeval holds after all"]
    for paragraph, furniture in zip(paragraphs, between[1:], strict=False):
        lines += [paragraph, *furniture]
    report = read_paste("\n\n".join(lines))
    told = {*report.paragraphs, report.standfirst}

    assert report.headline == "The dam of Aubeval holds after all"
    assert set(paragraphs) <= told
    assert told <= {*paragraphs, ""}


@given(
    st.lists(_PARAGRAPHS, min_size=1, max_size=8, unique=True),
    st.lists(st.lists(_FURNITURE, max_size=3), min_size=9, max_size=9),
    st.sampled_from(
        ["<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<li>{}</li>", "<p><b>{}</b></p>"]
    ),
)
def test_no_paragraph_of_a_page_is_lost(
    paragraphs: list[str], between: list[list[str]], shape: str
) -> None:
    """Every paragraph stays, in its order, whatever stands between and however it is marked."""
    parts = [f"<p>{line}</p>" for line in between[0]]
    for paragraph, furniture in zip(paragraphs, between[1:], strict=False):
        parts += [shape.format(paragraph), *(f"<p>{line}</p>" for line in furniture)]
    page = f"<html><body><article>{''.join(parts)}</article></body></html>"
    text = html_to_text(sanitize_html(part_page(page, ["The dam"]).html))
    places = [text.find(paragraph) for paragraph in paragraphs]

    assert -1 not in places
    assert sorted(places) == places


@given(st.text(max_size=200))
def test_any_text_can_be_asked_for_a_dateline(text: str) -> None:
    """A dateline that is found stands at the beginning."""
    found = find_dateline(text)

    assert found is None or found.dateline is None or found.dateline.place in text[: found.end]
