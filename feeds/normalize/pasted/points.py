"""The points between headline and report, in which it is told in short."""

import re
from collections.abc import Iterator, Sequence
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
    about = frozenset[str]()
    for start, end in _list_runs(lines, head, opening):
        title = _find_title(lines, head, start)
        named = title is not None and names_points(lines[title].text)
        if not _may_be_points(lines[start:end]) or _leads_elsewhere(lines[max(head, start - 1)]):
            continue
        about = about or list_report(lines[opening:]) | list_content(headline)
        shared = sum(share_content(line.text, about) > 0 for line in lines[start:end])
        if named or shared:
            places = range(start if title is None else title, min(end, opening))
            found |= dict.fromkeys(places, not named and 2 * shared < end - start)
    return found


def _list_runs(lines: Sequence[Line], head: int, opening: int) -> Iterator[tuple[int, int]]:
    """Yield where lines with one mark begin, or those below a usual title, and where they end."""
    start = head
    while start < opening:
        mark, end = _read_mark(lines[start]), start + 1
        if mark:
            while end < len(lines) and _read_mark(lines[end]) == mark:
                end += 1
        elif start and names_points(lines[start - 1].text):
            while end < opening and lines[end].kind in _SHORT and not _read_mark(lines[end]):
                end += 1
        if end - start >= _FEWEST:
            yield start, end
        start = end


def _read_mark(line: Line) -> str:
    """Return the mark before an item; empty without one."""
    found = BULLET.match(line.text) or _MARK.match(line.text)
    return found[0] if found else ""


def _may_be_points(items: Sequence[Line]) -> bool:
    """Tell whether items say something, and none is the site's."""
    if any(line.kind not in _ITEMS or is_site(line) for line in items):
        return False
    dated = sum(line.kind == "stamp" for line in items)
    return 2 * dated < len(items) and any(line.words >= _TELLING_WORDS for line in items)


def _leads_elsewhere(above: Line) -> bool:
    """Tell whether the line above items, or the first one, says that they lead elsewhere."""
    return above.kind == "related" or points_elsewhere(above)


def _find_title(lines: Sequence[Line], head: int, start: int) -> int | None:
    """Return where the title of points stands, right above them; None without one."""
    place = start - 1
    if place < head:
        return None
    line = lines[place]
    short = line.kind == "title" and line.words <= _TITLE_WORDS and not is_site(line)
    titled = names_points(line.text) or (short and line.text.endswith(COLONS))
    return place if titled else None
