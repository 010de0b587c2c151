"""Other reports that are announced below the report of a page: a linked title, and what it says."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from feeds.normalize.blocks import Block, is_linked

# A link of so many words may be a headline; one of fewer is a name.
_TITLE_WORDS: Final = 4
_MOST_WORDS: Final = 60
_MOST_BLOCKS: Final = 4
_FEWEST: Final = 2


def find_teasers(blocks: Sequence[Block]) -> int:
    """Return the place of the first of the teasers with which an article ends; that of its end.

    Each is a title that is a link, and a few sentences that say what stands behind it. They say
    less than the report above them, which has two paragraphs at least. One alone has a
    label above it: else it may be the last section of the report, with a link in its heading.

    Args:
        blocks: Of the article, in order.
    """
    titles = [place for place, block in enumerate(blocks) if _is_title(block)]
    pairs = list(pairwise((*titles, len(blocks))))[::-1]
    last = list(takewhile(lambda pair: _is_teaser(blocks[pair[0] : pair[1]]), pairs))
    if not last:
        return len(blocks)
    labelled = _is_label(blocks[last[-1][0] - 1 : last[-1][0]])
    first = last[-1][0] - labelled
    above = [block.line.words for block in blocks[:first] if block.read]
    below = sum(block.line.words for block in blocks[first:] if block.read)
    sure = labelled or len(last) >= _FEWEST
    return first if sure and len(above) >= _FEWEST and sum(above) >= below else len(blocks)


def _is_title(block: Block) -> bool:
    """Tell whether a block is a link that may be the headline of another report."""
    if block.line.words < _TITLE_WORDS or not (block.heading or block.linked):
        return False
    links = [*block.element.iterancestors("a"), *block.element.iter("a")]
    if not links or links[0].get("href", "#").startswith("#"):
        return False
    return links[0] is block.element.getparent() or is_linked(block.element)


def _is_label(blocks: Sequence[Block]) -> bool:
    """Tell whether a block is what stands above several teasers; false for none."""
    kinds = {"related", "repeated", "furniture"}
    return any(it.line.kind in kinds or (it.heading and not it.read) for it in blocks)


def _is_teaser(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are a title and a few sentences."""
    title, *others = blocks
    told = [block for block in others if not block.linked]
    read = [block.line.words for block in told if block.read]
    return not title.read and bool(read) and len(told) < _MOST_BLOCKS and sum(read) <= _MOST_WORDS
