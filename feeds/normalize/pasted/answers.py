"""Answers and questions, as in interviews."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture.lines import READ, Line, ends_sentence

_QUESTIONS: Final = ("?", "？", "؟")
# "Q: Who pays?", "F: Wer zahlt?": one letter, or the word for a question or an answer.
_SPOKEN: Final = re.compile(
    r"(?:[^\W\d_]|question|answer|frage|antwort|reponse|pregunta|respuesta|domanda|risposta"
    r"|pergunta|resposta|vraag|antwoord|pytanie|odpowiedz|вопрос|ответ|питання|відповідь|問|答"
    r"|سوال|جواب)\s?[:：]\s?\S"
)
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


def is_spoken(line: Line) -> bool:
    """Tell whether a line says of itself that it is a question or an answer."""
    return _SPOKEN.match(line.folded) is not None


def _talks(above: Line, line: Line) -> bool:
    """Tell whether a single word and the sentence above it are a question and its answer."""
    single = line.kind == "title" and line.words == 1 and ends_sentence(line.text)
    return single and above.kind in READ and (_asks(above) or _asks(line))


def _asks(line: Line) -> bool:
    """Tell whether a line is a question."""
    return line.text.rstrip(_CLOSERS).endswith(_QUESTIONS)
