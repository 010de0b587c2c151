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
# Of the runs a passage begins with one in four is a band, of the others one in sixteen: short texts
# and the beginnings of long ones are found surely, and long ones do not fill the database.
_OPENING: Final = 96
_OPENING_RATE: Final = 4
_RATE: Final = 16
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

    Which runs are chosen depends on their words only, so texts that share a passage share bands:
    40 words both begin with in 9,999 of 10,000 cases, 100 words further down in 997 of 1,000.
    """
    if sum(map(len, passages)) < FEWEST_SHINGLES:
        return ()
    return tuple(sorted({band for hashes in passages for band in _choose_bands(hashes)}))


def _choose_bands(hashes: Sequence[int]) -> Iterator[int]:
    """Yield the bands of one passage: the runs with the lowest hashes."""
    behind = hashes[SHINGLE_WORDS * (_RUN_SHINGLES - 1) :]
    for place, (left, right) in enumerate(zip(hashes, behind, strict=False)):
        band = (left * _SPREAD + right) & _MASK
        rate = _OPENING_RATE if place < _OPENING else _RATE
        if band * rate < _HASH_LIMIT:
            yield band


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
    digests = [blake2b(b" ".join(run), digest_size=8).digest() for run in runs]
    return tuple([number >> 1 for number in unpack(f">{len(digests)}Q", b"".join(digests))])
