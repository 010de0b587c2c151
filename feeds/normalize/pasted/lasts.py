"""The last paragraph of a report, which names at its end whose the pictures are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.lines import PROSE_WORDS, READ, Line, count_line_words, ends_sentence

_BRACKETS: Final = re.compile(r"\s*[(（\[][^()（）\[\]]{2,80}[)）\]]\.?$")


def mark_last(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, one that looks like a caption as a paragraph where the report ends with it.

    It stands right below a paragraph, no paragraph follows before the site's own lines, and in
    front of its credit, which stands in brackets, is a whole sentence.
    """
    return tuple(
        replace(line, kind="prose") if _is_last(lines, place) else line
        for place, line in enumerate(lines)
    )


def _is_last(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line that looks like a caption is rather a report's last paragraph."""
    if not place or lines[place - 1].kind not in READ or not _is_told(lines[place]):
        return False
    for line in lines[place + 1 :]:
        if line.kind in READ:
            return False
        if line.kind in {"furniture", "related"} and not is_caption(line.text):
            return True
    return True


def _is_told(line: Line) -> bool:
    """Tell whether a line is a whole sentence with a credit in brackets behind it."""
    if line.kind != "furniture" or not is_caption(line.text):
        return False
    found = _BRACKETS.search(line.text)
    said = line.text[: found.start()] if found else ""
    return ends_sentence(said) and count_line_words(said) >= PROSE_WORDS
