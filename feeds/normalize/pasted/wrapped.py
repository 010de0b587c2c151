"""Lines of pasted text that were broken to one width, joined to the paragraphs they were."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.furniture.lines import COLONS, SIGNED, ends_sentence, judge_lines
from feeds.normalize.pasted.hyphens import Hyphens, breaks_word, find_hyphens, join_lines
from feeds.text.notices import is_embargo
from feeds.text.words import fold_text

_WRAPPED: Final = range(55, 90)
_WIDTHS: Final = range(30, 100)
# Verses are as narrow as the columns of a newspaper, but most of their lines begin with a capital.
_NARROW: Final = 50
# Longer ones are lines of scripts that part no words.
_WORD: Final = 30
_FEWEST: Final = 3
_PAIR: Final = 2
# So long is the first line of a pair at least, where long words follow.
_PAIRED: Final = range(40, _WRAPPED.stop)


def join_wrapped(blocks: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return blocks of lines, those joined that were broken where the width ended.

    So are the words that were broken there.

    Args:
        blocks: The lines, those together between which none was left empty, with the spaces in
            front of them.
    """
    blocks = [part for block in blocks for part in _part_embargo(block)]
    stripped = [[line.strip() for line in block] for block in blocks]
    hyphens = find_hyphens([line for block in stripped for line in block])
    parted = [_part_paragraphs(block, hyphens) for block in blocks]
    if not any(parted) and not any(map(_is_surely_wrapped, stripped)):
        broken = _find_pairs(stripped) | _find_dated(stripped)
        return [
            [join_lines(block, hyphens)] if place in broken else block
            for place, block in enumerate(stripped)
        ]
    widths = (max(map(len, block)) for block, parts in zip(blocks, parted, strict=True) if parts)
    width = max(widths, default=0)
    apart = _find_apart(stripped, parted)
    pairs = _list_unfitting(stripped, _find_likely(stripped), _measure_width(stripped, parted))
    one = {it for it, block in enumerate(stripped) if _is_one(block, width)}
    joined = one.union(pairs) - apart
    return [
        parts or ([join_lines(block, hyphens)] if place in joined else block)
        for place, (block, parts) in enumerate(zip(stripped, parted, strict=True))
    ]


def _part_embargo(block: Sequence[str]) -> list[Sequence[str]]:
    """Return a block in parts: an embargo and what stands above it, and the lines below it.

    It may be as long as the lines of the text are, and goes on in none that is a headline.
    """
    for place, (above, below) in enumerate(pairwise(block), 1):
        goes_on = below.strip()[:1].islower() or ends_sentence(below)
        if not goes_on and is_embargo(fold_text(above.strip())):
            return [block[:place], block[place:]]
    return [block]


