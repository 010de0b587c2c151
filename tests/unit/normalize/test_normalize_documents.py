"""From entries to stories: identity, words, dates, media, page and labels."""

from datetime import UTC, datetime

import pytest

from feeds.model import (
    Document,
    Entry,
    Inference,
    Link,
    RawMedia,
    RawPerson,
    Source,
    Stamp,
    Story,
    Text,
)
from feeds.normalize import normalize_document, normalize_entry

_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_LONG = "The dam above Aubeval held on Monday, engineers said, after a night of heavy rain."


def _entry(guid: str = "g1", url: str = "https://post.example/a/1", **fields: object) -> Entry:
    """An entry with a title and a link, unless said otherwise."""
    title = str(fields.pop("title", "The dam holds"))
    values: dict[str, object] = {
        "guid": guid,
        "links": (Link(href=url),) if url else (),
        "title": Text(value=title, role="title") if title else None,
    }
    return Entry(**(values | fields))  # type: ignore[arg-type]


def _normalize(*entries: Entry, **fields: object) -> tuple[Story, ...]:
    """The stories of a feed with these entries."""
    document = Document(**({"form": "rss20", "entries": entries} | fields))  # type: ignore[arg-type]
    return normalize_document(document, _SOURCE, _SEEN)[0]


def _problems(*entries: Entry) -> list[str]:
    """What was wrong in a feed with these entries."""
    return [
        problem.what
        for problem in normalize_document(Document(form="rss20", entries=entries), _SOURCE, _SEEN)[
            1
        ]
    ]


def _summary(value: str, **fields: object) -> Text:
    """A summary."""
    return Text(value=value, role="summary", **fields)  # type: ignore[arg-type]


def test_an_id_is_the_same_for_ever() -> None:
    """Written down once: another value would make every story of every desk another story."""
    (story,) = _normalize(_entry())

    assert story.id == "3b962bb7-318d-5e04-b8a7-8b1c511b63a0"
    assert story.keys[:2] == ("guid:g1", "url:https://post.example/a/1")
    assert story.keys[2].startswith("text:")


def test_both_schemes_of_an_address_are_one_key() -> None:
    """And tracking parameters make no other story."""
    (plain,) = _normalize(_entry(guid="", url="https://post.example/a/1"))
    (tracked,) = _normalize(_entry(guid="", url="http://post.example/a/1?utm_source=rss"))

    assert plain.id == tracked.id
    assert tracked.url == "http://post.example/a/1?utm_source=rss"
    assert tracked.canonical_url == "http://post.example/a/1"


def test_a_guid_on_different_entries_is_none() -> None:
    """Their addresses tell them apart."""
    stories = _normalize(
        _entry(url="https://post.example/a/1"), _entry(url="https://post.example/a/2")
    )

    assert ["url:https://post.example/a/1", "url:https://post.example/a/2"] == [
        story.keys[0] for story in stories
    ]


def test_an_address_of_different_entries_is_none() -> None:
    """Their guids tell them apart, else their words."""
    with_guids = _normalize(_entry(guid="a"), _entry(guid="b"))
    without = _normalize(_entry(guid="", title="One"), _entry(guid="", title="Two"))

    assert [("guid:a",), ("guid:b",)] == [story.keys[:-1] for story in with_guids]
    assert [1, 1] == [len(story.keys) for story in without]
    assert len({story.id for story in without}) == 2


def test_the_home_page_is_nobodys_address() -> None:
    """A careless feed links every entry to it."""
    (story,) = _normalize(_entry(guid="", url="https://post.example/"))

    assert story.keys[0].startswith("text:")


def test_what_stands_there_twice_is_one_story() -> None:
    """The same guid, the same words; anything else stays two."""
    assert len(_normalize(_entry(), _entry())) == 1
    assert len(_normalize(_entry(), _entry(title="The dam breaks"))) == 2


