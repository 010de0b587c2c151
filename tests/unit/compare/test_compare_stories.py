"""New, revised or unchanged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from stories import NOON, a_revision, a_story

from feeds.compare import compare_stories
from feeds.model import Change, Kind, Media, Remembered, Revision, Story, Unchanged

LATER = NOON + timedelta(hours=1)


def remember(*stories: Story) -> Remembered:
    """Hold stories as they are."""
    return Remembered(
        ids={key: story.id for story in stories for key in story.keys},
        revisions={story.id: a_revision(story) for story in stories},
    )


def decide(story: Story, remembered: Remembered) -> Change | Unchanged:
    """Compare one story an hour later."""
    (decided,) = compare_stories([story], remembered, baseline=False, now=LATER)
    return decided


def test_a_story_never_seen_is_new() -> None:
    """Nothing remembered: revision 1, kind new."""
    decided = decide(a_story(), Remembered())

    assert isinstance(decided, Change)
    assert (1, (Kind.NEW,), False) == (
        decided.revision.number,
        decided.revision.kinds,
        decided.baseline,
    )


def test_the_first_poll_of_a_source_is_its_baseline() -> None:
    """The backlog is kept, and nobody is told."""
    (decided,) = compare_stories([a_story()], Remembered(), baseline=True, now=NOON)

    assert isinstance(decided, Change)
    assert decided.baseline


def test_the_same_story_is_unchanged() -> None:
    """Equal content ends the walk."""
    assert isinstance(decide(a_story(), remember(a_story())), Unchanged)


def test_an_edited_headline_is_a_revision_that_keeps_first_seen() -> None:
    """Kinds name the fields; what we observed first stays."""
    decided = decide(a_story(headline="The dam breaks", first_seen=LATER), remember(a_story()))

    assert isinstance(decided, Change)
    assert (2, (Kind.HEADLINE,), NOON) == (
        decided.revision.number,
        decided.revision.kinds,
        decided.story.first_seen,
    )
    assert "headline changed" == decided.reason


def test_several_fields_are_several_kinds() -> None:
    """One edit can be several kinds, named in the order of reading."""
    decided = decide(
        a_story(headline="The dam breaks", standfirst="Below it, they run.", byline=("Ida Moor",)),
        remember(a_story()),
    )

    assert isinstance(decided, Change)
    assert (Kind.HEADLINE, Kind.STANDFIRST, Kind.BYLINE) == decided.revision.kinds
    assert "headline, standfirst and byline changed" == decided.reason


def test_a_moved_date_is_recorded_as_that() -> None:
    """Publishers touch dates without an edit."""
    decided = decide(a_story(published=NOON, updated=NOON), remember(a_story()))

    assert isinstance(decided, Change)
    assert (Kind.DATE,) == decided.revision.kinds
    assert NOON.isoformat() == decided.revision.edits[0].after


def test_a_changed_guid_at_the_same_address_is_the_same_story() -> None:
    """A guid with a counter in it makes nothing new."""
    held = a_story()
    churned = a_story(
        id="id-other", guid="dam#2", keys=("guid:dam#2", "url:https://post.example/dam")
    )
    decided = decide(churned, remember(held))

    assert Unchanged(story_id=held.id, keys=churned.keys) == decided


def test_two_entries_of_one_document_at_one_address_stay_two() -> None:
    """A live blog's posts share an address; the second one is new though the first is held."""
    held = a_story()
    second = a_story(id="id-b", keys=("guid:b", "url:https://post.example/dam"), headline="Second")
    decided = compare_stories([held, second], remember(held), baseline=False, now=LATER)

    assert [Unchanged, Change] == [type(item) for item in decided]


def test_a_recurring_column_with_another_date_is_new() -> None:
    """The same words on another day, under another guid, are another report."""
    monday = a_story(keys=("guid:mon", "text:x"), published=NOON)
    tuesday = replace(
        monday, id="id-tue", keys=("guid:tue", "text:x"), published=NOON + timedelta(days=1)
    )

    assert isinstance(decide(tuesday, remember(monday)), Change)


def test_a_story_forgotten_but_once_seen_is_not_new() -> None:
    """The memory of having seen it outlives the story."""
    story = a_story()
    remembered = Remembered(ids={story.keys[0]: story.id}, revisions={})

    assert isinstance(decide(story, remembered), Unchanged)


def test_a_story_told_twice_in_a_document_is_decided_once() -> None:
    """The first telling counts."""
    decided = compare_stories([a_story(), a_story()], Remembered(), baseline=False, now=NOON)

    assert 1 == len(decided)


def test_a_picture_in_another_size_is_no_change() -> None:
    """A query behind a picture's address says size and signature only."""
    from_cdn = "https://cdn.example/dam.jpg"
    held = a_story(content_hash="a", media=(Media(url=f"{from_cdn}?w=100"),))
    again = a_story(content_hash="b", media=(Media(url=f"{from_cdn}?w=900"),))

    assert isinstance(decide(again, remember(held)), Unchanged)


def test_a_third_version_counts_on() -> None:
    """Revisions are numbered without gaps."""
    held = a_story()
    remembered = Remembered(
        ids=dict.fromkeys(held.keys, held.id),
        revisions={
            held.id: Revision(story=held, number=4, seen=NOON, kinds=(Kind.BODY,)),
        },
    )
    decided = decide(a_story(headline="Other"), remembered)

    assert isinstance(decided, Change)
    assert 5 == decided.revision.number


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Flood closes the bridge", "Otter returns to Aubeval"),
        ("东京发生地震三人死亡", "总统访问法国"),
        ("ธนาคารคงอัตราดอกเบี้ย", "น้ำท่วมภาคใต้ นายกรัฐมนตรีลงพื้นที่ตรวจราชการ"),
    ],
)
def test_the_next_report_at_a_fixed_address_is_new(before: str, after: str) -> None:
    """A feed that tells one item at a time, always under one link, loses none of them."""
    flood = a_story(headline=before, keys=("guid:1", "url:https://p.example/now"))
    final = a_story(id="id-2", headline=after, keys=("guid:2", "url:https://p.example/now"))

    assert isinstance(decide(final, remember(flood)), Change)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The old dam holds", "The old dam now holds"),
        ("东京发生地震三人死亡", "东京发生地震五人死亡"),
        ("ตำรวจจับผู้ต้องหาคดีฉ้อโกง", "ตำรวจจับผู้ต้องหาคดีฉ้อโกงแล้ว"),
    ],
)
def test_an_edited_headline_under_a_new_guid_at_its_address_is_a_revision(
    before: str, after: str
) -> None:
    """Most of the words are still there."""
    edited = a_story(id="id-2", headline=after, keys=("guid:2", "url:https://post.example/dam"))
    decided = decide(edited, remember(a_story(headline=before)))

    assert isinstance(decided, Change)
    assert (Kind.HEADLINE,) == decided.revision.kinds
