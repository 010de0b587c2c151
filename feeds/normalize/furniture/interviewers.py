"""Who held an interview, as a line above or below it says, and whether a text is one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from feeds.normalize.furniture.lines import READ, Line
from feeds.text.markup import html_to_text
from feeds.text.words import split_words

# In any case, before the names.
_LEADS: Final = (
    r"(?:an? |the |this |exclusive )?interview(?:ed)?(?: (?:was )?(?:conducted|held))? by"
    r"|(?:das )?(?:gespräch|interview)(?: mit [^.:]{2,60} führten?| geführt von| führten?| von|:)"
    r"|die fragen stellten?|mit [^.:]{2,60} sprach(?:en)?"
    r"|(?:propos |entretien )recueillis? par|recueilli par"
    r"|(?:entretien|interview)(?: réalisée?| menée?| conduite?)? par"
    r"|entrevista(?: realizada| conduzida| feita| hecha)? (?:por|de)|entrevista:"
    r"|intervista(?: realizzata)? (?:di|da|a cura di)|intervista:"
    r"|(?:interview|vraaggesprek) (?:door|van)|intervju(?: av|:)|haastattelu:"
    r"|rozmawia(?:ł|ła|li|ły):?|rozmow[aęy] przeprowadzi(?:ł|ła|li)|rozhovor vedl[ai]?"
    r"|(?:за)?беседовал[аи]?|разговарива(?:л|ла|ли)|интервью (?:взял[аи]?|пров[её]л|провел[аи])"
    r"|розмовля(?:в|ла|ли)|спілкува(?:вся|лася|лися)|röportaj:|söyleşi:"
)
_WORD: Final = r"[^\W\d_a-zß-ÿа-я][\w.'’-]*"
_PARTICLE: Final = r"(?:de|du|la|le|di|da|van|von|der|den|ter|el|al|bin|y)\s"
_NAME: Final = rf"{_WORD}(?:\s(?:{_PARTICLE})*{_WORD}){{1,3}}"
_JOINED: Final = r"(?:\s?[,/&]\s?|\s(?:and|und|et|y|e|en|i|и|та|och|og|ja|a)\s)"
_SAID: Final = re.compile(
    rf"[\W_]*(?i:{_LEADS})\s(?P<names>{_NAME}(?:{_JOINED}{_NAME}){{0,3}})"
    r"(?:\s?[,;|/–-]\s?(?i:photos?|fotos?|bild(?:er)?|texte?|texto|testo)\b.{1,60})?[\W_]*"
    r"|[\W_]*(?:聞き手|采访(?:者)?|採訪(?:者)?)\s?[:：・=＝]\s?(?P<whole>[^\W\d_]{2,12}(?:\s[^\W\d_]{1,8})?)[\W_]*"
)
# Names somebody of whom nobody knows whether she asked or was asked.
_EITHER: Final = re.compile(
    r"[\W_]*(?:das )?(?:interview|gespräch|entrevista|intervista|intervju|haastattelu|röportaj"
    r"|söyleşi):[^:]*",
    re.IGNORECASE,
)
_LONGEST: Final = 150
_QUESTIONS: Final = ("?", "？", "؟")
_CLOSERS: Final = "\"'”’»“)]›」』* "
_FEWEST: Final = 2
# So many paragraphs stand there for each question that is answered; a report asks less often.
_MOST_PARAGRAPHS: Final = 4


def read_interviewers(line: str) -> str | None:
    """Return who held an interview, as a line says that says nothing else; None for others.

    ``Interview: Anna Berg``, ``Das Gespräch führte Anna Berg.``, ``Propos recueillis par …``.

    Args:
        line: Of a byline, or of the credits below a text.
    """
    found = _SAID.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    return (found["names"] or found["whole"]) if found else None


def names_either(line: str) -> bool:
    """Tell whether a line names who asked or who was asked, and does not say which of them.

    Args:
        line: ``Interview: Anna Berg``; not a stated author, who asked.
    """
    return read_interviewers(line) is not None and _EITHER.fullmatch(line.strip()) is not None


def mark_interviewers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those that name who held an interview as bylines.

    Args:
        lines: With their kinds, in order.
    """
    named = frozenset(it for it, line in enumerate(lines) if read_interviewers(line.text))
    if not named:
        return tuple(lines)
    others = (line for it, line in enumerate(lines) if it not in named)
    text = "\n".join(line.text for line in others if line.kind in {*READ, "title"})
    words = frozenset(split_words(text))
    asks = asks_and_answers(text)
    return tuple(
        replace(line, kind="byline")
        if it in named and not _may_be_asked(line.text, words, asks=asks)
        else line
        for it, line in enumerate(lines)
    )


def may_credit(line: Line) -> bool:
    """Tell whether a line below a report may name who made it, and not somebody who was asked.

    Args:
        line: As marked.
    """
    return line.kind == "byline" or read_interviewers(line.text) is None


def names_asked(line: str, html: str) -> bool:
    """Tell whether a line may name who was asked in an interview, and not who held it.

    Args:
        line: Below the text.
        html: The text, sanitized.
    """
    if read_interviewers(line) is None:
        return False
    text = html_to_text(html)
    return _may_be_asked(line, frozenset(split_words(text)), asks=asks_and_answers(text))


def _may_be_asked(line: str, words: frozenset[str], *, asks: bool) -> bool:
    """Tell whether a line that names people in an interview may name who was asked.

    The text tells of them; or behind a mere colon, below a report, they are of another text.

    Args:
        line: "Interview: Jane Doe".
        words: Of the text, folded.
        asks: Whether the text is an interview by its form.
    """
    who = read_interviewers(line) or ""
    return not words.isdisjoint(_list_last_names(who)) or (":" in line and not asks)


def _list_last_names(who: str) -> frozenset[str]:
    """Return the last words of names, folded."""
    return frozenset(split_words(name)[-1] for name in re.split(_JOINED, who))


def asks_and_answers(text: str) -> bool:
    """Tell whether a text is an interview by its form: questions, and answers below them.

    Args:
        text: Plain, a paragraph on each line.
    """
    lines = (line.rstrip(_CLOSERS) for line in text.split("\n"))
    asked = [line.endswith(_QUESTIONS) for line in lines if line]
    answered = sum(above and not below for above, below in pairwise(asked))
    return answered >= _FEWEST and _MOST_PARAGRAPHS * answered >= len(asked)