def test_an_entry_that_says_nothing_is_a_problem() -> None:
    """Not a story."""
    assert normalize_entry(Entry(guid="x"), Document(form="rss20"), _SOURCE, _SEEN) is None
    assert _problems(Entry(guid="x")) == ["entry 1: nothing is stated"]


def test_an_entry_alone_is_identified_by_itself() -> None:
    """As in a document of its own."""
    assert (normalize_entry(_entry(), Document(form="rss20"), _SOURCE, _SEEN),) == _normalize(
        _entry()
    )


@pytest.mark.parametrize(
    ("entry", "headline", "origin"),
    [
        (
            _entry(title="", texts=(_summary(f"{_LONG} More rain is expected."),)),
            _LONG,
            "first sentence of the text",
        ),
        (
            _entry(title="", url="https://post.example/2026/the-dam-holds.html?id=4"),
            "the dam holds",
            "the address",
        ),
        (_entry(title="", url="https://post.example/"), "(no headline)", "nothing was stated"),
    ],
)
def test_a_missing_headline_is_inferred(entry: Entry, headline: str, origin: str) -> None:
    """And the story says from what."""
    (story,) = _normalize(entry)

    assert story.headline == headline
    assert Inference(field="headline", origin=origin) in story.inferred


def test_a_summary_is_the_standfirst_and_a_body_the_body() -> None:
    """Each in its place, safe and plain."""
    body = Text(value=f"<p>{_LONG}</p><script>x()</script><p>It rained.</p>", type="html")
    (story,) = _normalize(_entry(texts=(_summary("A <b>long</b> night."), body)))

    assert story.standfirst == "A long night."
    assert story.body_html == f"<p>{_LONG}</p><p>It rained.</p>"
    assert story.body_text == f"{_LONG}\n\nIt rained."
    assert story.word_count == 3 + 3 + 14 + 2 + 1


def test_a_summary_that_repeats_the_body_is_no_standfirst() -> None:
    """Nor is one that repeats the headline."""
    body = Text(value=f"<p>{_LONG}</p><p>It rained.</p>", type="html")
    stories = _normalize(
        _entry("a", texts=(_summary(f"{_LONG} […]"), body)),
        _entry("b", texts=(_summary("The dam holds"),)),
    )

    assert ["", ""] == [story.standfirst for story in stories]


def test_a_body_that_only_repeats_the_summary_is_none() -> None:
    """A picture and its credit make no report; the picture is kept as one."""
    body = Text(
        value=f'<p>{_LONG}</p><p>(Image credit: Jane Doe)</p><img src="/dam.jpg" alt="Dam">',
        type="html",
    )
    (story,) = _normalize(_entry(texts=(_summary(_LONG), body)))

    assert (_LONG, "", "") == (story.standfirst, story.body_text, story.body_html)
    assert [("https://post.example/dam.jpg", "image", "Dam")] == [
        (item.url, item.medium, item.title) for item in story.media
    ]


def test_a_long_summary_alone_is_the_body() -> None:
    """It is the report."""
    (story,) = _normalize(_entry(texts=(_summary(f"<p>{_LONG}</p><p>{_LONG}</p>", type="html"),)))

    assert (story.standfirst, story.body_text) == ("", f"{_LONG}\n\n{_LONG}")


def test_a_long_summary_beside_a_body_is_the_standfirst() -> None:
    """The body stays the report, however much the summary tells of it."""
    summary = _summary(f"<p>{_LONG}</p><p>{_LONG}</p>", type="html")
    body = Text(value="<p>It rained all night in Lorne.</p>", type="html")
    (story,) = _normalize(_entry(texts=(summary, body)))

    assert story.standfirst == f"{_LONG}\n\n{_LONG}"
    assert story.body_text == "It rained all night in Lorne."
    assert "body_text" not in {it.field for it in story.inferred}


def test_a_page_that_tells_nothing_has_no_text_that_was_found() -> None:
    """As little is inferred as is held."""
    page = Text(value="<body></body>", type="html", role="page")
    (story,) = _normalize(_entry(texts=(page,)), form="html")

    assert (story.body_text, story.inferred) == ("", ())


