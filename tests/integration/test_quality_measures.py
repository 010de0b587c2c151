"""Sets of a few stories through the desk and into the table."""

from typing import Any

from quality.__main__ import SHIPPED
from quality.copies import measure_copies
from quality.edits import judge_edits, measure_edits
from quality.events import measure_events, render_headline, render_pasted, render_summary
from quality.folding import fold_stories
from quality.forms import EVENTS
from quality.furniture import measure_furniture
from quality.kept import SETS
from quality.lines import Line
from quality.reading import read_rows
from quality.rows import LabelledStory, read_stories, read_story
from quality.scores import pair_groups, score_pairs

from feeds.model import Kind

WORDS = [f"{a}{b}um" for a in "bcdfghklmn" for b in "aeiou"]
DAM = " ".join(WORDS)
FIRE = " ".join(reversed(WORDS))


def a_story(name: str, **fields: Any) -> LabelledStory:
    """A labelled story of a source of its own."""
    return read_story({"id": name, "headline": "Dam of Aubeval holds"} | fields)


def values(lines: tuple[Line, ...]) -> dict[str, float]:
    """Return the measures."""
    return {line.measure: line.value for line in lines}


def test_copies_are_measured_by_pairs_by_matches_and_by_stories() -> None:
    """Three are folded, of which two are copies; the copy of the third was not found."""
    stories = [
        a_story("a", text=DAM, copies="dam"),
        a_story("b", text=f"{DAM} still", copies="dam"),
        a_story("c", text=f"{DAM} today", copies="fire"),
        a_story("d", text=FIRE, copies="fire"),
    ]

    measured = values(measure_copies("four", stories))

    assert (measured["precision"], measured["recall"]) == (0.333, 0.5)
    assert (measured["matches right"], measured["stories found"]) == (0.5, 0.5)


def test_what_one_source_says_again_is_one_story() -> None:
    """The desk holds it once, and both rows of the set are in one event and one set of copies."""
    twice = [a_story(name, source="post", text=DAM) for name in "ab"]

    folded = fold_stories(twice, seed=1)

    assert folded.copies["a"] == folded.copies["b"]
    assert folded.events["a"] == folded.events["b"]
    assert {("a", "b")} == folded.matches


def test_renderings_leave_less_and_tell_all_at_one_time() -> None:
    """The summary has sixty words at most; the headline nothing besides."""
    story = a_story("a", text=f"{DAM} {FIRE}", told="2026-11-23T12:00:00Z")

    summary, headline = render_summary(story), render_headline(story)

    assert (len(summary.standfirst.split()), summary.text, summary.told) == (60, "", None)
    assert (headline.headline, headline.standfirst, headline.text) == (story.headline, "", "")


def test_a_set_is_measured_in_the_renderings_it_has() -> None:
    """Bare headlines in one; texts in three; with times as told and pasted, too."""
    bare = [a_story("a", event="dam")]
    texts = [a_story("a", event="dam", text=DAM)]
    timed = [a_story("a", event="dam", text=DAM, told="2026-11-23T12:00:00Z")]

    whats = [
        sorted({line.what for line in measure_events("one", some, seeds=(1,))})
        for some in (bare, texts, timed)
    ]

    assert ["events, headline"] == whats[0]
    assert ["events, 60 words", "events, full text", "events, headline"] == whats[1]
    assert [
        "events, 60 words",
        "events, as told",
        "events, full text",
        "events, headline",
        "events, one inbox",
    ] == whats[2]


def test_a_story_without_a_headline_is_not_in_bare_headlines() -> None:
    """It is in the other renderings; and without any headline there is no such line."""
    headless = [a_story(name, event=name, headline="", text=DAM) for name in "ab"]

    some = measure_events("three", [*headless, a_story("c", event="c", text=FIRE)], seeds=(1,))
    none = measure_events("two", headless, seeds=(1,))

    assert {line.what: line.size for line in some} == {
        "events, full text": 3,
        "events, 60 words": 3,
        "events, headline": 1,
    }
    assert "events, headline" not in {line.what for line in none}


def test_a_story_without_a_label_tells_an_event_of_its_own() -> None:
    """Two that are not labelled are not labelled as one."""
    stories = [
        a_story("a", text=DAM, event="dam"),
        a_story("b", headline="Two ships burn", text=FIRE),
        a_story("c", headline="Harbour of Orrel opens", text="A ferry came first."),
    ]

    lines = measure_events("three", stories, seeds=(1,))

    assert {1.0} == {line.value for line in lines if line.measure == "B-cubed recall"}


def test_folds_are_parts_of_events() -> None:
    """What stands behind one entry is in one event; an event may be several entries."""
    stories = [
        it for it in read_stories(read_rows(SETS / "events.jsonl", EVENTS)) if it.language == "de"
    ]

    folded = fold_stories(stories, seed=1)

    pairs = {(fold, folded.events[name]) for name, fold in folded.folds.items()}
    folds, events = {fold for fold, _ in pairs}, {event for _, event in pairs}
    assert len(pairs) == len(folds) > len(events)


