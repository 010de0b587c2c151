"""What stands under a report: who signed it, and a few words on its author."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from feeds.model import RawPerson
from feeds.normalize.credits.byline import read_byline
from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.furniture.lines import READ, Line
from feeds.text.words import fold_text, split_words

_MOST_SENTENCES: Final = 2
_SHORT: Final = 20
_NAME_WORDS: Final = range(2, 5)
_ABOUT: Final = 12
# Folded: what authors do, as said below their reports …
_WORKS: Final = re.compile(
    r"(?:covers|writes (?:about|on|for)|reports (?:on|from|for)|berichtet (?:uber|aus|fur)"
    r"|schreibt (?:uber|fur)|couvre|cubre|escribe sobre|scrive (?:di|per)|cobre)\b"
)
# … or what they are, in one of the next words.
_IS: Final = re.compile(r"(?:is|ist|est|es|e|has been)\b")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_ROLES: Final = frozenset(
    {
        *("reporter", "correspondent", "editor", "writer", "columnist", "journalist", "reporterin"),
        *("contributor", "korrespondent", "korrespondentin", "redakteur", "redakteurin"),
        *("journalistin", "journaliste", "correspondant", "correspondante", "periodista"),
        *("corresponsal", "redactor", "redactora", "giornalista", "jornalista", "redator"),
    }
)


def cut_closing(
    lines: Sequence[Line], bylines: Iterable[str]
) -> tuple[Sequence[Line], tuple[str, ...]]:
    """Return a report's lines without its closing, and the agencies' names that signed it.

    Args:
        lines: From the first paragraph on.
        bylines: Lines that name who wrote it.
    """
    read = [place for place, line in enumerate(lines) if line.kind in READ]
    if not read:
        return lines, ()
    behind = lines[read[-1] + 1 :]
    signed = tuple(line.text for line in behind if read_credit_line(line.text))
    people = read_byline((RawPerson(name=line) for line in bylines), ()).people
    for place in read[1:][-_MOST_SENTENCES:]:
        short = place == read[-1] or lines[read[-1]].words <= _SHORT
        if short and _is_about(lines[place].folded, [*people, *_name_above(lines, place)]):
            return lines[:place], signed
    kept = [line for line in behind if line.text not in signed]
    return [*lines[: read[-1] + 1], *kept], signed


def list_copyrights(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the lines of the site that say that the copy is an agency's, wherever they stand."""
    site = (line.text for line in lines if line.kind == "furniture")
    return tuple(text for text in site if _COPYRIGHT.match(text) and read_credit_line(text))


def _name_above(lines: Sequence[Line], place: int) -> list[str]:
    """Return the line above if it may be a name and nothing else."""
    above = lines[place - 1]
    words = above.text.split()
    named = above.kind == "title" and len(words) in _NAME_WORDS
    return [above.text] if named and all(word[0].isupper() for word in words) else []


def _is_about(folded: str, people: Iterable[str]) -> bool:
    """Tell whether a sentence says what somebody named above it does for a living."""
    for person in map(fold_text, people):
        for name in (person, person.split()[-1]):
            rest = folded.removeprefix(name).lstrip()
            if len(rest) < len(folded) and (_WORKS.match(rest) or _has_role(rest)):
                return True
    return False


def _has_role(rest: str) -> bool:
    """Tell whether words go on with "is a" and a role."""
    return _IS.match(rest) is not None and not _ROLES.isdisjoint(split_words(rest)[:_ABOUT])
