"""What finding copies and events costs for each story, as the archive grows.

``dedupe.py`` tells short invented stories (``news``) to a real database, in batches as polls bring
them, and counts at each size of the archive what the next 1,200 cost: the CPU time of sketching,
looking up, comparing and keeping, the commit included, and nothing else. Up to 20,000 stories, two
of the three days that are looked through, walk through the desk; what the archive holds beyond is
written by copying rows (``archive``).
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from archive import BLOCK, begin_live, fill_archive
from news import Newsroom
from rich.console import Console
from rich.table import Table

from feeds.dedupe import sketch_story
from feeds.heap import look_seldom
from feeds.model import Change, Kind, Revision, Story
from feeds.pipeline.place import place_stories
from feeds.store import Store, open_store, save_changes

_BATCH = 300
_LIVE = 20_000
_NEXT = 1_200
_SIZES = (1_000, 5_000, 10_000, 20_000, 100_000, 300_000, 1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the stories of one stretch cost.

    Attributes:
        archive: How many stories were held before.
        cpu: Milliseconds of CPU for each story.
        sketch: Of these, for sketching it.
        unit: Microseconds that a loop over a thousand numbers took meanwhile: what the machine is
            worth just then.
        megabytes: Of the database.
    """

    archive: int
    cpu: float
    sketch: float
    unit: float
    megabytes: int


def measure_growth(folder: Path, sizes: Sequence[int], seed: int) -> Iterator[Measured]:
    """Yield what the next stories cost at each size of the archive."""
    told = Newsroom(seed).tell_stories()
    path = folder / "wiredesk.db"
    live, blocks = 0, 0
    with open_store(path) as store:
        with store.write() as tx:
            begin_live(tx)
        for size in sizes:
            while live < min(size, _LIVE):
                live += len(_place_batch(store, told)[0])
            wanted = round((size - live) / BLOCK)
            if wanted > blocks:
                fill_archive(store, blocks, wanted)
                blocks = wanted
            # Neither the first batch after the filling nor what it left to be written counts.
            held = live + BLOCK * blocks
            live += len(_place_batch(store, told)[0])
            costs = [_place_batch(store, told) for _ in range(_NEXT // _BATCH)]
            live += _NEXT
            yield Measured(
                archive=held,
                cpu=1_000 * sum(cpu for _, cpu, _ in costs) / _NEXT,
                sketch=1_000 * sum(sketch for _, _, sketch in costs) / _NEXT,
                unit=_measure_machine(),
                megabytes=path.stat().st_size >> 20,
            )


def _place_batch(store: Store, told: Iterator[Story]) -> tuple[Sequence[Story], float, float]:
    """Keep and place some stories; return them, the CPU seconds, and those of sketching alone."""
    batch = list(islice(told, _BATCH))
    with store.write() as tx:
        save_changes(tx, [_make_change(story) for story in batch])
    begun = time.process_time()
    sketches = [sketch_story(story) for story in batch]
    sketched = time.process_time()
    with store.write() as tx:
        place_stories(tx, sketches)
    return batch, time.process_time() - begun, sketched - begun


def _measure_machine() -> float:
    """Return the microseconds of a loop over a thousand numbers, the best of many."""
    best = 1.0
    for _ in range(200):
        begun = time.perf_counter()
        sum(number * number for number in range(1_000))
        best = min(best, time.perf_counter() - begun)
    return 1e6 * best


def _make_change(story: Story) -> Change:
    revision = Revision(story=story, number=1, seen=story.first_seen, kinds=(Kind.NEW,))
    return Change(revision=revision, previous=None, reason="new")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=_SIZES, help="of the archive, rising")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    look_seldom()
    table = Table(
        "Archive", "ms a story", "of it sketching", "loop, µs", "MB", box=None, header_style="bold"
    )
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for row in measure_growth(Path(folder), asked.sizes, asked.seed):
            print(row, file=sys.stderr, flush=True)
            rows.append(row)
    if asked.json:
        json.dump([asdict(row) for row in rows], sys.stdout)
        return
    for row in rows:
        figures = (f"{row.cpu:.2f}", f"{row.sketch:.2f}", f"{row.unit:.0f}", f"{row.megabytes:,}")
        table.add_row(f"{row.archive:,}", *figures)
    Console().print(table)


if __name__ == "__main__":
    main()
