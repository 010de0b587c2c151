"""Where in a page the report stands."""

import pytest

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text, sanitize_html

_FIRST = (
    "The lighthouse at Selm Point was lit again on Sunday after eleven years in the dark, and two"
    " hundred people came by boat to see it, although the wind was strong and the sea was high."
)
_SECOND = (
    "It had been put out when the harbour was closed, and its lamp was lent to a museum in Lorne,"
    " which gave it back last month with a letter that nobody at the Point has been able to read."
)


def _read(body: str) -> list[str]:
    """Return the paragraphs of the report in a page's body."""
    report = part_page(f"<!doctype html><html><body>{body}</body></html>").html
    return html_to_text(sanitize_html(report)).split("\n\n")


@pytest.mark.parametrize("box", ["div", "section"])
def test_a_report_in_parts_is_read_whole(box: str) -> None:
    """Each part has a box of one class, with a picture or a quotation between."""
    first = f'<{box} class="text"><p>{_FIRST}</p></{box}>'
    second = f'<{box} class="text"><p>{_SECOND}</p><p>The lamp burns oil.</p></{box}>'

    found = _read(f"<div>{first}<div><img src='/lamp.jpg'></div>{second}</div>")

    assert found == [_FIRST, _SECOND, "The lamp burns oil."]


def test_a_box_of_another_class_is_no_part() -> None:
    """However many words there are in it."""
    report = f'<div class="text"><p>{_FIRST}</p><p>{_SECOND}</p></div>'

    assert _read(f'<div>{report}<div class="other"><p>{_SECOND}</p></div></div>') == [
        _FIRST,
        _SECOND,
    ]


def test_a_report_without_paragraphs_is_found_by_its_mark() -> None:
    """Loose text in an element that is named as the report's body."""
    menu = "<div>Read by all sailors on both coasts of the sea since it was dug.</div>"

    found = _read(f'{menu}<div itemprop="articleBody">{_FIRST}<br><br>{_SECOND}</div>{menu}')

    assert found == [_FIRST, _SECOND]


def test_paragraphs_go_before_a_mark_on_loose_text() -> None:
    """Some pages mark a copy of their text that is meant for search engines."""
    loose = f'<div itemprop="articleBody">{_FIRST} {_SECOND}</div>'

    assert _read(f"{loose}<div><p>{_FIRST}</p><p>{_SECOND}</p></div>") == [_FIRST, _SECOND]


def test_what_somebody_posted_stays_where_it_is_quoted() -> None:
    """A box of buttons has the same name but no quotation."""
    post = '<div class="social-embed"><blockquote><p>Light at last! I cried.</p></blockquote></div>'
    buttons = '<div class="social-bar"><p>Tell it to all of your friends today.</p></div>'

    found = _read(f"<article><p>{_FIRST}</p>{post}{buttons}<p>{_SECOND}</p></article>")

    assert found == [_FIRST, "Light at last! I cried.", _SECOND]
