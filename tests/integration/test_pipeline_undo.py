"""Decisions of editors that are taken back, in a real database and in the file beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from polls import tell_stories
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from stories import NOON, a_story

from feeds.errors import DataError
from feeds.model import Membership, Story
from feeds.pipeline.overrule import merge_stories, split_story
from feeds.pipeline.rulings import TakenBack, take_back, take_rulings
from feeds.store import (
    Store,
    find_memberships,
    load_rulings,
    locate_rulings,
    open_store,
    read_rulings,
)

HOUR = timedelta(hours=1)
ABOUT = "Harbour strike in Aubeval halts ferries as dockers and union Marwick reject offer"
TALKS = "Dockers of union Marwick reject offer: harbour strike halts ferries in Aubeval"
FLOOD = "Glacier lake above Ostmark threatens villages with flood, engineers warn of dam"
NAMES = ("post", "mail", "times", "echo", "star")
TOLD = {"post": ABOUT, "mail": TALKS, "times": f"{ABOUT} again", "echo": FLOOD, "star": "Hail"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three reports of one event, and two others."""
    with open_store(tmp_path / "wiredesk.db") as opened:
        tell_stories(opened, [report(name, TOLD[name], hours) for hours, name in enumerate(NAMES)])
        yield opened


def report(name: str, headline: str, hours: int) -> Story:
    """One outlet tells something."""
    seen = NOON + hours * HOUR
    return a_story(name, source_id=name, headline=headline, body_text="", first_seen=seen)


def places(store: Store) -> dict[str, Membership]:
    """Return where all stories stand, with the evidence."""
    with store.read() as tx:
        return find_memberships(tx, [f"id-{name}" for name in (*NAMES, "late")])


def fold_of(store: Store, name: str) -> set[str]:
    """Return who is one entry with a story."""
    own = places(store)[f"id-{name}"].fold_id
    return {it.removeprefix("id-") for it, one in places(store).items() if one.fold_id == own}


def split(store: Store, one: str, other: str | None = None) -> None:
    """Part a story from another, or from all."""
    assert split_story(store, f"id-{one}", f"id-{other}" if other else None, NOON).rulings


def merge(store: Store, one: str, other: str) -> None:
    """Put two together."""
    merge_stories(store, f"id-{one}", f"id-{other}", NOON)


def undo(store: Store, name: str | None = None) -> TakenBack:
    """Take back the last decision, or the last about a story."""
    taken = take_back(store, f"id-{name}" if name else None)
    assert taken
    return taken


def file_of(store: Store) -> Path:
    """Return the file of rulings."""
    path = locate_rulings(store)
    assert path
    return path


def test_all_stands_again_as_it_did_before(store: Store) -> None:
    """Evidence included, whatever was decided; one decision after the other."""
    stood = [places(store)]
    for decide in (
        lambda: merge(store, "echo", "star"),
        lambda: split(store, "post"),
        lambda: merge(store, "star", "mail"),
        lambda: split(store, "times", "mail"),
    ):
        decide()
        assert stood[-1] != places(store)
        stood.append(places(store))
    for before in reversed(stood[:-1]):
        assert undo(store).restored
        assert before == places(store)

    assert take_back(store) is None
    assert () == load_rulings(file_of(store))


def test_three_reports_of_one_event_are_folded(store: Store) -> None:
    """Else there would be nothing to split."""
    assert {"post", "mail", "times"} == fold_of(store, "post")


def test_lines_that_are_deleted_by_hand_are_taken_back_alike(store: Store) -> None:
    """Of several decisions at once, too."""
    before = places(store)
    split(store, "post")
    merge(store, "post", "star")
    file_of(store).write_text("", "utf-8")

    assert take_rulings(store)
    assert before == places(store)


def test_part_of_the_lines_of_a_decision_is_taken_back_by_words(store: Store) -> None:
    """What is left of it holds."""
    split(store, "post")
    lines = file_of(store).read_text("utf-8").splitlines(keepends=True)
    (kept,) = [line for line in lines if "id-mail" in line]
    file_of(store).write_text(kept, "utf-8")
    take_rulings(store)

    assert 2 == len(lines)
    assert "mail" not in fold_of(store, "post")
    assert "times" in fold_of(store, "post") | fold_of(store, "mail")


def test_where_more_was_reported_since_the_stories_go_by_their_words(store: Store) -> None:
    """What came in between keeps its place among them."""
    split(store, "post")
    tell_stories(store, [report("late", f"{TALKS} again", 8)])
    taken = undo(store)

    assert not taken.restored
    assert {"post", "mail", "times", "late"} == fold_of(store, "late")


def test_what_was_reported_elsewhere_does_not_matter(store: Store) -> None:
    """Only what touches the events of the decision does."""
    before = places(store)
    split(store, "post")
    tell_stories(store, [report("late", "Orchestra of Wensel begins a tour of twelve towns", 8)])

    assert undo(store).restored
    assert before.items() <= places(store).items()


def test_the_last_decision_about_a_story_is_not_always_the_last(store: Store) -> None:
    """Later ones about others stand, and are taken back on their own."""
    before = places(store)
    split(store, "times")
    merge(store, "echo", "star")
    split_back = undo(store, "times")

    assert split_back.restored
    assert {"echo", "star"} == fold_of(store, "star")
    assert {"post", "mail", "times"} == fold_of(store, "times")
    assert undo(store).restored
    assert before == places(store)


