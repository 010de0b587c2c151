"""What an editor decides goes before all evidence."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from counting import count_lines
from hypothesis import given
from hypothesis import strategies as st
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


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()),
        max_size=14,
    )
)
def test_what_cannot_be_obeyed_beside_a_later_word_is_void(
    said: list[tuple[str, str, bool]],
) -> None:
    """Whatever is said: it holds if no two that are parted hang together with it."""
    rulings = [rule(one, other, together=it) for one, other, it in said if one != other]
    holding: list[Ruling] = []
    for ruling in reversed(rulings):
        if not _contradict([ruling, *holding]):
            holding.insert(0, ruling)

    assert tuple(holding) == settle_rulings(rulings)


def _contradict(rulings: Sequence[Ruling]) -> bool:
    """Whether two stories are parted that hang together."""
    together = {ruling.story_id: {ruling.story_id} for ruling in rulings}
    together |= {ruling.other_id: {ruling.other_id} for ruling in rulings}
    for ruling in rulings:
        if ruling.together:
            one = together[ruling.story_id] | together[ruling.other_id]
            together |= dict.fromkeys(one, one)
    return any(it.other_id in together[it.story_id] for it in rulings if not it.together)


def test_a_ruling_among_many_costs_no_more_than_among_a_few() -> None:
    """One story is put together with hundreds and parted from hundreds: lines are counted."""

    def count(size: int) -> int:
        apart = [rule(f"b{n}", "a", together=False) for n in range(size)]
        one = [rule("a", f"c{n}", together=True) for n in range(size)]
        other = [rule(f"d{n}", "a", together=True) for n in range(size)]
        return count_lines(lambda: settle_rulings([*one, *other, *apart]))

    assert count(400) < 5 * count(100)


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
    first, second = sorted(placed, key=lambda it: it.level is Level.RULED)
    assert (first.level, first.twin_id) == (Level.ALONE, None)
    assert (second.twin_id, second.score) == (first.story_id, 1.0)
    assert second.reason == "an editor put them together"


def test_where_words_put_stories_together_too_they_are_the_evidence() -> None:
    """An editor said what was known; the first still has none."""
    one, other = reports("a", "b")

    placed = dedupe_stories([one, other], [], rulings=[rule("a", "b", together=True)])

    assert {Level.ALONE, Level.EVENT} == {it.level for it in placed}
    assert dedupe_stories([one, other], []) == placed


def test_what_an_editor_puts_together_draws_in_no_others() -> None:
    """A story is as near to two that share no word as it is to the nearer of them."""
    near, far, third = reports("a", "b")[0], sketch("Orchestra"), reports("a", "b")[1]
    alone = dedupe_stories([near, third], [])

    placed = dedupe_stories([near, far, third], [], rulings=[rule("a", "Orchestra", together=True)])

    scores = [[it.score for it in some if it.level is Level.EVENT] for some in (alone, placed)]
    assert scores[0] == pytest.approx(scores[1], abs=0.001) != []


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
