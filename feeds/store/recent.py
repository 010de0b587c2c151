"""The stories that came last, by their signs: among these, reports of one event are looked for.

Kept in memory between batches, because a table of signs would cost more to write than all else.
What is found depends on what the database holds, never on how long the desk has been running: it
is always the stories of the last two blocks of numbers, read again after a restart or a failure.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import Final, final

from feeds.model import Sketch

# Numbers of stories in a block: a desk with ten thousand stories a day keeps two to four days.
_BLOCK: Final = 20_000
# Of the stories with one sign only so many are looked at, the last ones.
_MOST_SIGNED: Final = 200
# Sketches beyond the signs, for those asked for often: with their terms they are large.
_MOST_SKETCHES: Final = 4_096

_Signed = dict[int, int | list[int]]


@final
class Recent:
    """Signs of the stories that came last, and sketches of those asked for last."""

    def __init__(self, block: int = _BLOCK, most_sketches: int = _MOST_SKETCHES) -> None:
        """Begin with nothing; whoever asks brings it up to date first.

        Args:
            block: The signs of so many stories, and of up to twice as many, are kept.
            most_sketches: And so many sketches.
        """
        self._block = block
        self._most_sketches = most_sketches
        self.last = 0
        self._signed: dict[int, _Signed] = {}
        self._told: dict[int, tuple[int, tuple[int, ...]]] = {}
        self._sketches: dict[int, Sketch] = {}

    def find_first(self, last: int) -> int:
        """Return the lowest number that is kept when the highest is this."""
        return max(1, (last // self._block - 1) * self._block)

    def add_signs(self, number: int, day: int, signs: Iterable[str]) -> None:
        """Make a story findable; what it was found by before is forgotten.

        Args:
            number: Of the story; those far below the last are not kept.
            day: When it was told.
            signs: The terms that tell most of it.
        """
        if number > self.last:
            self.last = number
            self._drop_blocks()
        if number < self.find_first(self.last):
            return
        signed = self._signed.setdefault(number // self._block, {})
        if number in self._told:
            for sign in self._told[number][1]:
                _remove(signed, sign, number)
        # Hashes of texts differ between processes, and are no worse for one.
        hashed = tuple({hash(sign) for sign in signs})
        self._told[number] = (day, hashed)
        for sign in hashed:
            _add(signed, sign, number)

    def add_sketch(self, number: int, sketch: Sketch) -> None:
        """Make a story findable by its sketch; an older one is no longer kept."""
        self.add_signs(number, sketch.told.toordinal(), sketch.signs)
        self._sketches.pop(number, None)

    def list_signed(self, sign: str) -> Sequence[int]:
        """Return the numbers of the stories with a sign, of many those that came last."""
        wanted = hash(sign)
        listed: list[int] = []
        for block in sorted(self._signed, reverse=True):
            room = _MOST_SIGNED - len(listed)
            found = self._signed[block].get(wanted, ())
            listed += (found,) if isinstance(found, int) else found[-room:] if room else ()
        return listed

    def choose_sharing(self, numbers: Iterable[int], signs: Iterable[str]) -> list[int]:
        """Return those numbers of which the story shares a sign with some."""
        hashed = {hash(sign) for sign in signs}
        told = self._told
        return [it for it in numbers if it in told and not hashed.isdisjoint(told[it][1])]

    def find_day(self, number: int) -> int:
        """Return when a story that is kept was told, as a proleptic ordinal."""
        return self._told[number][0]

    def keep_sketch(self, number: int, sketch: Sketch) -> None:
        """Keep a sketch, with terms only; of those kept longest unasked, some are dropped."""
        self._sketches[number] = sketch
        if len(self._sketches) > self._most_sketches:
            del self._sketches[next(iter(self._sketches))]

    def recall_sketches(self, numbers: Sequence[int]) -> dict[int, Sketch]:
        """Return those that are kept."""
        found = {it: self._sketches.pop(it) for it in numbers if it in self._sketches}
        self._sketches |= found
        return found

    def _drop_blocks(self) -> None:
        """Forget all but the last two blocks."""
        first = self.find_first(self.last)
        for block in [it for it in self._signed if (it + 1) * self._block <= first]:
            del self._signed[block]
            for number in range(block * self._block, (block + 1) * self._block):
                self._told.pop(number, None)


def _add(signed: _Signed, sign: int, number: int) -> None:
    """Most signs are those of one story, and a list for each would take much room."""
    before = signed.get(sign)
    if before is None:
        signed[sign] = number
    elif isinstance(before, int):
        signed[sign] = sorted((before, number))
    elif number > before[-1]:
        before.append(number)
    else:
        insort(before, number)


def _remove(signed: _Signed, sign: int, number: int) -> None:
    before = signed.pop(sign)
    if isinstance(before, list) and len(before) > 1:
        before.remove(number)
        signed[sign] = before
