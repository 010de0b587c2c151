"""What is told of a decision of an editor, out of a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from polls import a_config, a_poll
from rich.console import Console
from stories import NOON, a_source, a_story

from feeds.cli.overruled import Named, Overruled, print_merge, print_split, report_overruled
from feeds.cli.undone import Undone, print_undone, report_undone
from feeds.model import Membership
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.overrule import merge_stories, read_around, split_story
from feeds.pipeline.rulings import Obeyed, take_back
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store

NOTHING = Obeyed(rulings=(), moved=())
HOUR = timedelta(hours=1)
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))
HEADLINES = {"tour": "Orchestra of Ostmark", "fair": "Cheese fair", "storm": "Hail in Wensel"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two copies of one text, and three stories that have nothing in common."""
    source, config = a_source(), a_config()
    copies = [
        a_story(name, source_id=name, body_text=TEXT, first_seen=NOON + hours * HOUR)
        for hours, name in enumerate(("one", "two"))
    ]
    others = [a_story(name, headline=it, body_text="") for name, it in HEADLINES.items()]
    with open_store(tmp_path / "wiredesk.db") as opened:
        for story in (*copies, *others):
            edit_batch(opened, [a_poll(story, source=source)], config, remember_poll)
        yield opened


def merge(store: Store, one: str, other: str) -> Overruled:
    """Put two stories together; return what is told of it."""
    names = [f"id-{one}", f"id-{other}"]
    stood = read_around(store, names)
    return report(store, names, stood, merge_stories(store, *names, NOON))


def split(store: Store, one: str, other: str | None = None) -> Overruled:
    """Part a story from another, or from all; return what is told of it."""
    names = [f"id-{it}" for it in (one, other) if it]
    stood = read_around(store, names)
    made = split_story(store, names[0], names[1] if other else None, NOON)
    return report(store, names, stood, made)


def report(
    store: Store, names: list[str], stood: dict[str, Membership], made: Obeyed = NOTHING
) -> Overruled:
    """Say where stories stand."""
    with store.read() as tx:
        return report_overruled(tx, a_config(), names, stood, made)


def stand(store: Store) -> dict[str, Membership]:
    """Return where some stories stand."""
    return read_around(store, ["id-one", "id-storm", "id-tour"])


def ids(stories: tuple[Named, ...]) -> list[str]:
    """Return the names of stories."""
    return [story.id.removeprefix("id-") for story in stories]


def say(overruled: Overruled) -> str:
    """Return what is printed of a decision."""
    console = Console(file=StringIO(), width=80)
    printed = print_split if not all(it.together for it in overruled.rulings) else print_merge
    printed(console, replace(overruled, written=()))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_decision_that_parts_nobody_says_so(store: Store) -> None:
    """Nobody is told that a story stands alone now which stood alone before."""
    apart, parted = split(store, "tour", "one"), split(store, "one", "two")

    assert (False, True) == (apart.together, parted.together)
    assert say(apart) == (
        "post: Orchestra of Ostmark was not together with:\n"
        "  one: The one holds  id-one\n"
        "From now on they stay apart, whatever is reported.\n"
        "No feed had to be written.\n"
        "To take it back: wiredesk undo id-tour\n"
    )
    assert "one: The one holds is parted from 1 other:\n" in say(parted)
    assert "It stands alone now." in say(parted)


def test_a_decision_that_puts_nobody_together_says_so(store: Store) -> None:
    """It is kept, and holds."""
    already, new = merge(store, "one", "two"), merge(store, "one", "tour")

    assert (True, False) == (already.together, new.together)
    assert say(already) == (
        "one: The one holds was already one entry with:\n"
        "  two: The two holds  id-two\n"
        "Nothing changes; from now on they stay together, whatever is reported.\n"
        "No feed had to be written.\n"
        "To take it back: wiredesk undo id-one\n"
    )
    assert say(new).startswith("one: The one holds is one entry with:\n")
    assert "Nothing changes" not in say(new)


def undo(store: Store, name: str | None = None) -> Undone:
    """Take back a decision; return what is told of it."""
    taken = take_back(store, f"id-{name}" if name else None)
    assert taken
    with store.read() as tx:
        return report_undone(tx, taken)


def say_undone(undone: Undone) -> str:
    """Return what is printed of it."""
    console = Console(file=StringIO(), width=80)
    print_undone(console, replace(undone, written=()))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_command_that_takes_a_decision_back_is_told(store: Store) -> None:
    """It names the story; where nothing was decided there is none."""
    assert "wiredesk undo id-tour" == merge(store, "tour", "one").undo
    assert "wiredesk undo id-two" == split(store, "two").undo
    assert split(store, "storm").undo is None


def test_where_all_stands_after_it_was_taken_back_is_told(store: Store) -> None:
    """The entries of the stories that were named, the largest first, and what stands alone."""
    merge(store, "tour", "storm")
    alone = say_undone(undo(store))
    merge(store, "tour", "fair")
    merge(store, "two", "fair")

    assert say_undone(undo(store)) == (
        "Taken back: the merge of 2026-11-23 12:00:00 UTC.\n"
        "All stands again as it did before.\n"
        "One entry where events are folded:\n"
        "  post: Cheese fair  id-fair\n"
        "  post: Orchestra of Ostmark  id-tour\n"
        "One entry where events are folded:\n"
        "  one: The one holds  id-one\n"
        "  two: The two holds  id-two\n"
        "No feed had to be written.\n"
    )
    assert "did before.\nAlone:\n  post: Hail in Wensel  id-storm\n  post: Orch" in alone


