"""Where stories come to stand in a real database, batch after batch."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from stories import NOON, a_change, a_story

from feeds.dedupe import sketch_story
from feeds.model import Story
from feeds.pipeline.place import place_stories
from feeds.store import Store, open_store, read_memberships, save_changes

HOUR = timedelta(hours=1)
STRIKE = "harbour strike Aubeval ferries dockers union Marwick offer talks pay".split()


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty memory."""
    with open_store(None) as opened:
        yield opened


def tell_strike(number: int) -> Story:
    """A report of one strike by one of many papers: some of what all tell, and words of its own."""
    rng = Random(number)  # noqa: S311 - no secret
    own = ["".join(rng.choice("bcdfglmnprst") + rng.choice("aeiou") for _ in "abc") for _ in STRIKE]
    return a_story(
        f"strike{number}",
        source_id=f"paper{number}",
        keys=(),
        headline=" ".join(rng.sample(STRIKE, 6)).capitalize(),
        body_text=" ".join((*rng.sample(STRIKE, 8), *own, *own[::-1])),
        language="en",
        first_seen=NOON + timedelta(minutes=10 * number),
    )


def place(store: Store, *stories: Story) -> None:
    """Keep stories and place them, as one batch."""
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        place_stories(tx, [sketch_story(story) for story in stories])


def test_what_is_folded_stays_so_however_many_reports_follow(store: Store) -> None:
    """All reports of an event are looked at again, not those told last only."""
    told = [tell_strike(number) for number in range(80)]
    folds: list[dict[str, str]] = []
    for story in told:
        place(store, story)
        with store.read() as tx:
            held = read_memberships(tx, [it.id for it in told[: len(folds) + 1]])
        folds.append({story_id: one.fold_id for story_id, one in held.items()})

    later = folds[40:]
    moved = sum(before[it] != after[it] for before, after in pairwise(later) for it in before)
    assert moved <= 4


def test_one_old_date_does_not_widen_what_is_looked_up(store: Store) -> None:
    """A story of years ago finds no event, and those of its batch find theirs."""
    place(store, tell_strike(0))
    old = a_story("old", keys=(), first_seen=NOON, published=NOON - 9_000 * 24 * HOUR)
    place(store, tell_strike(1), old)

    with store.read() as tx:
        held = read_memberships(tx, ["id-strike0", "id-strike1", "id-old"])
    assert held["id-strike1"].event_id == held["id-strike0"].event_id
    assert held["id-old"].event_id == "id-old"
