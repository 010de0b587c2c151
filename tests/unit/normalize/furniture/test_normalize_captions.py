"""Captions are neither the report's nor the site's: they stay with their pictures."""

from datetime import UTC, datetime

import pytest
from pastes import normalize_paste

from feeds.model import Body, Document, Entry, RawMedia, Source, Story, Text
from feeds.normalize import normalize_document
from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.media.attached import list_captioned
from feeds.normalize.pages.figures import part_captions
from feeds.normalize.pages.report import part_page
from feeds.parse import parse_document
from feeds.text.markup import parse_html

_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed")
_REPORT = (
    "<p>The harbour of Orme froze over on Friday night for the first time in thirty years.</p>"
    "<p>Ferries stay in port until Monday, and the fish market has been moved to the town hall.</p>"
)
_FIGURES = (
    '<figure><img src="/ice.jpg" alt="ice"><figcaption>Ice in <b>port</b>.</figcaption></figure>'
    '<figure><img src="data:image/gif;base64,R0" data-src="/fish.jpg">'
    "<figcaption>Fish in the town hall.</figcaption></figure>"
    '<figure><img src="/plain.jpg"></figure>'
)


def _read_page(figures: str, card: str) -> Story:
    """Return the story of a saved page."""
    page = (
        '<!doctype html><html><head><link rel="canonical" href="https://post.example/ice">'
        f'<meta property="og:title" content="Harbour of Orme freezes over">{card}</head>'
        f"<body><article><h1>Ice</h1>{figures}{_REPORT}</article></body></html>"
    )
    document = parse_document(Body(content=page.encode(), media_type="text/html", name="ice.html"))
    assert isinstance(document, Document)
    ((story,), _) = normalize_document(document, _SOURCE, _SEEN)
    return story


def test_a_caption_of_a_page_becomes_the_title_of_its_picture() -> None:
    """It is no paragraph of the report; a picture without one is not taken for the report's."""
    story = _read_page(_FIGURES, "")

    assert [(item.url, item.title) for item in story.media] == [
        ("https://post.example/ice.jpg", "Ice in port."),
        ("https://post.example/fish.jpg", "Fish in the town hall."),
    ]
    assert "Fish in" not in story.body_html
    assert story.body_text.startswith("The harbour of Orme froze")


@pytest.mark.parametrize(
    "shown",
    [
        '<img src="data:image/gif;base64,R0">',
        '<img src="./ice_files/ice.jpg">',
        '<iframe src="https://films.example/1"></iframe>',
    ],
)
def test_a_caption_whose_picture_nobody_can_see_is_named(shown: str) -> None:
    """One that is embedded, or beside the page, or a film: no title takes its words."""
    story = _read_page(f"<figure>{shown}<figcaption>Ice in port.</figcaption></figure>", "")

    assert (story.media, _list_left_out(story)) == ((), ["Ice in port."])
    assert _list_left_out(_read_page(_FIGURES, "")) == []


def test_a_picture_is_one_whatever_its_address_says() -> None:
    """Under its caption, and in the text of a feed."""
    page = _read_page('<figure><img src="/see?1"><figcaption>Ice.</figcaption></figure>', "")
    told = _read_summary('<p>It froze.</p><img src="https://post.example/see?1">')

    assert [it.medium for it in (*page.media, *told.media)] == ["image", "image"]


def test_a_picture_that_is_stated_gets_its_caption_from_the_page() -> None:
    """It keeps its place, and stands there once."""
    card = '<meta property="og:image" content="https://post.example/ice.jpg">'
    story = _read_page(_FIGURES, card)

    assert [item.url.rpartition("/")[2] for item in story.media] == ["ice.jpg", "fish.jpg"]
    assert story.media[0].title == "Ice in port."


def test_a_title_that_is_stated_stays() -> None:
    """The page's own words for a picture go before its caption."""
    card = (
        '<meta property="og:image" content="https://post.example/ice.jpg">'
        '<meta property="og:image:alt" content="The harbour, white">'
    )

    assert _read_page(_FIGURES, card).media[0].title == "The harbour, white"


def test_a_caption_in_the_text_of_a_feed_is_the_title_of_its_picture() -> None:
    """Rather than the alternative text; the text itself stays as the publisher wrote it."""
    entry = Entry(
        guid="tag:post.example,2026:ice",
        texts=(Text(value=_FIGURES + _REPORT, type="html", role="body"),),
    )
    (story,), _ = normalize_document(Document(form="rss", entries=(entry,)), _SOURCE, _SEEN)

    assert story.media[0].title == "Ice in port."
    assert "Ice in <b>port</b>." in story.body_html


def test_the_nearest_figure_around_a_picture_has_its_caption() -> None:
    """Figures of a gallery stand in one another."""
    inner = '<figure><img src="/one.jpg"><figcaption>One.</figcaption></figure>'
    root = parse_html(f'<figure>{inner}<img src="/two.jpg"><figcaption>All.</figcaption></figure>')
    assert root is not None

    titles = {picture.url: picture.title for picture in list_captioned(root)}

    assert titles == {"/one.jpg": "One.", "/two.jpg": "All."}


