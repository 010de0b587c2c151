"""By which evidence stories of one entry came together."""

from stories import a_place, a_story

from feeds.model import Level, Membership
from feeds.pipeline.evidence import list_joined, trace_between


def a_step(name: str, twin: str, level: Level = Level.EVENT, fold: str = "first") -> Membership:
    """The place of a story of the event that the first one founded."""
    fields = {"fold_id": f"id-{fold}", "event_id": "id-first", "twin_id": f"id-{twin}"}
    return a_place(a_story(name), level=level, **fields)


FOUNDER = a_place(a_story("first"))
ONE, TOP, TWO = a_step("left", "first"), a_step("leaf", "left"), a_step("right", "first")
GUESS = a_step("maybe", "right", Level.MAYBE, fold="maybe")
ALL = (FOUNDER, ONE, TOP, TWO, GUESS)


def test_evidence_leads_from_one_story_over_others_to_the_other() -> None:
    """Up to where both ways meet, and down again; whichever is asked for first."""
    assert (TOP, ONE, TWO) == trace_between(TOP, TWO, ALL)
    assert (TWO, TOP, ONE) == trace_between(TWO, TOP, ALL)


def test_what_both_have_in_common_is_not_told() -> None:
    """One that was matched with the other says all; the founder was matched with nothing."""
    assert (TOP,) == trace_between(TOP, ONE, ALL) == trace_between(ONE, TOP, ALL)
    assert (TOP, ONE) == trace_between(FOUNDER, TOP, ALL)


def test_nothing_leads_to_what_is_possibly_the_same() -> None:
    """It is in another entry, whatever it was matched with."""
    assert () == trace_between(GUESS, TWO, ALL) == trace_between(TWO, GUESS, ALL)


def test_what_joined_a_story_is_told_from_the_nearest_on() -> None:
    """Through others too, and each once; what leads elsewhere, or is possible only, is not."""
    first, second, third, *others = (a_story(name) for name in "abcdefg")
    beside, maybe, alone, left = others
    fold = {"fold_id": first.id, "event_id": first.id, "level": Level.EVENT}
    founder = a_place(first)
    near, far = a_place(second, **fold, twin_id=first.id), a_place(third, **fold, twin_id=second.id)
    twin = a_place(beside, **fold, twin_id=first.id)
    possible = a_place(maybe, event_id=first.id, level=Level.MAYBE, twin_id=second.id)
    gone = a_place(left, level=Level.EVENT, twin_id=first.id)
    everything = (far, near, possible, founder, twin, a_place(alone), gone)

    assert (near, twin, far) == list_joined(founder, everything)
    assert (far,) == list_joined(near, everything)
    assert () == list_joined(far, everything) == list_joined(a_place(alone), everything)
