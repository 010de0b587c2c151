"""Who wrote the report of a page and when, as lines near its headline or at its end say."""

import pytest
from pages import PARAGRAPHS

from feeds.normalize.pages.report import part_page
from feeds.normalize.pages.signed import Signed, find_signed
from feeds.text.markup import html_to_text, parse_html

_REPORT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
_HEADLINE = "The dam above Aubeval holds"
_DAY = "March 3, 2026"
_BY = f"Posted by Anna Berg on {_DAY}"


def _read(body: str, language: str = "en") -> Signed:
    """Return who and when a page says."""
    root = parse_html(f"<html><body>{body}</body></html>")
    assert root is not None
    report = next(root.iter("article"), None)
    found = root.find(".//div[@class='entry']") if report is None else report
    assert found is not None
    return find_signed(root, found, [_HEADLINE], language)


@pytest.mark.parametrize(
    ("above", "language", "who", "when"),
    [
        (f"<p class='postmetadata'>{_BY}</p>", "en", "Anna Berg", _DAY),
        (f"<small>{_DAY} by Anna Berg</small>", "en", "by Anna Berg", _DAY),
        (f"<div>By Anna Berg | {_DAY}</div>", "en", "By Anna Berg", _DAY),
        (f"<div><b>Anna Berg</b><b>{_DAY}</b></div>", "en", "Anna Berg", _DAY),
        (f"<ul><li>By Anna Berg</li><li>{_DAY}</li></ul>", "en", "By Anna Berg", _DAY),
        (
            f"<footer><p>Submitted by <a>Anna Berg</a> on {_DAY}</p></footer>",
            "en",
            "By Anna Berg",
            _DAY,
        ),
        (
            "<p>Veröffentlicht am 3. März 2026 von Anna Berg</p>",
            "de",
            "von Anna Berg",
            "3. März 2026",
        ),
        ("<p>Publié le 3 mars 2026 par Anna Berg</p>", "fr", "par Anna Berg", "3 mars 2026"),
        (
            "<p>Publicado por Anna Berg el 3 de marzo de 2026</p>",
            "es",
            "Anna Berg",
            "el 3 de marzo de 2026",
        ),
        (f"<p>{_DAY}</p>", "en", "", _DAY),
    ],
)
@pytest.mark.parametrize("box", ["<div class='post'>{}<div class='entry'>{}</div></div>", "{}{}"])
def test_lines_below_the_headline_say_who_and_when(
    above: str, language: str, who: str, when: str, box: str
) -> None:
    """Of classic themes, in several languages; in a box of their own, or loose in the page."""
    head = f"<h1>{_HEADLINE}</h1>{above}"
    report = _REPORT if "entry" in box else f"<div class='entry'>{_REPORT}</div>"
    found = _read(box.format(head, report), language)

    assert "".join(found.bylines).endswith(who)
    assert not who or found.bylines
    assert len(found.days) == 1
    assert found.days[0].endswith(when)


def test_a_company_below_the_headline_is_no_author() -> None:
    """The day is that of the report."""
    line = f"<p>Published by Sorrel Media House on {_DAY}</p>"
    found = _read(f"<article><h1>{_HEADLINE}</h1>{line}{_REPORT}</article>")

    assert (found.bylines, found.days) == ((), (f"on {_DAY}",))


def test_a_day_may_stand_right_above_the_headline() -> None:
    """As in blogs, where days head their posts."""
    day = f"<h2 class='date-header'><span>{_DAY}</span></h2>"
    page = f"<div>{day}<h3>{_HEADLINE}</h3><div class='entry'>{_REPORT}</div></div>"

    assert _read(page).days == (_DAY,)