def test_a_caption_of_a_page_may_be_one_by_its_class() -> None:
    """As WordPress wrote them for years; the picture was lost with its box."""
    box = (
        '<div class="wp-caption alignnone"><img src="https://post.example/buoy.jpg">'
        '<p class="wp-caption-text">The buoy that was touched.</p></div>'
    )
    parts = part_page(f"<html><body><article>{_REPORT * 3}{box}</article></body></html>")

    assert [("https://post.example/buoy.jpg", "The buoy that was touched.")] == [
        (picture.url, picture.title) for picture in parts.pictures
    ]
    assert "buoy" not in parts.html


_CAPTION = "Ships lie in the ice of the harbour on Friday morning."
_FIRST = "The harbour of Orme froze over on Friday night for the first time in thirty years."
_PICTURE = '<img src="https://post.example/ice.jpg" alt="ice">'


def _read_summary(markup: str, *media: RawMedia) -> Story:
    """Return the story of a feed that tells a summary, and media apart."""
    summary = Text(value=markup, type="html", role="summary")
    entry = Entry(guid="tag:post.example,2026:ice", texts=(summary,), media=media)
    (story,), _ = normalize_document(Document(form="rss", entries=(entry,)), _SOURCE, _SEEN)
    return story


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{_PICTURE}<figcaption>{_CAPTION}</figcaption></figure>",
        f'<div class="wp-caption">{_PICTURE}<p class="wp-caption-text">{_CAPTION}</p></div>',
        f'<div class="Box">{_PICTURE}<p class="Caption">{_CAPTION}</p></div>',
        f'<dl class="wp-caption"><dt>{_PICTURE}</dt><dd class="caption">{_CAPTION}</dd></dl>',
    ],
)
@pytest.mark.parametrize("words", [_FIRST, f"<p>{_FIRST}</p>"])
def test_a_caption_in_a_summary_is_no_standfirst(figure: str, words: str) -> None:
    """It is the title of its picture, and named in what was inferred."""
    story = _read_summary(figure + words)

    assert (story.standfirst, story.body_text) == (_FIRST, "")
    assert [item.title for item in story.media] == [_CAPTION]
    assert [it.origin for it in story.inferred if it.field == "standfirst"] == [
        f"left out as a caption: {_CAPTION}"
    ]


def test_a_caption_in_a_summary_is_the_title_of_a_picture_stated_apart() -> None:
    """Where both are one; another picture of the summary is not added to those stated."""
    figure = f"<figure>{_PICTURE}<figcaption>{_CAPTION}</figcaption></figure>{_FIRST}"
    ice, fish = (RawMedia(url=f"https://post.example/{it}.jpg") for it in ("ice", "fish"))

    assert [it.title for it in _read_summary(figure, ice).media] == [_CAPTION]
    assert [it.url for it in _read_summary(figure, fish).media] == [fish.url]


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><blockquote>{_FIRST}</blockquote><figcaption>{_CAPTION}</figcaption></figure>",
        f'{_PICTURE}<p class="caption">{_CAPTION}</p>',
        f'<div>{_PICTURE}<p class="caption">{_CAPTION}</p>{_FIRST}</div>',
        f'<div>{_PICTURE}{_PICTURE}<p class="caption">{_CAPTION}</p></div><p>It froze.</p>',
        f'<p class="caption">{_CAPTION}</p><p>It froze.</p>',
    ],
)
def test_words_that_may_be_the_report_stay(markup: str) -> None:
    """Who said what is quoted, and what stands in no box of a picture alone."""
    story = _read_summary(markup)

    assert _CAPTION in f"{story.standfirst}\n{story.body_text}"


def test_a_summary_that_is_nothing_but_a_figure_keeps_its_words() -> None:
    """A film has no title that would take them."""
    markup = '<figure><iframe src="/f"></iframe><figcaption>The dam by night.</figcaption></figure>'

    assert _read_summary(markup).standfirst == "The dam by night."


def test_captions_in_captions_are_told_once() -> None:
    """However many stand in one another."""
    nested = "<figcaption>" * 60 + "The dam." + "</figcaption>" * 60
    markup = f'<figure><img src="https://p.example/d.jpg">{nested}</figure><p>It holds.</p>'

    assert part_captions(markup)[1] == ("The dam.",)


def test_a_report_that_is_told_as_a_summary_keeps_its_captions() -> None:
    """Beside their pictures, as its publisher wrote it."""
    box = f'<div class="wp-caption">{_PICTURE}<p class="wp-caption-text">{_CAPTION}</p></div>'

    story = _read_summary(box + _REPORT)

    assert f"<figcaption>{_CAPTION}</figcaption></figure>" in story.body_html
    assert [item.title for item in story.media] == [_CAPTION]


_HEAD = "Old custom house of Orme shows iron and water"
_TOLD = (
    "The town of Orme opened its new show on Monday, in the old custom house by the river.",
    "Two hundred people came to see what iron and water do to each other, the mayor said.",
)
_LAST = '"Iron and Water" is on show until May in the old house, from Tuesday to Sunday.'
_BEHIND = ("(Photos by Mira Stein)", "(Foto: Mira Stein)", "(Getty Images)")
_SIGNED = "A boat lies in the river at Orme. INA MOLL (EFE)"


