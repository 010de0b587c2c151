"""Stories in a real SQLite file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from stories import NOON, a_change, a_place, a_revision, a_sketch, a_story

from feeds.model import (
    Agency,
    Alert,
    Dateline,
    History,
    Inference,
    Kind,
    Level,
    Media,
    Ruling,
    SourceState,
    Story,
    Unchanged,
    Validators,
)
from feeds.store import (
    Store,
    add_selections,
    count_stories,
    find_candidates,
    find_signed,
    find_story_ids,
    forget_topics,
    list_reports,
    open_store,
    read_alerts,
    read_candidates,
    read_companions,
    read_histories,
    read_last_revisions,
    read_latest,
    read_memberships,
    read_reports,
    read_revisions,
    read_rulings,
    read_selected,
    read_source_states,
    read_topic_matches,
    recall_stories,
    remove_selections,
    replace_selections,
    save_alerts,
    save_changes,
    save_ruling,
    save_sightings,
    save_sketches,
    save_source_states,
    walk_stories,
)
from feeds.store.events import save_memberships
from feeds.store.tables import sketches


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with open_store(tmp_path / "wiredesk.db") as opened:
        yield opened


def keep(store: Store, *stories: Story) -> None:
    """Keep new stories, each alone."""
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        save_sketches(tx, [a_sketch(s) for s in stories], [a_place(s) for s in stories])


@pytest.mark.case("S-19")
def test_a_story_comes_back_as_it_was_kept(store: Store) -> None:
    """Every field of the schema survives."""
    story = a_story(
        dateline=Dateline(place="AUBEVAL", date="March 3"),
        agencies=(Agency(name="Reuters", role="quoted"),),
        byline=("Ida Moor",),
        published=NOON,
        media=(Media(url="https://post.example/a.jpg", medium="image", width=10),),
        inferred=(Inference(field="language", origin="detected"),),
        language="de",
    )
    keep(store, story)
    with store.read() as tx:
        assert {story.id: a_revision(story)} == read_last_revisions(tx, [story.id])


def test_a_source_recalls_its_stories_by_any_key(store: Store) -> None:
    """Identity keys lead to the story; another source's keys do not."""
    story = a_story()
    keep(store, story)
    with store.read() as tx:
        recalled = recall_stories(tx, "post", ["url:https://post.example/dam", "guid:other"])
        elsewhere = recall_stories(tx, "courier", story.keys)

    assert {"url:https://post.example/dam": story.id} == dict(recalled.ids)
    assert {story.id} == recalled.revisions.keys()
    assert {} == dict(elsewhere.ids)


def test_new_keys_of_an_unchanged_story_are_remembered(store: Store) -> None:
    """A guid that changed is known the next time."""
    keep(store, a_story())
    with store.write() as tx:
        save_sightings(tx, "post", [Unchanged(story_id="id-dam", keys=("guid:dam#2",))])
    with store.read() as tx:
        assert {"guid:dam#2": "id-dam"} == dict(recall_stories(tx, "post", ["guid:dam#2"]).ids)


def test_revisions_are_kept_whole_and_in_order(store: Store) -> None:
    """A revised story shows its last revision; the first one is still there."""
    first, second = a_story(), a_story(headline="The dam breaks")
    keep(store, first)
    change = a_change(second, previous=a_revision(first), kinds=(Kind.HEADLINE, Kind.BODY))
    with store.write() as tx:
        save_changes(tx, [change])
    with store.read() as tx:
        assert [first, second] == [r.story for r in read_revisions(tx, first.id)]
        assert change.revision == read_last_revisions(tx, [first.id])[first.id]
        assert 1 == count_stories(tx)