def test_a_split_that_is_taken_back_is_told_as_one(store: Store) -> None:
    """And that the stories went elsewhere, where something came between."""
    split(store, "two")
    three = a_story("three", source_id="three", body_text=TEXT, first_seen=NOON + 5 * HOUR)
    edit_batch(store, [a_poll(three, source=a_source())], a_config(), remember_poll)
    told = undo(store, "two")

    assert ("split", False) == (told.said, told.restored)
    said = say_undone(told)
    assert "Something has come or changed there since" in said
    assert "They had been parted from each other:\n  one: The one holds  id-one\n" in said
    assert [["one", "two", "three"]] == [ids(entry) for entry in told.entries]


def test_who_goes_along_with_the_other_one_is_told(store: Store) -> None:
    """Beside those that stay; a split from all has no other one."""
    merge(store, "tour", "fair")
    merge(store, "one", "tour")
    told = split(store, "one", "tour")
    merge(store, "one", "tour")
    alone = split(store, "one")

    assert (["tour"], ["fair"], ["two"], []) == tuple(
        ids(some) for some in (told.parted, told.along, told.folded, told.elsewhere)
    )
    assert {"two", "tour", "fair"} == {*ids(alone.parted)}
    assert ([], []) == (ids(alone.along), ids(alone.elsewhere))


def test_who_goes_with_neither_is_told(store: Store) -> None:
    """What held three of them together was no tie of two others."""
    stood = {it: replace(place, fold_id="id-one") for it, place in stand(store).items()}
    told = report(store, ["id-one", "id-tour"], stood)

    assert (["storm"], []) == (ids(told.elsewhere), ids(told.along))


def test_other_stories_that_a_decision_moves_are_told(store: Store) -> None:
    """Those that were with neither of the two, and are in another entry now."""
    stood = {"id-storm": replace(stand(store)["id-storm"], fold_id="id-else")}
    told = report(store, ["id-one", "id-tour"], stand(store) | stood)

    assert ["storm"] == ids(told.moved)
    assert "1 other story is in another entry now, too:\n  post: Hail in Wensel  id-storm\n" in say(
        told
    )


def test_of_what_is_near_it_is_told_whom_it_joined_and_from_whom_it_was_parted(
    store: Store,
) -> None:
    """What was grouped again beside the events of the two is known by what was moved."""
    merge(store, "fair", "tour")
    names = ["id-one", "id-two"]
    was = read_around(store, ["id-fair", "id-storm"])
    at_hail = {"fold_id": "id-storm", "event_id": "id-storm"}
    moved = (replace(was["id-fair"], **at_hail), replace(was["id-tour"], fold_id="id-tour"))
    told = report(store, names, read_around(store, names), Obeyed(rulings=(), moved=moved))

    assert {"fair", "tour"} == {*ids(told.moved)}
    assert {it.story_id: (it.joined, it.parted) for it in told.regrouped} == {
        "id-fair": (("id-tour",), ("id-storm",)),
        "id-tour": (("id-fair",), ()),
    }
    said = say(told)
    assert "2 other stories are in another entry now, too (2 joined to others):\n" in said


def test_of_many_that_are_near_some_are_listed(store: Store) -> None:
    """The others are counted; a reader sees what the decision was about."""
    late = [
        a_story(f"late{number}", headline=f"Late {number}", body_text="") for number in range(9)
    ]
    for story in late:
        edit_batch(store, [a_poll(story, source=a_source())], a_config(), remember_poll)
    moved = (*HEADLINES, *(f"late{number}" for number in range(9)))
    was = read_around(store, [f"id-{name}" for name in moved])
    parted = tuple(replace(place, fold_id="id-else") for place in was.values())
    told = report(store, ["id-one"], stand(store), Obeyed(rulings=(), moved=parted))
    said = say(told)

    assert 12 == len(told.moved) == len(told.regrouped)
    assert "12 other stories are in another entry now, too (12 parted from others):\n" in said
    assert "\n  and 2 more; --json lists them all\n" in said


def test_a_long_line_of_a_decision_is_broken_by_the_terminal_alone(store: Store) -> None:
    """A program that reads it finds it whole, as those around it."""
    was = read_around(store, [f"id-{name}" for name in HEADLINES])
    parted = tuple(replace(place, fold_id="id-else") for place in was.values())
    told = report(store, ["id-one"], stand(store), Obeyed(rulings=(), moved=parted))
    one, *others = told.regrouped
    said = say(replace(told, regrouped=(replace(one, joined=one.parted), *others)))

    assert "another entry now, too (1 joined to others, 2 parted from others):\n" in said


def test_what_a_decision_moves_is_known(store: Store) -> None:
    """Where they stood before, so that it can be told; of one that moves nobody nothing."""
    before = read_around(store, ["id-two"])["id-two"]

    assert before in split_story(store, "id-two", None, NOON).moved
    assert () == split_story(store, "id-storm", None, NOON).moved


def test_who_was_with_the_other_one_all_along_did_not_go_with_it(store: Store) -> None:
    """The two were not together: nobody went anywhere."""
    merge(store, "tour", "fair")
    told = split(store, "one", "tour")

    assert ([], []) == (ids(told.along), ids(told.elsewhere))
    assert ["two"] == ids(told.folded)
