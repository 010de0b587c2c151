"""A report out of a whole HTML page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from feeds.model import RawMedia
from feeds.normalize.furniture.lines import count_line_words
from feeds.normalize.media.attached import list_captioned, list_captions
from feeds.normalize.pages.body import count_unlinked, count_words, find_body
from feeds.normalize.pages.boxes import DROPPED, is_furniture
from feeds.normalize.pages.cards import list_cards
from feeds.normalize.pages.companions import drop_companions
from feeds.normalize.pages.facts import list_fact_boxes
from feeds.normalize.pages.figures import mark_named_captions, open_figures
from feeds.normalize.pages.formulas import open_formulas
from feeds.normalize.pages.held import list_held
from feeds.normalize.pages.loose import mark_loose
from feeds.normalize.pages.margins import Margins, drop_margins
from feeds.normalize.pages.signed import find_signed
from feeds.normalize.pages.unseen import drop_remains, open_unseen
from feeds.text.characters import join_line
from feeds.text.markup import (
    MAX_DEPTH,
    drop_code,
    element_to_text,
    html_to_text,
    mark_paragraphs,
    measure_depth,
    parse_html,
    remove_elements,
    remove_hidden,
)
from feeds.text.words import fold_text

# So many words are a paragraph above which the headline stands.
_PART_WORDS: Final = 8
_LEAST_HEADING: Final = 3
_SITE_BEHIND: Final = re.compile(r"\s+[|–—·•»«:-]+\s+\S|\s*[|»]\s*\S")
_SITE_BEFORE: Final = re.compile(r"\S(?:\s+[|–—·•»«:-]+\s+|\s*[|»]\s*)$")
_QUOTES: Final = str.maketrans("“”„«»‘", '"""""\'')


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """What was found in a page.

    Attributes:
        html: The report, for :func:`feeds.text.markup.sanitize_html`; empty if there is no text.
        margins: What stood above it.
        headings: Its headings of the first rank; those in a link name the site.
        pictures: Those of the report that had a caption, with it as title.
        captions: Of all its figures, whether a picture stood there or not.
    """

    html: str = ""
    headings: tuple[str, ...] = ()
    margins: Margins = field(default_factory=Margins)
    pictures: tuple[RawMedia, ...] = ()
    captions: tuple[str, ...] = ()


def part_page(
    html: str, known: Iterable[str] = (), language: str | None = None, saved_as: str = ""
) -> PageParts:
    """Return the report's part of a page.

    Where it stands is found (``body``); menus, forms, captions, boxes and what stands around
    the report (``margins``) are left out.

    Args:
        html: The page.
        known: What is held apart from the body: headline, standfirst, section, names.
        language: BCP 47 tag, if it is stated.
        saved_as: Name of the file it was saved in; empty if it was not.
    """
    root = _parse_page(html)
    if root is None:
        return PageParts(html=mark_paragraphs(html_to_text(html)))
    remove_hidden(root)
    if saved_as:
        drop_companions(root, saved_as)
    mark_loose(root)
    open_unseen(root)
    words = count_words(root)
    headings = _list_headings(root)
    body = find_body(root, words)
    if body is None:
        return PageParts(headings=headings)
    _lower_headings(body, known)
    open_formulas(body)
    open_figures(body)
    mark_named_captions(body)
    pictures, captions = list_captioned(body), list_captions(body)
    signed = find_signed(root, body, known, language)
    _drop_furniture(body, words, known)
    drop_remains(body)
    margins = drop_margins(body, known, language)
    margins = replace(margins, bylines=margins.bylines or signed.bylines, days=signed.days)
    report = str(etree.tostring(body, encoding="unicode", method="html", with_tail=False))
    return PageParts(
        html=report, margins=margins, headings=headings, pictures=pictures, captions=captions
    )


