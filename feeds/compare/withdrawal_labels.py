"""Labels that say of a report that it is withdrawn, before its headline or behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from feeds.compare.asking_words import CALLS
from feeds.compare.withdrawal_words import (
    CLOSE_LABELS,
    SHOUTED_LABELS,
    SURE_LABELS,
    WITHDRAWAL_LABELS,
)
from feeds.text.notices import join_dashes
from feeds.text.words import fold_text

_EVERY: Final = re.compile("|".join((*WITHDRAWAL_LABELS, *SURE_LABELS, SHOUTED_LABELS)))
_SURE: Final = re.compile("|".join(SURE_LABELS))
_SHOUTED: Final = re.compile(SHOUTED_LABELS)
_CLOSE: Final = re.compile(CLOSE_LABELS)
_RETRACTED: Final = re.compile(r"\bretract")
_CALL: Final = re.compile(rf"\W*(?:{CALLS})\s*[:,!|/-]+\s*(?=\w)", re.IGNORECASE)
_SIGNS: Final = r"[:|()\[\]-]"
_QUOTES: Final = "\"'“”„«»‚‘’"
_BEFORE: Final = re.compile(
    rf"[\W_]*(?P<label>[^\W\d_][\w' ]{{2,40}}?)"
    rf"(?P<sign>\s?{_SIGNS}{{1,3}}\s?|\s(?:(?:of|to|for) )?(?=[{_QUOTES}]))(?P<rest>\S.*)"
)
_BEHIND: Final = re.compile(
    rf"(?P<rest>.*\w\W{{0,3}}?)(?P<sign>,\s|\s?{_SIGNS}{{1,3}}\s?)"
    rf"(?P<label>[^\W\d_][\w' ]{{2,40}})\W*"
)
_LONGEST: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line that carries such a label.

    Attributes:
        rest: What stands beside it, as printed; empty if the label is all there is.
        sure: Whether nobody writes this label before anything but a report that is taken back.
        loud: Whether it is written in capitals, as wires do, and says so of reports mostly.
        ends: Whether it says so of a report whose text still stands below: one that is retracted
            is often kept for the record.
    """

    rest: str
    sure: bool
    loud: bool
    ends: bool


def read_labels(line: str) -> tuple[Labelled, ...]:
    """Return how a line can be read as a label and the rest; none if it carries none."""
    plain = " ".join(join_dashes(line[:_LONGEST]).split())
    called = plain
    while found := _CALL.match(called):
        called = called[found.end() :]
    return tuple(label for text in dict.fromkeys((plain, called)) for label in _read(text))


def _read(line: str) -> Iterator[Labelled]:
    """Yield the readings of a line in which every dash is the same."""
    alone = line.strip(" \t.:!*-–()[]")
    if _EVERY.fullmatch(fold_text(alone)):
        yield _make(alone, "", "")
        return
    for pattern in (_BEFORE, _BEHIND):
        found = pattern.fullmatch(line)
        if found and _is_label(found["label"], found["sign"]):
            yield _make(found["label"], found["sign"], found["rest"])


def _is_label(label: str, sign: str) -> bool:
    """Tell whether words before or behind a headline are a label.

    Behind a comma they go on telling ("Coffee cures cancer, retracted"), but in capitals.
    """
    return _EVERY.fullmatch(fold_text(label)) is not None and ("," not in sign or label.isupper())


def _make(label: str, sign: str, rest: str) -> Labelled:
    """Return a label with how much it proves."""
    folded = fold_text(label)
    shouted = label.isupper() and not rest.isupper()
    loud = shouted and bool(_CLOSE.fullmatch(folded))
    wire = (loud and sign == "-") or (shouted and bool(_SHOUTED.fullmatch(folded)))
    sure = wire or bool(_SURE.fullmatch(folded))
    return Labelled(rest=rest, sure=sure, loud=loud, ends=sure and not _RETRACTED.search(folded))
