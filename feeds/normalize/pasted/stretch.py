"""Where in pasted lines the paragraphs of the report stand together."""

from collections.abc import Sequence
from typing import Final

from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.furniture.lines import SIGNED, Kind, Line, is_advert

# How much a line speaks for standing inside the report. A paragraph outweighs a few lines nobody
# knows, so that only what stands behind a long list of links is cut off.
_LEAST_PROSE: Final = 12
_MOST_PROSE: Final = 60
# Without another paragraph near, it counts half: so other reports are announced. Not where who or
# when stands right above it, as above a report of one paragraph.
_ALONE: Final = 2
_NEAR: Final = 2
# So far is looked for the near lines beside links.
_LOOKED: Final = 6
# … and how much against it.
_AGAINST: Final[dict[Kind, int]] = {"title": 6, "furniture": 1, "repeated": 2, "related": 2}
# A longer gap counts no more: results and dates of a tour may stand inside a report.
_WIDEST_GAP: Final = 100
_LEAST_ROWS: Final = 3
_READ: Final = frozenset({"prose", "sentence", "row"})
# A link in plain text shows where it leads: it stands below each item of a newsletter.
_ADDRESS: Final = "://"
_MAY_LINK: Final = frozenset({"title", "furniture"})
_CLOSING: Final = frozenset({"sentence", "row"})


def find_core(lines: Sequence[Line]) -> tuple[int, int]:
    """Return from where to where the paragraphs of the report stand together.

    The stretch with the highest sum, paragraphs counting for it by their words and unknown lines
    without full stop against it (J. Kadane's algorithm for the maximum subarray).

    Returns:
        The first line and the one behind the last; the whole where there is no paragraph.
    """
    best, found = 0, (0, len(lines))
    total, start, gap = 0, 0, 0
    for place, line in enumerate(lines):
        if total <= 0:
            total, start = 0, place
        if line.kind == "prose":
            total, gap = total + _weigh_prose(lines, place), 0
        else:
            against = min(_weigh_against(line), _WIDEST_GAP - gap)
            total, gap = total - against, gap + against
        if total >= best and line.kind == "prose":
            best, found = total, (start, place + 1)
    return _keep_closing(lines, found)


def measure_gap(lines: Sequence[Line]) -> int:
    """Return how much lines speak against that what stands below them is still the report."""
    return sum(map(_weigh_against, lines))


def is_shown_link(line: Line) -> bool:
    """Tell whether a line is no sentence and shows the address to which it leads."""
    return line.kind in _MAY_LINK and _ADDRESS in line.text


def _weigh_against(line: Line) -> int:
    """Return how much a line that is no paragraph speaks against that the report goes on."""
    return _AGAINST.get("furniture" if is_shown_link(line) else line.kind, 0)


def _weigh_prose(lines: Sequence[Line], place: int) -> int:
    """Return what a paragraph counts: in full where others stand near it, or who or when above."""
    weight = min(max(lines[place].words, _LEAST_PROSE), _MOST_PROSE)
    above = [it for it in lines[max(0, place - _LOOKED) : place] if not is_shown_link(it)]
    below = [it for it in lines[place + 1 : place + 1 + _LOOKED] if not is_shown_link(it)]
    around = (*above[-_NEAR:], *below[:_NEAR])
    signed = any(line.kind in SIGNED for line in lines[max(0, place - 1) : place])
    near = signed or any(line.kind in _READ for line in around)
    return weight if near else weight // _ALONE


def _keep_closing(lines: Sequence[Line], core: tuple[int, int]) -> tuple[int, int]:
    """Return the core with the sentences, rows and credits right behind it."""
    start, end = core
    while end < len(lines) and (
        lines[end].kind in _CLOSING
        or _is_credit(lines[end])
        or _heads_list(lines, end)
        or _interrupts(lines, end)
    ):
        end += 1
    return start, end


def _interrupts(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a label of an advertisement stands above a sentence or row."""
    return is_advert(lines[place]) and any(
        it.kind in _CLOSING for it in lines[place + 1 : place + 2]
    )


def _heads_list(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the title of a table or list."""
    rows = lines[place + 1 : place + 1 + _LEAST_ROWS]
    return lines[place].kind == "title" and [it.kind for it in rows] == ["row"] * _LEAST_ROWS


def _is_credit(line: Line) -> bool:
    """Tell whether a line credits agencies and says nothing else."""
    return bool(read_credit_line(line.text))
