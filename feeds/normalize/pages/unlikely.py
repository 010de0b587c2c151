"""Blocks of a page's article that are not the report's, though no rule says so.

Below a report there may be others, announced by a title and a sentence each; and between its
paragraphs there are labels that nobody knows. Blocks are weighed as pasted lines are (``doubt``).
"""

from collections.abc import Collection, Sequence
from typing import Final

from feeds.normalize.furniture.lines import Line
from feeds.normalize.pasted.blocks import Block
from feeds.normalize.pasted.doubt import is_safe, rate_lines
from feeds.normalize.pasted.files import read_weights
from feeds.normalize.pasted.layout import Layout
from feeds.normalize.pasted.stretch import find_core, measure_gap

# As much stands against the next paragraph as against eight lines of which nothing is known.
_WIDE: Final = 48


def list_unlikely(blocks: Sequence[Block], gone: Collection[int], opening: int) -> list[int]:
    """Return the places of blocks that are rather the site's.

    Args:
        blocks: Of the article, in order.
        gone: Places of those that rules take out.
        opening: Where the first paragraph stands.
    """
    lines = tuple(block.line for block in blocks)
    end = max(_find_end(lines), opening + 1)
    kept = frozenset(it for it in range(len(blocks)) if it not in gone and it < end)
    layout = Layout(
        lines=lines,
        core=(opening, 1 + max(it for it in range(end) if blocks[it].read)),
        opening=opening,
        ending=end,
        report=kept,
    )
    weights = read_weights()
    chances = rate_lines(layout, weights)
    return [
        place
        for place in range(len(blocks))
        if chances[place] < weights.threshold
        and (place >= end or not _is_told(blocks, lines, place))
    ]


def _is_told(blocks: Sequence[Block], lines: Sequence[Line], place: int) -> bool:
    """Tell whether a block is the report's by its kind: a sentence, a row, a heading above one."""
    block = blocks[place]
    if block.read or block.line.kind == "row":
        return True
    below = blocks[place + 1 : place + 2]
    heads = block.heading and any(it.read or it.line.kind == "row" for it in below)
    return heads or is_safe(lines, place)


def _find_end(lines: Sequence[Line]) -> int:
    """Return behind which block only other reports are announced; the number of all if none are."""
    _, end = find_core(lines)
    rest = lines[end:]
    below = next((place for place, line in enumerate(rest) if line.kind == "prose"), None)
    if below is not None and measure_gap(rest[:below]) < _WIDE:
        return len(lines)
    return end
