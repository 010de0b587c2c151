"""Blocks of a page's article that no rule names, and that are not the report's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Document, Entry, Source, Text
from feeds.normalize import normalize_document
from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text, sanitize_html

_REPORT = (
    "The weir below Hask broke on Tuesday morning, and the Selm ran dry above it within two hours.",
    "Fishermen carried all they found in buckets to the lake at Orme, an hour down the road.",
    "What is to be done",
    "The district wants to close the gap with stones, and has asked the quarry at Lorne for help.",
    "Until then nobody may cross.",
)
_LINKS = (
    *("Mayor of Orme to marry", "Choir on tour", "Rye is dear", "Tunnel dry again"),
    *("Sheep stolen near Lorne", "Bells for Aldermere", "New ferry for Hask", "Pears on the road"),
)
_ELSEWHERE = (
    "The bride is a pilot, and the wedding will be held on a barge in the middle of the river.",
    "Eleven towns will hear them, and tickets can be had from Friday on at every post office.",
)


def _read(*blocks: str) -> list[str]:
    """Return the paragraphs of a page whose article has these blocks."""
    page = f"<article><h1>Weir at Hask breaks</h1>{''.join(blocks)}</article>"
    report = part_page(f"<!doctype html><html><body>{page}</body></html>").html
    return html_to_text(sanitize_html(report)).split("\n\n")


def _mark(*texts: str) -> tuple[str, ...]:
    """Return texts as paragraphs; one without full stop as a heading."""
    return tuple(f"<p>{it}</p>" if it.endswith(".") else f"<h3>{it}</h3>" for it in texts)


def test_a_report_is_kept_with_its_headings() -> None:
    """Nothing stands around it, nothing goes."""
    assert _read(*_mark(*_REPORT)) == list(_REPORT)


def test_other_reports_announced_below_are_none_of_it() -> None:
    """Behind titles that are no links, each with a sentence of its own."""
    below = (*(f"<div>{it}</div>" for it in _LINKS), *_mark(*_ELSEWHERE))

    assert _read(*_mark(*_REPORT), *below) == list(_REPORT)


def test_a_report_goes_on_behind_a_few_titles() -> None:
    """What stands against it must be as much as eight lines."""
    rest = "The quarry said that it had stones, but neither a road nor a barge to bring them by."
    between = (f"<div>{it}</div>" for it in _LINKS[:3])

    assert rest in _read(*_mark(*_REPORT), *between, f"<p>{rest}</p>")


def test_a_label_that_nobody_knows_goes() -> None:
    """A single word between two paragraphs that is marked as no heading."""
    blocks = _mark(*_REPORT)

    assert _read(*blocks[:2], "<div>Anzeigenmarkt</div>", *blocks[2:]) == list(_REPORT)


def test_a_paragraph_of_the_report_is_never_weighed_away() -> None:
    """Also one that looks like a shortened announcement, among buttons."""
    paragraph = "Pikes And Perches Feared Gone For Ever Since Then…"
    buttons = "".join(f"<p>{it}</p>" for it in ("Share", "Tweet", "Print", "Save") * 2)
    blocks = _mark(*_REPORT)

    assert paragraph in _read(*blocks[:2], buttons, f"<p>{paragraph}</p>", buttons, *blocks[2:])


def test_the_first_paragraph_stays_wherever_the_others_are() -> None:
    """A dateline tells it, though more words stand above a list of links."""
    first = "ORME, Lower Velm (AP) — A weir broke near Hask, and a river ran dry."
    links = (f"<div>{it}</div>" for it in _LINKS)

    assert first in _read(f"<p>{' '.join(_REPORT[:2])}</p>", *links, f"<p>{first}</p>")


def test_a_sentence_that_goes_is_named() -> None:
    """It may be the report's; not what the site says in so many words, nor labels and links."""
    below = ("<h3>Next</h3>", "<p>Orme follows.</p>", "<p>Sign up for our newsletter.</p>")
    below = (*below, "<p>Anzeigenmarkt</p>")
    blocks = (*_mark(*_REPORT[:2]), *below, "<p><a href='/a'>Rye is dear.</a></p>")
    page = f"<article><h1>Weir at Hask breaks</h1>{''.join(blocks)}</article>"

    margins = part_page(f"<!doctype html><html><body>{page}</body></html>").margins

    assert list(_REPORT[:2]) == _read(*blocks)
    assert ("Orme follows.",) == margins.unlikely


@pytest.mark.parametrize(
    ("below", "marks"),
    [
        ("<h3>Next</h3><p>Orme follows.</p>", ["left out in doubt: Orme follows."]),
        (
            "<h3>Road</h3><p>All are open.</p>",
            ["kept in doubt: Road", "kept in doubt: All are open."],
        ),
    ],
)
def test_a_story_says_which_sentences_of_its_page_were_doubtful(
    below: str, marks: list[str]
) -> None:
    """Whether they were left out, or kept."""
    page = f"<h1>Weir at Hask breaks</h1>{''.join(_mark(*_REPORT[:2]))}{below}"
    entry = Entry(guid="weir.html", texts=(Text(value=page, role="page", type="html"),))
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    document = Document(form="html", entries=(entry,))

    (story,), _ = normalize_document(document, inbox, datetime(2026, 11, 23, tzinfo=UTC))

    origins = [it.origin for it in story.inferred if it.field == "body_text"]
    assert ["found in the page", *marks] == origins
