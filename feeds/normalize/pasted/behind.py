"""Short lines right behind a paragraph of a pasted report, whatever stands below them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from feeds.normalize.days.stamps import says_when
from feeds.normalize.furniture.lines import BULLET, PROSE_WORDS, SIGNED, Line
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.content import list_report, share_content
from feeds.normalize.pasted.unmarked import (
    are_elsewhere,
    are_enough,
    is_headed,
    is_part,
    is_site,
    may_be_link,
)
from feeds.text.words import split_folded

_TAG_WORDS: Final = 3
# Verses have so many words at most, and a stanza so many lines of nearly one length.
_VERSE_WORDS: Final = 9
_STANZA: Final = 4
_EVEN: Final = 1.6
_TITLE_WORDS: Final = 6
_NAME_WORDS: Final = range(1, 5)
_VALUE: Final = re.compile(r"[^\W\d_][:：]\s?\D{0,2}\d")
# Fewer lines with a name or day among them may be who wrote something, and when.
_AMONG: Final = 3
_LOOSE: Final = 3
_LOOSE_KINDS: Final = frozenset({"title", "row", "furniture"})
_OPEN: Final = frozenset({"byline", "title", "sentence", "row", "repeated", "furniture", "stamp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """What is known of the whole text.

    Attributes:
        counts: How often each line that recurs stands there.
        authors: The words of lines that say who or when.
    """

    counts: Mapping[str, int]
    authors: frozenset[str]

    def names_author(self, some: Sequence[Line]) -> bool:
        """Tell whether one of the lines is a name that stands in a byline as well."""
        names = (line for line in some if line.words > 1 and line.kind == "title")
        return any(self.authors.issuperset(split_folded(line.folded)) for line in names)


def find_behind(lines: Sequence[Line], ends: Collection[int]) -> Iterator[range]:
    """Yield the places of blocks of short lines that follow a paragraph without a label above them.

    Each is judged as lines between two paragraphs are (``unmarked``); what stands below it says
    nothing of it. Nor may it be of tags, each of which the report uses, or name the author.

    Args:
        lines: With their kinds, in order.
        ends: Behind which places a block ends: below the line there one was left empty.
    """
    judge = _Judge(
        counts=Counter(line.folded for line in lines if line.kind == "repeated"),
        authors=frozenset(
            word for line in lines if line.kind in SIGNED for word in split_folded(line.folded)
        ),
    )
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"] if ends else []
    found: list[range] = []
    for place in prose:
        if points_elsewhere(lines[place]):
            continue
        if place == prose[0] != prose[-1] and not is_headed(lines, place):
            continue
        # Who and when stand below a standfirst, or above the first paragraph.
        on_top = place == prose[0] and not any(it.kind in SIGNED for it in lines[place - 1 : place])
        found += _list_lists(lines, [*_list_blocks(lines, place + 1, ends)], judge, on_top=on_top)
    report = list_report(lines) if found else frozenset[str]()
    return (it for it in found if not _are_tags(lines[it.start : it.stop], report))


def _list_lists(
    lines: Sequence[Line], blocks: Sequence[range], judge: "_Judge", *, on_top: bool
) -> Iterator[range]:
    """Yield the blocks that are lists, up to the first that is none; with the title of a list.

    Sentences may stand between, which need not be told.
    """
    title: range | None = None
    for block in blocks:
        some = lines[block.start : block.stop]
        if all(line.kind == "sentence" and not points_elsewhere(line) for line in some):
            if title is not None:  # so a box of the site is built
                return
        elif _are_values(some) or (
            _may_be_list(some, judge, on_top=on_top) and (title is None or _are_short(some))
        ):
            yield range((title or block).start, block.stop)
            title = None
        elif _is_item(some):
            yield block
        elif title is None and _may_be_title(some) and not judge.names_author(some):
            title = block
        else:
            return
    if title is not None and title.stop == len(lines) and not _may_be_name(lines[title.start]):
        yield title  # nothing stands below what was selected


def _may_be_name(line: Line) -> bool:
    """Tell whether a line may be the name of who wrote the report."""
    words = line.text.split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() for word in words)


def _is_item(some: Sequence[Line]) -> bool:
    """Tell whether a block is one line with a mark before it, and may not be the site's."""
    marked = len(some) == 1 and BULLET.match(some[0].text) is not None
    return marked and some[0].kind == "title" and not is_site(some[0])


