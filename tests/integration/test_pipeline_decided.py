"""What came of decisions of editors, in a real database and in the file beside it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from polls import tell_stories
from stories import NOON, a_story

from feeds.errors import DataError
from feeds.model import Config, Story
from feeds.pipeline.decided import (
    Decision,
    Effect,
    list_decisions,
    list_headlines,
    list_overruled,
)
from feeds.pipeline.overrule import merge_stories, split_story
from feeds.pipeline.rulings import take_back, take_rulings
from feeds.pipeline.why import explain_story
from feeds.store import Store, locate_rulings, open_store

STRIKE = "Harbour strike in Aubeval halts ferries as dockers and union Marwick reject offer"
DAM = (
    "Engineers in Aubeval said on Monday that the old dam above the town would hold through the "
    "winter, after divers inspected the foundations for three days and found no new cracks."
)
TOLD = {"post": STRIKE, "mail": f"{STRIKE} again", "echo": "Hail", "star": "Orchestra tours"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two reports of one event, and two others."""
    with open_store(tmp_path / "wiredesk.db") as opened:
        tell_stories(opened, [report(name, headline) for name, headline in TOLD.items()])
        yield opened


def report(name: str, headline: str, text: str = "") -> Story:
    """One outlet tells something."""
    return a_story(name, source_id=name, headline=headline, body_text=text)


def split(store: Store, one: str, other: str | None = None) -> None:
    """Part a story from another, or from all."""
    assert split_story(store, f"id-{one}", f"id-{other}" if other else None, NOON).rulings


def merge(store: Store, one: str, other: str) -> None:
    """Put two together."""
    merge_stories(store, f"id-{one}", f"id-{other}", NOON)


def effects(store: Store) -> list[Effect]:
    """Return what came of each decision, the last first."""
    return [one.effect for one in list_decisions(store)]


def test_nothing_was_decided(store: Store) -> None:
    """There is no file then, and nothing to list."""
    assert () == list_decisions(store)


def test_the_last_decision_comes_first(store: Store) -> None:
    """Both hold, for they are about different stories."""
    split(store, "post")
    merge(store, "echo", "star")
    last, first = list_decisions(store)

    assert [Effect.HOLDS, Effect.HOLDS] == effects(store)
    assert (True, False) == (last.rulings[0].together, first.rulings[0].together)
    assert last.ruled > first.ruled


def test_who_decides_otherwise_overrules(store: Store) -> None:
    """The last word about two stories counts; one that says the same overrules nothing."""
    split(store, "post", "mail")
    split(store, "post", "mail")
    before = list_decisions(store)
    merge(store, "post", "mail")
    after = list_decisions(store)

    assert [Effect.HOLDS, Effect.HOLDS] == [one.effect for one in before]
    assert [Effect.HOLDS, Effect.OVERRULED, Effect.OVERRULED] == [one.effect for one in after]
    assert (after[0].ruled,) == after[1].overruled_by == after[2].overruled_by
    assert tuple(one.ruled for one in reversed(before)) == list_overruled(before, after)


def test_a_part_of_a_decision_is_overruled(store: Store) -> None:
    """Of a split from three, one is put together again."""
    merge(store, "post", "star")
    merge(store, "post", "echo")
    split(store, "post")
    merge(store, "post", "mail")
    made = list_decisions(store)

    assert 3 == len(made[1].rulings)
    assert [Effect.HOLDS, Effect.IN_PART] == [one.effect for one in made[:2]]
    assert (made[0].ruled,) == made[1].overruled_by


def test_what_contradicts_later_decisions_about_others_is_overruled(store: Store) -> None:
    """Two that a third holds together are parted: the earlier word about the third is void."""
    merge(store, "echo", "star")
    merge(store, "star", "post")
    split(store, "echo", "post")

    assert [Effect.HOLDS, Effect.IN_PART, Effect.OVERRULED] == effects(store)
    assert () == list_decisions(store)[2].overruled_by


def test_a_copy_stands_for_its_text(store: Store) -> None:
    """Who parts a copy from another story parts the text from it, put together before or not."""
    tell_stories(store, [report("one", "Dam holds", DAM)])
    merge(store, "one", "echo")
    tell_stories(store, [report("copy", "Dam holds in winter", DAM)])
    split(store, "copy", "echo")

    last, first = list_decisions(store)
    assert [Effect.HOLDS, Effect.OVERRULED] == [last.effect, first.effect]
    assert (last.ruled,) == first.overruled_by
    why = explain_story(store, "id-one", Config(sources=(), topics=()), (), NOON)
    assert () == why.rulings


