"""What two sketches prove about each other.

A wrong merge hides a story, so each rule asks for proof, and for more of it between stories of one
source: a column that returns every day under one headline is not one story. The thresholds were
chosen on labelled headlines and texts (UCI News Aggregator, ECB+) for a pair precision above 0.95.
"""

from dataclasses import dataclass
from typing import Final

from feeds.dedupe.shingles import FEWEST_SHINGLES, Overlap, compare_shingles
from feeds.dedupe.terms import HEADLINE
from feeds.dedupe.vocabulary import GENERIC_WORDS
from feeds.model import Level, Sketch

COPY_CONTAINMENT: Final = 0.6
# A short text may be a notice that stands under different stories: the headlines must agree.
SHORT_TEXT_SHINGLES: Final = 60
SHORT_COPY_CONTAINMENT: Final = 0.8
SHORT_COPY_TERMS: Final = 2
OWN_COPY_CONTAINMENT: Final = 0.9
OWN_COPY_BALANCE: Final = 0.8
OWN_COPY_SHINGLES: Final = 40

_KEY_NAMES: Final = {"guid": "same guid", "url": "same address", "text": "same text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How near two stories are.

    Attributes:
        level: Same, copy or event.
        score: 0 to 1.
        reason: In words.
    """

    level: Level
    score: float
    reason: str


def judge_same(new: Sketch, old: Sketch) -> Verdict | None:
    """Tell whether they share a key that holds across sources.

    Two stories of one source were told apart although they share a guid or an address, so these
    prove nothing among them; a text of some length does.
    """
    shared = [key for key in new.keys if key in old.keys]
    if is_own(new, old):
        long = len(new.shingles) >= OWN_COPY_SHINGLES
        shared = [key for key in shared if long and key.startswith("text:")]
    if not shared:
        return None
    return Verdict(level=Level.SAME, score=1.0, reason=_KEY_NAMES[shared[0].partition(":")[0]])


def judge_copy(new: Sketch, old: Sketch) -> Verdict | None:
    """Tell whether most of the shorter text stands in the longer one."""
    if not may_share_language(new, old):
        return None
    overlap = compare_shingles(new.shingles, old.shingles)
    if overlap.shared < FEWEST_SHINGLES or not _prove_copy(overlap, new, old):
        return None
    reason = f"{round(100 * overlap.containment)} % of its text"
    return Verdict(level=Level.COPY, score=overlap.containment, reason=reason)


def _prove_copy(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Ask for more proof of one source, and of short texts."""
    if is_own(new, old):
        alike = overlap.balance >= OWN_COPY_BALANCE and overlap.shorter >= OWN_COPY_SHINGLES
        return alike and overlap.containment >= OWN_COPY_CONTAINMENT
    if overlap.shorter < SHORT_TEXT_SHINGLES:
        return overlap.containment >= SHORT_COPY_CONTAINMENT and _agree_headlines(new, old)
    return overlap.containment >= COPY_CONTAINMENT


def _agree_headlines(new: Sketch, old: Sketch) -> bool:
    """Tell whether two telling words and half of the shorter headline are shared."""
    left, right = find_headline(new), find_headline(old)
    shared = left & right
    shorter = min(len(left), len(right))
    return len(shared - GENERIC_WORDS) >= SHORT_COPY_TERMS and 2 * len(shared) >= shorter


def find_headline(sketch: Sketch) -> frozenset[str]:
    """Return the words of the headline."""
    marked = (term for term in sketch.terms if term.startswith(HEADLINE))
    return frozenset(term.removeprefix(HEADLINE) for term in marked)


def is_own(new: Sketch, old: Sketch) -> bool:
    """Tell whether one source reported both."""
    return new.source_id == old.source_id


def may_share_language(new: Sketch, old: Sketch) -> bool:
    """Compare primary subtags (RFC 5646): ``en-gb`` and ``en`` are one; unknown may be any."""
    if new.language is None or old.language is None:
        return True
    return _read_primary(new.language) == _read_primary(old.language)


def _read_primary(tag: str) -> str:
    """Return the language of a tag, without script and region."""
    return tag.partition("-")[0].lower()
