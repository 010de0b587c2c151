"""Events that are not grouped again when something comes."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from stories import a_place, a_sketch, a_story

from feeds.dedupe import Deck, choose_standing, dedupe_stories, list_callers, sketch_story
from feeds.dedupe.events.standing import recall_tree
from feeds.dedupe.naming import name_groups
from feeds.model import Candidate, Level, Membership, Sketch, Standing

ABOUT = "harbour strike Aubeval ferries dockers union Marwick offer talks pensions".split()
ELSE = "glacier lake Ostmark villages flood dam warning pumps engineers valley".split()


def tell(number: int, about: Sequence[str] = ABOUT) -> Sketch:
    """A report in some of the words that all use, and in words of its own."""
    rng = Random(number)  # noqa: S311 - no secret
    own = ["".join(rng.choice("bcdfglmnprst") + rng.choice("aeiou") for _ in "abc") for _ in ABOUT]
    return sketch_story(
        a_story(
            f"{about[0]}{number:02}",
            source_id=f"paper{number}",
            keys=(),
            headline=" ".join(rng.sample(about, 6)).capitalize(),
            body_text=" ".join((*rng.sample(about, 7), *own)),
            language="en",
        )
    )


def hold(sketches: Sequence[Sketch]) -> list[Candidate]:
    """Remember reports as they are placed together."""
    places = dedupe_stories(sketches, [])
    return [Candidate(sketch=it, membership=at) for it, at in zip(sketches, places, strict=True)]


def stand(held: Sequence[Candidate], share: float = 1.0) -> Standing:
    """Let their event stand."""
    texts = {one.sketch.story_id: one.membership for one in held}
    (event_id,) = {one.membership.event_id for one in held}
    return Standing(event_id=event_id, texts=texts, share=share)


def test_an_event_is_grouped_again_while_it_is_small_and_when_it_has_grown() -> None:
    """By a quarter: 20 texts and one more are no reason, 24 and one more are; of 500 none is."""
    sizes = {"small": 7, "large": 20, "grown": 24, "asked": 24, "near": 499, "huge": 500}
    coming = {"small": 0, "large": 1, "grown": 1, "near": 500, "huge": 500}

    assert choose_standing(sizes, coming, 500) == {"large", "asked", "huge"}


def test_a_report_finds_the_place_it_would_have_if_all_were_compared() -> None:
    """Whether all that stand are looked at or some are silent; and none of them is touched."""
    held = hold([tell(number) for number in range(16)])
    (event_id,) = {one.membership.event_id for one in held}
    new = tell(90)
    first = [one for one in held if one.membership.level is Level.ALONE]
    near = [one for one in held if not set(new.signs).isdisjoint(one.sketch.signs)]
    (whole, *_) = dedupe_stories([new], [], held)

    for some in (held, list({one.sketch.story_id: one for one in (*first, *near)}.values())):
        (placed,) = dedupe_stories([new], [], some, standing=[stand(held)])
        assert (placed.event_id, placed.fold_id, placed.level) == (
            event_id,
            whole.fold_id,
            whole.level,
        )
        assert abs(placed.score - whole.score) < 0.02


def test_who_is_near_to_few_of_many_is_not_of_their_event() -> None:
    """The silent count: three near ones of eight would do, and of forty they do not."""
    held = hold([tell(number) for number in range(12)])
    stranger = tell(91, [*ABOUT[:6], *ELSE[:4]])
    others = [
        replace(held[0].membership, story_id=f"id-silent{n}", level=Level.MAYBE, score=0.9)
        for n in range(400)
    ]
    few = stand(held)
    many = replace(few, texts={**few.texts, **{it.story_id: it for it in others}})

    (joined,) = dedupe_stories([stranger], [], held, standing=[few])
    (alone,) = dedupe_stories([stranger], [], held, standing=[many])

    assert joined.event_id == few.event_id
    assert alone.event_id == stranger.story_id


def test_what_stands_is_not_compared_with_each_other() -> None:
    """What comes is compared with all of it, once."""
    held = hold([tell(number) for number in range(30)])
    deck = Deck()
    dedupe_stories([tell(90)], [], held, deck, standing=[stand(held)])

    cards = deck.lay_out([one.sketch for one in held])
    assert sum(len(card.measured) for card in cards) <= len(held)


def test_two_events_that_stand_are_not_joined() -> None:
    """Not all of their stories are here, so the others would be left behind."""
    strike = hold([tell(number) for number in range(9)])
    flood = hold([tell(number, ELSE) for number in range(9)])
    both = tell(92, [*ABOUT[:5], *ELSE[:5]])
    standing = [stand(strike), stand(flood)]

    (placed,) = dedupe_stories([both], [], [*strike, *flood], standing=standing)

    assert placed.event_id in {both.story_id, standing[0].event_id, standing[1].event_id}


def test_who_was_told_before_all_of_an_event_that_stands_is_its_first() -> None:
    """The one that had been leads to it, and the event keeps its id."""
    held = hold([tell(number) for number in range(9)])
    early = replace(tell(90), told=held[0].sketch.told.replace(hour=1))

    first, *moved = dedupe_stories([early], [], held, standing=[stand(held)])

    assert (first.level, first.event_id) == (Level.ALONE, held[0].membership.event_id)
    (led,) = moved
    assert (led.story_id, led.twin_id) == (held[0].sketch.story_id, early.story_id)


def test_a_name_stays_with_those_that_are_here_of_what_stands() -> None:
    """However few they are: the others go by it, too."""
    groups = (["a", "x", "y", "z"], ["b"])
    known = {"a": "id", "x": "other", "y": "other", "z": "other", "b": "next"}

    assert name_groups(groups, known) == ("other", "next")
    assert name_groups(groups, known, standing={"id"}) == ("id", "next")


def test_a_name_that_was_made_is_not_made_again() -> None:
    """A group that is not here may go by it, of which the story was part."""
    (_, made) = name_groups((["y", "z"], ["x"]), {"x": "id", "y": "id", "z": "id"})
    (_, again) = name_groups((["v", "w"], ["x"]), {"x": made, "v": made, "w": made})

    assert len({"id", "x", made, again}) == 4


def test_what_comes_calls_for_what_is_near_to_it_or_to_what_it_may_bring() -> None:
    """By the signs of the new, and of the reports of other events that it may tell."""
    new, other = a_story("new"), a_story("other")
    coming = [a_sketch(new, terms=("*dam", "flood")), a_sketch(other, terms=("pope",))]
    held = a_sketch(a_story("held"), terms=("lake",))
    place = a_place(a_story("held"), event_id="small")
    reports = [Candidate(sketch=held, membership=place)]

    called = list_callers({"large": coming[:1], "small": coming[:1], "else": coming[1:]}, reports)

    assert called["large"] == {"dam", "flood", "lake"}
    assert called["else"] == {"pope"}


def test_a_text_whose_twin_went_elsewhere_stays_with_its_fold() -> None:
    """Or with the first of its event: nothing of what stands comes apart."""
    held = hold([tell(number) for number in range(9)])
    lost = [replace(it, membership=_lose(it.membership)) for it in held]

    assert len(dedupe_stories([tell(90)], [], lost, standing=[stand(lost)])) == 1


def _lose(place: Membership) -> Membership:
    return place if place.level is Level.ALONE else replace(place, twin_id="id-elsewhere")


def test_the_texts_of_an_event_are_bound_once_each() -> None:
    """Each but the first to what it joined; more only where that is not here, or not its fold."""
    held = hold([tell(number) for number in range(16)])
    places = [one.membership for one in held]
    rows = {place.story_id: row for row, place in enumerate(places)}

    bonds = recall_tree(places, rows, [stand(held)]).bonds

    assert len(bonds) == 15
    assert {row for bond in bonds for row in (bond.row, bond.other)} == set(range(16))
    assert [bond.near for bond in bonds] == sorted((it.score for it in places), reverse=True)[:15]


def test_the_fold_of_an_event_whose_twin_is_elsewhere_is_still_bound() -> None:
    """To its founder; and a founder to the first, though not folded with it."""
    homes = {"a": ("a", None), "b": ("b", "gone"), "c": ("b", "gone")}
    places = {
        name: a_place(a_story(name), event_id="a", fold_id=fold, twin_id=twin)
        for name, (fold, twin) in homes.items()
    }
    standing = Standing(event_id="a", texts=places)

    bonds = recall_tree(list(places.values()), {"a": 0, "b": 1, "c": 2}, [standing]).bonds

    assert {(bond.row, bond.other, bond.sure) for bond in bonds} == {(1, 0, False), (2, 1, True)}


def test_of_two_ids_a_group_keeps_that_of_the_story_that_stayed() -> None:
    """What is looked up again comes to the others, though it was told first."""
    groups, known = (["flash", "text"],), {"flash": "flash", "text": "text"}

    assert name_groups(groups, known, free={"flash"}) == ("text",)
    assert name_groups(groups, known) == ("flash",)