def strip_site(title: str, site: str) -> str:
    """Return a page's title without the name of the site, if it ends or begins with it.

    Args:
        title: ``Mayor resigns - The Daily Example``.
        site: The name as the page states it; empty if it does not.
    """
    if not site.strip():
        return title
    name = re.escape(site.strip())
    stripped = re.sub(rf"\s+[|–—·•:-]+\s+{name}\s*$", "", title, flags=re.IGNORECASE)
    stripped = re.sub(rf"^\s*{name}\s+[|–—·•:-]+\s+", "", stripped, flags=re.IGNORECASE)
    return stripped.strip() or title


def take_heading(title: str, headings: Iterable[str]) -> str:
    """Return a page's title as its heading has it, if that is the title without the site's name.

    Args:
        title: ``Mayor resigns over bridge | The Daily Example``.
        headings: As found in the page.
    """
    folded = _fold_title(title)
    for heading in headings:
        if count_line_words(heading) < _LEAST_HEADING:
            continue
        before, found, behind = folded.partition(_fold_title(heading))
        if found and not before and _SITE_BEHIND.match(behind):
            return heading
        if not behind and _SITE_BEFORE.search(before) and len(before) < len(found):
            return heading
    return title


def _fold_title(title: str) -> str:
    """Return a title for comparing: no case, straight quotes, single spaces."""
    return " ".join(fold_text(title).translate(_QUOTES).split())


def _list_headings(root: "etree._Element") -> tuple[str, ...]:
    """Return the words of the headings of the first rank, but for those in links."""
    own = (it for it in root.iter("h1") if next(it.iterancestors("a"), None) is None)
    unlinked = (it for it in own if it.find(".//a") is None)
    return tuple(filter(None, (join_line(element_to_text(it)) for it in unlinked)))


def _parse_page(html: str) -> "etree._Element | None":
    """Return the tree of a page, or None if it is too deep; tags in programs do not count."""
    if measure_depth(html) <= MAX_DEPTH:
        return parse_html(html)
    plain = drop_code(html)
    return parse_html(plain) if measure_depth(plain) <= MAX_DEPTH else None


def _lower_headings(body: "etree._Element", known: Iterable[str]) -> None:
    """Make headings of parts of those of the first rank that stand between paragraphs.

    The headline stands above them all; where it stands below, it is there once more. What heads no
    paragraph of its own box is the title of others.
    """
    held = frozenset(fold_text(join_line(text)) for text in known)
    told = False
    for element in list(body.iter("h1", "p")):
        if element.tag == "p":
            told = told or _is_paragraph(element)
        elif told and _is_paragraph(element.getnext()):
            again = fold_text(join_line(element_to_text(element))) in held
            element.tag = "h1" if again else "h2"


def _is_paragraph(element: "etree._Element | None") -> bool:
    """Tell whether an element is a paragraph of more than a few words."""
    if element is None or element.tag != "p":
        return False
    return count_line_words(element_to_text(element)) >= _PART_WORDS


def _drop_furniture(
    body: "etree._Element", words: "dict[etree._Element, int]", known: Iterable[str]
) -> None:
    """Take out of an element what is not the report; text behind it stays."""
    facts = list_fact_boxes(body)
    unlinked: dict[etree._Element, int] = {}
    boxes = [it for it in body.iterdescendants() if is_furniture(it) and it not in facts]
    held = list_held(body, boxes, words)
    gone: list[etree._Element] = []
    for element in boxes:
        if element in held:
            continue
        # A box with most of the words is the report, whatever it is called.
        named = str(element.tag) not in DROPPED or element.tag == "form"
        if named and 2 * words[element] > words[body] > 0:
            # A report in lists or quotations has no paragraphs, and comments below it have some.
            # What is gone with a box around it is counted no more.
            if not unlinked:
                remove_elements(gone)
                unlinked, gone = count_unlinked(body), []
            if 2 * unlinked.get(element, 0) > unlinked[body]:
                continue
        gone.append(element)
    remove_elements(gone)
    remove_elements(list_cards(body, known))
