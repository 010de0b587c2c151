"""Short lines right behind a paragraph of a pasted report, whatever stands below them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Final

from feeds.normalize.content import list_report, share_content
from feeds.normalize.furniture import PROSE_WORDS, Line
from feeds.normalize.pointing import points_elsewhere
from feeds.normalize.unmarked import are_elsewhere, are_enough, is_headed, is_part, may_be_link

_TAG_WORDS: Final = 3
# Verses have so many words at most, and a stanza so many lines of nearly one length.
_VERSE_WORDS: Final = 9
_STANZA: Final = 4
_EVEN: Final = 1.6
_OPEN: Final = frozenset({"title", "sentence", "row", "repeated", "furniture", "stamp"})
_WHO: Final = frozenset({"byline", "stamp"})


def find_behind(lines: Sequence[Line], ends: Collection[int]) -> Iterator[range]:
    """Yield the places of blocks of short lines that follow a paragraph without a label above them.

    Each is judged as lines between two paragraphs are (``unmarked``); what stands below it says
    nothing of it. Nor may it be of tags, each of which the report uses, or name the author.

    Args:
        lines: With their kinds, in order.
        ends: Behind which places a block ends: below the line there one was left empty.
    """
    counts = Counter(line.folded for line in lines if line.kind == "repeated")
    authors = f" {' '.join(line.folded for line in lines if line.kind in _WHO)} "
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    found: list[range] = []
    for place in prose:
        on_top = place == prose[0]
        if points_elsewhere(lines[place]) or (on_top and not is_headed(lines, place)):
            continue
        for block in _list_blocks(lines, place + 1, ends):
            some = lines[block.start : block.stop]
            if not are_enough(some, on_top=on_top) or _names_author(some, authors):
                break
            if are_elsewhere(some, counts, on_top=on_top) or _are_headlines(some):
                break
            found.append(block)
    report = list_report(lines) if found else frozenset[str]()
    return (it for it in found if not _are_tags(lines[it.start : it.stop], report))


def _list_blocks(lines: Sequence[Line], start: int, ends: Collection[int]) -> Iterator[range]:
    """Yield the blocks of short lines that follow, up to the next paragraph.

    Where nothing parts blocks, up to the first line that is known to be something else.
    """
    parted = len(ends) > 1
    while start < len(lines):
        stop = next((it + 1 for it in range(start, len(lines)) if it in ends), start)
        block = [*takewhile(lambda it: lines[it].kind in _OPEN, range(start, stop))]
        if not block or (parted and len(block) < stop - start):
            return
        yield range(start, start + len(block))
        start = stop


def _names_author(some: Sequence[Line], authors: str) -> bool:
    """Tell whether one of the lines is a name that stands in a byline as well."""
    return any(line.words > 1 and f" {line.folded} " in authors for line in some)


def _are_headlines(some: Sequence[Line]) -> bool:
    """Tell whether half of the lines may be headlines of other reports, or a long one may."""
    links = [line.words for line in some if may_be_link(line)]
    long = max(links, default=0) >= PROSE_WORDS
    return (long or 2 * len(links) >= len(some)) and not _are_verses(some)


def _are_verses(some: Sequence[Line]) -> bool:
    """Tell whether lines may be verses: short, and one goes on with another, or all are as long."""
    if any(line.words > _VERSE_WORDS for line in some):
        return False
    lengths = [len(line.text) for line in some]
    even = len(some) >= _STANZA and max(lengths) <= _EVEN * min(lengths)
    return even or any(map(is_part, some))


def _are_tags(some: Sequence[Line], report: frozenset[str]) -> bool:
    """Tell whether lines may be tags: short, and the report uses the words of each."""
    if any(line.words > _TAG_WORDS or any(map(str.isdigit, line.text)) for line in some):
        return False
    return all(share_content(line.text, report) == 1 for line in some)
