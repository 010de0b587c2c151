"""The blocks of a page's article: what stands on lines of its own, judged as pasted lines are."""

from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import READ, Line, judge_lines
from feeds.normalize.pasted.answers import mark_answers
from feeds.normalize.pasted.chronology import mark_chronology
from feeds.normalize.pasted.items import keep_items
from feeds.normalize.pasted.lasts import mark_last
from feeds.text.characters import join_line
from feeds.text.markup import BLOCKS, element_to_text

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS: Final = frozenset({"td", "th"})
_BLOCKS: Final = BLOCKS | _CELLS | {"thead", "tbody", "tfoot"}
# Elements in which nothing but their own kind of blocks may stand.
_STRICT: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl"})
_LINK_WORDS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block with what it is.

    Attributes:
        element: It has no block inside.
        line: Its words, judged; a heading or link is a title even if it is a whole sentence.
        linked: Whether it is a short link and nothing else.
    """

    element: "etree._Element"
    line: Line
    linked: bool

    @property
    def read(self) -> bool:
        """Whether it is a paragraph or a sentence."""
        return self.line.kind in READ

    @property
    def heading(self) -> bool:
        """Whether it is marked as one."""
        return self.element.tag in _HEADINGS or self.element.tag == "summary"

    @property
    def listed(self) -> bool:
        """Whether it is a heading or one of several that belong together."""
        return self.element.tag in _HEADINGS | _CELLS | {"li", "dt", "dd", "caption", "pre"}


def list_blocks(body: "etree._Element", language: str | None = None) -> list[Block]:
    """Return the blocks with words inside an element, in order; cells of tables are left out.

    Text that stands loose between blocks is put into a ``span`` and is a block, too.

    Args:
        body: The element.
        language: BCP 47 tag, if it is stated.
    """
    outer = _list_outer(body)
    for element in outer:
        _wrap_loose(element, outer)
    leaves = [it for it in body.iter() if it not in outer and it.getparent() in outer]
    texts = {leaf: join_line(element_to_text(leaf)) for leaf in leaves if not _is_cell(leaf)}
    found = {leaf: text for leaf, text in texts.items() if text}
    judged = judge_lines(list(found.values()), language)
    lines = mark_last(mark_chronology(mark_answers(keep_items(judged))))
    return list(map(_make_block, found, judged, lines))


def is_link(element: "etree._Element") -> bool:
    """Tell whether an element's words are those of short links, without a full stop."""
    text = join_line(element_to_text(element))
    if text.rstrip("\"'”’»“) ").endswith((".", "。", ":")) or len(text.split()) > _LINK_WORDS:
        return False
    return bool(text) and is_linked(element)


def is_linked(element: "etree._Element") -> bool:
    """Tell whether all of an element's words stand in links; a bullet before one is no word."""
    links = [element] if element.tag == "a" else element.iter("a")
    linked = "".join(element_to_text(link) for link in links)
    return _list_signs(linked) == _list_signs(element_to_text(element))


def _list_signs(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def _list_outer(body: "etree._Element") -> "dict[etree._Element, None]":
    """Return the elements with blocks inside; the others are a block or part of one."""
    outer: dict[etree._Element, None] = {}
    for block in body.iterdescendants():
        ancestor = block.getparent() if block.tag in _BLOCKS else None
        while ancestor is not None and ancestor not in outer:
            outer[ancestor] = None
            ancestor = None if ancestor is body else ancestor.getparent()
    return outer


def _wrap_loose(element: "etree._Element", outer: "dict[etree._Element, None]") -> None:
    """Put text and inline elements that stand between blocks into spans."""
    if element.tag in _STRICT:
        return
    span = element.makeelement("span")
    span.text, element.text = element.text, None
    children = list(element)
    element.insert(0, span)
    for child in children:
        if child.tag not in _BLOCKS and child not in outer:
            span.append(child)
            continue
        span = element.makeelement("span")
        span.text, child.tail = child.tail, None
        child.addnext(span)


def _is_cell(element: "etree._Element") -> bool:
    """Tell whether an element is one cell of several in its row."""
    row = element.getparent()
    return element.tag in _CELLS and row is not None and len(row) > 1


def _make_block(element: "etree._Element", judged: Line, line: Line) -> Block:
    """Return a block with its line; a link is what it is alone, not what stands around it."""
    linked = is_link(element)
    if linked and line.kind == "row":
        line = judged
    if line.kind in READ and (linked or element.tag in _HEADINGS):
        line = replace(line, kind="title")
    return Block(element=element, line=line, linked=linked)
