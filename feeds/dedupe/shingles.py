"""Word shingles of a text: hashed, sampled, put in bands, compared.

Shingling and MinHash: Broder, "On the resemblance and containment of documents" (1997). Banding:
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4. The hashes are stored, so they
must never change: BLAKE2b makes the shingles, and a test pins the algorithm of ``rensa``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from struct import pack
from typing import Final

from rensa import RMinHash

SHINGLE_WORDS: Final = 4
SAMPLE_SIZE: Final = 400
BANDS: Final = 20
ROWS: Final = 3
# Fewer shingles can prove no copy, so they need no bands.
FEWEST_SHINGLES: Final = 12
_SEED: Final = 1997


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


def hash_shingles(passages: Iterable[Sequence[str]]) -> tuple[int, ...]:
    """Return the distinct hashes (63 bits, sorted) of all runs of four words.

    Args:
        passages: Folded words of each passage; no shingle reaches from one into the next.
    """
    hashes = set[int]()
    for words in passages:
        runs = zip(words, words[1:], words[2:], words[3:], strict=False)
        hashes.update(_hash_bytes(" ".join(run).encode()) for run in runs)
    return tuple(sorted(hashes))


def sample_shingles(hashes: Sequence[int]) -> tuple[int, ...]:
    """Return the smallest 400: a fair sample of the text that samples of other texts can meet."""
    return tuple(hashes[:SAMPLE_SIZE])


def band_shingles(hashes: Sequence[int]) -> tuple[int, ...]:
    """Return 20 hashes of 3 MinHash values each; texts alike share one with high probability.

    With a resemblance of 0.6 two texts share a band in 99 of 100 cases, with 0.1 in 2 of 100.
    """
    if len(hashes) < FEWEST_SHINGLES:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update([pack(">q", number) for number in hashes])
    digest = minhash.digest()
    return tuple(
        _hash_bytes(pack(">4I", band, *digest[band * ROWS : (band + 1) * ROWS]))
        for band in range(BANDS)
    )


def compare_shingles(one: Sequence[int], other: Sequence[int]) -> Overlap:
    """Estimate what two texts share from their samples.

    A full sample knows the text only up to its largest hash, so both are compared below the
    lower of these limits; there, each is complete.
    """
    limit = min(_find_limit(one), _find_limit(other))
    left = {number for number in one if number <= limit}
    right = {number for number in other if number <= limit}
    shared = len(left & right)
    shorter, longer = sorted((len(left), len(right)))
    if not shorter:
        return Overlap(shared=0, containment=0.0, balance=0.0, shorter=0)
    return Overlap(
        shared=shared, containment=shared / shorter, balance=shorter / longer, shorter=shorter
    )


def _find_limit(sample: Sequence[int]) -> int:
    """Return the hash up to which the sample holds all of the text's shingles."""
    return sample[-1] if len(sample) >= SAMPLE_SIZE else 2**63


def _hash_bytes(content: bytes) -> int:
    """Return 63 bits, so that they fit a signed column."""
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big") >> 1
