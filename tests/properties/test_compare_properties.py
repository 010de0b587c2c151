"""Whatever two versions of a story are, comparing them ends well."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from stories import NOON, a_story

from feeds.compare import Spelling, list_edits
from feeds.compare.figures import find_figures
from feeds.compare.typography import fold_typography
from feeds.dedupe import knows_word
from feeds.model import MINOR_KINDS, Kind, Media, Story

_WORDS = st.sampled_from(
    (
        "dam holds The 12 twelve 1,000 $5m 3. Oktober zwölf half a million G7 Correction: "
        "withdrawn “Go.” — ½ 2/0 -5 % dreiundzwanzig vingt et un \n\n . … 10:30 removed STORY"
    ).split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=30).map(" ".join))
LANGUAGES = st.sampled_from([None, "de", "en", "en-gb", "es", "fr", "it", "nl", "pt", "sv", "zh"])


@st.composite
def versions(draw: st.DrawFn) -> Story:
    """A version of one story."""
    body = draw(TEXTS)
    return a_story(
        headline=draw(TEXTS),
        standfirst=draw(TEXTS),
        body_text=body,
        body_html=draw(st.sampled_from([body, f"<p>{body}</p>"])),
        byline=draw(st.lists(st.sampled_from(["Ida Moor", "By Ada Fen"])).map(tuple)),
        media=draw(st.sampled_from([(), (Media(url="https://cdn.example/a-300x200.jpg"),)])),
        updated=NOON + timedelta(hours=draw(st.integers(0, 2))),
        language=draw(LANGUAGES),
    )


@given(story=versions())
def test_a_version_does_not_differ_from_itself(story: Story) -> None:
    """Nothing was edited."""
    assert () == list_edits(story, story)


@given(before=versions(), after=versions(), letters=st.integers(0, 5))
def test_edits_are_ordered_and_whole(before: Story, after: Story, letters: int) -> None:
    """In the order of kinds, each once, bounded; what is trivial or a date stands alone."""
    edits = list_edits(before, after, Spelling(letters=letters, knows_word=knows_word))
    kinds = [edit.kind for edit in edits]

    assert sorted(set(kinds), key=list(Kind).index) == kinds
    assert 1 >= len(kinds) or not MINOR_KINDS & set(kinds)
    assert all(max(len(edit.before), len(edit.after)) <= 2_200 for edit in edits)
    if (before.headline, before.body_text) != (after.headline, after.body_text):
        assert edits


@given(text=TEXTS, language=LANGUAGES)
def test_a_text_has_no_figures_against_itself(text: str, language: str | None) -> None:
    """Not even where it is set in another way."""
    assert () == find_figures(text, text, language)


@given(text=TEXTS)
def test_folding_again_folds_no_more(text: str) -> None:
    """What is folded is equal to what it was folded from."""
    folded = fold_typography(text)

    assert folded == fold_typography(folded)


@given(story=versions(), hours=st.integers(1, 5))
def test_a_moved_date_alone_is_a_date(story: Story, hours: int) -> None:
    """Whatever the words are."""
    moved = replace(story, updated=NOON - timedelta(hours=hours))

    assert [Kind.DATE] == [edit.kind for edit in list_edits(story, moved)]
