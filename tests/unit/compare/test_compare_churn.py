"""Stories that change all the time cost little, and texts that are back are told as that."""

from dataclasses import replace
from datetime import datetime, timedelta

from stories import NOON, a_story

from feeds.compare import compare_stories, find_edited
from feeds.model import Change, Edit, Kind, Past, Remembered, Revision, Story, Unchanged
from feeds.text.prints import hash_texts

HOUR = timedelta(hours=1)
DAY = timedelta(hours=24)


def a_history(*versions: Story, kinds: tuple[Kind, ...] = (Kind.BODY,)) -> Remembered:
    """Hold versions of one story, seen an hour after the other from noon on."""
    last = versions[-1]
    edits = tuple(Edit(kind=kind, before="then", after="now") for kind in kinds)
    revision = Revision(
        story=last,
        number=len(versions),
        seen=NOON + HOUR * (len(versions) - 1),
        kinds=kinds,
        edits=edits,
    )
    pasts = tuple(
        Past(number=place + 1, seen=NOON + HOUR * place, texts=hash_texts(version))
        for place, version in enumerate(versions)
    )
    return Remembered(
        ids=dict.fromkeys(last.keys, last.id),
        revisions={last.id: revision},
        pasts={last.id: pasts},
    )


def decide(story: Story, remembered: Remembered, now: datetime) -> Change | Unchanged:
    """Compare one story."""
    (decided,) = compare_stories([story], remembered, baseline=False, now=now)
    return decided


def revise(story: Story, remembered: Remembered, now: datetime = NOON + HOUR) -> Revision:
    """Return the revision that a story makes, as it is kept."""
    decided = decide(story, remembered, now)
    assert isinstance(decided, Change)
    return decided.kept or decided.revision


def test_a_moved_date_after_an_edit_is_a_revision_of_its_own() -> None:
    """It must not take the place of words."""
    revision = revise(a_story(updated=NOON), a_history(a_story(headline="Old"), a_story()))

    assert (3, (Kind.DATE,)) == (revision.number, revision.kinds)


def show_moves(*versions: Story) -> tuple[str, str]:
    """Return what the one edit kept tells of dates that move from version to version."""
    held = a_history(versions[0])
    for version in versions[1:]:
        kept = revise(version, held)
        held = replace(held, revisions={kept.story.id: kept})
    (edit,) = kept.edits
    return edit.before, edit.after


def test_a_date_that_moves_again_is_told_from_where_it_stood_at_first() -> None:
    """Between the two revisions that are kept it moved at once, also where it had come back."""
    noon, one, two = (a_story(updated=NOON + HOUR * n) for n in range(3))
    first, last = NOON.isoformat(), (NOON + HOUR * 2).isoformat()

    assert (first, last) == show_moves(noon, one, two)
    assert (first, first) == show_moves(noon, one, noon)
    assert (first, last) == show_moves(noon, one, noon, two)


def test_the_moves_of_two_dates_are_not_joined() -> None:
    """Published came to where updated was, and then updated moved: neither moved by two hours."""
    noon, one, two = (NOON + HOUR * n for n in range(3))
    moves = ((noon, one), (one, one), (one, two))
    versions = [a_story(published=published, updated=updated) for published, updated in moves]

    assert (one.isoformat(), two.isoformat()) == show_moves(*versions)


def test_a_date_that_moves_again_takes_the_place_of_the_last_one() -> None:
    """A source that moves its dates at each poll has one revision of it."""
    held = a_history(a_story(), a_story(updated=NOON), kinds=(Kind.DATE,))
    revision = revise(a_story(updated=NOON + HOUR), held)

    assert (2, (Kind.DATE,)) == (revision.number, revision.kinds)
    assert NOON + HOUR == revision.story.updated


def test_a_date_on_top_of_a_trivial_edit_leaves_its_words() -> None:
    """Since the revision before, both differ."""
    held = a_history(a_story(), a_story(headline="The dam holds!"), kinds=(Kind.TRIVIAL,))
    revision = revise(a_story(headline="The dam holds!", updated=NOON), held)

    assert (2, (Kind.TRIVIAL,)) == (revision.number, revision.kinds)
    assert "then" == revision.edits[0].before


def test_an_edit_on_top_of_a_trivial_one_is_a_revision_of_its_own() -> None:
    """Words never take a place."""
    held = a_history(a_story(), a_story(headline="The dam holds!"), kinds=(Kind.TRIVIAL,))

    assert 3 == revise(a_story(headline="The dam breaks"), held).number


def test_the_thirteenth_revision_of_a_day_takes_the_place_of_the_twelfth() -> None:
    """A page with a clock in it fills no disk; its last state is held."""
    held = a_history(*(a_story(headline=f"It is {hour} now") for hour in range(12)))
    revision = revise(a_story(headline="It is late now"), held, NOON + 12 * HOUR)

    assert (12, "It is late now") == (revision.number, revision.story.headline)


