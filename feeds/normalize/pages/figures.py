"""Figures in the markup of pages and summaries: pictures with a caption, or words of the report."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from feeds.text.characters import clean_characters, join_line
from feeds.text.markup import (
    MAX_DEPTH,
    element_to_text,
    measure_depth,
    parse_html,
    remove_element,
    remove_hidden,
)

_MOST: Final = 50
_NEAR: Final = 3
_NAME: Final = "figcaption"
_BOXES: Final = frozenset({"div", "dl", "p", "section", "span"})
_WORD: Final = re.compile(r"[a-z]+")
_HELD: Final = "(.//img | .//video | .//iframe)"
# What programs wrap in figures and no caption is.
_QUOTED: Final = ("table", "blockquote", "pre")
# Galleries are lists, too, and so are boxes of links.
_LISTED: Final = ("ul", "ol", "dl")


def mark_captions(html: str) -> str:
    """Return markup in which pictures that a class gives a caption are figures with one.

    Blog programs write ``<div class="wp-caption"><img><p class="wp-caption-text">``, which says
    nothing more once classes are gone. A box with other words besides stays what it is.
    """
    root = _parse_markup(html) if "caption" in html.lower() else None
    return html if root is None or not mark_named_captions(root) else _write(root)


def mark_named_captions(root: "etree._Element") -> bool:
    """Make figures of the pictures below an element that a class gives a caption.

    Returns:
        Whether there were any.
    """
    named = (it for it in root.iter() if it.tag != _NAME and _is_named_caption(it))
    pairs = [(it, _find_box(it)) for it in list(islice(named, _MOST))]
    for caption, box in pairs:
        if box is not None:
            caption.tag, box.tag = _NAME, "figure"
    return any(box is not None for _, box in pairs)


def open_figures(root: "etree._Element") -> None:
    """Make boxes of the figures below an element that hold a table, a list, a quote or code.

    Programs wrap them so (``<figure class="wp-block-table">``), and they are the report's words; so
    is who is quoted, which stands in the place of a caption.
    """
    for figure in list(root.iter("figure")):
        told = figure.find(".//a") is None and not figure.xpath(_HELD)
        names = (*_QUOTED, *_LISTED) if told else _QUOTED
        if any(element_to_text(it).strip() for it in figure.iter(*names)):
            figure.tag = "div"
            for caption in list(figure.iter(_NAME)):
                caption.tag = "p"


def part_captions(html: str) -> tuple[str, tuple[str, ...]]:
    """Return markup without the captions of its pictures and films, and their words."""
    root = _parse_markup(html) if "<figcaption" in html.lower() else None
    if root is None:
        return html, ()
    figures = (it for it in islice(root.iter("figure"), _MOST) if it.xpath(_HELD))
    found = dict.fromkeys(it for figure in figures for it in islice(figure.iter(_NAME), _MOST))
    captions = [it for it in found if not any(map(found.__contains__, it.iterancestors(_NAME)))]
    if not captions:
        return html, ()
    words = (join_line(element_to_text(it)) for it in captions)
    told = tuple(filter(None, words))
    for caption in captions:
        remove_element(caption)
    return _write(root), told


def _parse_markup(html: str) -> "etree._Element | None":
    """Return the tree of what readers see; None for what is too deep for one."""
    text = clean_characters(html)
    root = parse_html(text) if measure_depth(text) <= MAX_DEPTH else None
    if root is not None:
        remove_hidden(root)
    return root


def _is_named_caption(element: "etree._Element") -> bool:
    """Tell whether a class calls an element a caption, and no picture is in it."""
    named = "caption" in _WORD.findall(element.get("class", "").lower())
    return named and element.find(".//img") is None


def _find_box(caption: "etree._Element") -> "etree._Element | None":
    """Return the box near a caption that holds one picture and no other words; None for none."""
    for box in islice(caption.iterancestors(), _NEAR):
        pictures = len(list(islice(box.iter("img"), 2)))
        if pictures:
            fits = pictures == 1 and box.tag in _BOXES and _says_no_more(box, caption)
            return box if fits else None
    return None


def _says_no_more(box: "etree._Element", caption: "etree._Element") -> bool:
    """Tell whether a box has no words but those of its caption."""
    left = sum(map(_count_letters, caption.itertext()))
    for text in box.itertext():
        left -= _count_letters(text)
        if left < 0:
            return False
    return True


def _count_letters(text: object) -> int:
    """Return how many characters of a text are no spaces."""
    return sum(map(len, str(text).split()))


def _write(root: "etree._Element") -> str:
    """Return a tree as markup."""
    return str(etree.tostring(root, encoding="unicode", method="html"))