def test_a_standfirst_that_is_stated_was_not_found_in_the_paste() -> None:
    """Though the paste has one, too."""
    head = "The dam holds\n\nIt was a long night for Lorne.\n\nBy Ann Low"
    paste = Text(value=f"{head}\n\n{_LONG}\n\n{_LONG} So.", role="paste")
    (stated,) = _normalize(_entry(texts=(paste, _summary("A long night."))), form="text")
    (found,) = _normalize(_entry(texts=(paste,)), form="text")

    told = [
        (it.standfirst, "standfirst" in {i.field for i in it.inferred}) for it in (stated, found)
    ]
    assert told == [("A long night.", False), ("It was a long night for Lorne.", True)]


def test_the_signature_below_a_mail_is_no_text() -> None:
    """Elsewhere the same line parts paragraphs."""
    signature = "Nobody has to read what Jane Doe of the Lorne office writes below her mails."
    mail = Text(value=f"{_LONG}\n\nIt rained all night.\n-- \n{signature}\n", role="paste")

    for form, signed in (("email", False), ("text", True)):
        (story,) = _normalize(_entry(texts=(mail,)), form=form)
        assert (signature in story.body_text) == signed


def test_too_much_text_is_cut_with_a_problem() -> None:
    """A headline of ten megabytes is no headline."""
    entry = _entry(title="dam " * 9000, texts=(Text(value="<p>rain " * 90_000, type="html"),))
    (story,) = _normalize(entry)

    assert len(story.headline) <= 1000
    assert len(story.body_text) <= 256 * 1024
    assert len(story.body_html) <= 256 * 1024
    assert _problems(entry) == ["entry 1: the headline was cut", "entry 1: the body was cut"]


def test_too_long_a_paste_is_cut_with_problems() -> None:
    """The headline that is stated with it, and the text."""
    paste = Text(value=f"{_LONG}\n\n{'rain ' * 60_000}", role="paste")

    assert _problems(_entry(title="dam " * 9000, texts=(paste,))) == [
        "entry 1: the headline was cut",
        "entry 1: the body was cut",
    ]


def test_a_summary_with_too_much_markup_is_told_once_as_what_it_is() -> None:
    """Alone it may be the body; beside one it is the standfirst."""
    body = Text(value=f"<p>{_LONG}</p>", type="html")
    summary = _summary(f"<p>{_LONG}</p><p>{_LONG}</p>{'<!-- -->' * 140_000}", type="html")

    for texts, field in (((summary,), "body"), ((summary, body), "standfirst")):
        assert _problems(_entry(texts=texts)) == [f"entry 1: the {field} was cut"]


@pytest.mark.parametrize(
    ("stated", "medium", "kind"),
    [
        ({"type": " VIDEO/MP4"}, "video", "video/mp4"),
        ({"medium": " Video "}, "video", ""),
        ({"medium": "video", "type": "mp4"}, "video", ""),
        ({"medium": "video", "type": "vidéo/mp4"}, "video", ""),
    ],
)
def test_a_medium_is_known_however_it_is_written(
    stated: dict[str, str], medium: str, kind: str
) -> None:
    """A type that is none is left out."""
    (story,) = _normalize(_entry(media=(RawMedia(url="https://post.example/see", **stated),)))

    assert [(it.medium, it.type) for it in story.media] == [(medium, kind)]


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2026-11-20T10:00:00+02:00", datetime(2026, 11, 20, 8, tzinfo=UTC)),
        ("Fri, 20 Nov 2026 10:00:00 EST", datetime(2026, 11, 20, 15, tzinfo=UTC)),
        ("March 3, 2019", datetime(2019, 3, 3, tzinfo=UTC)),
        ("3rd Sept. 2019", datetime(2019, 9, 3, tzinfo=UTC)),
        ("Sunday 3 March 2019, 4:05 PM ET (EST)", datetime(2019, 3, 3, 21, 5, tzinfo=UTC)),
        ("2019/03/03 16:05 GMT", datetime(2019, 3, 3, 16, 5, tzinfo=UTC)),
    ],
)
def test_a_date_in_words_is_read(raw: str, date: datetime) -> None:
    """In UTC, with the words kept."""
    (story,) = _normalize(_entry(published=Stamp(raw=raw)))

    assert (date, raw) == (story.published, story.published_raw)


