"""Which other report of its source a notice withdraws, by the headline that it names."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from feeds.compare.naming_words import (
    ASKED_AROUND,
    ASKED_BEFORE,
    CORRECTS,
    GONE_BEHIND,
    HINTS,
    INSIDE,
    TITLED,
)
from feeds.compare.withdrawal_labels import read_labels
from feeds.compare.withdrawal_phrases import is_brief, is_quoted, says_withdrawn
from feeds.compare.withdrawal_words import REPORTS
from feeds.model import Story
from feeds.text.sentences import split_sentences
from feeds.text.words import fold_text, split_words

_DASHES: Final = re.compile("[‐‑‒–—―−]")
_SINGLE: Final = re.compile("[‘‚’]")
_REPORT: Final = "|".join(REPORTS.values())
_QUOTED: Final = (
    r"(?:\"(?P<straight>[^\"]+)\"|[“„«»](?P<curly>[^“”„«»]+)[”“»«]|'(?P<single>.+?)'(?!\w))"
)
_TITLE: Final = rf"[^.:;\"“„«»']{{0,60}}?\b(?:{TITLED})"
_IN_QUOTES: Final = re.compile(rf"\b(?:{_REPORT})\b(?:{_TITLE})?,? ?{_QUOTED}")
_PLAIN: Final = re.compile(rf"\b(?:{_REPORT})\b{_TITLE} (?P<plain>[^\s\"“„«»'][^\"“”„«»]*)")
_PLAIN_END: Final = re.compile(
    r"[.,;!?]|\s(?:is|was|has|wird|wurde|ist|est|ha|fue|e|foi|wordt)\s|$"
)
_HINT: Final = re.compile(HINTS)
_INSIDE: Final = re.compile(INSIDE)
_ASKED: Final = re.compile("|".join(ASKED_BEFORE))
_AROUND: Final = tuple((re.compile(here), re.compile(there)) for here, there in ASKED_AROUND)
_GONE: Final = re.compile(GONE_BEHIND)
_CORRECTS: Final = re.compile(CORRECTS)
_STOP: Final = re.compile(r"[.!?]\s|\n")
_LOOK_AROUND: Final = 160
_LONGEST_READ: Final = 1_500
# A headline of fewer words may be a rubric that comes again and again.
_LEAST_WORDS: Final = 3


class Told(NamedTuple):
    """A report that a notice may mean.

    Attributes:
        story_id: Of the report.
        headline: As it stands.
        told: When it was told.
    """

    story_id: str
    headline: str
    told: datetime


def name_withdrawn(notice: Story) -> frozenset[str]:
    """Return the headlines, folded, of which a story says that its source withdraws them.

    Empty if it is no such notice. A headline is named beside a label ("WITHDRAWN-Mayor arrested"),
    or in a sentence that says what becomes of it ("The story headlined "Mayor arrested" is
    withdrawn"). Who only tells of something that is withdrawn names none that is held.
    """
    below = f"{notice.standfirst}\n{notice.body_text}".strip()
    if _CORRECTS.match(fold_text(notice.headline)):
        return frozenset()
    labels, brief = read_labels(notice.headline), is_brief(notice)
    in_text = tuple(_name_in_text(f"{notice.headline}\n{below}")) if brief else ()
    beside = [label.rest for label in labels if label.sure]
    if brief and (in_text or any(map(says_withdrawn, split_sentences(below) if labels else ()))):
        beside = [label.rest for label in labels]
    keys = (fold_name(name) for name in (*beside, *in_text))
    return frozenset(key for key in keys if key.count(" ") >= _LEAST_WORDS - 1)


def find_named(names: frozenset[str], told: tuple[Told, ...], notice: Story) -> str | None:
    """Return the id of the one report that a notice means; None if none or several may be it.

    Args:
        names: The headlines that it names.
        told: Reports of its source.
        notice: The notice: what was told later is not what it means.
    """
    found = {
        it.story_id
        for it in told
        if it.story_id != notice.id and it.told <= notice.told and fold_name(it.headline) in names
    }
    return found.pop() if len(found) == 1 else None


def fold_name(headline: str) -> str:
    """Return a headline without case, accents, signs and spaces that do not part words."""
    return " ".join(split_words(headline))


def _name_in_text(text: str) -> Iterator[str]:
    """Yield what a text says is withdrawn."""
    folded = _SINGLE.sub("'", fold_text(_DASHES.sub("-", text[:_LONGEST_READ])))
    if not _HINT.search(folded):
        return
    for found in _IN_QUOTES.finditer(folded):
        before = _read_before(folded, found.start())
        behind = folded[found.end() : found.end() + _LOOK_AROUND]
        if _is_own(folded, found.start(), before) and _is_withdrawn(before, behind):
            yield found["straight"] or found["curly"] or found["single"]
    for found in _PLAIN.finditer(folded):
        before = _read_before(folded, found.start())
        if _is_own(folded, found.start(), before):
            yield from _name_plainly(found["plain"], asked=bool(_ASKED.search(before)))


def _is_own(text: str, place: int, before: str) -> bool:
    """Tell whether the notice itself speaks, and of the report rather than of what is in it."""
    return not (is_quoted(text, place) or _INSIDE.search(before))


def _read_before(text: str, place: int) -> str:
    """Return what stands in the same sentence before a place."""
    return _STOP.split(text[:place])[-1][-_LOOK_AROUND:]


def _name_plainly(text: str, *, asked: bool) -> Iterator[str]:
    """Yield what an unquoted headline may be: up to each place where it may end."""
    for end in _PLAIN_END.finditer(text):
        if asked or _GONE.match(text[end.start() :]):
            yield text[: end.start()]


def _is_withdrawn(before: str, behind: str) -> bool:
    """Tell whether what stands around a report says that it is withdrawn."""
    if _ASKED.search(before) or _GONE.match(behind):
        return True
    return any(here.search(before) and there.match(behind) for here, there in _AROUND)