def test_a_story_stands_as_its_last_material_revision_left_it(store: Store) -> None:
    """A moved date is no reason to read again; what is withdrawn is so until restored."""
    keep(store, a_story())
    steps = [
        (Kind.HEADLINE, Kind.FIGURES),
        (Kind.DATE,),
        (Kind.WITHDRAWN,),
        (Kind.RESTORED,),
    ]
    stood = []
    for number, kinds in enumerate(steps, start=1):
        previous = a_revision(a_story(), number)
        seen = NOON + timedelta(hours=number)
        with store.write() as tx:
            save_changes(tx, [a_change(a_story(), previous=previous, kinds=kinds, seen=seen)])
        with store.read() as tx:
            stood.append(read_histories(tx, ["id-dam"])["id-dam"])

    assert [
        History(revised=NOON + timedelta(hours=1), kinds=steps[0]),
        History(revised=NOON + timedelta(hours=1), kinds=steps[0]),
        History(
            revised=NOON + timedelta(hours=3),
            kinds=(Kind.WITHDRAWN,),
            withdrawn=NOON + timedelta(hours=3),
        ),
        History(revised=NOON + timedelta(hours=4), kinds=(Kind.RESTORED,)),
    ] == stood


def test_nothing_of_a_failed_transaction_is_kept(store: Store) -> None:
    """All or nothing."""
    changes = [a_change(a_story(name)) for name in ("a", "b", "b")]
    with pytest.raises(IntegrityError), store.write() as tx:
        save_changes(tx, changes)
    with store.read() as tx:
        assert 0 == count_stories(tx)
        assert {} == dict(recall_stories(tx, "post", ["guid:a"]).ids)


def test_a_story_is_found_by_id_beginning_and_address(store: Store) -> None:
    """What a person has at hand names a story."""
    keep(store, a_story("dam"), a_story("dim"))
    with store.read() as tx:
        assert ("id-dam",) == find_story_ids(tx, "urn:uuid:id-dam")
        assert ("id-dam", "id-dim") == find_story_ids(tx, "id-d")
        assert ("id-dim",) == find_story_ids(tx, "https://post.example/dim")
        assert () == find_story_ids(tx, "id-%")


def test_an_entry_without_the_story_it_goes_by_names_the_first_of_its_stories(store: Store) -> None:
    """Readers have its id at hand; one of a story that is held names that story."""
    names = ("one", "two", "dam", "weir")
    keep(store, *(a_story(name) for name in names))
    places = {
        name: a_place(a_story(name), **fields)
        for name, fields in {
            "two": {"fold_id": "id-gone", "event_id": "id-gone"},
            "one": {"fold_id": "id-gone", "event_id": "id-gone"},
            "dam": {"copies_id": "id-lost"},
            "weir": {"fold_id": "id-dam"},
        }.items()
    }
    with store.write() as tx:
        save_memberships(tx, places.values())
    with store.read() as tx:
        assert ("id-one",) == find_story_ids(tx, "urn:uuid:id-gone")
        assert ("id-dam",) == find_story_ids(tx, "id-lost")
        assert ("id-dam",) == find_story_ids(tx, "id-dam")
        assert () == find_story_ids(tx, "id-los")


def test_candidates_share_a_mark(store: Store) -> None:
    """Stories are found by key or band however old, by their id, and a story finds itself."""
    long_ago = NOON - timedelta(days=300)
    old = a_story("old", published=long_ago)
    twin = a_story("twin", published=long_ago)
    recent = a_story("recent", published=NOON - timedelta(hours=1))
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in (old, twin, recent)])
        sketches = [
            a_sketch(old, keys=("guid:tag:x",), shingles=(1, -2), terms=("dam",), weights=(10,)),
            a_sketch(twin, bands=(7, 8)),
            a_sketch(recent),
        ]
        save_sketches(tx, sketches, [a_place(story) for story in (old, twin, recent)])
        wanted = [a_sketch(a_story("x"), keys=("guid:tag:x",)), a_sketch(a_story("y"), bands=(8,))]
        found = find_candidates(tx, wanted)
        itself = find_candidates(tx, [a_sketch(old)])
        named = read_candidates(tx, ["id-recent", "id-old", "id-unknown"])

    assert sketches[:2] == [candidate.sketch for candidate in found]
    assert ["id-old"] == [candidate.membership.story_id for candidate in itself]
    assert [sketches[0], sketches[2]] == [candidate.sketch for candidate in named]


