"""What stands around a report inside its article on a page, and between its paragraphs.

Above are the headline again, the section, the standfirst, who wrote it and when; in it and below
it lists of links. Lines are judged as pasted ones are (``furniture``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from feeds.normalize.credits.agencies import split_agencies
from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.lines import count_line_words, find_opening, names_furniture
from feeds.normalize.furniture.phrases import RELATED
from feeds.normalize.pages.lists import keep_lists
from feeds.normalize.pages.sections import mark_sections
from feeds.normalize.pages.teasers import find_teasers
from feeds.normalize.pages.unlikely import list_unlikely
from feeds.normalize.pasted.blocks import Block, is_link, is_linked, list_blocks
from feeds.normalize.pasted.past_end import find_end
from feeds.text.characters import join_line
from feeds.text.markup import element_to_text, remove_elements
from feeds.text.words import fold_text

_LEAST_LIST: Final = 2
_POINTING: Final = frozenset({"title", "sentence", "furniture"})
# A link of fewer words is a name.
_TITLE_WORDS: Final = 4
# Labels right before a link that say nothing alone.
_LABELS: Final = frozenset(
    ("more", "mehr", "plus", "mas", "altro", "mais", "meer", "関連記事", *RELATED)
)
_AROUND: Final = frozenset({"furniture", "repeated", "related", "byline", "stamp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stood around the report.

    Attributes:
        bylines: Lines that name who wrote it.
        stamps: Lines that say when.
        days: What of them, and of those that name who wrote it, is a day and nothing else.
        captions: Lines around it that are known by the credit of a picture.
        doubtful: Lines of the report that may be the site's.
        unlikely: Sentences that were left out and may be the report's.
    """

    bylines: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    unlikely: tuple[str, ...] = ()


def drop_margins(
    body: "etree._Element", known: Iterable[str], language: str | None = None
) -> Margins:
    """Take out of an article's element what is none of the report.

    A paragraph stays wherever it stands, unless it is known from elsewhere or is the site talking
    about itself. Nothing is taken from an article without a paragraph.

    Args:
        body: The element.
        known: What is held apart from the body: headline, standfirst, section, names.
        language: BCP 47 tag, if it is stated.
    """
    found = mark_sections(keep_lists(list_blocks(body, language)))
    end = find_teasers(found[: find_end([block.line for block in found])], known)
    blocks, behind = found[:end], found[end:]
    read = [place for place, block in enumerate(blocks) if block.read]
    if not read:
        return Margins()
    opening = find_opening([block.line for block in blocks])
    texts = frozenset(fold_text(join_line(text)) for text in known if text.strip())
    dated = find_dateline(blocks[opening].line.text) is not None
    above = [block for block in blocks[:opening] if _is_above(block, texts, dated=dated)]
    within = _list_within(blocks[opening : read[-1] + 1])
    below = [block for block in blocks[max(opening, read[-1]) + 1 :] if _is_below(block)]
    left = (*above, *within, *below)
    named = {block.element for block in left}
    gone = frozenset(place for place, block in enumerate(blocks) if block.element in named)
    unlikely = [blocks[place] for place in list_unlikely(blocks, gone, opening)]
    out = named.union(block.element for block in unlikely)
    kept = (it for it in blocks if it.element not in out)
    lists = [element for element in body.iter("ul", "ol") if _links_only(element)]
    others = (block.element for block in (*unlikely, *behind))
    remove_elements((*named, *others, *lists))
    texts_gone = dict.fromkeys(block.line.text for block in (*left, *unlikely))
    return Margins(
        bylines=tuple(block.line.text for block in above if block.line.kind == "byline"),
        stamps=tuple(block.line.text for block in above if block.line.kind == "stamp"),
        captions=tuple(filter(is_caption, texts_gone)),
        doubtful=tuple(it.line.text for it in kept if it.line.guessed),
        unlikely=tuple(
            it.line.text for it in unlikely if _is_missed(it) and it.element not in named
        ),
    )


def _is_above(block: Block, known: frozenset[str], *, dated: bool) -> bool:
    """Tell whether a block above the first paragraph is none of the report.

    Args:
        block: The block.
        known: What is held elsewhere, folded.
        dated: Whether the first paragraph has a dateline, so that no title above it is its own.
    """
    line = block.line
    if line.folded in known:
        return True
    if line.kind == "title":
        return dated or block.linked
    return line.kind in _AROUND


def _list_within(blocks: Sequence[Block]) -> list[Block]:
    """Return what is none of the report between its first and its last paragraph.

    That is what the site says in so many words, and links with the label above them.
    """
    dropped: list[Block] = []
    label: Block | None = None
    for block in blocks:
        if block.line.kind == "related":
            label = block
        elif block.linked and label is not None:
            dropped += [label, block]
        elif block.line.kind not in _AROUND:
            label = None
        if not block.listed and (names_furniture(block.line.text) or _points(block)):
            dropped.append(block)
    return dropped


def _is_missed(block: Block) -> bool:
    """Tell whether a block is a sentence and no link."""
    return block.read and not is_linked(block.element)


def _points(block: Block) -> bool:
    """Tell whether a block is a link to another report, in brackets or with a label before it."""
    text, links = block.line.text, list(block.element.iter("a"))
    if block.line.kind not in _POINTING or len(links) != 1:
        return False
    linked = join_line(element_to_text(links[0]))
    if count_line_words(linked) < _TITLE_WORDS:
        return False
    label = text.removesuffix(linked).rstrip()
    if block.linked:
        return text.startswith("[") and text.endswith("]")
    named = fold_text(label).rstrip(" :|>") in _LABELS and not linked[:1].islower()
    return label != text and (names_furniture(text) or named)


def _is_below(block: Block) -> bool:
    """Tell whether a block under the last paragraph is none of the report; credits are."""
    if block.linked:
        return True
    return block.line.kind in _AROUND and not split_agencies(block.line.text)


def _links_only(element: "etree._Element") -> bool:
    """Tell whether a list is of links, most of them short and no sentences, and nothing else."""
    points = [point for point in element.iter("li") if point.find(".//li") is None]
    told = [point for point in points if element_to_text(point)]
    short = sum(map(is_link, told))
    return len(told) >= _LEAST_LIST and 2 * short > len(told) and is_linked(element)