def _find_apart(blocks: Sequence[Sequence[str]], parted: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the places of pairs of lines above the first paragraph of which neither was broken.

    The first word of the lower one would have fitted above it, as it does below a headline, or it
    names an author or says when.
    """
    width = _measure_width(blocks, parted)
    broken = (it for it, block in enumerate(blocks) if parted[it] or _is_surely_wrapped(block))
    head = blocks[: next(broken, 0)]
    return frozenset(
        place
        for place, block in enumerate(head)
        if len(block) == _PAIR
        and not block[1][:1].islower()
        and (_fits(block[0], block[1], width) or judge_lines(block)[1].kind in SIGNED)
    )


def _measure_width(blocks: Sequence[Sequence[str]], parted: Sequence[Sequence[str]]) -> int:
    """Return how long the longest line is of those blocks that were broken for sure."""
    broken = (block for block, parts in zip(blocks, parted, strict=True) if parts)
    surely = (block for block in blocks if _is_surely_wrapped(block))
    return max((len(line) for block in (*broken, *surely) for line in block), default=0)


def _is_one(block: Sequence[str], width: int) -> bool:
    """Tell whether a block without several paragraphs is one."""
    return _is_wrapped(block) or _goes_on(block, width)


def _part_paragraphs(block: Sequence[str], hyphens: Hyphens) -> list[str]:
    """Return the paragraphs of lines that are as long as their width lets them be.

    A paragraph ends where the next word would have fitted; there its sentence ends, too. Nothing
    if the lines are not broken so. Headlines and items, of a line each, may stand between.
    """
    width = max(map(len, block))
    if (
        _is_quoted(block)
        or len(block) < _FEWEST
        or width not in _WIDTHS
        or max(map(_measure_word, block)) > _WORD
        or (width < _NARROW and _are_verses(block))
    ):
        return []
    parts = [[block[0]]]
    for above, line in pairwise(block):
        if _fits(above, line, width) or (line[0].isspace() and not above[0].isspace()):
            parts.append([line])
        else:
            parts[-1].append(line)
    broken = [part for part in parts if len(part) > 1]
    if max(map(len, parts)) < _FEWEST or not all(_ends(part[-1]) for part in broken):
        return []
    full = [line for part in broken for line in part[:-1]]
    if 2 * sum(map(ends_sentence, full)) > len(full):
        return []
    return [join_lines([line.strip() for line in part], hyphens) for part in parts]


def _are_verses(block: Sequence[str]) -> bool:
    """Tell whether more than half of the lines begin with a capital."""
    return 2 * sum(line.lstrip()[:1].isupper() for line in block) > len(block)


def _fits(above: str, line: str, width: int) -> bool:
    """Tell whether the first word of a line would have fitted into the one above, whole."""
    return not breaks_word(above, line.lstrip()) and len(above) + 1 + _measure_word(line) <= width


def _measure_word(line: str) -> int:
    """Return how long the first word of a line is."""
    return len(line.split(maxsplit=1)[0])


def _goes_on(block: Sequence[str], width: int) -> bool:
    """Tell whether a block is a sentence that was broken once, as the others of the text were."""
    if len(block) != _PAIR or not block[1][:1].islower():
        return False
    return not _fits(block[0], block[1], width)


def _ends(line: str) -> bool:
    """Tell whether a line ends as a paragraph does."""
    return ends_sentence(line) or line.endswith(COLONS)


def _is_surely_wrapped(block: Sequence[str]) -> bool:
    """Tell whether several lines of a block were broken where the width ended."""
    return len(block) >= _FEWEST and _is_wrapped(block)


def _find_pairs(blocks: Sequence[list[str]]) -> frozenset[int]:
    """Return the places of blocks of two lines that are a sentence which was broken once.

    So are most of those that may be: the first word of the lower line would not have fitted above
    it. Two headlines above their teasers may be as long as each other, but no teaser goes on
    with a small letter; one pair alone is as long as itself.
    """
    broken = _list_broken(blocks, _find_likely(blocks))
    small = [it for it in broken if _goes_on_small(blocks[it][1])]
    if len(broken) > 1:
        return frozenset(broken if small or len(broken) > _PAIR else ())
    narrow = all(len(line) < _WRAPPED.stop for block in blocks for line in block)
    return frozenset(it for it in small if narrow and blocks[it][1][:1].islower())


def _find_dated(blocks: Sequence[list[str]]) -> frozenset[int]:
    """Return the places of pairs of lines that are a sentence behind a dateline, broken once.

    No headline has one; where a slug stands in the place of the headline, it would become that.
    """
    return frozenset(
        place
        for place, block in enumerate(blocks)
        if len(block) == _PAIR
        and block[1][:1].islower()
        and not ends_sentence(block[0])
        and _ends(block[1])
        and find_dateline(block[0]) is not None
    )


def _goes_on_small(line: str) -> bool:
    """Tell whether a line begins with a letter that is no capital."""
    return line[:1].isalpha() and not line[:1].isupper()


def _find_likely(blocks: Sequence[list[str]]) -> list[int]:
    """Return the places of pairs of lines of which only the lower one ends as a sentence does."""
    return [
        place
        for place, block in enumerate(blocks)
        if len(block) == _PAIR
        and len(block[0]) in _PAIRED
        and len(block[1]) < _WRAPPED.stop
        and not _is_quoted(block)
        and not ends_sentence(block[0])
        and _ends(block[1])
    ]


def _list_broken(blocks: Sequence[list[str]], likely: Sequence[int]) -> list[int]:
    """Return those of the places at which lines were broken where the width ended; most are."""
    width = max((len(line) for it in likely for line in blocks[it]), default=0)
    broken = _list_unfitting(blocks, likely, width) if width in _WRAPPED else []
    return broken if 2 * len(broken) > len(likely) else []


def _list_unfitting(blocks: Sequence[list[str]], places: Sequence[int], width: int) -> list[int]:
    """Return those of the places at which the first word of the lower line did not fit above."""
    return [it for it in places if not _fits(blocks[it][0], blocks[it][1], width)]


def _is_wrapped(block: Sequence[str]) -> bool:
    """Tell whether the lines of a block were broken where the width ended."""
    full = block[:-1]
    if _is_quoted(block):
        return False
    return all(len(line) in _WRAPPED for line in full) and (
        2 * sum(ends_sentence(line) for line in full) < len(full)
    )


def _is_quoted(block: Sequence[str]) -> bool:
    """Tell whether lines were quoted as mails do: they are joined without the signs, or not."""
    return block[-1].startswith(">")
