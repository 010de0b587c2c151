"""Short lines between two paragraphs of a report, without marks: names, verses, votes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.days.stamps import says_when
from feeds.normalize.furniture.lines import SIGNED, Line, names_furniture
from feeds.normalize.furniture.menu_words import MENU
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.content import list_report, share_content
from feeds.text.words import split_words

# A label, the headline of another report and a sentence on it may stand below the last paragraph.
_FEWEST: Final = 3
# So many are enough if they show that they are parts of something.
_FEWEST_TELLING: Final = 2
# Headlines of other reports are so long and have no stop.
_LINK_WORDS: Final = 5
_ITEM_ENDS: Final = (".", ",", ";", "!", "?", "…", "。", "、", "،", "؛")
_GOES_ON: Final = (",", ";", ":", "、", "،", "؛", "：")
_LISTED: Final = re.compile(r"(?:[,;、،؛].*){3}")
_TITLES: Final = frozenset({"title", "repeated"})
_KINDS: Final = frozenset({"title", "sentence", "row", "furniture", "repeated", "stamp"})
_COUNT: Final = re.compile(r"[(+]?\d[\d.,]*[kKmM]?[)+]?")
_NUMBER: Final = re.compile(r"\b\d[\d.,:/]*\b")
# "1" and "2" beside links, "0" comments.
_DIGITS: Final = 2


def find_unmarked(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the places of the short lines between two paragraphs where they may be the report's.

    All of them or none: one that is known as the site's by its words, that says who or when, or
    that may be the headline of another report, tells that the others are the site's, too.

    Args:
        lines: With their kinds, in order.
    """
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    counts = Counter(line.folded for line in lines if line.kind == "repeated")
    for above, below in pairwise(prose):
        between, on_top = lines[above + 1 : below], above == prose[0]
        if not are_enough(between, on_top=on_top) or (on_top and not is_headed(lines, above)):
            continue
        if points_elsewhere(lines[above]) or points_elsewhere(lines[below]):
            continue
        if not are_elsewhere(between, counts, on_top=on_top) and not _heads_others(between):
            yield range(above + 1, below)


def is_headed(lines: Sequence[Line], first: int) -> bool:
    """Tell whether a line above the first paragraph may be the headline.

    The report uses its words, or who or when stands below it, or a place. Else the paragraph may be
    a notice of the site, and the headline stand under the menu below it.
    """
    above = lines[:first]
    titles = [line.text for line in above if line.kind in _TITLES and line.words > 1]
    if not titles:
        return False
    if above[-1].kind in SIGNED or find_dateline(lines[first].text) is not None:
        return True
    report = list_report(lines[first:])
    return any(share_content(title, report) > 0 for title in titles)


def may_be_link(line: Line) -> bool:
    """Tell whether a line may be the headline of another report, by its length and its end.

    Numbers are no words of one, and lists no headlines: of a line-up, for instance.
    """
    if line.words < _LINK_WORDS or line.text.endswith(_ITEM_ENDS):
        return False
    return (
        line.words - len(_NUMBER.findall(line.text)) >= _LINK_WORDS
        and _LISTED.search(line.text) is None
    )


def are_enough(lines: Sequence[Line], *, on_top: bool) -> bool:
    """Tell whether lines are enough to be a list.

    Args:
        lines: Those between two paragraphs.
        on_top: Whether they stand below the first one, which may be a standfirst above a name.
    """
    told = [line for line in lines if line.words and line.kind != "sentence"]
    if len(told) >= _FEWEST or len(told) < _FEWEST_TELLING:
        return len(told) >= _FEWEST
    if all(any(map(str.isdigit, line.text)) for line in told):
        return True
    return not on_top and any(is_part(line) for line in told)


def is_part(line: Line) -> bool:
    """Tell whether a line is surely no headline or label: it goes on, or goes on with another."""
    return line.text.endswith(_GOES_ON) or line.text[:2].islower()


def are_elsewhere(lines: Sequence[Line], counts: Mapping[str, int], *, on_top: bool) -> bool:
    """Tell whether lines are surely no list of the report's.

    Args:
        lines: Those between two paragraphs.
        counts: How often each line that recurs stands there in all.
        on_top: Whether they stand below the first paragraph, as who and when do.
    """
    if any(line.kind not in _KINDS or is_site(line) for line in lines):
        return True
    stamps = [line for line in lines if line.kind == "stamp"]
    if stamps and (on_top or len(stamps) == 1 or any(map(_dates_report, stamps))):
        return True
    here = Counter(line.folded for line in lines if line.kind == "repeated")
    return any(here[it] < counts[it] for it in here)


def _dates_report(line: Line) -> bool:
    """Tell whether a line says when the report was published, or states a day and nothing else."""
    return line.day or says_when(line.text)


def _heads_others(lines: Sequence[Line]) -> bool:
    """Tell whether one of the lines may be the headline of another report.

    Verses may be as long, but go on in small letters.
    """
    return any(
        may_be_link(line) and not line.text[0].islower() and not below[:1].islower()
        for line, below in zip(lines, [*(it.text for it in lines[1:]), ""], strict=True)
    )


def is_site(line: Line) -> bool:
    """Tell whether a line is the site's by its words, a count left aside: "Comments 12"."""
    if line.text.isdigit() and len(line.text) <= _DIGITS:
        return True
    if line.words and (names_furniture(line.text) or points_elsewhere(line)):
        return True
    words = split_words(_COUNT.sub(" ", line.folded))
    labels = " ".join(words)
    return bool(words) and (names_furniture(labels) or all(word in MENU for word in words))
