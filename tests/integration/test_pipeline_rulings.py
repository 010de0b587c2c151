"""Decisions of editors, in a real database and in the file beside it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from polls import tell_stories
from stories import NOON, a_place, a_story

from feeds.dedupe import sketch_story
from feeds.errors import DataError
from feeds.model import Membership, Story
from feeds.pipeline.overrule import merge_stories, split_story
from feeds.pipeline.rulings import take_rulings
from feeds.store import (
    Store,
    load_rulings,
    locate_rulings,
    open_store,
    read_memberships,
    read_rulings,
    save_sketches,
)

HOUR = timedelta(hours=1)
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))
NAMES = ("one", "two", "three")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "wiredesk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A memory in a file, which holds three copies of one text."""
    with open_store(path) as opened:
        tell_stories(opened, copies())
        yield opened


def copies() -> list[Story]:
    """Three outlets with one text, told one after the other."""
    return [
        a_story(name, source_id=name, body_text=TEXT, first_seen=NOON + hours * HOUR)
        for hours, name in enumerate(NAMES)
    ]


def places(store: Store) -> dict[str, Membership]:
    """Return where the three stand, by name."""
    with store.read() as tx:
        found = read_memberships(tx, [f"id-{name}" for name in NAMES])
    return {story_id.removeprefix("id-"): place for story_id, place in found.items()}


def copies_ids(store: Store) -> list[str]:
    """Return the sets of copies the three are in."""
    found = places(store)
    return [found[name].copies_id for name in NAMES]


def file_of(store: Store) -> Path:
    """Return the file of rulings."""
    path = locate_rulings(store)
    assert path
    return path


def test_a_split_parts_a_copy_at_once_and_a_merge_takes_it_back(store: Store) -> None:
    """Every id is as it was before, and nothing is left of the split."""
    before = places(store)
    split_story(store, "id-three", None, NOON)
    parted = copies_ids(store)
    merge_stories(store, "id-three", "id-one", NOON)

    assert ["id-one", "id-one", "id-three"] == parted
    assert before == places(store)


def test_the_last_decision_holds_though_the_clock_was_set_back(store: Store) -> None:
    """The order of decisions is the order in which they were made."""
    split_story(store, "id-three", None, NOON)
    merge_stories(store, "id-three", "id-one", NOON - 9 * HOUR)

    assert ["id-one"] * 3 == copies_ids(store)


def test_who_stands_alone_is_parted_from_nobody(store: Store) -> None:
    """Nothing is decided, and no file written."""
    tell_stories(store, [a_story("Orchestra", headline="Orchestra of Ostmark", body_text="")])

    assert () == split_story(store, "id-Orchestra", None, NOON).rulings
    assert not file_of(store).exists()


def test_a_split_from_one_story_decides_about_these_two(store: Store) -> None:
    """The third stays where its words put it."""
    made = split_story(store, "id-three", "id-one", NOON).rulings

    assert 1 == len(made)
    assert ["id-one", "id-one", "id-three"] == copies_ids(store)


def test_a_decision_moves_no_report_of_other_days_for_a_sentence_in_common(store: Store) -> None:
    """What was put together weeks later stays so, whatever its words would be worth now."""
    ask = "Who has seen anything may call the station at Aubeval under this number at any hour."
    now, later = (
        [
            a_story(name, source_id=name, body_text=f"{text} {ask}", first_seen=NOON + hours * HOUR)
            for name, text in texts.items()
        ]
        for hours, texts in (
            (0, {"mill": "Flames took the roof.", "choir": "Bo Reed sang to a full hall."}),
            (480, {"pier": "A barge rammed it.", "bakery": "Its oven is cold for want of flour."}),
        )
    )
    tell_stories(store, [*now, *later])
    held = [a_place(it, event_id=later[0].id, fold_id=later[0].id) for it in later]
    with store.write() as tx:
        save_sketches(tx, [sketch_story(it) for it in later], held)
    merge_stories(store, now[0].id, now[1].id, NOON)
    with store.read() as tx:
        found = read_memberships(tx, [it.id for it in (*now, *later)])

    assert found[now[0].id].fold_id == found[now[1].id].fold_id
    assert [found[it.id] for it in later] == held