def test_an_ordinary_week_is_folded_without_a_wrong_fold() -> None:
    """As it was told: nothing is hidden behind another happening, and nearly half is folded."""
    stories = read_stories(read_rows(SETS / "week.jsonl", EVENTS))
    right = {story.id: story.event for story in stories}

    folded = fold_stories(stories, seed=1)

    folds = score_pairs(pair_groups(folded.folds), pair_groups(right))
    assert folds.precision == 1.0
    assert folds.recall >= 0.42


def test_an_ordinary_week_pasted_into_one_folder_is_folded_as_its_feeds_are() -> None:
    """Nobody knows who told what, and yet nothing is hidden behind another happening."""
    stories = read_stories(read_rows(SETS / "week.jsonl", EVENTS))
    right = {story.id: story.event for story in stories}

    folded = fold_stories([render_pasted(story) for story in stories], seed=1)

    folds = score_pairs(pair_groups(folded.folds), pair_groups(right))
    assert folds.precision == 1.0
    assert folds.recall >= 0.42


def test_every_shipped_set_is_there_and_no_other() -> None:
    """A set that nobody measures, or that is gone, is noticed."""
    there = {path.stem for path in SETS.glob("*.jsonl")}

    assert there <= {name for names in SHIPPED.values() for name in names}
    assert {names[0] for names in SHIPPED.values()} <= there


def test_edits_are_measured_kind_by_kind() -> None:
    """A wrong label costs precision of what is found, and recall of what is not."""
    before, after = {"headline": "Dam holds"}, {"headline": "Dam breaks"}
    rows = [
        {"id": "a", "language": "en", "before": before, "after": after, "kinds": ["headline"]},
        {"id": "b", "language": "en", "before": before, "after": after, "kinds": ["body"]},
        {"id": "c", "language": "en", "before": before, "after": before, "kinds": []},
    ]

    measured = {(line.what, line.measure): line.value for line in measure_edits("three", rows)}

    assert measured == {
        ("edits", "exact"): 0.667,
        ("edits, headline", "precision"): 0.5,
        ("edits, headline", "recall"): 1.0,
        ("edits, body", "precision"): 1.0,
        ("edits, body", "recall"): 0.0,
    }


def test_what_a_label_leaves_open_counts_neither_way() -> None:
    """The headline may be told or not; what nobody left open is invented."""
    before = {"headline": "Dam holds", "byline": ["Ilse Maren"]}
    after = {"headline": "Dam breaks", "byline": ["Otto Brandt"]}
    row = {"id": "a", "language": "en", "before": before, "after": after, "kinds": []}

    (open_row,) = judge_edits([row | {"also": ["headline"]}])

    assert open_row.invented == {Kind.BYLINE}
    assert open_row.missed == frozenset()


def test_an_edit_is_the_last_one_of_its_story() -> None:
    """What stood earlier is remembered, and what changed between is not the labelled edit."""
    states = [{"headline": word} for word in ("Dam holds", "Dam breaks", "Dam breaks")]
    row = {
        "id": "a",
        "language": "en",
        "earlier": states[:1],
        "before": states[1],
        "after": states[2],
        "kinds": [],
    }

    (judged,) = judge_edits([row])

    assert judged.found == frozenset()


def test_an_edit_is_judged_under_the_threshold_for_typos_of_its_row() -> None:
    """The same mended word is trivial under one, and an edit of the text without."""
    texts = [f"The {word} of the province pays." for word in ("goverment", "government")]
    before, after = ({"headline": "Night bus", "body": text} for text in texts)
    row = {"language": "en", "before": before, "after": after, "kinds": []}

    judged = judge_edits([row | {"id": "a", "typo": 2}, row | {"id": "b"}])

    assert [one.found for one in judged] == [{Kind.TRIVIAL}, {Kind.BODY}]


def test_a_field_of_an_edit_that_is_null_is_not_there() -> None:
    """As where it is left out."""
    nothing = dict.fromkeys(["standfirst", "body", "byline", "url", "published", "media"])
    edit = {"id": "a", "language": "en", "kinds": ["headline"]}
    before, after = {"headline": "Dam holds"} | nothing, {"headline": "Dam breaks"}

    lines = measure_edits("one", [edit | {"before": before, "after": after}])

    assert {1.0} == {line.value for line in lines}


def test_of_a_pasted_text_without_a_report_no_word_is_lost() -> None:
    """There is none that could be."""
    lines = measure_furniture("one", [{"text": "Share\nRead more", "body": "", "headline": None}])

    assert values(lines)["words kept"] == 1.0
