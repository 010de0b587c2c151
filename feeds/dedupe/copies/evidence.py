"""What two sketches prove about each other.

A wrong merge hides a story, so each rule asks for proof, and for more of it between stories of one
source: a column that returns every day under one headline is not one story.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from feeds.dedupe.copies.proof import OWN_COPY_SHINGLES, prove_copy
from feeds.dedupe.copies.tellers import is_own
from feeds.dedupe.sketches.shingles import FEWEST_SHINGLES, compare_shingles
from feeds.dedupe.sketches.terms import HEADLINE
from feeds.model import Level, Sketch
from feeds.text.tags import find_language

_HALF: Final = 0.5
_MOST: Final = 2 / 3
# What two texts of one source, or of one subject, may share anyway.
_HARDLY: Final = 0.1

_ADDRESSES: Final = ("url:", "guid:http://", "guid:https://")
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
    prove nothing among them; a text of some length does. And at one address one report after the
    other can be told: it proves nothing where no word is shared.
    """
    shared = [key for key in new.keys if key in old.keys]
    if shared and _share_nothing(new, old):
        shared = [key for key in shared if not key.startswith(_ADDRESSES)]
    if is_own(new, old):
        long = len(new.shingles) >= OWN_COPY_SHINGLES
        shared = [key for key in shared if long and key.startswith("text:")]
    if not shared:
        return None
    return Verdict(level=Level.SAME, score=1.0, reason=_KEY_NAMES[shared[0].partition(":")[0]])


def _share_nothing(new: Sketch, old: Sketch) -> bool:
    """Tell whether two stories have words, and none in common."""
    one, other = ({term.removeprefix(HEADLINE) for term in it.terms} for it in (new, old))
    return bool(one) and bool(other) and one.isdisjoint(other)


def judge_copy(new: Sketch, old: Sketch, notices: AbstractSet[int] = frozenset()) -> Verdict | None:
    """Tell whether most of the shorter text stands in the longer one.

    Args:
        new: One story.
        old: The other.
        notices: Shingles of what sources print under their stories: they prove nothing.
    """
    if not may_share_language(new, old):
        return None
    overlap = compare_shingles(new.shingles, old.shingles, notices)
    if not prove_copy(overlap, new, old):
        return None
    reason = f"{round(100 * overlap.containment)} % of its text"
    return Verdict(level=Level.COPY, score=overlap.containment, reason=reason)


def share_text(one: Sketch, other: Sketch) -> bool:
    """Tell whether all words of two stories are the same, those of the headline included."""
    return any(key.startswith("text:") for key in one.keys if key in other.keys)


def share_most(one: Sketch, other: Sketch, notices: AbstractSet[int]) -> bool:
    """Tell whether two thirds of the longer text stand in the shorter one: they are one text."""
    overlap = compare_shingles(one.shingles, other.shingles, notices)
    return overlap.containment * overlap.balance >= _MOST


def share_half(one: Sketch, other: Sketch, notices: AbstractSet[int]) -> bool:
    """Tell whether half of the shorter text stands in the longer one: less than proof of a copy."""
    return compare_shingles(one.shingles, other.shingles, notices).containment >= _HALF


def has_left(new: Sketch, others: Sequence[Sketch]) -> bool:
    """Tell whether a text that was revised has hardly a word any more of any of its copies.

    Args:
        new: As it is now; one that is nearly empty tells nothing else than before.
        others: Its copies.
    """
    if len(new.shingles) < FEWEST_SHINGLES or not others:
        return False
    return all(
        judge_same(new, it) is None
        and compare_shingles(new.shingles, it.shingles).containment < _HARDLY
        for it in others
    )


def is_rewritten(new: Sketch, old: Sketch) -> bool:
    """Tell whether most of a text was not there before it was revised, as where a flash came first.

    Args:
        new: As it is now.
        old: As it was before.
    """
    if len(new.shingles) < FEWEST_SHINGLES:
        return False
    return 2 * compare_shingles(new.shingles, old.shingles).shared < len(new.shingles)


def may_share_language(new: Sketch, old: Sketch) -> bool:
    """Compare the languages of two tags (RFC 5646): ``en-gb`` is ``en``; unknown may be any."""
    if new.language is None or old.language is None:
        return True
    return new.language == old.language or find_language(new.language) == find_language(
        old.language
    )