def test_what_was_overruled_through_a_copy_hinders_no_undo(store: Store) -> None:
    """All stands again, for the merge held no more before the last decision either."""
    tell_stories(store, [report("one", "Dam holds", DAM), report("copy", "Dam in winter", DAM)])
    merge(store, "one", "echo")
    split(store, "copy", "echo")
    merge(store, "star", "echo")
    taken = take_back(store)

    assert taken
    assert taken.restored


def test_a_decision_waits_for_its_stories(tmp_path: Path, store: Store) -> None:
    """As after the loss of the database; once they are held, the next run obeys it."""
    split(store, "post")
    path = locate_rulings(store)
    assert path
    new = tmp_path / "new"
    new.mkdir()
    with open_store(new / "wiredesk.db") as empty:
        (new / path.name).write_bytes(path.read_bytes())
        assert [Effect.WAITS] == effects(empty)
        tell_stories(empty, [report(name, headline) for name, headline in TOLD.items()])
        assert [Effect.UNMET] == effects(empty)
        take_rulings(empty)
        assert [Effect.HOLDS] == effects(empty)


def test_what_was_deleted_from_the_file_is_listed_no_more(store: Store) -> None:
    """At once, though the next run obeys it; a file that is lost takes nothing back."""
    split(store, "post")
    path = locate_rulings(store)
    assert path
    said = path.read_text("utf-8")
    path.write_text("", "utf-8")
    emptied = effects(store)
    path.unlink()

    assert ([], [Effect.HOLDS]) == (emptied, effects(store))
    path.write_text(said.replace("split", "merge") + said, "utf-8")
    assert [((), Effect.HOLDS)] == [(it.overruled_by, it.effect) for it in list_decisions(store)]


def test_copies_that_were_parted_by_hand_are_parted_at_the_next_run(store: Store) -> None:
    """Until then it is not obeyed; nothing overrules it."""
    tell_stories(store, [report("one", "Dam holds", DAM), report("copy", "Dam in winter", DAM)])
    split(store, "one")
    path = locate_rulings(store)
    assert path
    said = path.read_text("utf-8")
    take_back(store)
    path.write_text(said, "utf-8")
    before = effects(store)
    take_rulings(store)

    assert ([Effect.UNMET], [Effect.HOLDS]) == (before, effects(store))


def test_a_decision_of_which_some_stories_stand_otherwise_holds_in_part(store: Store) -> None:
    """As where one line of it was deleted by hand, taken, and written again."""
    merge(store, "post", "star")
    split(store, "star")
    path = locate_rulings(store)
    assert path
    said = path.read_text("utf-8")
    path.write_text("".join(said.splitlines(keepends=True)[:-1]), "utf-8")
    take_rulings(store)
    path.write_text(said, "utf-8")

    assert Effect.IN_PART is effects(store)[0]


def test_a_line_that_cannot_be_read_is_told(store: Store) -> None:
    """Else a decision would be missing from the list without a word."""
    split(store, "post")
    path = locate_rulings(store)
    assert path
    path.write_text("nonsense\n", "utf-8")

    with pytest.raises(DataError, match=r"rulings\.jsonl:1: "):
        list_decisions(store)


def test_less_that_holds_is_what_is_overruled() -> None:
    """A decision that is gone from the list holds no more, too."""
    one = Decision(ruled=NOON, rulings=(), force=(), effect=Effect.OVERRULED)

    assert () == list_overruled([one], [])


@pytest.mark.parametrize(
    ("headlines", "found"),
    [
        (["The  dam\n holds", "Fair opens"], {"a": "The dam holds", "b": "Fair opens"}),
        (["", "Fair opens"], {"b": "Fair opens"}),
        (["The dam holds"], {"a": "The dam holds"}),
        (["\ud800", 7], {}),
        ("The dam", {}),
        (None, {}),
    ],
)
def test_headlines_are_read_as_far_as_they_are_written(
    store: Store, headlines: object, found: dict[str, str]
) -> None:
    """Nobody has to write them; a line that is no decision has none."""
    path = locate_rulings(store)
    assert path
    assert {} == list_headlines(store)
    line = {"decided": "2026-11-26T09:12:44Z", "said": "split", "story": "a", "other": "b"}
    lines = (line | {"headlines": headlines}, {"headlines": ["Moon"]})
    path.write_text("".join(f"{json.dumps(it)}\n" for it in lines), "utf-8")

    assert found == list_headlines(store)


def test_the_last_headline_that_was_written_counts(store: Store) -> None:
    """A story may have been revised between two decisions."""
    split(store, "post", "star")
    tell_stories(store, [report("star", "Orchestra tours the coast")])
    merge(store, "star", "post")

    assert "Orchestra tours the coast" == list_headlines(store)["id-star"]
