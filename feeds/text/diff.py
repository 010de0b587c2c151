"""What differs between two texts, so that people can read it: sentence by sentence, then words.

Whole words are shown, and a sentence that was written anew is shown whole: the few common words
that both have would only chop it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from feeds.text.matching import MOST_STEPS, match_parts
from feeds.text.pairs import pair_sentences
from feeds.text.sentences import part_text
from feeds.text.tokens import split_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that stays, leaves or comes.

    Attributes:
        op: ``same``, ``removed`` or ``added``.
        text: As it stands in the text; never empty.
    """

    op: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A stretch of two texts: how it read and how it reads; equal if it is the same."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether nothing was edited here."""
        return self.before == self.after

    @property
    def size(self) -> int:
        """How many characters the longer one of both has."""
        return max(len(self.before), len(self.after))


def diff_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return what stays, leaves and comes between two texts, in the order of reading.

    The texts of ``same`` and ``removed`` joined give ``before``, those of ``same`` and ``added``
    give ``after``, exactly. No two pieces of one kind stand side by side.
    """
    runs: list[_Run] = []
    pairs = pair_sentences(part_text(before), part_text(after))
    edited = sum(1 for one, other in pairs if one and other and one != other)
    for one, other in pairs:
        if one is None or other is None or one == other:
            runs.append(_Run(before=one or "", after=other or ""))
        else:
            runs += _diff_sentence(one, other, MOST_STEPS // edited)
    return tuple(_list_pieces(_join_runs(runs)))


def _diff_sentence(before: str, after: str, most: int) -> list[_Run]:
    """Return the runs of a sentence and its later wording."""
    words, others = split_tokens(before), split_tokens(after)
    runs = [
        _Run(before="".join(words[start:end]), after="".join(others[other:last]))
        for _, start, end, other, last in match_parts(words, others, most)
    ]
    return _drop_chopping(runs)


def _drop_chopping(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs without same ones that are shorter than the edits on both of their sides."""
    kept: list[_Run] = []
    for run in runs:
        edit = run
        while not edit.is_same and len(kept) > 1 and kept[-1].is_same:
            same, earlier = kept[-1], kept[-2]
            if same.size > min(earlier.size, edit.size):
                break
            edit = _join((earlier, same, edit))
            del kept[-2:]
        kept.append(edit)
    return kept


def _join_runs(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs with neighbours of one kind made one."""
    joined: list[_Run] = []
    for run in runs:
        if joined and joined[-1].is_same == run.is_same:
            joined[-1] = _join((joined[-1], run))
        else:
            joined.append(run)
    return joined


def _join(runs: Sequence[_Run]) -> _Run:
    """Return neighbouring runs as one."""
    return _Run(
        before="".join(run.before for run in runs), after="".join(run.after for run in runs)
    )


def _list_pieces(runs: Sequence[_Run]) -> Iterator[Piece]:
    """Yield the runs as pieces: what left stands before what came."""
    for run in runs:
        if run.is_same:
            yield Piece(op="same", text=run.before)
            continue
        if run.before:
            yield Piece(op="removed", text=run.before)
        if run.after:
            yield Piece(op="added", text=run.after)
