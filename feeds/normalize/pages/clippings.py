"""A report that is written down from beginning to end, with what a web clipper left of its page.

People keep clippings beside notes of their own: there lists, quotes and headings are the writer's,
and only what a site says in so many words, or puts around a report, is taken out. Lines are judged
as pasted ones are (``furniture``), in the blocks of a page (``blocks``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from feeds.normalize.credits.agencies import split_agencies
from feeds.normalize.days.stamps import names_day, says_when
from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.lines import (
    Line,
    find_opening,
    is_advert,
    names_furniture,
    names_related,
)
from feeds.normalize.pages.margins import Margins
from feeds.normalize.pages.report import PageParts
from feeds.normalize.pasted.blocks import Block, list_blocks
from feeds.normalize.pasted.signed import sign_lines
from feeds.normalize.pasted.under_pictures import take_captions
from feeds.text.characters import join_line
from feeds.text.language import detect_language
from feeds.text.markup import (
    MAX_DEPTH,
    element_to_text,
    measure_depth,
    parse_html,
    remove_elements,
    remove_hidden,
)
from feeds.text.words import fold_text

_LEAST_LIST: Final = 2
# "More" or "Video" may head a part of a note, "Share this article" does not.
_LABEL_WORDS: Final = 2
_ABOVE: Final = frozenset({"furniture", "related", "byline", "stamp"})
_BELOW: Final = frozenset({"furniture", "related"})
_WRITTEN: Final = ("li", "blockquote", "dl", "table", "pre")


def part_clipping(html: str, known: Iterable[str] = (), language: str | None = None) -> PageParts:
    """Return a text without the site's furniture, and what was found in it.

    Args:
        html: Of the whole text.
        known: What is held apart from the body: headline, standfirst, section, names.
        language: BCP 47 tag, if it is stated.
    """
    root = parse_html(html) if measure_depth(html) <= MAX_DEPTH else None
    body = None if root is None else root.find("body")
    if body is None:
        return PageParts(html=html)
    remove_hidden(body)
    language = language or detect_language(element_to_text(body))
    captions = take_captions(body, language)
    margins = _drop_site(body, known, language)
    report = str(etree.tostring(body, encoding="unicode", method="html", with_tail=False))
    return PageParts(html=report, margins=margins, captions=captions)


def _drop_site(body: "etree._Element", known: Iterable[str], language: str | None) -> Margins:
    """Take what the site says out of a text with paragraphs; return what that was."""
    blocks = list_blocks(body, language)
    read = [place for place, block in enumerate(blocks) if block.read]
    if not read:
        return Margins()
    opening = find_opening([block.line for block in blocks])
    blocks = _sign_blocks(blocks, opening, language)
    texts = frozenset(fold_text(join_line(text)) for text in known if text.strip())
    rest = blocks[opening:]
    above = [it for it in blocks[:opening] if _is_above(it, texts)]
    within = [it for it in rest if names_furniture(it.line.text) and not _stays(it)]
    headings = [it for it in blocks if it.heading and _is_heading_of_site(it)]
    below = [it for it in blocks[max(opening, read[-1]) + 1 :] if _is_below(it)]
    left = (*above, *within, *headings, *_list_related(rest), *below)
    lists = [it for it in body.iter("ul", "ol") if _labels_only(it)]
    remove_elements((*(block.element for block in left), *lists))
    lines = [block.line for block in above]
    return Margins(
        bylines=tuple(line.who or line.text for line in lines if line.kind == "byline"),
        stamps=tuple(line.text for line in lines if line.kind == "stamp"),
        days=tuple(line.when or line.text for line in lines if line.when or line.day),
        captions=tuple(dict.fromkeys(it.line.text for it in left if is_caption(it.line.text))),
    )


def _sign_blocks(blocks: Sequence[Block], opening: int, language: str | None) -> list[Block]:
    """Return blocks, those above the first paragraph that say who and when as bylines."""
    lines = sign_lines([block.line for block in blocks], 0, opening, language)
    return [replace(block, line=line) for block, line in zip(blocks, lines, strict=True)]


def _list_related(blocks: Sequence[Block]) -> list[Block]:
    """Return labels above links to other reports, each with the links right below it.

    Links to files beside the text are the writer's.
    """
    found: list[Block] = []
    label: Block | None = None
    for block in blocks:
        if block.linked and label is not None and not _leads_beside(block):
            found += [label, block]
        else:
            label = block if names_related(block.line.text) or _is_label_of_words(block) else None
    return found


def _leads_beside(block: Block) -> bool:
    """Tell whether a block holds a link that is no address in the web."""
    hrefs = (link.get("href", "").lower() for link in block.element.iter("a"))
    return any(not it.startswith(("http://", "https://")) for it in hrefs)


def _is_label_of_words(block: Block) -> bool:
    """Tell whether a block is a label of the site, and of more than one word."""
    return block.line.words >= _LABEL_WORDS and names_furniture(block.line.text)


def _is_heading_of_site(block: Block) -> bool:
    """Tell whether a heading is none that somebody writes over a part of a text."""
    return _is_label_of_words(block) or is_advert(block.line)


def _stays(block: Block) -> bool:
    """Tell whether a block is a heading, stands in a list, quote or table, or holds a picture.

    Or a link to a file beside the text.
    """
    around = next(block.element.iterancestors(*_WRITTEN), None)
    shows = block.element.find(".//img") is not None
    return block.listed or around is not None or shows or _leads_beside(block)


def _is_above(block: Block, known: frozenset[str]) -> bool:
    """Tell whether a block above the first paragraph is none of the report."""
    if _stays(block) or _may_be_place(block.line):
        return False
    return block.line.folded in known or block.line.kind in _ABOVE


def _may_be_place(line: Line) -> bool:
    """Tell whether a line has a day that is not taken for the report's: "Harlow, 3 March 2026"."""
    taken = line.day or line.when or says_when(line.text)
    return line.kind == "stamp" and not taken and names_day(line.text)


def _is_below(block: Block) -> bool:
    """Tell whether a block under the last paragraph is none of the report; credits are."""
    own = _stays(block) or split_agencies(block.line.text)
    return block.line.kind in _BELOW and not own


def _labels_only(element: "etree._Element") -> bool:
    """Tell whether a list without others inside is one of labels of the site: share buttons."""
    if next(element.iterdescendants("ul", "ol"), None) is not None:
        return False
    points = [join_line(element_to_text(it)) for it in element.iter("li")]
    return len(points) >= _LEAST_LIST and all(map(names_furniture, filter(None, points)))
