"""Which remembered events a new report may tell, and who founds a set of copies."""

from itertools import permutations

from stories import NOON, a_place, a_story

from feeds.dedupe import Deck, dedupe_stories, find_events, sketch_story
from feeds.model import Candidate, Sketch

STRIKE = "Dockers strike over pensions at Aubeval harbour"


def report(headline: str, text: str = "", *, minute: int = 0) -> Sketch:
    """A sketch of a report by a source of its own, told so many minutes past noon."""
    name = f"{headline} {minute}"
    seen = NOON.replace(minute=minute)
    return sketch_story(
        a_story(
            name,
            source_id=name,
            keys=(),
            headline=headline,
            body_text=text,
            language="en",
            first_seen=seen,
        )
    )


def remember(headline: str, text: str = "") -> Candidate:
    """A report that is remembered, an event of its own."""
    told = report(headline, text)
    own = told.story_id.removeprefix("id-")
    return Candidate(sketch=told, membership=a_place(a_story(own)))


def test_a_report_is_compared_with_the_two_events_it_is_nearest_to() -> None:
    """Whatever the order in which they are remembered: all reports of these are looked at."""
    signed = [
        remember("Dockers of Ostmark march over pensions"),
        remember("Strike of dockers shuts Aubeval harbour over pensions"),
        remember("Harbour festival in Ostmark draws dockers"),
        remember("Harbour of Aubeval shut by dockers"),
    ]
    new = report(STRIKE)
    nearest = [signed[1].membership.event_id, signed[3].membership.event_id]

    for some in permutations(signed):
        assert list(find_events([new], some, Deck())) == nearest


def test_a_report_that_shares_one_word_of_many_is_compared_with_no_event() -> None:
    """It hardly joins it, and to look at all of its reports costs time."""
    choir = remember("Harbour choir sings", "Bees and birds love roses.")
    new = report(STRIKE, "Cranes stood still and lorries queued for miles.")

    assert find_events([new], [choir], Deck()) == {}


def test_reports_of_one_batch_are_no_remembered_events() -> None:
    """They are compared with each other anyway."""
    one, other = report(STRIKE), report("Strike of dockers shuts Aubeval harbour over pensions")
    known = remember("Harbour of Aubeval shut by dockers")

    assert find_events([one, other], [], Deck()) == {}
    assert find_events([one, other], [known], Deck()) == {known.membership.event_id: [one, other]}


def test_of_copies_in_one_batch_the_first_told_gives_the_id() -> None:
    """In whatever order they come: an id that changed would be a new entry for a reader."""
    text = " ".join(f"{'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}um" for n in range(90))
    told = [report(f"Dam {minute}", text, minute=minute) for minute in (3, 1, 2)]

    for some in permutations(told):
        assert {place.copies_id for place in dedupe_stories(some, ())} == {told[1].story_id}