@pytest.mark.parametrize(
    "raw", ["3/4/2019", "yesterday", "March 2019", "99 March 2019", "0001-01-01", "2031-01-01", "?"]
)
def test_what_is_no_date_is_none(raw: str) -> None:
    """It is never taken from the clock; the words are kept and a problem is told."""
    entry = _entry(published=Stamp(raw=raw))
    (story,) = _normalize(entry)

    assert (None, raw) == (story.published, story.published_raw)
    assert _problems(entry) == [f"entry 1: published: no date in {raw!r}"]


def test_a_time_without_zone_is_taken_as_utc_and_said_so() -> None:
    """A date of parse's is trusted but marked the same."""
    stamp = Stamp(raw="2026-11-20 10:00", parsed=datetime(2026, 11, 20, 10, tzinfo=UTC))
    (story,) = _normalize(_entry(updated=stamp))

    assert story.updated == stamp.parsed
    assert Inference(field="updated", origin="time zone not stated, UTC taken") in story.inferred


def test_media_are_safe_typed_and_each_once() -> None:
    """The medium is stated, or told by type or extension."""
    (story,) = _normalize(
        _entry(
            media=(
                RawMedia(url="/dam.jpg", width="640", height="0", length="12"),
                RawMedia(url="https://post.example/dam.jpg"),
                RawMedia(url="javascript:x()"),
                RawMedia(url="/talk", type="audio/mpeg"),
                RawMedia(url="/film", medium="video"),
                RawMedia(url="/paper"),
            )
        )
    )

    assert ["image", "audio", "video", "document"] == [item.medium for item in story.media]
    assert (640, None, 12) == (story.media[0].width, story.media[0].height, story.media[0].bytes)


@pytest.mark.parametrize(
    ("stated", "section", "categories"),
    [
        ("news,world,slider", "news", ("world", "slider", "Dams")),
        ("Life, Arts & Culture", "Life, Arts & Culture", ("Dams",)),
        ("Top 1,000", "Top 1,000", ("Dams",)),
        (",news", "news", ("Dams",)),
        ("", "", ("Dams",)),
    ],
)
def test_labels_glued_to_a_section_are_categories(
    stated: str, section: str, categories: tuple[str, ...]
) -> None:
    """A comma without a space was written by a program; one with a space is part of the name."""
    (story,) = _normalize(_entry(section=stated, categories=("Dams",)))

    assert (section, categories) == (story.section, story.categories)


def test_labels_are_plain_and_each_once() -> None:
    """Whatever their case; numbers of records are no labels."""
    record = "2f80bfc4-a3ed-574c-a4e5-6f84f97c5d40"
    (story,) = _normalize(_entry(section=" <b>World</b> ", categories=("Dams", "dams", "", record)))

    assert ("World", ("Dams",)) == (story.section, story.categories)


def test_a_republished_story_names_its_publication() -> None:
    """But not its own."""
    other = _entry("a", source_title="Lorne Times", source_url="https://lorne.example/")
    own = _entry("b", source_title="Aubeval Post", source_url="https://post.example/")
    stories = _normalize(other, own, title="Aubeval Post")

    assert [("Lorne Times", "https://lorne.example/"), ("", "")] == [
        (story.attribution_title, story.attribution_url) for story in stories
    ]


