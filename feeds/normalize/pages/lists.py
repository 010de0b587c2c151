"""Lists and tables of a page's article: all of their items are kept, or none is for being one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import COLONS, Kind, names_furniture
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.blocks import Block
from feeds.text.markup import element_to_text

_LISTS: Final = frozenset({"ul", "ol", "dl"})
# A table with such parts lays out a page, as newsletters do.
_LAID_OUT: Final = ("table", "p", "div", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "blockquote")
_FEWEST: Final = 2
_FEWEST_ANNOUNCING: Final = 3
# A link of so many words may be the headline of another report; one of fewer is a name.
_LINK_WORDS: Final = 4
_MOST: Final = 0.6
_APART: Final = frozenset({"byline", "related"})
_LABELS: Final = frozenset({"furniture", "repeated", "related"})


def keep_lists(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of an article in which what stands in lists of the report is a row.

    A list stands right below a paragraph, or somewhere between two. None of its items is known as
    the site's by its words, and less than half of them are links to other reports. A few words
    with a colon above it are a sentence. Who is quoted stands in a row below the quotation.

    Args:
        blocks: Of the article, in order.
    """
    plain: dict[etree._Element, bool] = {}
    homes = [_find_list(block.element, plain) for block in blocks]
    kept = list(blocks)
    for home, some in groupby(range(len(blocks)), key=homes.__getitem__):
        places = list(some)
        if home is not None and _is_own(blocks, home, places):
            for place in places:
                kept[place] = _give_kind(blocks[place], "row")
            if _announces(blocks[places[0] - 1]):
                kept[places[0] - 1] = _give_kind(blocks[places[0] - 1], "sentence")
    return kept


def _give_kind(block: Block, kind: Kind) -> Block:
    """Return a block of that kind, and no link; what is read stays what it is."""
    if block.read:
        return block
    return replace(block, line=replace(block.line, kind=kind), linked=False)


def _find_list(
    element: "etree._Element", plain: "dict[etree._Element, bool]"
) -> "etree._Element | None":
    """Return the outermost list around an element, a table of nothing but cells, or a quotation.

    Args:
        element: Of a block.
        plain: Tables that were looked at, and whether they hold nothing but cells.
    """
    around = [element, *element.iterancestors()]
    lists = [it for it in around if it.tag in _LISTS]
    if lists:
        return lists[-1]
    table = next((it for it in around if it.tag == "table"), None)
    if table is not None:
        if table not in plain:
            plain[table] = next(table.iterdescendants(*_LAID_OUT), None) is None
        return table if plain[table] else None
    return next((it for it in around if it.tag == "blockquote"), None)


def _is_own(blocks: Sequence[Block], home: "etree._Element", places: Sequence[int]) -> bool:
    """Tell whether a list is the report's."""
    items = [blocks[place] for place in places]
    count = sum(1 for _ in home.iter("tr")) if home.tag == "table" else len(items)
    if count < _FEWEST or any(_is_site(item) for item in items):
        return False
    if 2 * sum(_may_be_link(item) for item in items) >= len(items):
        return False
    return places[0] > 0 and _is_inside(blocks, places[0], places[-1])


def _is_inside(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Tell whether a list stands below a paragraph, or in the report below a title or list."""
    above = blocks[first - 1]
    if points_elsewhere(above.line) or above.line.kind in _LABELS:
        return False
    between = any(it.read for it in blocks[:first]) and any(it.read for it in blocks[last + 1 :])
    return above.read or between or (_announces(above) and first > 1 and blocks[first - 2].read)


def _announces(block: Block) -> bool:
    """Tell whether a few words with a colon announce something: more than a label."""
    return block.line.words >= _FEWEST_ANNOUNCING and block.line.text.endswith(COLONS)


def _is_site(block: Block) -> bool:
    """Tell whether an item is the site's by its words."""
    return block.line.kind in _APART or names_furniture(block.line.text)


def _may_be_link(block: Block) -> bool:
    """Tell whether an item is a link, or hardly more than one that may be a headline."""
    if block.linked:
        return True
    links = [element_to_text(link).split() for link in block.element.iter("a")]
    words = max(map(len, links), default=0)
    return words >= _LINK_WORDS and words >= _MOST * block.line.words