def a_busy_day(*kinds: Kind) -> Remembered:
    """Hold twelve revisions of one day, the last one of these kinds."""
    return a_history(*(a_story(headline=f"It is {hour} now") for hour in range(12)), kinds=kinds)


def test_what_takes_the_place_of_a_correction_leaves_it_said() -> None:
    """The kinds of both are kept, each with its edit; a headline is told from where it began."""
    held = a_busy_day(Kind.HEADLINE, Kind.CORRECTION)
    revision = revise(a_story(headline="It is late now"), held, NOON + 12 * HOUR)

    assert (12, (Kind.HEADLINE, Kind.CORRECTION)) == (revision.number, revision.kinds)
    headline, correction = revision.edits
    assert ("then", "It is late now") == (headline.before, headline.after)
    assert (Kind.CORRECTION, "now") == (correction.kind, correction.after)


def test_a_trivial_thirteenth_revision_is_left_out() -> None:
    """It would take the place of words."""
    held = a_busy_day(Kind.BODY, Kind.CORRECTION)

    assert isinstance(decide(a_story(headline="It is 11 now!"), held, NOON + 12 * HOUR), Unchanged)


def test_a_story_that_is_back_is_not_withdrawn_beside_it() -> None:
    """Though its return takes the place of the withdrawal."""
    held = a_busy_day(Kind.WITHDRAWN)
    revision = revise(a_story(headline="It is late now"), held, NOON + 12 * HOUR)

    assert (12, (Kind.HEADLINE, Kind.RESTORED)) == (revision.number, revision.kinds)


def test_a_day_later_revisions_are_counted_anew() -> None:
    """The first of the twelve was seen 24 hours ago, no less."""
    held = a_history(*(a_story(headline=f"It is {hour} now") for hour in range(12)))

    assert 13 == revise(a_story(headline="It is late now"), held, NOON + DAY).number


def test_texts_of_an_earlier_revision_are_reverted() -> None:
    """Beside the fields that differ from the last one; it is said when they read so before."""
    first, second = a_story(headline="The dam holds"), a_story(headline="The dam breaks")
    revision = revise(first, a_history(first, second, kinds=(Kind.HEADLINE,)))

    assert (Kind.HEADLINE, Kind.REVERTED) == revision.kinds
    assert "as in revision 1" == revision.edits[-1].note


def test_texts_that_never_stood_there_are_not_reverted() -> None:
    """One of three texts is another."""
    first = a_story(headline="The dam holds", standfirst="Says the mayor.")
    second = replace(first, headline="The dam breaks", standfirst="Says nobody.")
    third = replace(first, standfirst="Says the engineer.", content_hash="third")

    assert Kind.REVERTED not in revise(third, a_history(first, second)).kinds


def test_a_moved_date_is_not_reverted() -> None:
    """The texts are those of the last revision, as of the one before."""
    held = a_history(a_story(), a_story(byline=("Ida Moor",)))

    assert (Kind.DATE,) == revise(a_story(byline=("Ida Moor",), updated=NOON), held).kinds


GONE = a_story(headline="STORY REMOVED", body_text="This story has been removed.")


def test_a_text_that_takes_the_place_of_a_notice_is_restored() -> None:
    """The notice was no headline: that it is gone is no edit of one."""
    held = a_history(a_story(), GONE, kinds=(Kind.WITHDRAWN,))

    assert (Kind.RESTORED,) == revise(a_story(), held).kinds


def test_a_notice_in_other_words_is_no_news() -> None:
    """The story still is withdrawn."""
    held = a_history(a_story(), GONE, kinds=(Kind.WITHDRAWN,))
    other = replace(GONE, body_text="This story was removed for legal reasons.", content_hash="x")

    assert isinstance(decide(other, held, NOON), Unchanged)


def test_a_story_withdrawn_without_a_notice_is_restored_by_an_edit() -> None:
    """Its page was gone; what differs from the text that stood there is told beside it."""
    held = a_history(a_story(), a_story(), kinds=(Kind.WITHDRAWN,))
    revision = revise(a_story(headline="The dam broke"), held)

    assert (Kind.HEADLINE, Kind.RESTORED) == revision.kinds


def test_a_date_does_not_restore_a_story() -> None:
    """A feed may be written anew around what is gone."""
    held = a_history(a_story(), a_story(), kinds=(Kind.WITHDRAWN,))

    assert isinstance(decide(a_story(updated=NOON), held, NOON), Unchanged)


def test_only_stories_that_may_be_edited_have_their_past_looked_up() -> None:
    """Most stories of a poll are as they were: they cost no look into the store."""
    same, edited = a_story("a"), a_story("b")
    held = Remembered(
        ids={key: story.id for story in (same, edited) for key in story.keys},
        revisions={
            story.id: Revision(story=story, number=1, seen=NOON, kinds=(Kind.NEW,))
            for story in (same, edited)
        },
    )

    assert (edited.id,) == find_edited([same, replace(edited, updated=NOON)], held)
