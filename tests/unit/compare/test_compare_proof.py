"""Changes that are proven by something else than words."""

from dataclasses import replace
from datetime import timedelta

from stories import NOON, a_revision, a_story

from feeds.compare import compare_stories, restore_story, withdraw_story
from feeds.model import Change, Edit, Kind, Past, Remembered, Unchanged

LATER = NOON + timedelta(hours=2)
PASTS = (Past(number=1, seen=NOON, texts=""),)
MANY = tuple(Past(number=place, seen=NOON, texts="") for place in range(1, 13))


def test_a_withdrawn_story_keeps_its_text() -> None:
    """It is a revision with the proof, and nothing else."""
    last = a_revision(a_story(), 3)
    change = withdraw_story(last, "it is gone", LATER, PASTS)

    assert (4, LATER, last.story) == (
        change.revision.number,
        change.revision.seen,
        change.revision.story,
    )
    assert (Edit(kind=Kind.WITHDRAWN, note="it is gone"),) == change.revision.edits
    assert ((Kind.WITHDRAWN,), last) == (change.revision.kinds, change.previous)


def test_a_story_that_is_back_as_it_was_is_restored() -> None:
    """One kind, one edit, the same text."""
    last = a_revision(a_story(), 4, (Kind.WITHDRAWN,))
    same = Unchanged(story_id=last.story.id, keys=last.story.keys)
    change = restore_story(last, same, "it is there", LATER, PASTS)

    assert (5, (Kind.RESTORED,)) == (change.revision.number, change.revision.kinds)
    (edit,) = change.revision.edits
    assert (Kind.RESTORED, "it is there") == (edit.kind, edit.note)


def test_a_story_that_is_back_with_other_words_is_both() -> None:
    """What differs is told with it, in the order of kinds."""
    last = a_revision(a_story(), 4, (Kind.WITHDRAWN,))
    story = replace(last.story, headline="The dam breaks", content_hash="other")
    known = Remembered(
        ids=dict.fromkeys(story.keys, last.story.id), revisions={last.story.id: last}
    )
    (found,) = compare_stories((story,), known, baseline=False, now=LATER)
    assert isinstance(found, Change)
    change = restore_story(last, found, "it is there", LATER, PASTS)

    assert {Kind.HEADLINE, Kind.RESTORED} <= set(change.revision.kinds)
    assert sorted(change.revision.kinds, key=list(Kind).index) == list(change.revision.kinds)
    assert 1 == change.revision.kinds.count(Kind.RESTORED)
    assert "it is there" == change.revision.edits[-1].note
    assert "The dam breaks" == change.story.headline


def test_a_thirteenth_revision_of_a_day_takes_the_place_of_the_last() -> None:
    """What is told is what was found now; what is kept names what was found in both."""
    last = a_revision(a_story(), 12, (Kind.HEADLINE, Kind.RESTORED))
    gone = withdraw_story(last, "it is gone", LATER, MANY)
    kept = gone.kept
    assert kept
    same = Unchanged(story_id=last.story.id, keys=last.story.keys)
    back = restore_story(kept, same, "it is there", LATER, MANY)

    assert (12, (Kind.WITHDRAWN,)) == (gone.revision.number, gone.revision.kinds)
    assert (12, (Kind.HEADLINE, Kind.WITHDRAWN)) == (kept.number, kept.kinds)
    assert (12, (Kind.RESTORED,)) == (back.revision.number, back.revision.kinds)
    assert back.kept
    assert (Kind.HEADLINE, Kind.RESTORED) == back.kept.kinds
