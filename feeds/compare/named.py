"""Which other report of its source a notice withdraws, by the headline that it names."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from feeds.compare.asking_words import ASKS, ASKS_AROUND, LOOSE, OPENING, REPORTS
from feeds.compare.naming_words import (
    BETWEEN,
    CORRECTS,
    ENDING,
    GONE,
    HINTS,
    MUST_GO,
    OWN,
    THE,
    TITLED,
)
from feeds.compare.withdrawal_labels import read_labels
from feeds.compare.withdrawal_phrases import is_brief, says_withdrawn
from feeds.model import Story
from feeds.text.notices import fold_notice, is_quoted
from feeds.text.sentences import split_sentences
from feeds.text.words import split_words

_SINGLE: Final = re.compile("[‘‚]")
_REPORT: Final = "|".join(REPORTS.values())
_QUOTED: Final = (
    r"(?:\"(?P<straight>[^\"]+)\"|[“„«»](?P<curly>[^“”„«»]+)[”“»«]|'(?P<single>.+?)'(?!\w))"
)
# Between the word for a report and "headlined": dates and slugs, and nothing that has a headline.
_TITLE: Final = (
    r"(?: (?!(?:an?|the|one|its?|his|her|their|which|that|ein\w*|d(?:er|ie|as|em|en)|un[ea]?|uno|um"
    r"|uma|les?|la|l'|el|los|las|il|lo|os?|het|een|about|on|over|uber|sur|sobre|su|zu[mr]?|dass"
    rf"|qui|que|che|dat)\b)[^\s:;\"“”„«»]+){{0,6}}?,? (?:{TITLED})"
)
_IN_QUOTES: Final = re.compile(
    rf"\b(?:(?:{_REPORT}){_TITLE}|(?!{LOOSE}\b)(?:{_REPORT})\b|(?:{OWN}){LOOSE}\b),? ?{_QUOTED}"
)
_PLAIN: Final = re.compile(rf"\b(?:{_REPORT})\b{_TITLE} (?P<plain>[^\s\"“„«»'][^\"“”„«»\n]*)")
_HINT: Final = re.compile(HINTS)
_CORRECTS: Final = re.compile(CORRECTS)
_THE: Final = re.compile(rf"{OPENING}{THE}$")
_ASKED: Final = re.compile(rf"{OPENING}(?:{'|'.join(ASKS.values())})$")
_AROUND: Final = tuple(
    (re.compile(rf"{OPENING}(?:{here})$"), re.compile(rf"{there}{ENDING}"))
    for around in ASKS_AROUND.values()
    for here, there in around
)
_ENDING: Final = re.compile(ENDING)
_GONE: Final = re.compile(rf"{BETWEEN} (?:{GONE}){ENDING}")
_GONE_OR_MUST: Final = re.compile(rf"{BETWEEN} (?:{GONE}|{MUST_GO}){ENDING}")
_LONGEST_READ: Final = 1_500
# A headline of fewer words may be a rubric that comes again and again.
_LEAST_WORDS: Final = 3


class Told(NamedTuple):
    """A report that a notice may mean.

    Attributes:
        story_id: Of the report.
        name: Its headline, folded.
        told: When it was told.
        seen: When it was first seen.
    """

    story_id: str
    name: str
    told: datetime
    seen: datetime


def name_withdrawn(notice: Story) -> frozenset[str]:
    """Return the headlines, folded, of which a story says that its source withdraws them.

    Empty if it is no such notice. A headline is named beside a label ("WITHDRAWN-Mayor arrested"),
    or in a sentence that says what becomes of it ("The story headlined "Mayor arrested" is
    withdrawn"), and nothing else. Who only tells of something that is withdrawn names none that
    is held.
    """
    labels = read_labels(notice.headline)
    text = f"{notice.headline}\n{notice.standfirst}\n{notice.body_text}"[:_LONGEST_READ]
    hints = _HINT.search(fold_notice(text)) is not None
    if not (labels or hints) or _CORRECTS.match(fold_notice(notice.headline)):
        return frozenset()
    beside = [label.rest for label in labels if label.sure]
    in_text: tuple[str, ...] = ()
    if hints and is_brief(notice):
        in_text = tuple(_name_in_text(text, sure=any(label.sure for label in labels)))
        if labels and (in_text or _says_so_below(notice)):
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
        if it.name in names and it.story_id != notice.id and _is_earlier(it, notice)
    }
    return found.pop() if len(found) == 1 else None


def fold_name(headline: str) -> str:
    """Return a headline without case, accents, signs and spaces that do not part words."""
    return " ".join(split_words(headline))


def _is_earlier(report: Told, notice: Story) -> bool:
    """Tell whether a report was told before a notice.

    Of two that were first seen at once only their dates tell: without them the one that has the
    headline may be the substitute.
    """
    if report.seen != notice.first_seen:
        return report.told <= notice.told
    dated = notice.published is not None and report.told < report.seen
    return dated and report.told < notice.told


def _says_so_below(notice: Story) -> bool:
    """Tell whether the text of a notice says of the report it stands for that it is withdrawn."""
    below = f"{notice.standfirst}\n{notice.body_text}"
    return any(map(says_withdrawn, split_sentences(below)))


def _name_in_text(text: str, *, sure: bool) -> Iterator[str]:
    """Yield what a text says is withdrawn.

    Args:
        text: Headline and text of a notice.
        sure: Whether a label says that it is one: then it may say what must become of a report.
    """
    gone = _GONE_OR_MUST if sure else _GONE
    for paragraph in text.splitlines():
        sentences = "\n".join(split_sentences(paragraph))
        yield from _name_in_paragraph(_SINGLE.sub("'", fold_notice(sentences)), gone)


def _name_in_paragraph(text: str, gone: re.Pattern[str]) -> Iterator[str]:
    """Yield what a paragraph, folded, one sentence a line, says is withdrawn."""
    for found in _IN_QUOTES.finditer(text):
        before, behind = _read_before(text, found.start()), text[found.end() :]
        if _is_withdrawn(before, behind, gone) and not is_quoted(text, found.start()):
            yield found["straight"] or found["curly"] or found["single"]
    for found in _PLAIN.finditer(text):
        before = _read_before(text, found.start())
        end = _find_end(before, gone)
        if end and not is_quoted(text, found.start()):
            plain = found["plain"]
            yield from (plain[: it.start()] for it in end.finditer(plain))


def _read_before(text: str, place: int) -> str:
    """Return what stands in the same sentence before a place."""
    return text[text.rfind("\n", 0, place) + 1 : place]


def _is_withdrawn(before: str, behind: str, gone: re.Pattern[str]) -> bool:
    """Tell whether what stands around a report says that it is withdrawn, and nothing else."""
    end = _find_end(before, gone)
    if end and end.match(behind):
        return True
    return any(here.search(before) and there.match(behind) for here, there in _AROUND)


def _find_end(before: str, gone: re.Pattern[str]) -> re.Pattern[str] | None:
    """Return what must stand behind a headline, by what stands before the report.

    None if it is no notice, whatever stands there.
    """
    if _ASKED.search(before):
        return _ENDING
    return gone if _THE.search(before) else None