@pytest.mark.parametrize(
    ("below", "who", "when"),
    [
        (f"<footer>{_BY}</footer>", "Posted by Anna Berg", _DAY),
        (f"<div class='entry-meta'>{_BY}</div>", "Posted by Anna Berg", _DAY),
        (
            f"<div class='info'>Published by Anna Berg on {_DAY}</div>",
            "Published by Anna Berg",
            _DAY,
        ),
        (f"<footer>By Associated Press | {_DAY}</footer>", "By Associated Press", _DAY),
        (
            "<div class='post-footer'><p>Posted by Anna Berg at 3:04 PM</p></div>",
            "Posted by Anna Berg",
            "",
        ),
        (
            f"<footer>This entry was posted in Dams on {_DAY} by Anna Berg.</footer>",
            "Anna Berg",
            _DAY,
        ),
        (
            f"<p class='meta'>This entry was posted on {_DAY} at 3:04 pm and is filed under X</p>",
            "",
            f"{_DAY} at 3:04 pm",
        ),
    ],
)
def test_lines_at_the_end_of_the_box_say_who_and_when(below: str, who: str, when: str) -> None:
    """In a footer, or in what is named as such."""
    found = _read(f"<article><h1>{_HEADLINE}</h1>{_REPORT}{below}</article>")

    assert "".join(found.bylines) == who
    assert "".join(found.days).endswith(when)
    assert bool(found.days) is bool(when)


@pytest.mark.parametrize(
    "around",
    [
        f"{{}}<footer>{_BY}</footer>",
        f"{{}}<div class='comments'><p class='meta'>{_BY}</p></div>",
        f"{{}}<article><h2><a href='/a'>Mill burns again</a></h2><footer>{_BY}</footer></article>",
        f"<div class='latest'><h3>Mill burns again</h3><p>{_BY}</p></div>{{}}",
        f"<aside><p>{_BY}</p></aside>{{}}",
    ],
)
def test_what_stands_outside_of_the_box_says_nothing_of_the_report(around: str) -> None:
    """A footer of the page, comments, other reports."""
    assert _read(around.format(f"<article><h1>{_HEADLINE}</h1>{_REPORT}</article>")) == Signed()


@pytest.mark.parametrize(
    "below",
    [
        f"<div class='comment'><footer>{_BY}</footer></div>",
        f"<div class='related'><p class='meta'>{_BY}</p></div>",
        f"<h2>Mill burns again</h2><p class='meta'>{_BY}</p>",
        f"<div>{_BY}</div>",
        f"<footer class='post-navigation'><p class='date'>{_DAY}</p></footer>",
        f"<footer>{_DAY}</footer>",
        f"<footer>Last updated on {_DAY}</footer>",
        f"<div class='event-info'>Published on {_DAY}</div>",
        f"<footer>© {_DAY} Aubeval Post</footer>",
        f"<div class='info'>Published by Sorrel Media House on {_DAY}</div>",
        f"<div class='info'>Published by Sorrel on {_DAY}</div>",
        f"<div class='info'>Published {_DAY} by Sorrel Verlag GmbH</div>",
        f"<div class='info'>Published by The Aubeval Times on {_DAY}</div>",
        f"<div class='info'>By Sorrel Press, {_DAY}</div>",
        f"<div class='info'>Page generated on {_DAY}</div>",
        f"<div class='info'>Site last updated {_DAY}</div>",
        f"<div class='date'>Concert on {_DAY}</div>",
        f"<div class='info'>Copyright {_DAY} by Anna Berg</div>",
        f"<blockquote><footer>By Anna Berg, {_DAY}</footer></blockquote>",
        f"<figure><figcaption class='info'>By Anna Berg, {_DAY}</figcaption></figure>",
    ],
)
def test_what_else_stands_at_the_end_of_the_box_does_not_either(below: str) -> None:
    """A day alone, that of a change, of an event or of rights, a quotation, a caption."""
    assert _read(f"<article><h1>{_HEADLINE}</h1>{_REPORT}{below}</article>") == Signed()


def test_two_days_are_both_told() -> None:
    """Nobody knows which of them is the one: whoever reads them takes none."""
    days = f"<p>{_DAY}</p><p>March 5, 2026</p>"

    assert len(_read(f"<article><h1>{_HEADLINE}</h1>{days}{_REPORT}</article>").days) == 2


def test_lines_of_a_page_are_no_text_of_its_report() -> None:
    """They are in its margins."""
    told = f"<article><h1>{_HEADLINE}</h1><p>{_BY}</p>{_REPORT}<footer>{_BY}</footer></article>"
    page = part_page(f"<html><body>{told}</body></html>", [_HEADLINE])

    assert html_to_text(page.html).split("\n\n") == list(PARAGRAPHS)
    assert page.margins.bylines
    assert page.margins.days
