"""Whatever comes in, memberships are determined, stable and well formed."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from stories import NOON, a_story

from feeds.dedupe import dedupe_stories, sketch_story
from feeds.model import Candidate, Level, Membership, Ruling, Sketch

# Few words and few keys, so that stories often meet.
WORDS = (
    "aubeval boiler bridge dam explodes flood gates harbour meadowbrook orchestra strike".split()
)
KEYS = [(), ("guid:tag:a.example,2026:1",), ("url:https://a.example/x",), ("url:https://b/",)]


@st.composite
def sketches(draw: st.DrawFn, most: int = 10) -> list[Sketch]:
    """Stories with different ids that share words, keys, sources and times."""
    texts = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
    count = draw(st.integers(0, most))
    return [
        sketch_story(
            a_story(
                str(number),
                guid="tag:a.example,2026:1",
                keys=draw(st.sampled_from(KEYS)),
                headline=draw(
                    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
                ),
                body_text=draw(texts),
                source_id=draw(st.sampled_from(["post", "times"])),
                language=draw(st.sampled_from([None, "de", "en-gb"])),
                first_seen=NOON + timedelta(hours=draw(st.integers(0, 200))),
            )
        )
        for number in range(count)
    ]


def remember(placed: list[Sketch], memberships: tuple[Membership, ...]) -> list[Candidate]:
    """Hold what was placed."""
    pairs = zip(placed, memberships, strict=True)
    return [Candidate(sketch=one, membership=membership) for one, membership in pairs]


@given(
    words=st.lists(st.text("bdgklmnprtv", min_size=4, max_size=9), min_size=2, max_size=12),
    minutes=st.integers(0, 600),
)
def test_a_headline_that_two_print_is_one_event(words: list[str], minutes: int) -> None:
    """Whatever its words weigh, as long as two of them tell something."""
    assume(len({word[:6] for word in words}) > 1)
    told = [
        a_story(
            source,
            source_id=source,
            keys=(),
            headline=" ".join(words),
            body_text="",
            first_seen=NOON + timedelta(minutes=minutes) * number,
        )
        for number, source in enumerate(("post", "times"))
    ]
    _, later = dedupe_stories([sketch_story(story) for story in told], [])

    assert Level.EVENT is later.level


@given(batch=sketches())
def test_every_story_gets_one_place_that_exists(batch: list[Sketch]) -> None:
    """In input order; a founder founds itself, and what was copied was told before."""
    placed = dedupe_stories(batch, [])
    by_id = {membership.story_id: membership for membership in placed}

    assert [one.story_id for one in batch] == [membership.story_id for membership in placed]
    told = {sketch.story_id: (sketch.told, sketch.story_id) for sketch in batch}
    for one in placed:
        assert by_id[one.event_id].event_id == one.event_id
        assert by_id[one.copies_id].copies_id == one.copies_id
        assert by_id[one.copies_id].fold_id == one.fold_id
        assert by_id[one.fold_id].event_id == one.event_id
        assert 0.0 <= one.score <= 1.0
        alone = one.level is Level.ALONE
        assert alone == (one.twin_id is None) == (one.reason == "")
        if one.level in {Level.SAME, Level.COPY}:
            assert told[str(one.twin_id)] < told[one.story_id]


@given(batch=sketches(), data=st.data())
def test_the_order_of_a_batch_does_not_matter(batch: list[Sketch], data: st.DataObject) -> None:
    """Whichever source answers first, the same stories found the same folds."""
    shuffled = data.draw(st.permutations(batch))

    assert set(dedupe_stories(batch, [])) == set(dedupe_stories(shuffled, []))


@given(held=sketches())
def test_nothing_moves_where_nothing_is_new(held: list[Sketch]) -> None:
    """Looking at all events again gives what stands there."""
    assert dedupe_stories([], [], remember(held, dedupe_stories(held, []))) == ()


@given(held=sketches(), later=sketches(4))
def test_two_groups_never_go_by_one_id(held: list[Sketch], later: list[Sketch]) -> None:
    """Whatever moves: stories of one fold are of one event, and copies of one fold."""
    new = [replace(one, story_id=f"new-{one.story_id}") for one in later]
    places = {one.story_id: one for one in dedupe_stories(held, [])}
    whole = remember(held, tuple(places.values()))

    places |= {one.story_id: one for one in dedupe_stories(new, whole, whole)}

    for finer, wider in (("copies_id", "fold_id"), ("fold_id", "event_id")):
        of = {(getattr(one, finer), getattr(one, wider)) for one in places.values()}
        assert len(of) == len({name for name, _ in of})


@given(held=sketches(), data=st.data())
def test_the_order_of_candidates_does_not_matter(held: list[Sketch], data: st.DataObject) -> None:
    """The same memory gives the same places."""
    half = len(held) // 2
    candidates = remember(held[:half], dedupe_stories(held[:half], []))
    shuffled = data.draw(st.permutations(candidates))

    assert dedupe_stories(held[half:], candidates) == dedupe_stories(held[half:], shuffled)


@given(held=sketches(), later=sketches(4))
def test_a_place_once_given_is_never_moved(held: list[Sketch], later: list[Sketch]) -> None:
    """Stories that come again, changed or not, stay where they are."""
    first = dedupe_stories(held, [])

    assert dedupe_stories([*later, *held], remember(held, first))[len(later) :] == first


@given(held=sketches(), later=sketches(4), data=st.data())
def test_evidence_leads_to_one_story_of_each_event(
    held: list[Sketch], later: list[Sketch], data: st.DataObject
) -> None:
    """From each story by its twin, and by that one's: none goes round in a circle."""
    new = [replace(one, story_id=f"new-{one.story_id}") for one in later]
    ids = [one.story_id for one in (*held, *new)]
    pairs = st.tuples(st.sampled_from(ids or ["-"]), st.sampled_from(ids or ["-"]))
    rulings = [
        Ruling(story_id=min(pair), other_id=max(pair), together=True, ruled=NOON)
        for pair in data.draw(st.lists(pairs, max_size=3))
        if pair[0] != pair[1]
    ]
    places = {one.story_id: one for one in dedupe_stories(held, [], rulings=rulings)}
    whole = remember(held, tuple(places.values()))

    places |= {one.story_id: one for one in dedupe_stories(new, whole, whole, rulings=rulings)}

    ends = {(one.event_id, _follow(one, places)) for one in places.values()}
    assert len(ends) == len({one.event_id for one in places.values()})


def _follow(place: Membership, places: dict[str, Membership]) -> str:
    """The story to which evidence leads at last."""
    seen = set[str]()
    while place.twin_id is not None:
        assert place.story_id not in seen
        seen.add(place.story_id)
        place = places[place.twin_id]
    return place.story_id