def test_merged_stories_bring_along_those_they_were_folded_with(store: Store) -> None:
    """And a split of the two brings both folds back as they were, under their ids."""
    tell_stories(store, [a_story("Orchestra", headline="Orchestra of Ostmark", body_text="")])
    before = places(store)
    merge_stories(store, "id-Orchestra", "id-two", NOON)
    with store.read() as tx:
        merged = {one.fold_id for one in read_memberships(tx, ["id-Orchestra", "id-one"]).values()}
    split_story(store, "id-Orchestra", "id-two", NOON)
    with store.read() as tx:
        alone = read_memberships(tx, ["id-Orchestra"])["id-Orchestra"]

    assert {"id-one"} == merged
    assert "id-Orchestra" == alone.fold_id == alone.event_id
    assert [one.fold_id for one in before.values()] == [
        one.fold_id for one in places(store).values()
    ]


def test_decisions_outlive_the_loss_of_the_database(store: Store, path: Path) -> None:
    """The file is read into the empty one, and obeyed when the stories come again."""
    split_story(store, "id-three", None, NOON)
    store.close()
    path.unlink()
    with open_store(path) as anew:
        assert take_rulings(anew)
        tell_stories(anew, copies())
        assert ["id-one", "id-one", "id-three"] == copies_ids(anew)
        assert not take_rulings(anew)


def test_what_is_deleted_from_the_file_is_decided_no_more(store: Store) -> None:
    """The stories stand where their words put them, at once."""
    split_story(store, "id-three", None, NOON)
    file_of(store).write_text("", "utf-8")

    assert take_rulings(store)
    assert ["id-one"] * 3 == copies_ids(store)


def test_a_file_that_was_lost_is_written_again(store: Store) -> None:
    """From what the database remembers."""
    split_story(store, "id-three", None, NOON)
    before = load_rulings(file_of(store))
    file_of(store).unlink()
    take_rulings(store)

    assert before
    assert before == load_rulings(file_of(store))


def test_where_the_file_cannot_be_written_nothing_is_decided(store: Store) -> None:
    """The database is as before, and the message names the file."""
    before = places(store)
    file_of(store).with_name("rulings.jsonl.part").mkdir()
    with pytest.raises(DataError, match=r"cannot write .*rulings\.jsonl"):
        split_story(store, "id-three", None, NOON)

    with store.read() as tx:
        assert () == read_rulings(tx)
    assert before == places(store)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"said": "perhaps"}, "said must be split or merge, not perhaps"),
        ({"decided": "2026-11-23T12:00:00"}, "decided must be a time with its zone, as 2026-"),
        ({"decided": "Monday"}, "decided must be a time with its zone, as 2026-"),
        ({"decided": "0001-01-01T00:00:00+14:00"}, "decided must be a time with its zone"),
        ({"other": "a"}, "story and other must be two stories"),
        ({"story": "\ud800"}, "story must be text"),
        ({"story": None, "other": 7}, "story and other must be text"),
        ({"decided": ""}, "decided must be text"),
    ],
)
def test_what_is_wrong_with_a_decision_is_named(
    store: Store, fields: dict[str, object], fault: str
) -> None:
    """Field and fault, so that it can be mended by hand."""
    right = {"decided": "2026-11-23T12:00:00Z", "said": "split", "story": "a", "other": "b"}
    file_of(store).write_text(json.dumps(right | fields), "utf-8")

    with pytest.raises(DataError, match=rf"rulings\.jsonl:1: {fault}.*: mend it, or delete it"):
        take_rulings(store)


@pytest.mark.parametrize("line", ["split one two", "[]", "[" * 100_000])
def test_a_line_that_is_no_decision_is_named(store: Store, line: str) -> None:
    """With file and number; nothing of the file is taken."""
    split_story(store, "id-three", None, NOON)
    with file_of(store).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    with pytest.raises(DataError, match=r"rulings\.jsonl:4: this is no "):
        take_rulings(store)

    assert ["id-one", "id-one", "id-three"] == copies_ids(store)


def test_all_lines_that_are_no_decisions_are_named_at_once(store: Store) -> None:
    """Each with its number and what to do; nobody mends a file one start at a time."""
    split_story(store, "id-three", None, NOON)
    with file_of(store).open("a", encoding="utf-8") as file:
        file.write('split one two\n\n{"decided": "2026-11-23T12:00:00", "said": "split", ')
        file.write('"story": "a", "other": "b"}\n[]\n')
    with pytest.raises(DataError) as caught:
        take_rulings(store)
    told = [line.partition("rulings.jsonl:")[2] for line in str(caught.value).split("\n")]

    assert ["3", "5", "6"] == [line.partition(": ")[0] for line in told]
    assert all(line.endswith(": mend it, or delete it") for line in told)


