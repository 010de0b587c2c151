"""What finding copies and events costs for each story, as the archive grows.

``dedupe.py --stories 30000`` tells short invented stories (``news``) to a real database, in batches
as polls bring them. Counted is the CPU time of sketching, looking up, comparing and keeping, the
commit included, and nothing else.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from news import Newsroom
from rich.console import Console
from rich.table import Table

from feeds.dedupe import sketch_story
from feeds.model import Change, Kind, Revision, Story
from feeds.pipeline.place import part_sketches, place_stories
from feeds.store import open_store, save_changes

_BATCH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the stories of one stretch cost.

    Attributes:
        archive: How many stories were held in the end.
        cpu: Seconds of CPU for each thousand stories.
    """

    archive: int
    cpu: float


def measure_growth(folder: Path, stories: int, stretches: int, seed: int) -> Iterator[Measured]:
    """Yield what each stretch of an archive that grows costs."""
    told = Newsroom(seed).tell_stories()
    store = open_store(folder / "wiredesk.db")
    held = 0
    for stretch in range(1, stretches + 1):
        wanted = stories * stretch // stretches
        begun, cpu = held, 0.0
        while held < wanted:
            batch = list(islice(told, min(_BATCH, wanted - held)))
            with store.write() as tx:
                save_changes(tx, [_make_change(story) for story in batch])
            before = time.process_time()
            with store.write() as tx:
                for sketches in part_sketches(map(sketch_story, batch)):
                    place_stories(tx, sketches)
            cpu += time.process_time() - before
            held += len(batch)
        yield Measured(archive=held, cpu=1_000 * cpu / (held - begun))


def _make_change(story: Story) -> Change:
    revision = Revision(story=story, number=1, seen=story.first_seen, kinds=(Kind.NEW,))
    return Change(revision=revision, previous=None, reason="new")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=30_000, help="how many in all")
    parser.add_argument("--stretches", type=int, default=6, help="rows of the table")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure_growth(Path(folder), asked.stories, asked.stretches, asked.seed))
    if asked.json:
        json.dump([asdict(row) for row in rows], sys.stdout)
        return
    table = Table("Archive", "CPU s for 1,000 stories", box=None, header_style="bold")
    for row in rows:
        table.add_row(f"{row.archive:,}", f"{row.cpu:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