def test_the_hash_is_of_what_a_reader_reads() -> None:
    """Dates, categories and the size of a picture change nothing; a word does."""
    (before,) = _normalize(_entry(media=(RawMedia(url="/dam.jpg?w=1"),)))
    (touched,) = _normalize(
        _entry(
            media=(RawMedia(url="/dam.jpg?w=2"),),
            categories=("Dams",),
            updated=Stamp(raw="2026-11-20T10:00:00Z"),
        )
    )
    (edited,) = _normalize(_entry(title="The dam held", media=(RawMedia(url="/dam.jpg?w=1"),)))

    assert before.content_hash == touched.content_hash
    assert before.content_hash != edited.content_hash


def test_a_page_gives_its_report() -> None:
    """The article, without menus, captions, boxes and the name of the site in the headline."""
    paragraphs = [f"{_LONG} Part {number} of the report." for number in range(4)]
    page = f"""<html><head><title>x</title></head><body><nav><a href="/">Home</a></nav>
    <article class="comment"><p>{"first comment " * 60}</p></article>
    <article><h1>The dam holds</h1><figure><img src="/dam.jpg"><figcaption>Dam</figcaption></figure>
    <p>{paragraphs[0]}</p><div class="ad"><p>Buy boots.</p></div><p>{paragraphs[1]}</p>
    <aside><p>Also read this.</p></aside><p>{paragraphs[2]}</p><form><p>Sign up</p></form>
    <p>{paragraphs[3]}</p></article><footer><p>All rights reserved.</p></footer></body></html>"""
    entry = _entry(
        title="The dam holds - Aubeval Post",
        texts=(Text(value=page, type="html", role="page", base="https://post.example/a/1"),),
        authors=(RawPerson(name="Aubeval Post"), RawPerson(name="JANE DOE")),
    )
    (story,) = _normalize(entry, form="html", title="Aubeval Post")

    assert story.headline == "The dam holds"
    assert "\n\n".join(paragraphs) == story.body_text
    assert story.byline == ("Jane Doe",)
    assert Inference(field="body_text", origin="found in the page") in story.inferred


def test_a_line_of_a_page_names_people_only_where_none_are_stated() -> None:
    """It may be somebody else's: another edition's, or of a report that is shown beside."""
    paragraphs = "".join(f"<p>{_LONG} Part {number}.</p>" for number in range(3))
    page = f"<article><h1>The dam holds</h1><p>By Ann Low</p>{paragraphs}</article>"
    texts = (Text(value=page, type="html", role="page"),)
    (alone,) = _normalize(_entry(texts=texts), form="html")
    (stated,) = _normalize(_entry(texts=texts, authors=(RawPerson(name="Jane Doe"),)), form="html")

    assert (alone.byline, stated.byline) == (("Ann Low",), ("Jane Doe",))


def test_a_page_without_article_gives_its_densest_part() -> None:
    """The element whose own paragraphs have most words."""
    page = (
        f"<body><div><p>Menu</p></div><div><p>{_LONG}</p><p>{_LONG}</p><p>{_LONG}</p></div></body>"
    )
    (story,) = _normalize(_entry(texts=(Text(value=page, type="html", role="page"),)), form="html")

    assert story.body_text == "\n\n".join([_LONG] * 3)


def test_the_publication_in_a_byline_is_known_by_its_address() -> None:
    """By that of the entry's own page, where no title names it."""
    people = (RawPerson(name="Jane Doe, Lorne Sound"),)
    (story,) = _normalize(_entry(url="https://www.lornesound.example/a/1", authors=people))

    assert ("Jane Doe",) == story.byline


def test_dateline_and_agencies_come_from_the_text() -> None:
    """From where the body begins, and from fields of their own."""
    body = Text(
        value=f"<p>LORNE, Nov 23 (AFP) - {_LONG}</p><p>He told Reuters so.</p>", type="html"
    )
    (story,) = _normalize(_entry(texts=(body,), agencies=("Associated Press",)))

    assert story.dateline is not None
    assert ("LORNE", "Nov 23") == (story.dateline.place, story.dateline.date)
    assert [("AP", "credited"), ("AFP", "credited"), ("Reuters", "quoted")] == [
        (agency.name, agency.role) for agency in story.agencies
    ]
