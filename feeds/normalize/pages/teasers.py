"""Other reports that are announced below the report of a page: a linked title, and what it says."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Final

from lxml import etree

from feeds.normalize.pages.listed import count_listed
from feeds.normalize.pasted.blocks import Block, is_linked
from feeds.text.sentences import split_sentences

# A link of so many words may be a headline; one of fewer is a name.
_TITLE_WORDS: Final = 4
_MOST_WORDS: Final = 60
# So many sentences a paragraph has at most.
_MOST_TOLD: Final = 2
_MOST_BLOCKS: Final = 4
_FEWEST: Final = 2
# What a report lists is so much of it at least.
_LISTED_SHARE: Final = 0.25


def find_teasers(blocks: Sequence[Block], known: Iterable[str] = ()) -> int:
    """Return the place of the first of the teasers with which an article ends; that of its end.

    Each is a title that is a link, and a few sentences that say what stands behind it. They say
    less than the report above them, which has two paragraphs at least. One alone has a
    label above it: else it may be the last section of the report, with a link in its heading. What
    the report itself lists (``listed``) is a good part of it, and none of them.

    Args:
        blocks: Of the article, in order.
        known: What is held apart from the body: headline, standfirst.
    """
    titles = [place for place, block in enumerate(blocks) if _is_title(block)]
    pairs = list(pairwise((*titles, len(blocks))))[::-1]
    last = list(takewhile(lambda pair: _is_teaser(blocks[pair[0] : pair[1]]), pairs))
    last = last[: len(last) - _count_own(blocks, last[::-1], known)]
    if not last:
        return len(blocks)
    labelled = _is_label(blocks[last[-1][0] - 1 : last[-1][0]])
    first = last[-1][0] - labelled
    above, below = _count_read(blocks[:first]), _count_read(blocks[first:])
    sure = labelled or len(last) >= _FEWEST
    told = sum(block.read for block in blocks[:first]) >= _FEWEST
    return first if sure and told and above >= below else len(blocks)


def _count_own(
    blocks: Sequence[Block], pairs: Sequence[tuple[int, int]], known: Iterable[str]
) -> int:
    """Return how many of the first of these titles are of things that the report lists."""
    if not pairs or any(it.line.kind == "related" for it in blocks[pairs[0][0] - 1 : pairs[0][0]]):
        return 0
    first, last = pairs[0][0], pairs[-1][1]
    words, below = _count_read(blocks[:first]), _count_read(blocks[first:last])
    if below < _LISTED_SHARE * (words + below):
        return 0
    texts = ["\n\n".join(it.line.text for it in blocks[start:end]) for start, end in pairs]
    addresses = [_list_links(blocks[place])[0].get("href", "") for place, _ in pairs]
    paragraphs = [block.line.text for block in blocks[:first] if block.read]
    headings = [block.line.text for block in blocks[:first] if block.heading]
    labels = [block.line.text for block in blocks[:first][-1:]]
    above = (*headings[-1:], *paragraphs[-1:], *labels)
    return count_listed(texts, addresses, known, above)


def _count_read(blocks: Sequence[Block]) -> int:
    """Return how many words the paragraphs among blocks have."""
    return sum(block.line.words for block in blocks if block.read)


def _is_title(block: Block) -> bool:
    """Tell whether a block is a link that may be the headline of another report."""
    if block.line.words < _TITLE_WORDS or not (block.heading or block.linked):
        return False
    links = _list_links(block)
    if not links or links[0].get("href", "#").startswith("#"):
        return False
    return links[0] is block.element.getparent() or is_linked(block.element)


def _list_links(block: Block) -> "list[etree._Element]":
    """Return the links around a block and in it."""
    return [*block.element.iterancestors("a"), *block.element.iter("a")]


def _is_label(blocks: Sequence[Block]) -> bool:
    """Tell whether a block is what stands above several teasers; false for none."""
    kinds = {"related", "repeated", "furniture"}
    return any(it.line.kind in kinds or (it.heading and not it.read) for it in blocks)


def _is_teaser(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are a title and a few sentences."""
    title, *others = blocks
    told = [block for block in others if not block.linked]
    read = [block.line for block in told if block.read]
    if title.read or not read or len(told) >= _MOST_BLOCKS:
        return False
    if sum(line.words for line in read) > _MOST_WORDS:
        return False
    return all(len(split_sentences(line.text)) <= _MOST_TOLD for line in read)
