"""Headlines that were broken into two or three lines, as newspapers print them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from feeds.normalize.furniture.captions import is_no_headline
from feeds.normalize.furniture.lines import (
    BULLET,
    COLONS,
    PROSE_WORDS,
    count_line_words,
    ends_sentence,
    judge_lines,
)

_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 25
_MOST_LINES: Final = 3
# Headlines stand among so many lines from the top.
_HEAD: Final = 40
# No line of a whole headline ends with one of these in small letters. Words are left out that may
# close one in another language, too: "Prices go on", "Pegel steigt an", "Robbers flee in van".
_OPEN: Final = frozenset(
    {
        *("the", "a", "of", "to", "for", "with", "from", "and", "or", "at", "its", "their", "than"),
        *("into", "whose", "that", "his", "if", "as", "der", "dem", "des", "eine", "einen"),
        *(
            "einem",
            "einer",
            "eines",
            "und",
            "oder",
            "für",
            "von",
            "vom",
            "zur",
            "zum",
            "im",
            "beim",
        ),
        *(
            "dass",
            "le",
            "la",
            "du",
            "de",
            "et",
            "ou",
            "aux",
            "à",
            "dans",
            "que",
            "qui",
            "el",
            "del",
        ),
        *("y", "al", "para", "por", "su", "sus", "il", "gli", "di", "della", "dei", "delle"),
        *("degli", "nel", "nella", "alla", "che", "tra", "uma", "em", "ao", "en", "och", "att"),
        *("för", "w", "z", "na", "oraz", "dla", "и", "в", "на", "с", "для", "от", "к", "до"),
    }
)
# "… für die": alone it ends what somebody did, in English.
_ARTICLE_BEHIND: Final = re.compile(r"\b(?:für|in|auf|um|gegen|durch|ohne|und|über)\sdie$")
_QUOTES: Final = '"“”„«»'


def join_headlines(blocks: Sequence[list[str]]) -> list[list[str]]:
    """Return blocks of lines, a headline above the first paragraph that was broken on one line.

    Nothing is left empty between its lines. The upper one ends with a word that must go on, or
    inside a quotation; or the lower one goes on with a small letter, as no standfirst does.

    Args:
        blocks: The lines, those together between which none was left empty.
    """
    end = _find_paragraph(blocks)
    return [
        _join_block(block) if len(block) > 1 and place < end else block
        for place, block in enumerate(blocks)
    ]


def _find_paragraph(blocks: Sequence[Sequence[str]]) -> int:
    """Return the place behind the block with the first paragraph; 0 if none is near the top."""
    lines = ((place, line) for place, block in enumerate(blocks) for line in block)
    near = islice(lines, _HEAD)
    return next((place + 1 for place, line in near if _is_paragraph(line)), 0)


def _is_paragraph(line: str) -> bool:
    """Tell whether a line is a paragraph by its length and end."""
    return ends_sentence(line) and count_line_words(line) >= PROSE_WORDS


def _join_block(block: list[str]) -> list[str]:
    """Return the lines of a block, those of a headline as one."""
    joined: list[str] = []
    start = 0
    for stop in _list_stops(block):
        part = block[start:stop]
        joined += [" ".join(part)] if _is_headline(part) else part
        start = stop
    return joined


def _list_stops(block: Sequence[str]) -> Iterator[int]:
    """Yield the places behind lines that do not go on in the next one; no more from a paragraph."""
    start = 0
    for place, line in enumerate(block[:-1], 1):
        if _is_paragraph(line):
            break
        if not _goes_on(block[start], line, block[place]):
            yield place
            start = place
    yield len(block)


def _goes_on(first: str, above: str, below: str) -> bool:
    """Tell whether lines of what may be a headline, from a first one on, go on in the next."""
    few = len(first.split()) < _FEWEST_WORDS
    if few or ends_sentence(above) or above.endswith(COLONS):
        return False
    return _is_open(above, below) or (not first[:1].islower() and _begins_small(above, below))


def _is_open(line: str, below: str) -> bool:
    """Tell whether a line ends with a word that must go on, or inside a quotation or brackets."""
    last = line.rsplit(maxsplit=1)[-1]
    word = last.lower() if line.isupper() and len(last) > 1 else last
    if (word in _OPEN and last != "LA") or _ARTICLE_BEHIND.search(line):
        return True
    quoted = _count_quotes(line) % 2 and _count_quotes(below) % 2
    return bool(quoted) or line.count("(") > line.count(")")


def _count_quotes(line: str) -> int:
    """Return how many quotation marks stand in a line."""
    return sum(map(line.count, _QUOTES))


def _begins_small(above: str, below: str) -> bool:
    """Tell whether a line begins with a word in small letters that would not have fitted above."""
    first, _, rest = below.partition(" ")
    first = first.rstrip(",;")
    small = first.isalpha() and first.islower() and bool(rest)
    return small and len(above) + 1 + len(first) >= len(below)


def _is_headline(part: Sequence[str]) -> bool:
    """Tell whether lines that go on in each other are a headline: neither text nor the site's."""
    if not 1 < len(part) <= _MOST_LINES or any(BULLET.match(line) for line in part):
        return False
    whole = " ".join(part)
    if count_line_words(whole) > _MOST_WORDS or is_no_headline(whole):
        return False
    asks = whole.rstrip("\"'”’») ").endswith(("?", "!"))
    lines = judge_lines(part) if asks or not ends_sentence(whole) else ()
    return bool(lines) and all(
        line.kind == "title" or (asks and line.kind == "sentence") for line in lines
    )
