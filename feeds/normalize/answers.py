"""Answers and questions of a single word, as in interviews."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture import READ, Line, ends_sentence

_QUESTIONS: Final = ("?", "？", "؟")
_CLOSERS: Final = "\"'”’»“)]›」』 "


def mark_answers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, single words as sentences where they answer a question or ask one.

    Anywhere else a word with a full stop is rather a label.
    """
    marked: list[Line] = []
    for line in lines:
        answers = bool(marked) and _talks(marked[-1], line)
        marked.append(replace(line, kind="sentence") if answers else line)
    return tuple(marked)


def _talks(above: Line, line: Line) -> bool:
    """Tell whether a single word and the sentence above it are a question and its answer."""
    single = line.kind == "title" and line.words == 1 and ends_sentence(line.text)
    return single and above.kind in READ and (_asks(above) or _asks(line))


def _asks(line: Line) -> bool:
    """Tell whether a line is a question."""
    return line.text.rstrip(_CLOSERS).endswith(_QUESTIONS)