def test_people_can_read_the_file(store: Store) -> None:
    """A line for each decision, with the headlines; what was there stays."""
    file_of(store).write_text(
        '{"decided": "2026-01-01T00:00:00+00:00", "said": "merge", "story": "x", "other": "w"}',
        "utf-8",
    )
    split_story(store, "id-three", "id-one", NOON)
    first, second = file_of(store).read_text("utf-8").splitlines()

    assert '"story": "x"' in first
    assert second == (
        '{"decided": "2026-11-23T12:00:00+00:00", "said": "split", "story": "id-three", '
        '"other": "id-one", "headlines": ["The three holds", "The one holds"]}'
    )
    assert ["w", "id-one"] == [one.story_id for one in load_rulings(file_of(store)) or ()]


def test_a_ruling_holds_in_an_event_too_large_to_be_grouped_again(store: Store) -> None:
    """What an editor parted stays so, whatever comes."""
    words = "harbour strike Aubeval ferries dockers union Marwick offer talks pensions".split()
    told = [
        a_story(
            f"s{number}",
            source_id=f"paper{number}",
            headline=" ".join(words[number % 5 :]).capitalize(),
            body_text=f"{' '.join(words)} {' '.join(f'own{number}{n}' for n in 'abcdefghi')}",
            first_seen=NOON + number * HOUR,
        )
        for number in range(24)
    ]
    tell_stories(store, told[:12])
    split_story(store, told[1].id, None, NOON)
    tell_stories(store, told[12:])

    with store.read() as tx:
        found = read_memberships(tx, [story.id for story in told])
    parted = found.pop(told[1].id)
    assert parted.fold_id not in {place.fold_id for place in found.values()}
    assert len({place.event_id for place in found.values()}) == 1


def test_a_decision_about_a_copy_of_an_old_text_is_obeyed(store: Store) -> None:
    """What it is a copy of was told long before the days that are looked through."""
    later = NOON + timedelta(days=9)
    revised = a_story("late", source_id="late", headline="Hail", body_text="", first_seen=later)
    other = a_story("tour", headline="Orchestra tours", body_text="", first_seen=later)
    tell_stories(store, [revised, other, replace(revised, body_text=TEXT, content_hash="revised")])
    merge_stories(store, "id-late", "id-tour", later)
    with store.read() as tx:
        found = read_memberships(tx, ["id-late", "id-tour"])

    assert found["id-late"].fold_id == found["id-tour"].fold_id


def test_a_set_of_copies_is_never_torn_by_a_decision(store: Store) -> None:
    """Of the set that a story might join some share nothing with it: they keep its name, too."""
    late = NOON + timedelta(days=9)
    pears = " ".join(f"pear{n} tart{n}" for n in range(60))
    both = a_story("both", source_id="cook", body_text=f"{TEXT}\n\n{pears}", first_seen=NOON)
    revised = a_story("late", source_id="late", headline="Hail", body_text="", first_seen=late)
    other = a_story("tour", headline="Orchestra tours", body_text="", first_seen=late)
    tell_stories(
        store, [both, revised, other, replace(revised, body_text=pears, content_hash="revised")]
    )
    merge_stories(store, "id-late", "id-tour", late)
    with store.read() as tx:
        found = read_memberships(tx, ["id-both", "id-one", "id-late", "id-tour"])

    assert ["id-one"] * 3 == copies_ids(store)
    assert "id-one" == found["id-both"].copies_id == found["id-both"].fold_id
    assert found["id-late"].fold_id == found["id-tour"].fold_id


def test_a_byte_order_mark_before_the_decisions_does_no_harm(store: Store) -> None:
    """Some editors of Windows write one."""
    split_story(store, "id-three", None, NOON)
    before = load_rulings(file_of(store))
    file_of(store).write_text(file_of(store).read_text("utf-8"), "utf-8-sig")

    assert before
    assert before == load_rulings(file_of(store))
    assert not take_rulings(store)


def test_a_decision_about_a_page_brings_it_to_nothing_by_its_id(store: Store) -> None:
    """It tells something else now, and the copies of what it told are one entry under its id."""
    pears = " ".join(f"pear{n} tart{n}" for n in range(60))
    page = a_story("one", source_id="one", headline="Pears", body_text=pears, first_seen=NOON)
    tour = a_story("tour", headline="Orchestra tours", body_text="", first_seen=NOON)
    tell_stories(store, [replace(page, content_hash="revised"), tour])
    left = copies_ids(store)
    merge_stories(store, "id-one", "id-tour", NOON)
    with store.read() as tx:
        found = read_memberships(tx, ["id-one", "id-two", "id-tour"])

    assert left == copies_ids(store)
    assert left[1] == left[2] == "id-one" != left[0]
    assert found["id-one"].fold_id == found["id-tour"].fold_id != found["id-two"].fold_id