def _save_page(*paragraphs: str) -> Story:
    """Return the story of a saved page with these paragraphs."""
    told = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><head><title>{_HEAD}</title></head><body><article>{told}</article></body></html>"
    document = parse_document(Body(content=page.encode(), media_type="text/html", name="ice.html"))
    assert isinstance(document, Document)
    ((story,), _) = normalize_document(document, _SOURCE, _SEEN)
    return story


def _list_left_out(story: Story) -> list[str]:
    """Return the lines that were left out as captions."""
    label = "left out as a caption: "
    return [it.origin.removeprefix(label) for it in story.inferred if it.origin.startswith(label)]


@pytest.mark.parametrize("credit", _BEHIND)
@pytest.mark.parametrize("below", [(), ("Share", "Read more", "About us")])
def test_the_last_paragraph_may_credit_the_pictures(credit: str, below: tuple[str, ...]) -> None:
    """A whole sentence behind the paragraphs is the report's, in pasted text and in a page."""
    last = f"{_LAST} {credit}"
    pasted = normalize_paste("\n\n".join((_HEAD, *_TOLD, last, *below)))

    assert pasted.body_text == "\n\n".join((*_TOLD, last))
    assert _save_page(*_TOLD, last, *below).body_text == "\n\n".join((*_TOLD, last))


@pytest.mark.parametrize("credit", _BEHIND)
def test_between_paragraphs_a_line_with_a_credit_is_a_caption(credit: str) -> None:
    """It is named, and so is another one below the report that ends with no credit in brackets."""
    caption = f"{_LAST} {credit}"
    pasted = normalize_paste("\n\n".join((_HEAD, _TOLD[0], caption, _TOLD[1], _SIGNED, "Share")))

    assert pasted.body_text == "\n\n".join(_TOLD)
    assert _list_left_out(pasted) == [caption, _SIGNED]


def test_what_a_page_loses_as_a_caption_is_named() -> None:
    """Below its last paragraph."""
    story = _save_page(*_TOLD, _SIGNED)

    assert story.body_text == "\n\n".join(_TOLD)
    assert _list_left_out(story) == [_SIGNED]


@pytest.mark.parametrize(
    "line",
    ["EMBARGOED UNTIL 00:01 MONDAY 30 NOVEMBER 2026", "MANDATORY KILL", "Sperrfrist: 30.11.2026"],
)
def test_a_page_keeps_what_holds_its_report_back(line: str) -> None:
    """Above the report and below it; it states no day on which that was published."""
    assert _save_page(line, *_TOLD).body_text == "\n\n".join((line, *_TOLD))
    assert _save_page(*_TOLD, line).body_text == "\n\n".join((*_TOLD, line))
    assert _save_page(line, *_TOLD).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Photo Jane Doe",
        "Foto Hans Meier/dpa",
        "(Bild Hans Meier)",
        "The port on Friday. Photograph Jane Doe/The Guardian",
        "Fotos von Anna Berg und Jan Toll",
        "The hall. Photo courtesy of Orme Museum",
        "Image provided by NASA",
        "Photo supplied",
        "Photo by the author",
        "Foto: privat",
        "© Jane Doe",
        "© 2026 Orme Gazette",
        "Das Schiff im Hafen. Foto dpa",
        "Le pont. Photo Jean Petit",
        "Crédit photo Jean Petit",
        "Quelle: AFP",
        "El puente. Foto de Ana Ruiz",
        "Il ponte | Foto Maria De Rossi",
        "Foto Jan van der Berg",
        "Imagem Agência Brasil",
    ],
)
def test_a_credit_without_a_colon_names_somebody(line: str) -> None:
    """A person by two words, an agency, or what is said instead."""
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The captain closed it with their own lamps, the port said. Credit goes to the crew.",
        "Nobody was told, not even the mayor. Photos show the crack clearly.",
        "Credit rating agencies cut the port's bonds to junk on Tuesday night.",
        "Image problems have dogged the port authority for nine years now.",
        "Quelle que soit la décision, le pont restera fermé jusqu'en juin, dit-il.",
        "Viele warteten dort seit dem Morgen. Bild und Ton fielen aus.",
        "Quelle entreprise a été choisie ?",
        "Quelle a été la nuit la plus dure ?",
        "Crédit Agricole a annoncé des pertes.",
        "Bild von der Brücke fehlt bis heute.",
        "Photos by the dozen were sold.",
        "Copyright law was changed on Friday.",
        "Foto de familia en la cumbre",
        "Fotografía y memoria en el museo",
        "Image is everything, she said.",
        "Photo Friday returns to Orme",
    ],
)
def test_a_sentence_that_begins_with_a_word_of_credits_is_no_caption(line: str) -> None:
    """It tells of credit, pictures and copyright, or asks which: "Quelle …"."""
    assert not is_caption(line)
