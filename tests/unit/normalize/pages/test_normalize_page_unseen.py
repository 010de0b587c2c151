"""What a page shows only with programs, or only without them; and what programs leave in it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pages import PARAGRAPHS, REPORT

from feeds.model import Body, Document, Source, Story
from feeds.normalize import normalize_document
from feeds.normalize.pages.report import part_page
from feeds.parse import parse_document
from feeds.text.markup import html_to_text

_ONE, _TWO, _THREE, _FOUR = (f"<p>{text}</p>" for text in PARAGRAPHS)
_OTHER = "A fire in the old mill of Lorne was put out before anybody was hurt, the town said."
_JAPANESE = "ダムの技師は月曜日、町の上にある古いダムは今夜も持ちこたえると話した。鉄道は運休する。"


def read_body(inside: str) -> list[str]:
    """Return the paragraphs of the report in a page."""
    page = part_page(f"<html><body>{inside}</body></html>", ["The dam holds"])
    return html_to_text(page.html).split("\n\n")


def read_story(inside: str, **article: object) -> Story:
    """Return the story of a page that states an article."""
    stated = json.dumps({"@type": "NewsArticle", "headline": "The dam holds"} | article)
    head = f"<title>Dam</title><script type='application/ld+json'>{stated}</script>"
    content = f"<html><head>{head}</head><body>{inside}</body></html>".encode()
    document = parse_document(Body(content=content, media_type="", name="a.html"))
    assert isinstance(document, Document)
    source = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    (story,), _ = normalize_document(document, source, datetime(2026, 11, 29, tzinfo=UTC))
    return story


@pytest.mark.parametrize(
    "inside",
    [
        f"<article><noscript>{_ONE}{_TWO}{_THREE}{_FOUR}</noscript></article>",
        f"<div id='app'></div><noscript><div>{_ONE}{_TWO}{_THREE}{_FOUR}</div></noscript>",
        f"<article>{_ONE}<template>{_TWO}{_THREE}{_FOUR}</template></article>",
        f"<main>{_ONE}{_TWO}<noscript>{_THREE}{_FOUR}</noscript></main>",
        f"<noscript><div>{'<br><br>'.join(PARAGRAPHS)}</div></noscript>",
    ],
)
def test_a_report_that_programs_show_or_hide_is_read(inside: str) -> None:
    """All of it, or its rest."""
    assert list(PARAGRAPHS) == read_body(inside)


@pytest.mark.parametrize(
    "box",
    [
        "You need to enable JavaScript to run this app.",
        f"<p>{_OTHER}</p>",
        f"<p>{{{{name}}}} {_OTHER}</p><p>{_OTHER}</p>",
        f"{_ONE}<p>{_OTHER}</p>",
        f"<p>Please enable JavaScript to read this page as you should.</p><p>{_OTHER}</p>",
    ],
)
@pytest.mark.parametrize("tag", ["noscript", "template"])
def test_what_they_show_besides_stays_out(tag: str, box: str) -> None:
    """One paragraph, blanks to be filled in, the report again, words about programs."""
    told = f"<article>{_ONE}{_TWO}{_THREE}{_FOUR}<{tag}>{box}</{tag}></article>"

    assert list(PARAGRAPHS) == read_body(told)


def test_templates_outside_of_the_report_stay_out() -> None:
    """They say less than it."""
    box = f"<template><p>{_OTHER}</p><p>{_OTHER}</p></template>"

    assert list(PARAGRAPHS) == read_body(f"<div>{_ONE}{_TWO}{_THREE}{_FOUR}{box}</div>")


@pytest.mark.parametrize(
    "inside",
    [
        f"<![CDATA[{_ONE}{_TWO}]]>{_THREE}{_FOUR}",
        f"{_ONE}]]&gt;{_TWO}<p>]]&gt;</p>{_THREE}{_FOUR}",
        f"{_ONE}<p>&lt;!-- --&gt;</p>{_TWO}{_THREE}{_FOUR}--&gt;",
        f"<p>&lt;!-- slot 4 --&gt;{PARAGRAPHS[0]}--&gt;</p>{_TWO}{_THREE}{_FOUR}",
        f"{_ONE}<!-- a <!-- b --> --&gt;{_TWO}{_THREE}{_FOUR}",
        f"<p>&lt;?xml version='1.0' ?&gt;</p>{_ONE}{_TWO}{_THREE}{_FOUR}",
    ],
)
def test_marks_of_comments_are_no_words(inside: str) -> None:
    """Programs leave them."""
    assert list(PARAGRAPHS) == read_body(f"<article>{inside}</article>")


def test_a_report_about_markup_keeps_its_code() -> None:
    """And arrows in its sentences."""
    said = "Write <code>&lt;!-- so --&gt;</code> and then 3 &gt; 2, or <kbd>--&gt;</kbd>, they say."
    text = read_body(f"<article>{_ONE}<p>{said}</p>{_TWO}</article>")

    assert "Write <!-- so --> and then 3 > 2, or -->, they say." in text


@pytest.mark.parametrize(
    "stated", [REPORT, REPORT.replace("\n\n", "\n"), f"{_ONE}{_TWO}{_THREE}{_FOUR}"]
)
@pytest.mark.parametrize(
    "shown", [f"<article>{_ONE}</article>", f"<main>{_ONE}{_TWO}</main>", "Loading"]
)
def test_a_report_of_which_the_page_shows_the_first_lines_is_read_whole(
    shown: str, stated: str
) -> None:
    """From what the page states for programs, as text or markup."""
    assert REPORT == read_story(shown, articleBody=stated).body_text


def test_so_is_one_in_a_script_without_spaces() -> None:
    """Letters are counted."""
    whole = "\n".join(_JAPANESE * number for number in range(1, 6))
    story = read_story(f"<article><p>{_JAPANESE}</p></article>", articleBody=whole)

    assert whole.split("\n") == story.body_text.split("\n\n")


@pytest.mark.parametrize(
    "stated", ["", PARAGRAPHS[0], " ".join(PARAGRAPHS), _OTHER * 20, f"{_OTHER}\n" * 9, 7, [REPORT]]
)
def test_a_page_that_shows_the_report_is_believed(stated: object) -> None:
    """Its paragraphs are its own; what is stated may be cut, glued or another report."""
    told = f"<article>{_ONE}{_TWO}{_THREE}{_FOUR}</article>"

    assert REPORT == read_story(told, articleBody=stated).body_text


@pytest.mark.parametrize("pictures", [1, 60])
def test_pictures_that_are_shown_without_programs_hide_no_report(pictures: int) -> None:
    """They are boxes without paragraphs, however many."""
    lazy = "<noscript><img src='/a.jpg'></noscript>" * pictures
    inside = f"<article>{lazy}{_ONE}<template>{_TWO}{_THREE}{_FOUR}</template></article>"

    assert list(PARAGRAPHS) == read_body(inside)


def test_what_is_stated_takes_nothing_from_what_is_shown() -> None:
    """A correction stands in the page only; of what is stated the site's own lines go."""
    correction = "Correction: The sluice was opened at noon, not at ten as we first said."
    stated = "\n".join((*PARAGRAPHS, "Subscribe to our newsletter"))
    story = read_story(f"<article>{_ONE}<p>{correction}</p></article>", articleBody=stated)

    assert sorted((*PARAGRAPHS, correction)) == sorted(story.body_text.split("\n\n"))


def test_another_text_that_is_stated_is_not_taken_for_the_report() -> None:
    """However short what is shown is."""
    stated = "\n".join([_OTHER] * 9)

    assert PARAGRAPHS[0] == read_story(f"<article>{_ONE}</article>", articleBody=stated).body_text
