"""Which remembered story a story is, when its strongest key is new to us.

Publishers change guids (a suffix counted up at each edit, a new system) and addresses (a
corrected slug). A weaker key then tells that it is the same report, under three conditions that
keep different reports apart: the source still stands for one story under that key, no other
story of the same document is that story, and for a text without address, its date is the same.
"""

from collections.abc import Sequence

from feeds.model import Remembered, Story


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
        if key.startswith("text:") and not _same_date(story, remembered, story_id):
            continue
        return story_id
    return None


def _same_date(story: Story, remembered: Remembered, story_id: str) -> bool:
    """Tell recurring columns ("Morning briefing") from one report under a new address."""
    last = remembered.revisions.get(story_id)
    return last is not None and last.story.published == story.published
