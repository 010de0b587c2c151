"""What finding copies and events costs for each story, as the archive grows.

``dedupe.py --stories 30000`` tells short invented stories to a real database, in batches as polls
bring them: six of ten are new happenings, two are copies, two tell a happening of late in other
words. Counted is the CPU time of sketching, looking up, comparing and keeping, and nothing else.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from uuid import NAMESPACE_URL, uuid5

from prose import Happening, make_happening, make_world, write_headline, write_summary
from rich.console import Console
from rich.table import Table

from feeds.dedupe import sketch_story
from feeds.model import Change, Kind, Revision, Story
from feeds.pipeline.place import place_stories
from feeds.store import open_store, save_changes

_BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
_A_DAY = 10_000
_BATCH = 300
_LATELY = 2_000
_SOURCES = 300
_LENGTH = 250
_ALONE, _COPIES = 0.6, 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the stories of one stretch cost.

    Attributes:
        archive: How many stories were held in the end.
        cpu: Seconds of CPU for each thousand stories.
    """

    archive: int
    cpu: float


def tell_stories(seed: int) -> Iterator[Story]:
    """Yield stories without end."""
    rng = Random(seed)
    world = make_world(seed)
    lately: list[tuple[Happening, str, str]] = []
    number = 0
    while True:
        chance = rng.random()
        if chance < _ALONE or not lately:
            told = make_happening(rng, world)
            lately = [*lately[-_LATELY:], (told, write_headline(rng, told), _summarize(rng, told))]
            _, headline, summary = lately[-1]
        elif chance < _ALONE + _COPIES:
            _, headline, summary = rng.choice(lately)
        else:
            told, _, _ = rng.choice(lately)
            headline, summary = write_headline(rng, told), _summarize(rng, told)
        yield _make_story(number, headline, summary)
        number += 1


def _summarize(rng: Random, told: Happening) -> str:
    return write_summary(rng, told, _LENGTH)


def _make_story(number: int, headline: str, summary: str) -> Story:
    """Return a story of one of three hundred sources."""
    return Story(
        id=str(uuid5(NAMESPACE_URL, str(number))),
        source_id=f"paper-{number % _SOURCES}",
        keys=(f"guid:{number}",),
        guid=str(number),
        headline=headline,
        standfirst=summary,
        language="en",
        first_seen=_BEGIN + timedelta(days=number / _A_DAY),
    )


def measure_growth(folder: Path, stories: int, stretches: int, seed: int) -> Iterator[Measured]:
    """Yield what each stretch of an archive that grows costs."""
    told = tell_stories(seed)
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
                place_stories(tx, [sketch_story(story) for story in batch])
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
