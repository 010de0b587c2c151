"""Which remembered story a story is, when its strongest key is new to us.

Publishers change guids (a suffix counted up at each edit, a new system) and addresses (a
corrected slug). A weaker key then tells that it is the same report, under three conditions that
keep different reports apart: the source still stands for one story under that key, no other
story of the same document is that story, and something else of it is the same: for a text its
date; for an address its date or some words of its headline, since a page can be a place where one
report after the other is told.
"""

import re
from collections.abc import Sequence
from typing import Final

from feeds.model import Remembered, Story
from feeds.text.scripts import CONTINUOUS, SYLLABLES, UNSPACED
from feeds.text.words import fold_text, split_folded

# Shorter words are mostly those that every headline has.
_SHORT: Final = 3
_UNSPACED: Final = re.compile(f"[{UNSPACED}]+")
# Of characters that are words or syllables two tell something; of letters four.
_RUNS: Final = ((re.compile(f"[{SYLLABLES}]+"), 2), (re.compile(f"[{CONTINUOUS}]+"), 4))


def match_stories(stories: Sequence[Story], remembered: Remembered) -> tuple[str, ...]:
    """Return the id under which each story is held or is to be held, in order."""
    first = [remembered.ids.get(story.keys[0]) for story in stories]
    taken = {story_id for story_id in first if story_id}
    matched = []
    for story, story_id in zip(stories, first, strict=True):
        found = story_id or _match_weaker(story, remembered, taken) or story.id
        taken.add(found)
        matched.append(found)
    return tuple(matched)


def _match_weaker(story: Story, remembered: Remembered, taken: set[str]) -> str | None:
    """Return the story remembered under a weaker key, if nobody else is it."""
    for key in story.keys[1:]:
        story_id = remembered.ids.get(key)
        if story_id is None or story_id in taken:
            continue
        last = remembered.revisions.get(story_id)
        if last is not None and _is_same_report(key, story, last.story):
            return story_id
    return None


def _is_same_report(key: str, story: Story, last: Story) -> bool:
    """Tell one report under a new key from the next one in its place."""
    if story.published == last.published and (key.startswith("text:") or story.published):
        return True
    return key.startswith("url:") and _share_words(story.headline, last.headline)


def _share_words(one: str, other: str) -> bool:
    """Whether half of the longer words of the shorter headline stand in the other one."""
    words, others = _list_long(one), _list_long(other)
    return 2 * len(words & others) >= min(len(words), len(others)) > 0


def _list_long(headline: str) -> set[str]:
    """Return its longer words; of what is written without spaces, all runs of some characters."""
    folded = fold_text(headline)
    runs = {
        run[start : start + size]
        for pattern, size in _RUNS
        for run in pattern.findall(folded)
        for start in range(len(run) - size + 1)
    }
    words = split_folded(_UNSPACED.sub(" ", folded))
    return runs.union(word for word in words if len(word) > _SHORT)
