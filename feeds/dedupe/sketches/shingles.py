"""Word shingles of a text: hashed, sampled, put in bands, compared.

Shingles, min-wise sampling and containment: Broder, "On the resemblance and containment of
documents" (1997). The bands are locality-sensitive for containment: a text shares them with
whatever holds a good part of it, however much longer that is, where rows of several minima find
texts of like length only. The hashes are stored, so they must never change.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from struct import unpack
from typing import Final

SHINGLE_WORDS: Final = 4
# More than nearly any report has, so that it is the real shingles that are compared.
SAMPLE_SIZE: Final = 1_600
# Fewer shingles can prove no copy, so they need no bands.
FEWEST_SHINGLES: Final = 12
# Eight words in a row are hardly the same by chance.
_RUN_SHINGLES: Final = 2
# Of so many runs in a row the one with the lowest hash is a band: of a long text fewer, so that it
# does not fill the database.
_OPENING: Final = 96
_OPENING_WINDOW: Final = 12
_WINDOW: Final = 31
_HASH_LIMIT: Final = 2**63
_MASK: Final = _HASH_LIMIT - 1
# Odd and large, so that products spread over all bits (Knuth, TAOCP 3, 6.4).
_SPREAD: Final = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How much two texts have in common, as far as their samples tell.

    Attributes:
        shared: Shingles seen in both samples.
        containment: Share of the shorter text that stands in the longer one, 0 to 1.
        balance: Length of the shorter text over the longer one, 0 to 1.
        shorter: Shingles compared of the shorter text.
    """

    shared: int
    containment: float
    balance: float
    shorter: int


def hash_shingles(passages: Iterable[Sequence[str]]) -> tuple[tuple[int, ...], ...]:
    """Return the hashes (63 bits) of all runs of four words of each passage, in order.

    Args:
        passages: Folded words of each passage; no shingle reaches from one into the next.
    """
    return tuple(_hash_runs([word.encode() for word in words]) for words in passages)


def sample_shingles(passages: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return the distinct hashes, sorted; of a very long text the smallest, which samples meet."""
    distinct = {number for hashes in passages for number in hashes}
    return tuple(sorted(distinct)[:SAMPLE_SIZE])


def band_shingles(passages: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the bands of a text: hashes of some of its runs of eight words, sorted.

    Of each window of runs the lowest (winnowing: Schleimer, Wilkerson and Aiken 2003). So texts
    that share a passage share a band: surely one of 19 words among the first hundred of both, and
    one of 38 words anywhere. A headline too short for a window has none beside a text.
    """
    if sum(map(len, passages)) < FEWEST_SHINGLES:
        return ()
    longest = max(map(len, passages))
    bands = set[int]()
    for hashes in passages:
        runs = _join_runs(hashes)
        if len(runs) >= _OPENING_WINDOW or len(hashes) == longest:
            bands.update(_choose_lowest(runs[:_OPENING], _OPENING_WINDOW))
        if len(runs) > _OPENING:
            bands.update(_choose_lowest(runs[_OPENING - _WINDOW + 1 :], _WINDOW))
    return tuple(sorted(bands))


def _join_runs(hashes: Sequence[int]) -> list[int]:
    """Return a hash for each run of eight words of a passage."""
    behind = hashes[SHINGLE_WORDS * (_RUN_SHINGLES - 1) :]
    return [(left * _SPREAD + right) & _MASK for left, right in zip(hashes, behind, strict=False)]


def _choose_lowest(runs: Sequence[int], width: int) -> Iterator[int]:
    """Yield the lowest of each window, the whole where it is shorter; most stand in several."""
    place, lowest = -1, 0
    for start in range(max(1, len(runs) - width + 1)) if runs else ():
        window = runs[start : start + width]
        if place < start:
            lowest = min(window)
            place = start + window.index(lowest)
        elif window[-1] < lowest:
            place, lowest = start + width - 1, window[-1]
        else:
            continue
        yield lowest


def compare_shingles(
    one: Sequence[int], other: Sequence[int], notices: AbstractSet[int] = frozenset()
) -> Overlap:
    """Estimate what two texts share from their samples, notices left out.

    A full sample knows the text only up to its largest hash, so both are compared below the
    lower of these limits; there, each is complete.
    """
    limit = min(_find_limit(one), _find_limit(other))
    left = {number for number in one if number <= limit} - notices
    right = {number for number in other if number <= limit} - notices
    shared = len(left & right)
    shorter, longer = sorted((len(left), len(right)))
    if not shorter:
        return Overlap(shared=0, containment=0.0, balance=0.0, shorter=0)
    return Overlap(
        shared=shared, containment=shared / shorter, balance=shorter / longer, shorter=shorter
    )


def _find_limit(sample: Sequence[int]) -> int:
    """Return the hash up to which the sample holds all of the text's shingles."""
    return sample[-1] if len(sample) >= SAMPLE_SIZE else _HASH_LIMIT


def _hash_runs(words: Sequence[bytes]) -> tuple[int, ...]:
    """Return 63 bits for each run of four words, so that they fit a signed column."""
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    digests = [blake2b(run, digest_size=8).digest() for run in map(b" ".join, runs)]
    return tuple([number >> 1 for number in unpack(f">{len(digests)}Q", b"".join(digests))])
