"""Short sections of a page's report: a heading, and below it a few words, or a list of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import ends_sentence, is_advert, names_furniture
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.blocks import Block, is_linked

_HEADS: Final = frozenset({"title", "repeated", "row", "sentence"})
_SAID: Final = frozenset({"sentence", "row"})
_ALONE: Final = frozenset({"title", "repeated"})
_AROUND: Final = " :.!…-–—"
_BOLD: Final = ("b", "strong")
_PARAGRAPHS: Final = frozenset({"p", "div"})
_PLAIN: Final = frozenset({"div", "section"})
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_NO_ITEMS: Final = frozenset({"prose", "byline", "related"})
# Below such a heading a site tells who wrote it, how to reach it, and how to be sent more of it.
_OF_SITE: Final = re.compile(
    r"(?:about|meet) (?:the|our|this) (?:author|writer|reporter|journalist|editor)s?"
    r"|(?:uber|zum|zur|zu) (?:(?:den|die|unsere[nr]?) )?(?:autor|redakteur)(?:in|innen|en)?"
    r"|(?:a propos (?:de )?)?(?:l['’]|des? )?aut(?:eur|rice|eure)s?|sull['’]aut(?:ore|rice)"
    r"|(?:sobre|acerca de) (?:el |la |os? |as? )?autora?s?|over de auteurs?|o aut(?:orze|orce)"
    r"|om (?:forfatter|forfattar)(?:en|e)|об авторе|про автора|yazar hakkinda"
    r"|著者について|筆者について|关于作者|作者简介|關於作者"
    r"|contacts?|contact us|kontakt|contatt[io]|contactos?|contatos?|контакты?"
    r"|(?:.* )?(?:newsletters?|infolettre|nieuwsbrief|nyhetsbrev|nyhedsbrev|рассылк[аиу])(?: .*)?"
)


def mark_sections(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of an article, those of its short sections as rows and sentences.

    The first stands right below a paragraph and in one box with it, others right below that. What
    may be another report that is announced there is none: a link, or with a day or a link of its
    own; nor is what the site says of itself. Below the last paragraph they are guessed.

    Args:
        blocks: Of the article, in order.
    """
    marked = list(blocks)
    last = max((it for it, block in enumerate(blocks) if block.line.kind == "prose"), default=0)
    # The box of the paragraph above; None where something else stands between.
    box: etree._Element | None = None
    for place, block in enumerate(blocks):
        if block.line.kind == "prose":
            box = _find_box(block)
            continue
        end = _find_end(blocks, place, box) if box is not None and _is_head(block) else place
        for it in range(place, end):
            marked[it] = _mark(blocks[it], guessed=place > last)
        if marked[place].line.kind not in _SAID and not is_advert(block.line):
            box = None
    return marked


def _mark(block: Block, *, guessed: bool) -> Block:
    """Return a block of a section: what is no sentence is a row."""
    kind = block.line.kind if block.read else "row"
    return replace(block, line=replace(block.line, kind=kind, guessed=guessed))


def _find_box(block: Block) -> "etree._Element | None":
    """Return the box in which a block stands; one without a name is part of the one around it."""
    box = block.element.getparent()
    while box is not None and box.tag in _PLAIN and not box.attrib:
        box = box.getparent()
    return box


def _is_head(block: Block) -> bool:
    """Tell whether a block is marked as a heading, or has nothing but bold letters."""
    if block.heading:
        return True
    inside = list(block.element) if block.element.tag in _PARAGRAPHS else []
    alone = len(inside) == 1 and inside[0].tag in _BOLD
    return alone and not ((block.element.text or "") + (inside[0].tail or "")).strip()


def _find_end(blocks: Sequence[Block], head: int, box: "etree._Element | None") -> int:
    """Return the place behind a short section; that of its heading if it is none."""
    if _find_box(blocks[head]) is not box or not _may_head(blocks[head]):
        return head
    end = head + 1
    while end < len(blocks) and _is_said(blocks[end]) and _stands_in(blocks[end], box):
        end += 1
    behind = [it for it in blocks[end : end + 2] if _stands_in(it, box)]
    return head if end == head + 1 or _ends_teaser(behind) else end


def _may_head(block: Block) -> bool:
    """Tell whether a heading is no link and no label of the site's."""
    line = block.line
    if line.kind not in _HEADS or is_linked(block.element) or names_furniture(line.text):
        return False
    return not points_elsewhere(line) and _OF_SITE.fullmatch(line.folded.strip(_AROUND)) is None


def _is_said(block: Block) -> bool:
    """Tell whether a block is a short sentence or one of a list, and no link."""
    if _is_head(block) or block.linked or names_furniture(block.line.text):
        return False
    if block.element.tag in _ITEMS:
        return block.line.kind not in _NO_ITEMS
    return block.line.kind in _SAID or (
        block.line.kind in _ALONE and ends_sentence(block.line.text)
    )


def _stands_in(block: Block, box: "etree._Element | None") -> bool:
    """Tell whether a block stands inside a box."""
    return any(it is box for it in block.element.iterancestors())


def _ends_teaser(behind: Sequence[Block]) -> bool:
    """Tell whether below a few words stands what ends the announcement of another report.

    That is a link to it, or its day, above the next heading.
    """
    first = behind[0] if behind else None
    if first is None or _is_head(first):
        return False
    if first.linked and names_furniture(first.line.text):
        return True
    apart = first.linked or first.line.kind == "stamp"
    return apart and any(map(_is_head, behind[1:]))
