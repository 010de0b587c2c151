"""What an editor decides goes before all evidence."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from typing import Any

from stories import NOON, a_story

from feeds.dedupe import dedupe_stories, sketch_story
from feeds.dedupe.rulings import settle_rulings
from feeds.model import Candidate, Level, Membership, Ruling, Sketch

HOUR = timedelta(hours=1)
STRIKE = "Meadowbrook boiler strike in Aubeval continues"
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))


def rule(one: str, other: str, *, together: bool, hours: int = 0) -> Ruling:
    """A decision about two stories, so many hours after noon."""
    ruled = NOON + hours * HOUR
    return Ruling(story_id=f"id-{one}", other_id=f"id-{other}", together=together, ruled=ruled)


def sketch(name: str, hours: int = 0, **fields: Any) -> Sketch:
    """A story told so many hours after noon, by a source of its own."""
    told = {"keys": (), "source_id": f"s-{name}", "first_seen": NOON + hours * HOUR}
    return sketch_story(a_story(name, **told | fields))


def copies(*names: str) -> list[Sketch]:
    """Stories with one text, told in this order."""
    return [sketch(name, hours, body_text=TEXT) for hours, name in enumerate(names)]


def reports(*names: str) -> list[Sketch]:
    """Reports of one strike in few words, told in this order."""
    return [sketch(name, hours, headline=STRIKE, body_text="") for hours, name in enumerate(names)]


def remember(sketches: Sequence[Sketch], rulings: Sequence[Ruling] = ()) -> list[Candidate]:
    """The same, placed and remembered."""
    places = dedupe_stories(sketches, [], rulings=rulings)
    return [Candidate(sketch=s, membership=m) for s, m in zip(sketches, places, strict=True)]


def place_again(
    held: Sequence[Candidate], rulings: Sequence[Ruling], *new: Sketch
) -> dict[str, Membership]:
    """Where all stand after a ruling about what is held, by name."""
    anew = {one.sketch.story_id for one in held}
    sketches = [*(one.sketch for one in held), *new]
    placed = dedupe_stories(sketches, held, held, rulings=rulings, anew=anew)
    return {one.story_id.removeprefix("id-"): one for one in placed}


def test_the_last_word_holds() -> None:
    """Said twice of two stories, and of three that cannot all be obeyed."""
    apart = rule("a", "b", together=False, hours=2)
    again = rule("a", "b", together=True, hours=3)
    left, right = rule("a", "c", together=True), rule("b", "c", together=True, hours=1)

    assert (again,) == settle_rulings([apart, again])
    assert (right, apart) == settle_rulings([left, right, apart])
    assert (left, right, again) == settle_rulings([left, right, apart, again])


def test_who_is_parted_from_two_that_a_third_holds_together_is_free() -> None:
    """An earlier word about the third does not hold them: it stays with the other."""
    rulings = [
        rule("a", "c", together=True),
        rule("b", "c", together=True, hours=1),
        rule("a", "b", together=False, hours=2),
    ]

    folds = {
        one.story_id: one.fold_id for one in dedupe_stories(reports(*"abc"), [], rulings=rulings)
    }

    assert folds["id-a"] != folds["id-b"]
    assert folds["id-c"] == folds["id-b"]


def test_what_an_editor_parted_are_no_copies_in_whatever_order_they_come() -> None:
    """After a rebuild too, and a third copy goes to one of them."""
    rulings = [rule("a", "b", together=False)]
    for order in permutations(copies("a", "b", "c")):
        placed = {one.story_id: one for one in dedupe_stories(order, [], rulings=rulings)}
        sets = [placed[f"id-{name}"].copies_id for name in "abc"]

        assert sets[0] != sets[1]
        assert sets[2] in sets[:2]
        assert placed["id-a"].event_id != placed["id-b"].event_id


def test_a_copy_wrongly_folded_leaves_its_set_and_the_others_keep_their_id() -> None:
    """It stands alone; a copy that comes later joins the others."""
    rulings = [rule("c", name, together=False) for name in "ab"]

    placed = place_again(remember(copies(*"abc")), rulings, sketch("d", 3, body_text=TEXT))

    assert {"id-a"} == {placed[name].copies_id for name in "abd"}
    assert {"id-a"} == {placed[name].fold_id for name in "abd"}
    assert {"id-c"} == {placed["c"].copies_id, placed["c"].fold_id, placed["c"].event_id}
    assert (Level.ALONE, None) == (placed["c"].level, placed["c"].twin_id)


def test_where_the_founder_is_parted_the_others_keep_the_id() -> None:
    """Most of the entry stays, so it is the same entry; the founder goes by another id."""
    rulings = [rule("a", name, together=False) for name in "bc"]

    placed = place_again(remember(copies(*"abc")), rulings)

    assert {"id-a"} == {placed[name].copies_id for name in "bc"}
    assert {"id-a"} == {placed[name].fold_id for name in "bc"}
    assert "id-b" == placed["c"].twin_id
    assert "id-a" not in {placed["a"].copies_id, placed["a"].fold_id}


def test_copies_put_together_again_are_copies_again() -> None:
    """With the evidence of before, and under the id of before."""
    whole = remember(copies(*"abc"))
    apart = [rule("c", name, together=False) for name in "ab"]
    parted = place_again(whole, apart)
    held = [
        Candidate(sketch=one.sketch, membership=parted[one.sketch.story_id.removeprefix("id-")])
        for one in whole
    ]

    again = [rule("a", name, together=True, hours=1) for name in "bc"]

    placed = place_again(held, [*apart, *again])

    assert {one.membership for one in whole} == set(placed.values())


def test_what_is_put_together_says_that_an_editor_did() -> None:
    """Stories that share no word are one fold, and the reason is no shared word."""
    one, other = sketch("Orchestra"), sketch("Ferry", body_text="")

    placed = dedupe_stories([one, other], [], rulings=[rule("Orchestra", "Ferry", together=True)])

    assert 1 == len({it.fold_id for it in placed})
    assert {it.copies_id for it in placed} == {one.story_id, other.story_id}
    assert {(Level.RULED, "an editor put them together", 1.0)} == {
        (it.level, it.reason, it.score) for it in placed
    }


def test_what_an_editor_adds_parts_nobody_from_those_it_was_folded_with() -> None:
    """A story without a word in common would else lower the mean below what is asked for."""
    names = ("Orchestra", "Ferry", "Glazier", "Lantern", "Harbour", "Violin", "Cellar", "Meadow")
    strangers = [sketch(name, headline=name, body_text="") for name in names]
    rulings = [rule("a", one.story_id.removeprefix("id-"), together=True) for one in strangers]

    placed = dedupe_stories([*reports("a", "b"), *strangers], [], rulings=rulings)

    assert 1 == len({it.fold_id for it in placed})


def test_the_last_word_holds_for_all_copies_of_a_text() -> None:
    """What is said of one copy and later otherwise of another."""
    held = [*copies("a", "copy"), *reports("b")]
    apart, together = rule("a", "b", together=False), rule("copy", "b", together=True, hours=1)
    after = rule("a", "b", together=False, hours=2)

    joined = dedupe_stories(held, [], rulings=[apart, together])
    parted = dedupe_stories(held, [], rulings=[together, after])

    assert (1, 2) == (len({it.fold_id for it in joined}), len({it.fold_id for it in parted}))
