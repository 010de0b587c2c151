"""The points between headline and report, in which it is told in short."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from feeds.normalize.furniture.lines import BULLET, COLONS, Kind, Line
from feeds.normalize.furniture.point_titles import names_points
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.content import list_content, list_report, share_content
from feeds.normalize.pasted.unmarked import is_site

_FEWEST: Final = 2
# Menus and tags have less in each line.
_TELLING_WORDS: Final = 4
_TITLE_WORDS: Final = 4
# Where nothing parts words, no space stands behind a mark.
_MARK: Final = re.compile(r"[・●■◆◇▪▶►✓✔](?=\s*[^\s\d])")
_ITEMS: Final[frozenset[Kind]] = frozenset({"title", "sentence", "prose", "row", "stamp"})
_SHORT: Final[frozenset[Kind]] = frozenset({"title", "sentence"})


def find_points(lines: Sequence[Line], head: int, opening: int, headline: str) -> dict[int, bool]:
    """Return the places of points above a report with their title, and whether each is in doubt.

    Two lines or more with one mark before them, or below a title that is usual for points. One is
    as long as those of menus and tags are not, and none is known as the site's; and the report
    uses a word of one, as it does not of the headlines of others, or the title is a usual one.

    Args:
        lines: With their kinds, in order.
        head: Right behind the headline.
        opening: Where the report begins.
        headline: Of the report.
    """
    found: dict[int, bool] = {}
    for place in range(head, opening):
        if place not in found and (end := _find_end(lines, place, opening)):
            title = _find_title(lines, head, place)
            named = title is not None and names_points(lines[title].text)
            shared = _share_items(lines[place:end], lines[opening:], headline)
            if (named or shared) and not _leads_elsewhere(lines[max(head, place - 1) : place]):
                doubtful = not named and 2 * shared < end - place
                places = range(place if title is None else title, min(end, opening))
                found |= dict.fromkeys(places, doubtful)
    return found


def _find_end(lines: Sequence[Line], start: int, opening: int) -> int:
    """Return behind which place the points end that begin at one; 0 if none do."""
    mark = _read_mark(lines[start])
    if mark:
        items = [*takewhile(lambda it: _read_mark(it) == mark, lines[start:])]
    elif start and names_points(lines[start - 1].text):
        items = [*takewhile(lambda it: it.kind in _SHORT, lines[start:opening])]
    else:
        return 0
    return start + len(items) if _may_be_points(items) else 0


def _read_mark(line: Line) -> str:
    """Return the mark before an item; empty without one."""
    found = BULLET.match(line.text) or _MARK.match(line.text)
    return found[0] if found else ""


def _may_be_points(items: Sequence[Line]) -> bool:
    """Tell whether items say something, and none is the site's."""
    if len(items) < _FEWEST or any(line.kind not in _ITEMS or is_site(line) for line in items):
        return False
    dated = sum(line.kind == "stamp" for line in items)
    return 2 * dated < len(items) and any(line.words >= _TELLING_WORDS for line in items)


def _share_items(items: Sequence[Line], report: Sequence[Line], headline: str) -> int:
    """Return how many items have a word that headline or report use."""
    about = list_report(report) | list_content(headline)
    return sum(share_content(line.text, about) > 0 for line in items)


def _leads_elsewhere(above: Sequence[Line]) -> bool:
    """Tell whether the line above items says that they lead to other reports."""
    return any(line.kind == "related" or points_elsewhere(line) for line in above)


def _find_title(lines: Sequence[Line], head: int, start: int) -> int | None:
    """Return where the title of points stands, right above them; None without one."""
    place = start - 1
    if place < head:
        return None
    line = lines[place]
    short = line.kind == "title" and line.words <= _TITLE_WORDS and not is_site(line)
    titled = names_points(line.text) or (short and line.text.endswith(COLONS))
    return place if titled else None
