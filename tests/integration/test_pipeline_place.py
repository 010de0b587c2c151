"""Where stories come to stand in a real database, batch after batch."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from counting import count_calls
from sqlalchemy import text
from stories import NOON, a_change, a_place, a_story

from feeds.dedupe import sketch_story
from feeds.model import Config, Level, Membership, Story
from feeds.pipeline.edit import keep_changes
from feeds.pipeline.place import place_stories
from feeds.store import Store, open_store, read_memberships, save_changes, save_sketches

HOUR = timedelta(hours=1)
CORPUS = Path(__file__).parents[1] / "corpus" / "dedupe"
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


def tell_siege(number: int) -> Story:
    """One of three reports of one of many happenings in a siege, of which all tell three words."""
    happening = Random(number // 3)  # noqa: S311 - no secret
    words = ["".join(happening.choice("bcdfglmnprst") + happening.choice("aeiou") for _ in "abc")]
    while len(words) < 12:
        words.append("".join(happening.choice("bcdfglmnprstvz") for _ in "abcdef"))
    rng = Random(1_000 + number)  # noqa: S311 - no secret
    return a_story(
        f"siege{number}",
        source_id=f"paper{number % 3}",
        keys=(),
        headline=" ".join(["siege", "Ostmark", *rng.sample(words, 3)]).capitalize(),
        body_text=" ".join(["Korvan", *rng.sample(words, 8)]),
        language="en",
        first_seen=NOON + timedelta(minutes=number),
    )


def list_places(*batches: Sequence[Story]) -> dict[str, Membership]:
    """Return where each story stands, told to an empty desk batch by batch."""
    told = [story for batch in batches for story in batch]
    with open_store(None) as empty:
        for batch in batches:
            place(empty, *batch)
        with empty.read() as tx:
            return read_memberships(tx, [story.id for story in told])


def edit_together(told: Sequence[Story]) -> dict[str, Membership]:
    """Return where each story stands, brought to an empty desk by one batch."""
    with open_store(None) as empty, empty.write() as tx:
        keep_changes(tx, [a_change(story) for story in told], Config(sources=()))
        return read_memberships(tx, [story.id for story in told])


def test_a_desk_that_begins_tells_events_from_their_theme() -> None:
    """Thirty happenings of one siege, each told by three papers, are thirty events."""
    told = [tell_siege(number) for number in range(90)]

    events = {story_id: place.event_id for story_id, place in list_places(told).items()}

    assert len(set(events.values())) == 30
    assert all(len({events[it.id] for it in told[n : n + 3]}) == 1 for n in range(0, 90, 3))


def test_the_order_of_a_batch_does_not_matter_to_what_is_heard() -> None:
    """Where not all of it is looked at, the same part is, whatever comes first."""
    told = [tell_siege(number) for number in range(550)]
    before, batch = told[:450], told[450:]
    mixed = Random(7).sample(batch, len(batch))  # noqa: S311 - no secret

    assert list_places(before, batch) == list_places(before, mixed)


def test_the_order_of_a_large_batch_does_not_matter() -> None:
    """Though a hundred are placed at a time."""
    told = [tell_siege(number) for number in range(240)]
    mixed = Random(7).sample(told, len(told))  # noqa: S311 - no secret

    assert edit_together(told) == edit_together(mixed)


def test_what_is_placed_again_as_it_was_is_heard_once(store: Store) -> None:
    """A revision counts in the place of what it revises."""
    told = [tell_siege(number) for number in range(90)]
    place(store, *told)
    with store.read() as tx:
        before = read_memberships(tx, [it.id for it in told])

    with store.write() as tx:
        place_stories(tx, [sketch_story(story) for story in told])
        after = read_memberships(tx, [it.id for it in told])

    assert before == after


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


def test_an_event_of_hundreds_is_not_compared_anew_for_every_batch(store: Store) -> None:
    """Of seven hundred reports only five hundred are read; sixty more make that no quarter more."""
    told = [replace(tell_strike(n), first_seen=NOON + n * timedelta(minutes=1)) for n in range(760)]
    held, coming = told[:700], told[700:]
    first, *others = held
    joined = {"event_id": first.id, "fold_id": first.id, "level": Level.EVENT, "score": 0.5}
    places = [a_place(first), *(a_place(it, twin_id=first.id, **joined) for it in others)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in told])
        save_sketches(tx, [sketch_story(story) for story in held], places)
    with store.write() as tx, count_calls() as calls:
        place_stories(tx, [sketch_story(story) for story in coming])
    with store.read() as tx:
        found = read_memberships(tx, [story.id for story in coming])

    assert {first.id} == {place.event_id for place in found.values()}
    assert 0 < calls["measure_tie"] < 60 * 200


def test_one_old_date_does_not_widen_what_is_looked_up(store: Store) -> None:
    """A story of years ago finds no event, and those of its batch find theirs."""
    place(store, tell_strike(0))
    old = a_story("old", keys=(), first_seen=NOON, published=NOON - 9_000 * 24 * HOUR)
    place(store, tell_strike(1), old)

    with store.read() as tx:
        held = read_memberships(tx, ["id-strike0", "id-strike1", "id-old"])
    assert held["id-strike1"].event_id == held["id-strike0"].event_id
    assert held["id-old"].event_id == "id-old"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_evidence_leads_to_who_was_told_first_though_he_came_late(store: Store, path: Path) -> None:
    """One story of each event is told first, and from twin to twin all others lead to it."""
    told = json.loads(path.read_text("utf-8"))["batches"]
    batches = [[read_story(**row) for row in rows] for rows in told]
    for batch in batches:
        place(store, *batch)

    with store.read() as tx:
        held = read_memberships(tx, [story.id for batch in batches for story in batch])
    first = {one.event_id: it for it, one in held.items() if one.level is Level.ALONE}
    assert len(first) == len({one.event_id for one in held.values()})
    for story_id, one in held.items():
        above = story_id
        for _ in held:
            above = held[above].twin_id or above
        assert above == first[one.event_id]


def read_story(name: str, source: str, minutes: int, **said: Any) -> Story:
    """A story as a file of the corpus tells it."""
    return a_story(
        name,
        source_id=source,
        keys=tuple(said["keys"]),
        headline=said["headline"],
        body_text=said["text"],
        language="en",
        first_seen=NOON + timedelta(minutes=minutes),
    )


def test_terms_that_an_older_version_spoiled_stop_nothing(tmp_path: Path) -> None:
    """That story says nothing any more; whatever is reported goes on."""
    path = tmp_path / "wiredesk.db"
    with open_store(path) as store:
        place(store, tell_strike(0), tell_strike(1))
        with store.write() as tx:
            spoil = "UPDATE sketches SET terms = 'x ' || terms WHERE story_id = 'id-strike0'"
            tx.execute(text(spoil))
    with open_store(path) as store:
        place(store, tell_strike(2), a_story("ﷺ", headline="النبي محمد ﷺ في مكة", language="ar"))
        place(store, tell_strike(3))
        with store.read() as tx:
            homes = read_memberships(tx, [f"id-strike{number}" for number in range(4)])

    assert homes["id-strike2"].event_id == homes["id-strike3"].event_id


def carry(number: int, name: str, headline: str, words: str) -> Story:
    """One of many outlets that carry one text."""
    return a_story(
        f"{name}{number}",
        source_id=f"{name}{number}",
        headline=headline,
        body_text=f"{headline} " + " ".join(f"{word}{n}" for n in range(40) for word in words),
        language="en",
        first_seen=NOON + timedelta(seconds=number),
    )


def test_a_page_that_tells_something_else_leaves_its_copies(store: Store) -> None:
    """They stay one entry under its id, however many they are; the page goes where its text is."""
    blaze, loan = "Blaze at Zendora paint warehouse", "Minister Quist resigns over Brenzil loan"
    for start in range(0, 150, 50):
        place(store, *(carry(n, "a", blaze, "xy") for n in range(start, start + 50)))
        place(store, *(carry(n, "b", loan, "vw") for n in range(start, start + 50)))
    again = replace(carry(0, "a", blaze, "xy"), id="id-b0", source_id="b0")
    with store.write() as tx:
        place_stories(tx, [sketch_story(again)])
        places = read_memberships(tx, [f"id-{it}{n}" for it in "ab" for n in range(150)])
    moved = places.pop("id-b0")

    assert ("id-a0", Level.SAME) == (moved.copies_id, moved.level)
    assert {("id-a0", "id-a0", "id-a0"), ("id-b0", "id-b0", "id-b0")} == {
        (it.copies_id, it.fold_id, it.event_id) for it in places.values()
    }
    assert 1 == sum(it.fold_id == "id-b0" and not it.is_copy for it in places.values())


def test_a_flash_whose_text_comes_later_is_a_copy_then(store: Store) -> None:
    """Wires work so, and pages are read after their feed; what grows a little is left alone."""
    wire, post, mail = (carry(n, "a", "Blaze at Zendora paint warehouse", "xy") for n in range(3))
    words = wire.body_text.split()
    cut = replace(post, body_text=" ".join(words[:-6]))
    own = " ".join(f"alone{n}" for n in range(80))
    place(store, wire, replace(post, body_text="More soon."), replace(mail, body_text=own))
    with store.write() as tx:
        before = read_memberships(tx, [wire.id, post.id])
        place_stories(tx, [sketch_story(cut), sketch_story(replace(mail, body_text=f"{own} end"))])
        after = read_memberships(tx, [wire.id, post.id, mail.id])

    assert wire.id != before[post.id].copies_id
    assert (wire.id, Level.COPY) == (after[post.id].copies_id, after[post.id].level)
    assert mail.id == after[mail.id].copies_id


def test_a_flash_that_grows_takes_nobodys_id(store: Store) -> None:
    """Though it was told first: readers hold the text that did not change under its own id."""
    wire, post = (carry(n, "a", "Blaze at Zendora paint warehouse", "xy") for n in range(2))
    place(store, replace(wire, body_text="More soon."), post)
    with store.write() as tx:
        place_stories(tx, [sketch_story(wire)])
        places = read_memberships(tx, [wire.id, post.id])

    assert {it.copies_id for it in places.values()} == {post.id}


@pytest.mark.parametrize("text", ["", "Read on with a subscription to our paper, from 2 a week."])
def test_a_page_that_tells_nothing_any_more_stays_with_its_copies(store: Store, text: str) -> None:
    """It was emptied, or is not free any more: what it told has not become something else."""
    told = [carry(n, "a", "Blaze at Zendora paint warehouse", "xy") for n in range(3)]
    place(store, *told)
    with store.write() as tx:
        place_stories(tx, [sketch_story(replace(told[0], body_text=text))])
        places = read_memberships(tx, [f"id-a{n}" for n in range(3)])

    assert {"id-a0"} == {place.copies_id for place in places.values()}


def test_a_page_that_is_revised_in_part_stays_with_its_copies(store: Store) -> None:
    """Copies are for good: outlets go on with what they had from an agency."""
    told = [carry(n, "a", "Blaze at Zendora paint warehouse", "xyz") for n in range(3)]
    place(store, *told)
    words = told[0].body_text.split()
    revised = " ".join((*words[:40], *(f"more{n}" for n in range(200))))
    with store.write() as tx:
        place_stories(tx, [sketch_story(replace(told[0], body_text=revised))])
        places = read_memberships(tx, [f"id-a{n}" for n in range(3)])

    assert {"id-a0"} == {place.copies_id for place in places.values()}


@pytest.mark.parametrize("days", [0, 11, 20])
def test_a_page_that_holds_two_texts_brings_them_together_never(store: Store, days: int) -> None:
    """It is a copy of the first; the other stays alone, however much later it is told."""
    one, other = (" ".join(f"{word}{n} tells{n}" for n in range(60)) for word in ("dam", "fair"))
    place(store, a_story("one", headline="Dam holds", body_text=one, source_id="one"))
    both = f"{one}\n\n{other}"
    place(store, a_story("both", headline="Dam holds", body_text=both, source_id="both"))
    later = NOON + days * 24 * HOUR
    place(store, a_story("other", headline="Fair", body_text=other, first_seen=later))
    with store.read() as tx:
        found = read_memberships(tx, ["id-one", "id-both", "id-other"])

    assert ["id-one", "id-one", "id-other"] == [
        found[f"id-{name}"].copies_id for name in ("one", "both", "other")
    ]