def _may_be_title(some: Sequence[Line]) -> bool:
    """Tell whether a block may be the title of the list below it."""
    short = some[0].kind == "title" and some[0].words <= _TITLE_WORDS
    return len(some) == 1 and short and not points_elsewhere(some[0])


def _may_be_list(some: Sequence[Line], judge: "_Judge", *, on_top: bool) -> bool:
    """Tell whether a block may be a list; a name or day among its items says nothing."""
    among = [line for line in some[1:] if line.kind in SIGNED]
    if len(among) == 1 and len(some) > _AMONG and not on_top:
        some = [line for line in some if line is not among[0]]
    if 2 * sum(map(_is_told, some)) < len(some):
        return False
    if not are_enough(some, on_top=on_top) or judge.names_author(some):
        return False
    return not are_elsewhere(some, judge.counts, on_top=on_top) and not _are_headlines(some)


def _are_values(some: Sequence[Line]) -> bool:
    """Tell whether lines say of several things how much or when: "Saturday: 10 to 16"."""
    told = sum(_VALUE.search(line.text) is not None for line in some)
    if (
        len(some) < _AMONG
        or 2 * told < len(some)
        or any(line.words >= PROSE_WORDS for line in some)
    ):
        return False
    return not any(is_site(line) or line.day or says_when(line.text) for line in some)


def _is_told(line: Line) -> bool:
    """Tell whether a line says something: it is no mere count or address, as sites have."""
    counted = line.text[0].isalpha() and any(map(str.isdigit, line.text))
    return line.kind != "furniture" or counted


def _list_blocks(lines: Sequence[Line], start: int, ends: Collection[int]) -> Iterator[range]:
    """Yield the blocks of short lines that follow, up to the next paragraph.

    Where no line was left empty above them, none may be below, either: up to the first line that is
    known to be something else, or the site's. Lines that all stand alone are one block.
    """
    while start < len(lines):
        loose = [*takewhile(lambda it: _is_loose(lines[it], it, ends), range(start, len(lines)))]
        tight = start - 1 not in ends
        block = loose if len(loose) >= _LOOSE else _read_block(lines, start, ends, tight=tight)
        if not block or not (tight or block[-1] in ends):
            return
        if block is loose and not _are_short([lines[it] for it in loose]):
            return
        yield range(start, start + len(block))
        if block[-1] not in ends:
            return
        start = block[-1] + 1


def _read_block(
    lines: Sequence[Line], start: int, ends: Collection[int], *, tight: bool
) -> list[int]:
    """Return the places of the short lines that stand together."""
    block: list[int] = []
    for place in range(start, len(lines)):
        if lines[place].kind not in _OPEN or (tight and _begins_site(lines[place : place + 2])):
            break
        block.append(place)
        if place in ends:
            break
    return block


def _begins_site(some: Sequence[Line]) -> bool:
    """Tell whether a line is the site's by its words, or neither it nor the one below says a thing.

    The names of columns look like a menu, but rows of figures stand below them.
    """
    return is_site(some[0]) or not any(map(_is_told, some))


def _is_loose(line: Line, place: int, ends: Collection[int]) -> bool:
    """Tell whether a line stands alone, and neither ends as sentences do nor is the site's."""
    alone = place in ends and place - 1 in ends
    return alone and line.kind in _LOOSE_KINDS and not is_site(line)


def _are_headlines(some: Sequence[Line]) -> bool:
    """Tell whether half of the lines may be headlines of other reports, or a long one may."""
    links = [line.words for line in some if may_be_link(line)]
    long = max(links, default=0) >= PROSE_WORDS
    return (long or 2 * len(links) >= len(some)) and not _are_verses(some)


def _are_short(some: Sequence[Line]) -> bool:
    """Tell whether none of the lines may be a headline, or they are verses."""
    return not any(map(may_be_link, some)) or _are_verses(some)


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