def test_of_many_stories_with_one_mark_the_last_are_found(store: Store) -> None:
    """A notice in a thousand stories costs no more than one in thirty; nor does a long text."""
    stories = [a_story(f"n{n}") for n in range(80)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        made = [a_sketch(story, bands=(7, 100 + n)) for n, story in enumerate(stories)]
        made[5] = a_sketch(stories[5], bands=(7, 105, 300))
        save_sketches(tx, made, [a_place(story) for story in stories])
        notice = find_candidates(tx, [a_sketch(a_story("x"), bands=(7,))])
        many = tuple(range(100, 250))
        texts = find_candidates(tx, [a_sketch(a_story("x"), bands=many)])
        more = find_candidates(tx, [a_sketch(a_story("x"), bands=(*many, 300))])

    assert [f"id-n{n}" for n in range(50, 80)] == [it.sketch.story_id for it in notice]
    assert [f"id-n{n}" for n in range(40, 80)] == [it.sketch.story_id for it in texts]
    assert ["id-n5", "id-n41"] == [it.sketch.story_id for it in more][:2]


def test_stories_are_found_by_their_signs_within_three_days(store: Store) -> None:
    """With terms and signs only, for there may be many."""
    told = {"a": 0, "b": 71, "c": 24 * 5, "d": 1}
    stories = [a_story(it, published=NOON - timedelta(hours=told[it])) for it in told]
    known: dict[str, Any] = {
        "terms": ("*dam", "gates"),
        "weights": (8, 6),
        "spelled": ("Dam", "gates"),
        "names": ("dam gates",),
        "sentences": (0, 3_852_334_290),
        "publication": "lorne mail",
        "anonymous": True,
    }
    other = {"terms": ("*moon",), "weights": (10,), "spelled": ("Moon",)}
    bags = dict(zip(told, (known, known, known, other), strict=True))
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        made = [
            a_sketch(story, shingles=(1,), **bags[it])
            for it, story in zip(told, stories, strict=True)
        ]
        save_sketches(tx, made, [a_place(story) for story in stories])
        found = find_signed(tx, [(NOON, ("dam",), 1)])

    assert [a_sketch(story, **known) for story in stories[:2]] == [one.sketch for one in found]
    assert [a_place(story) for story in stories[:2]] == [one.membership for one in found]


def test_stories_kept_before_sentences_were_numbered_are_found(store: Store) -> None:
    """Their rows have none; nothing is known of these."""
    story = a_story("a", published=NOON)
    sketch = a_sketch(story, terms=("*dam",), weights=(8,), spelled=("Dam",), sentences=(7,))
    with store.write() as tx:
        save_changes(tx, [a_change(story)])
        save_sketches(tx, [sketch], [a_place(story)])
        tx.execute(update(sketches).values(sentences=None))
        (found,) = find_signed(tx, [(NOON, ("dam",), 1)])

    assert replace(sketch, sentences=()) == found.sketch


def test_of_many_stories_those_that_share_most_signs_are_found(store: Store) -> None:
    """A word that a thousand stories have costs no more than one that five have."""
    stories = [a_story(f"n{n}") for n in range(80)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        both = {"terms": ("dam", "gates"), "weights": (8, 6), "spelled": ("dam", "gates")}
        one = {"terms": ("dam",), "weights": (10,), "spelled": ("dam",)}
        bags = [both if n == 70 else one for n in range(80)]
        made = [a_sketch(story, **bag) for story, bag in zip(stories, bags, strict=True)]
        save_sketches(tx, made, [a_place(story) for story in stories])
        found = find_signed(tx, [(NOON, ("dam", "gates"), 1)])

    assert len(found) == 5
    assert "id-n70" in {one.sketch.story_id for one in found}


@pytest.mark.parametrize(("enough", "expected"), [(1, ["id-one", "id-two"]), (2, ["id-two"])])
def test_what_shares_too_few_signs_is_not_near(
    store: Store, enough: int, expected: Sequence[str]
) -> None:
    """How many are enough is said by who asks."""
    stories = [a_story("one"), a_story("two")]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        made = [
            a_sketch(story, terms=terms, weights=(9,) * len(terms), spelled=terms)
            for story, terms in zip(stories, (("a", "x"), ("a", "b")), strict=True)
        ]
        save_sketches(tx, made, [a_place(story) for story in stories])
        found = find_signed(tx, [(NOON, ("a", "b", "c"), enough)])

    assert expected == [one.sketch.story_id for one in found]


def test_the_latest_texts_are_those_that_came_last(store: Store) -> None:
    """One story of each set of copies, told in the days asked for."""
    stories = [a_story(f"n{n}", published=NOON - timedelta(days=n % 3)) for n in range(5)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        places = [a_place(story) for story in stories]
        places[3] = a_place(stories[3], copies_id="id-n0")
        save_sketches(tx, [a_sketch(story) for story in stories], places)
        days = (NOON.date() - timedelta(days=1), NOON.date())
        everyone = read_latest(tx, *days, 10)
        some = read_latest(tx, *days, 1)

    assert ["id-n4", "id-n1", "id-n0"] == [sketch.story_id for sketch in everyone]
    assert ["id-n4"] == [sketch.story_id for sketch in some]


def test_where_there_are_many_the_latest_texts_change_with_every_500th(store: Store) -> None:
    """What is made of them is kept until then; of few, each counts at once."""
    stories = [a_story(f"n{n}") for n in range(510)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        places = [a_place(story) for story in stories]
        save_sketches(tx, [a_sketch(story) for story in stories], places)
        many = read_latest(tx, NOON.date(), NOON.date(), 200)
        few = read_latest(tx, NOON.date(), NOON.date(), 510)

    assert ("id-n499", 200) == (many[0].story_id, len(many))
    assert ("id-n509", 510) == (few[0].story_id, len(few))


def test_reports_of_an_event_come_with_their_places(store: Store) -> None:
    """So many, those told last, and the one told first."""
    stories = [a_story(f"n{n}", published=NOON - timedelta(hours=n)) for n in range(3)]
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        places = [a_place(it, event_id="id-n2", level=Level.MAYBE) for it in stories[:2]]
        places.append(a_place(stories[2]))
        bag = {"terms": ("dam",), "weights": (10,), "spelled": ("dam",)}
        made = [a_sketch(story, **bag, bands=(1,)) for story in stories]
        save_sketches(tx, made, places)
        (listed,) = list_reports(tx, ["id-n2", "id-n2"], 1, 1).values()
        reports = read_reports(tx, listed)

    assert [places[0], places[2]] == [report.membership for report in reports]
    assert [("dam",), ("dam",)] == [report.sketch.terms for report in reports]


def test_the_last_word_of_an_editor_about_two_stories_is_kept(store: Store) -> None:
    """Whichever is named first."""
    apart = Ruling(story_id="id-b", other_id="id-a", together=False, ruled=NOON)
    again = Ruling(story_id="id-a", other_id="id-b", together=True, ruled=NOON + timedelta(1))
    with store.write() as tx:
        save_ruling(tx, apart)
        (first,) = read_rulings(tx)
        save_ruling(tx, again)
        (last,) = read_rulings(tx)

    assert (first.story_id, first.other_id, first.together) == ("id-a", "id-b", False)
    assert last == again


def test_companions_are_all_of_one_event(store: Store) -> None:
    """Who is folded together can be listed."""
    first, second = a_story("one"), a_story("two")
    with store.write() as tx:
        save_changes(tx, [a_change(first), a_change(second)])
        places = [a_place(first), a_place(second, event_id=first.id, twin_id=first.id)]
        save_sketches(tx, [a_sketch(first), a_sketch(second)], places)
        assert tuple(places) == read_companions(tx, places[0])
        assert {"id-two": places[1]} == read_memberships(tx, ["id-two"])


def test_a_topic_reads_whole_folds_newest_first(store: Store) -> None:
    """The limit counts folds; of a fold that is read, every member is."""
    stories = [
        a_story(name, published=NOON - timedelta(hours=hours))
        for name, hours in (("a", 9), ("b", 1), ("c", 2), ("d", 3))
    ]
    a, b, c, d = stories
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story in stories])
        places = [a_place(a), a_place(b, copies_id=a.id), a_place(c), a_place(d)]
        save_sketches(tx, [a_sketch(story) for story in stories], places)
        add_selections(tx, [("dams", story.id) for story in stories])
        since = NOON - timedelta(days=1)
        folded = read_selected(tx, "dams", fold="copies", since=since, most=2)
        single = read_selected(tx, "dams", fold="none", since=since, most=2)
        expired = read_selected(tx, "dams", fold="none", since=NOON + timedelta(1), most=2)

    assert (a.id, b.id, c.id) == folded
    assert (b.id, c.id) == single
    assert () == expired


def test_a_topic_asked_again_forgets_what_it_selected(store: Store) -> None:
    """Another query, another selection; a revised story is asked again."""
    keep(store, a_story("a"), a_story("b"))
    with store.write() as tx:
        replace_selections(tx, "dams", "*", ["id-a", "id-b"])
        replace_selections(tx, "dams", "dam", ["id-a"])
        since = NOON - timedelta(days=1)
        before = read_selected(tx, "dams", fold="none", since=since, most=9)
        remove_selections(tx, ["id-a"])
        after = read_selected(tx, "dams", fold="none", since=since, most=9)
        assert {"dams": "dam"} == read_topic_matches(tx)

    assert (("id-a",), ()) == (before, after)


def test_all_stories_can_be_walked(store: Store) -> None:
    """In the order they came, over more than one chunk."""
    stories = [a_story(f"n{number:04}") for number in range(1203)]
    keep(store, *stories)
    with store.read() as tx:
        assert [story.id for story in stories] == [story.id for story in walk_stories(tx)]


def test_states_of_sources_come_back(store: Store) -> None:
    """Validators byte for byte, moments with their zone."""
    state = SourceState(
        source_id="post", validators=Validators(etag='W/"ü"'), next_due=NOON, failures=2
    )
    with store.write() as tx:
        save_source_states(tx, [SourceState(source_id="post")])
        save_source_states(tx, [state])
        assert {"post": state} == read_source_states(tx)


@pytest.mark.case("A-22")
def test_an_alert_already_in_the_outbox_stays_as_it_is(store: Store) -> None:
    """Deciding twice tells once."""
    alert = Alert(
        id="alert",
        topic="dams",
        story_id="id-dam",
        revision=1,
        kinds=(Kind.NEW, Kind.BODY),
        headline="The dam holds",
        text="New",
        source_id="post",
        created=NOON,
    )
    with store.write() as tx:
        save_alerts(tx, [alert])
        save_alerts(tx, [alert])
        assert (alert,) == read_alerts(tx, "dams", NOON, 10)
        assert () == read_alerts(tx, "dams", NOON + timedelta(seconds=1), 10)


def test_a_topic_configured_no_more_is_forgotten(store: Store) -> None:
    """When it comes back, it is asked again."""
    keep(store, a_story("a"))
    with store.write() as tx:
        replace_selections(tx, "dams", "*", ["id-a"])
        replace_selections(tx, "rivers", "*", ["id-a"])
        forget_topics(tx, ["dams"])
        since = NOON - timedelta(days=1)
        assert {"rivers": "*"} == read_topic_matches(tx)
        assert () == read_selected(tx, "dams", fold="none", since=since, most=9)
        assert ("id-a",) == read_selected(tx, "rivers", fold="none", since=since, most=9)


def test_a_fold_with_one_fresh_story_is_read_whole(store: Store) -> None:
    """What was seen long ago still belongs to it."""
    old = a_story("old", first_seen=NOON - timedelta(days=30))
    fresh = a_story("fresh")
    with store.write() as tx:
        save_changes(tx, [a_change(old), a_change(fresh)])
        places = [a_place(old), a_place(fresh, fold_id=old.id)]
        save_sketches(tx, [a_sketch(old), a_sketch(fresh)], places)
        add_selections(tx, [("dams", old.id), ("dams", fresh.id)])
        since = NOON - timedelta(days=1)
        assert (fresh.id, old.id) == read_selected(tx, "dams", fold="events", since=since, most=9)
        assert (fresh.id,) == read_selected(tx, "dams", fold="none", since=since, most=9)
