"""Headlines that were broken into two or three lines, as newspapers print them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.credits.leads import cut_lead, names_own
from feeds.normalize.days.relative import is_relative
from feeds.normalize.furniture.captions import is_no_headline
from feeds.normalize.furniture.lines import (
    BULLET,
    COLONS,
    PROSE_WORDS,
    count_line_words,
    ends_sentence,
    is_byline,
    judge_lines,
)
from feeds.normalize.furniture.makers import read_makers

# A shorter line was not full: it is a label or the name of a column.
_SHORTEST: Final = 20
_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 25
_MOST_LINES: Final = 3
# Headlines stand among so many lines from the top.
_HEAD: Final = 40
# By language: in small letters no whole headline of it ends with one of these. Of another one it
# may: "Prices go on", "Gewinner bist du", "Il sindaco resta qui".
_OPEN: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an and or nor its their our my your whose than",
        "de": "der die den dem des eine einen einem einer eines und oder für von vom zur zum im"
        " am beim dass",
        "fr": "le la les du de des un une et ou au aux à dans que pour par sur",
        "es": "el la los las un una del de y o al en con por que su sus",
        "it": "il lo la i gli un una di del della dei delle degli nel nella al alla che per",
        "pt": "o os um uma de do da dos das em no na ao aos à às e que",
        "nl": "de een en of",
        "sv": "och att eller",
        "da": "og at eller",
        "no": "og å eller",
        "pl": "w z na i oraz dla do o od u",
        "ru": "и в на с для от до к о у из",
        "uk": "і й та в у на з для від до",
        "cs": "a i v z s k na do pro",
    }.items()
}
# English asks with these behind, too ("What the town waits for"); but where its words have
# capitals, the last one has.
_PREPOSITIONS: Final = frozenset(
    {"of", "to", "for", "with", "from", "at", "by", "on", "about", "in", "into"}
)
_LONG_WORD: Final = 4
_QUOTES: Final = '"“”„«»'


def join_headlines(blocks: Sequence[list[str]], language: str | None = None) -> list[list[str]]:
    """Return blocks of lines, a headline above the first paragraph that was broken on one line.

    Nothing is left empty between its lines. The upper one ends with a word that must go on, or
    inside a quotation; or the lower one goes on with a small letter, as no standfirst does, and
    says neither who wrote the report nor when. What may as well be a standfirst stays one.

    Args:
        blocks: The lines, those together between which none was left empty.
        language: BCP 47 tag; without it, no word must go on.
    """
    end = _find_paragraph(blocks)
    primary = (language or "").partition("-")[0]
    return [
        _join_block(block, primary) if len(block) > 1 and place < end else block
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


def _join_block(block: list[str], language: str) -> list[str]:
    """Return the lines of a block, those of a headline as one."""
    joined: list[str] = []
    start = 0
    for stop in _list_stops(block, language):
        part = block[start:stop]
        joined += [" ".join(part)] if _is_headline(part) else part
        start = stop
    return joined


def _list_stops(block: Sequence[str], language: str) -> Iterator[int]:
    """Yield the places behind lines that do not go on in the next one; no more from a paragraph."""
    start = 0
    for place, line in enumerate(block[:-1], 1):
        if _is_paragraph(line):
            break
        if not _goes_on(block[start], line, block[place], language):
            yield place
            start = place
    yield len(block)


def _goes_on(first: str, above: str, below: str, language: str) -> bool:
    """Tell whether lines of what may be a headline, from a first one on, go on in the next."""
    few = len(first.split()) < _FEWEST_WORDS or len(first) < _SHORTEST
    if few or ends_sentence(above) or above.endswith(COLONS):
        return False
    small = not first[:1].islower() and _begins_small(above, below)
    goes_on = small or _is_open(above, language) or _is_inside(above, below)
    return goes_on and not _tells_who_or_when(below)


def _is_open(line: str, language: str) -> bool:
    """Tell whether a line ends with a word that must go on."""
    last = line.rsplit(maxsplit=1)[-1]
    words = _OPEN.get(language, frozenset())
    if line.isupper():
        return last.lower() in words and len(last) > 1 and last != "LA"
    asked = language == "en" and last in _PREPOSITIONS
    return last in words or (asked and _is_in_capitals(line))


def _is_in_capitals(line: str) -> bool:
    """Tell whether each long word of a line begins with a capital."""
    long = [word for word in line.split()[:-1] if len(word) >= _LONG_WORD]
    return len(long) >= _FEWEST_WORDS and not any(word[0].islower() for word in long)


def _is_inside(line: str, below: str) -> bool:
    """Tell whether a line ends inside a quotation, which ends in the next, or inside brackets."""
    quoted = _count_quotes(line) % 2 and _count_quotes(below) % 2
    return bool(quoted) or line.count("(") > line.count(")")


def _tells_who_or_when(line: str) -> bool:
    """Tell whether a line says no more than who wrote the report, or when that was."""
    if is_relative(line) or read_credit_line(line) or names_own(line):
        return True
    names = cut_lead(line)
    led = len(line.split()) - len(names.split()) > 1
    by = led and is_byline(f"by {names}", count_line_words(names))
    return by or read_makers(line) is not None


def _count_quotes(line: str) -> int:
    """Return how many quotation marks stand in a line."""
    return sum(map(line.count, _QUOTES))


def _begins_small(above: str, below: str) -> bool:
    """Tell whether a line begins with a word in small letters that would not have fitted above."""
    first, _, rest = below.partition(" ")
    first = first.rstrip(",;")
    small = first.isalpha() and first.islower() and bool(rest)
    return small and len(above) + 1 + len(first) > len(below)


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
