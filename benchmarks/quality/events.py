"""Events: is what was put together one happening, and was one happening put together?"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from quality.folding import INBOX, Folded, fold_stories, tells_anything
from quality.lines import Line, list_lines
from quality.rows import LabelledStory
from quality.scores import pair_groups, recall_at_precision, score_bcubed, score_pairs

SEEDS = (1, 2, 3)
# Pair precision below which a fold hides too many stories.
LEAST_PRECISION = 0.95
_SUMMARY_WORDS = 60
_AIMS = {"events, full text": 0.91, "events, 60 words": 0.91, "events, headline": 0.86}
_AIM_RECALL = 0.5

Render = Callable[[LabelledStory], LabelledStory]


def measure_events(
    name: str, stories: Sequence[LabelledStory], seeds: Sequence[int] = SEEDS
) -> tuple[Line, ...]:
    """Return the scores of every rendering that the set has, means over the seeds.

    By text alone, all are told at one time; a set that says when they were told is measured as
    told, too, and as if all were pasted into one folder. A story of which a rendering leaves
    nothing, as one without a headline, is not in it.
    """
    has_text = any(story.standfirst or story.text for story in stories)
    renders: dict[str, Render] = {"events, headline": render_headline}
    if has_text:
        renders = {"events, full text": render_full, "events, 60 words": render_summary} | renders
    if any(story.told for story in stories):
        renders |= {"events, as told": render_told, "events, one inbox": render_pasted}
    return tuple(
        line
        for what, render in renders.items()
        if (left := [told for story in stories if tells_anything(told := render(story))])
        for line in _measure(what, name, left, seeds)
    )


def render_told(story: LabelledStory) -> LabelledStory:
    """Return the story as it is."""
    return story


def render_pasted(story: LabelledStory) -> LabelledStory:
    """Return the story as it is, from an inbox that does not say who told it."""
    return replace(story, source=INBOX.id)


def render_full(story: LabelledStory) -> LabelledStory:
    """Return the whole story, told when all others are."""
    return replace(story, told=None)


def render_summary(story: LabelledStory) -> LabelledStory:
    """Return headline and the first 60 words, as many feeds carry."""
    words = f"{story.standfirst or story.text}".split()[:_SUMMARY_WORDS]
    return replace(story, told=None, standfirst=" ".join(words), text="")


def render_headline(story: LabelledStory) -> LabelledStory:
    """Return the bare headline."""
    return replace(story, told=None, standfirst="", text="")


def _measure(
    what: str, name: str, stories: Sequence[LabelledStory], seeds: Sequence[int]
) -> tuple[Line, ...]:
    """Return the scores of one rendering."""
    # A story without a label is the only one that tells its event.
    right = {story.id: story.event or (story.id,) for story in stories}
    scores = [_score(fold_stories(stories, seed), right) for seed in seeds]
    values = {measure: fmean(score[measure] for score in scores) for measure in scores[0]}
    aims = {"fold precision": LEAST_PRECISION, "recall at .95": _AIM_RECALL}
    if what in _AIMS:
        aims["B-cubed F1"] = _AIMS[what]
    return list_lines(what, name, len(stories), values, aims)


def _score(folded: Folded, right: Mapping[str, Hashable]) -> dict[str, float]:
    """Return every measure of one walk."""
    groups = score_bcubed(folded.events, right)
    folds = score_pairs(pair_groups(folded.folds), pair_groups(right))
    return {
        "B-cubed precision": groups.precision,
        "B-cubed recall": groups.recall,
        "B-cubed F1": groups.f1,
        "fold precision": folds.precision,
        "fold recall": folds.recall,
        "recall at .95": recall_at_precision(folded.links, right, LEAST_PRECISION),
    }