def test_later_decisions_about_the_same_stories_stand(store: Store) -> None:
    """So not all can be as it was before the earlier one."""
    split(store, "post")
    merge(store, "post", "star")
    taken = undo(store, "mail")

    assert not taken.restored
    assert {"id-mail", "id-post", "id-times"} == {
        it for one in taken.rulings for it in (one.story_id, one.other_id)
    }
    assert {"post", "star"} <= fold_of(store, "star")
    with store.read() as tx:
        assert ["id-star"] == [one.other_id for one in read_rulings(tx)]


def test_what_was_decided_before_about_the_same_stories_counts_again(store: Store) -> None:
    """Whoever takes back a merge that took back a split has the split."""
    split(store, "post", "mail")
    parted = places(store)
    merge(store, "post", "mail")
    taken = undo(store)

    assert parted == places(store)
    assert taken.restored
    assert "mail" not in fold_of(store, "post")
    with store.read() as tx:
        assert [False] == [one.together for one in read_rulings(tx)]


def test_what_is_written_by_hand_in_the_place_of_a_decision_is_obeyed(store: Store) -> None:
    """The state before knew nothing of it."""
    split(store, "echo", "star")
    line = file_of(store).read_text("utf-8")
    file_of(store).write_text(line.replace("split", "merge"), "utf-8")
    take_rulings(store)
    together = fold_of(store, "echo")
    older = line.replace("split", "merge").replace(f"{NOON:%Y}", f"{NOON.year - 1}")
    split(store, "echo", "star")
    file_of(store).write_text(older, "utf-8")
    take_rulings(store)

    assert {"echo", "star"} == together == fold_of(store, "echo")


def test_where_the_file_cannot_be_written_nothing_is_taken_back(store: Store) -> None:
    """The decision holds, and the message names the file."""
    split(store, "post")
    before = places(store)
    file_of(store).with_name("rulings.jsonl.part").mkdir()
    with pytest.raises(DataError, match=r"cannot write .*rulings\.jsonl"):
        take_back(store)

    assert before == places(store)
    assert load_rulings(file_of(store))


def test_lines_of_others_stay_as_they_were_written(store: Store) -> None:
    """Blank ones and those of other decisions included."""
    split(store, "echo", "star")
    kept = file_of(store).read_text("utf-8").replace(": ", ":") + "\n"
    file_of(store).write_text(kept, "utf-8")
    merge(store, "echo", "post")
    undo(store)

    assert kept == file_of(store).read_text("utf-8")


def test_a_memory_in_no_file_takes_back_too() -> None:
    """It has no lines to lose."""
    with open_store(None) as store:
        tell_stories(store, [report(name, TOLD[name], hours) for hours, name in enumerate(NAMES)])
        before = places(store)
        split(store, "post")
        parted = fold_of(store, "post")
        taken = undo(store)

        assert {"post"} == parted
        assert taken.restored
        assert before == places(store)


def test_all_decisions_about_two_stories_are_taken_back_with_the_file(store: Store) -> None:
    """The earlier one was overruled, and so is in no table; it is gone all the same."""
    before = places(store)
    split(store, "post", "mail")
    merge(store, "post", "mail")
    file_of(store).write_text("", "utf-8")
    take_rulings(store)

    assert before == places(store)


def test_a_decision_that_was_overruled_and_deleted_does_not_come_back(store: Store) -> None:
    """Whoever takes back the later one wants neither."""
    before = places(store)
    split(store, "post", "mail")
    first = file_of(store).read_text("utf-8")
    merge(store, "post", "mail")
    whole = file_of(store).read_text("utf-8")
    file_of(store).write_text(whole.removeprefix(first), "utf-8")
    unchanged = take_rulings(store)
    taken = undo(store)

    assert (False, True) == (unchanged, taken.restored)
    assert before == places(store)


def revise(store: Store, name: str, headline: str) -> None:
    """Let an outlet tell something else under the same address."""
    story = replace(report(name, headline, NAMES.index(name)), content_hash=headline)
    tell_stories(store, [story])


def test_what_was_revised_since_goes_by_its_new_words(store: Store) -> None:
    """Evidence that is no more is not put back."""
    split(store, "post")
    revise(store, "post", "Orchestra of Wensel begins a tour of twelve towns")
    taken = undo(store)

    assert not taken.restored
    assert {"post"} == fold_of(store, "post")


def test_a_decision_that_changed_nothing_is_taken_back_by_words_after_an_edit(
    store: Store,
) -> None:
    """What it kept apart may belong together since."""
    split(store, "post", "echo")
    revise(store, "echo", f"{TALKS} again")
    parted = fold_of(store, "echo")
    taken = undo(store)

    assert not taken.restored
    assert "post" not in parted
    assert "post" in fold_of(store, "echo")


def test_an_older_decision_that_was_obeyed_by_the_later_one_still_is(store: Store) -> None:
    """It was written into the file by hand, and moved nothing then."""
    split(store, "post", "mail")
    line = file_of(store).read_text("utf-8")
    older = line.replace("id-mail", "id-times").replace(f"{NOON:%Y}", f"{NOON.year - 1}")
    file_of(store).write_text(older + line, "utf-8")
    take_rulings(store)
    undo(store)

    assert "times" not in fold_of(store, "post")


def test_where_the_database_fails_the_file_keeps_its_lines(store: Store) -> None:
    """They are the truth, and are deleted last."""
    split(store, "post")
    decided = file_of(store).read_text("utf-8")
    with store.write() as tx:
        refuse = "SELECT RAISE(ABORT, 'full')"
        tx.execute(text(f"CREATE TRIGGER no BEFORE DELETE ON rulings BEGIN {refuse}; END"))
    with pytest.raises(IntegrityError):
        take_back(store)

    assert decided == file_of(store).read_text("utf-8")
