"""Lists and tables inside pasted reports: all of their lines are kept, or none is for being one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from feeds.normalize.furniture.lines import BULLET, COLONS, Line, names_furniture
from feeds.normalize.furniture.pointing import points_elsewhere
from feeds.normalize.pasted.behind import find_behind
from feeds.normalize.pasted.unmarked import find_unmarked, may_be_link

# What an item begins with, and its number, if it has one.
_Form: TypeAlias = tuple[str, int]

_ORDINAL: Final = re.compile(r"(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?P<sign>[.)])\s+\S")
# Of a copied table: a tab, which is written as two spaces.
_CELLS: Final = re.compile(r"\s{2,}")
_CELL_WORDS: Final = 6
_FEWEST: Final = 2
_FEWEST_ROWS: Final = 3
_ANNOUNCING_WORDS: Final = 5
_OWN: Final = frozenset({"title", "sentence", "row", "prose"})


def keep_items(lines: Sequence[Line], ends: Collection[int] = ()) -> tuple[Line, ...]:
    """Return lines in which the items of the report's lists are rows, and rows of its tables.

    Two lines or more with one mark before them, or numbered; or three or more of as many cells.
    They stand below a paragraph and above another one, or above nothing at all; or at the end, if
    a colon announces them. Below a colon a block of short lines is a list, too, and so are those of
    ``unmarked``. None of them is known as the site's, and the paragraph does not speak of other
    reports.

    Args:
        lines: With their kinds, in order.
        ends: Behind which places a block ends: below the line there one was left empty.
    """
    lines = _tell_announcing(lines)
    found = (*_find_lists(lines), *_find_announced(lines, ends), *find_unmarked(lines))
    items = frozenset(it for some in found for it in some)
    guessed = frozenset(it for some in find_behind(lines, ends) for it in some) - items
    return tuple(
        replace(line, kind="row", guessed=place in guessed)
        if (place in items or place in guessed) and line.kind != "prose"
        else line
        for place, line in enumerate(lines)
    )


def _tell_announcing(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, short ones that end with a colon right below a paragraph as paragraphs."""
    return tuple(
        replace(line, kind="prose")
        if line.kind == "title"
        and line.text.endswith(COLONS)
        and line.words >= _ANNOUNCING_WORDS
        and lines[max(0, place - 1)].kind == "prose"
        and not points_elsewhere(line)
        else line
        for place, line in enumerate(lines)
    )


def _find_lists(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the places of the items of each list."""
    forms = [_read_form(line.text) for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _goes_on(forms[end - 1], forms[end]):
            end += 1
        if start and _begins(forms[start]) and _is_inside(lines, start, end):
            yield range(start, end)
        start = end


def _find_announced(lines: Sequence[Line], ends: Collection[int]) -> Iterator[range]:
    """Yield the places of each block of short lines below a colon."""
    end, short = 0, False
    for start in reversed(range(1, len(lines))):
        # Told from behind, for a block may be long, and each line of it end with a colon.
        end, short = (start + 1, True) if start in ends else (end, short)
        short = short and _is_short(lines[start])
        above = lines[start - 1]
        if short and end - start >= _FEWEST and above.text.endswith(COLONS) and _is_told(above):
            yield range(start, end)


def _begins(form: _Form | None) -> bool:
    """Tell whether a line may be the first of a list."""
    return form is not None and form[1] <= 1


def _goes_on(above: _Form | None, form: _Form | None) -> bool:
    """Tell whether a line is the next item of a list."""
    if above is None or form is None or above[0] != form[0]:
        return False
    return form[1] == above[1] + 1 if form[1] else True


def _is_inside(lines: Sequence[Line], start: int, end: int) -> bool:
    """Tell whether lines of one form are a list of the report's."""
    above, items, below = lines[start - 1], lines[start:end], lines[end : end + 1]
    cells = _CELLS.search(items[0].text) is not None and _read_mark(items[0].text) is None
    if len(items) < (_FEWEST_ROWS if cells else _FEWEST) or not _is_told(above):
        return False
    # A day among items with marks is one of them.
    dated = 2 * sum(line.kind == "stamp" for line in items) < len(items)
    told = [line for line in items if cells or not dated or line.kind != "stamp"]
    if any(_is_site(line, cells=cells) for line in told):
        return False
    if above.text.endswith(COLONS):
        return not cells or any(line.kind == "prose" for line in below)
    # Below a list that was selected with the report alone nothing stands.
    inside = not below or any(line.kind == "prose" for line in below)
    return inside and not all(may_be_link(line) for line in items)


def _is_told(line: Line) -> bool:
    """Tell whether a line is a paragraph of the report, below which its own list may stand."""
    return line.kind == "prose" and not points_elsewhere(line)


def _is_site(line: Line, *, cells: bool) -> bool:
    """Tell whether a line is known as the site's: of cells, by its words; looks are a menu's."""
    return names_furniture(line.text) if cells else line.kind not in _OWN


def _is_short(line: Line) -> bool:
    """Tell whether a line is no paragraph, and not the site's by its words."""
    return line.kind not in {"prose", "byline", "related"} and not names_furniture(line.text)


def _read_form(text: str) -> _Form | None:
    """Return what a line begins with if it may be an item of a list, or how many cells it has."""
    if (mark := _read_mark(text)) is not None:
        return mark
    cells = _CELLS.split(text)
    short = len(cells) > 1 and all(len(cell.split()) <= _CELL_WORDS for cell in cells)
    return (f"{len(cells)} cells", 0) if short else None


def _read_mark(text: str) -> _Form | None:
    """Return the bullet or number before an item; None if the line has none."""
    if bullet := BULLET.match(text):
        return bullet[0], 0
    found = _ORDINAL.match(text)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else ord(found["letter"]) - ord("a") + 1
    return f"{'1' if found['number'] else 'a'}{found['sign']}", number
