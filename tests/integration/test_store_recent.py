"""What is kept in memory of the stories that came last: it changes cost, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event
from stories import NOON, a_change, a_place, a_sketch, a_story

from feeds.dedupe import sketch_story
from feeds.model import Candidate, Membership, Story
from feeds.pipeline.place import place_stories
from feeds.store import (
    Store,
    Transaction,
    find_signed,
    list_reports,
    open_store,
    read_memberships,
    read_reports,
    save_changes,
    save_sketches,
)
from feeds.store.recent import Recent


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty memory."""
    with open_store(None) as opened:
        yield opened


def invent(rng: Random, count: int) -> list[str]:
    """Words of three syllables."""
    return [
        "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in "abc")
        for _ in range(count)
    ]


def tell(number: int) -> Story:
    """A story about one of twenty things, with words of its own."""
    rng = Random(number)  # noqa: S311 - no secret
    about = invent(Random(number % 20), 9)  # noqa: S311 - no secret
    return a_story(
        f"n{number}",
        source_id=f"paper{number % 7}",
        keys=(),
        headline=" ".join(rng.sample(about, 5)).capitalize(),
        body_text=" ".join((*rng.sample(about, 6), *invent(rng, 8))),
        language="en",
        first_seen=NOON + timedelta(minutes=20 * number),
    )


def place(store: Store, stories: Sequence[Story]) -> None:
    """Keep stories and place them."""
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        place_stories(tx, [sketch_story(story) for story in stories])


def keep(store: Store, story: Story, *terms: str) -> None:
    """Keep a story known by these terms."""
    weights = (9,) * len(terms)
    with store.write() as tx:
        save_changes(tx, [a_change(story)])
        made = a_sketch(story, terms=terms, weights=weights, spelled=terms)
        save_sketches(tx, [made], [a_place(story)])


def find(store: Store, *signs: str) -> list[str]:
    """Return the ids of the stories with these signs."""
    with store.write() as tx:
        return [one.sketch.story_id for one in find_signed(tx, [(NOON, signs, 1)])]


def read(tx: Transaction, *event_ids: str) -> tuple[Candidate, ...]:
    """Return the stories of events."""
    listed = list_reports(tx, event_ids, 9, 9)
    return read_reports(tx, [report for reports in listed.values() for report in reports])


def read_places(store: Store, stories: Sequence[Story]) -> dict[str, Membership]:
    """Return where stories stand."""
    with store.read() as tx:
        return read_memberships(tx, [story.id for story in stories])


def test_a_desk_that_starts_anew_places_stories_as_one_that_runs_on(tmp_path: Path) -> None:
    """Batch after batch, with stories that are revised between."""
    stories = [tell(number) for number in range(120)]
    batches = [stories[start : start + 10] for start in range(0, 120, 10)]
    with open_store(tmp_path / "running.db") as running:
        for batch in batches:
            place(running, batch)
            with open_store(tmp_path / "anew.db") as anew:
                place(anew, batch)
        with open_store(tmp_path / "anew.db") as anew:
            places = read_places(anew, stories)
            assert read_places(running, stories) == places
    events = {one.event_id for one in places.values()}

    assert 1 < len(events) < 120


def test_what_a_transaction_that_failed_has_learnt_never_was(store: Store) -> None:
    """Its stories are not found, though the next story gets the number of one of them."""
    keep(store, a_story("old"), "dam")

    def fail() -> None:
        lost = a_story("lost")
        with store.write() as tx:
            save_changes(tx, [a_change(lost)])
            made = a_sketch(lost, terms=("dam",), weights=(9,), spelled=("dam",))
            save_sketches(tx, [made], [a_place(lost)])
            assert {"id-old", "id-lost"} == {
                it.sketch.story_id for it in read(tx, "id-old", "id-lost")
            }
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert ["id-old"] == find(store, "dam")
    keep(store, a_story("next"), "moon")

    assert ["id-old"] == find(store, "dam")
    assert ["id-next"] == find(store, "moon")


def test_a_revised_story_is_found_by_what_it_says_now(store: Store) -> None:
    """And read so: what was remembered of its earlier revision is forgotten."""
    keep(store, a_story("one"), "dam", "gate")
    assert ["id-one"] == find(store, "dam")
    with store.write() as tx:
        made = a_sketch(a_story("one"), terms=("moon",), weights=(9,), spelled=("moon",))
        save_sketches(tx, [made], [a_place(a_story("one"))])

    assert [] == find(store, "dam")
    assert ["id-one"] == find(store, "moon")
    with store.write() as tx:
        (report,) = read(tx, "id-one")
    assert ("moon",) == report.sketch.terms


def test_stories_that_another_process_kept_are_found(tmp_path: Path) -> None:
    """The memory is brought up to date before it is asked."""
    with open_store(tmp_path / "wiredesk.db") as one, open_store(tmp_path / "wiredesk.db") as two:
        keep(one, a_story("a"), "dam")
        keep(two, a_story("b"), "dam")
        keep(one, a_story("c"), "dam")

        assert ["id-a", "id-b", "id-c"] == find(one, "dam") == find(two, "dam")


def test_only_the_stories_of_the_last_two_blocks_are_kept() -> None:
    """Whatever the archive holds; and which these are depends on the last number only."""
    recent = Recent(block=10)
    for number in range(1, 36):
        recent.add_signs(number, 1, ["dam", f"own{number}"])
    anew = Recent(block=10)
    for number in range(anew.find_first(35), 36):
        anew.add_signs(number, 1, ["dam", f"own{number}"])

    assert sorted(recent.list_signed("dam")) == list(range(20, 36))
    assert sorted(anew.list_signed("dam")) == sorted(recent.list_signed("dam"))
    assert [] == list(recent.list_signed("own19"))
    recent.add_signs(3, 1, ["dam"])
    assert 16 == len(list(recent.list_signed("dam")))


def test_of_the_sketches_those_asked_for_last_are_kept() -> None:
    """However many stories are read, memory stays bounded."""
    recent = Recent(most_sketches=2)
    one, two, three = (a_sketch(a_story(name)) for name in ("one", "two", "three"))
    recent.keep_sketch(1, one)
    recent.keep_sketch(2, two)
    assert {1: one} == recent.recall_sketches([1])
    recent.keep_sketch(3, three)

    assert {1: one, 3: three} == recent.recall_sketches([1, 2, 3])


def test_whatever_a_story_may_belong_with_is_looked_up_by_an_index(store: Store) -> None:
    """No statement walks through a table that grows with the archive."""
    place(store, [tell(number) for number in range(60)])
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, words: str, values: Any, *_: object) -> None:
        asked.append((words, values))

    with store.read() as tx:
        engine = tx.engine
    event.listen(engine, "before_cursor_execute", note)
    place(store, [tell(number) for number in range(60, 80)])
    event.remove(engine, "before_cursor_execute", note)
    plans = set[str]()
    with store.read() as tx:
        for words, values in asked:
            if words.startswith("SELECT"):
                rows = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values)
                plans |= {row.detail for row in rows}

    walked = {it for it in plans if re.match(r"SCAN (marks|memberships|sketches|stories)\b", it)}
    assert len(plans) > 5
    assert set() == walked
