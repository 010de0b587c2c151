"""Where a story stands in the feed of a topic, in sentences."""

from feeds.cli.evidence import name_story
from feeds.cli.terminal import count, show_length, show_time
from feeds.model import Story
from feeds.pipeline.why import InTopic, Standing


def tell_topic(asked: InTopic, story: Story) -> list[str]:
    """Say what a topic makes of a story, in sentences."""
    because = f"{'; '.join(asked.because)}." if asked.because else ""
    match asked.standing:
        case Standing.NOT_SELECTED:
            return ["Not in the feed: the topic's query does not select it.", *_if(because)]
        case Standing.NEXT_RUN:
            return [
                "The topic is new, or its query was changed: the next run decides.",
                *_if(because),
            ]
        case _:
            selected = f"The query selects it: {because}" if because else "The query selects it."
            place = [_tell_place(asked), *_tell_withdrawn(asked, story)]
            return [*place, selected, *_tell_lead(asked, story)]


def _if(sentence: str) -> list[str]:
    """Return a sentence with a capital, if there is one."""
    return [sentence[0].upper() + sentence[1:]] if sentence else []


def _tell_place(asked: InTopic) -> str:
    """Say whether the feed has the entry, and where."""
    traced, topic = asked.traced, asked.topic
    if traced is None:
        return ""
    match asked.standing:
        case Standing.TOO_OLD:
            return (
                "Not in the feed: too old. An entry is kept for "
                f"{show_length(topic.keep)} after the last of its stories was first seen; "
                f"this one left on {show_time(traced.leaves)}."
            )
        case Standing.DROPPED:
            return "Not in the feed: it was withdrawn, and the topic drops that (withdrawn: drop)."
        case Standing.BEYOND:
            place = f"it is entry {traced.place}, and" if traced.place else "it is so far down that"
            return f"Not in the feed: {place} the feed has {topic.limit} at most (limit)."
        case _:
            return (
                f"In the feed: entry {traced.place} of {traced.entries}, until "
                f"{show_time(traced.leaves)} ({count(topic.limit, 'entry', 'entries')} at most)."
            )


def _tell_lead(asked: InTopic, story: Story) -> list[str]:
    """Say who speaks for the entry, and by which rule."""
    traced = asked.traced
    if traced is None or not traced.others:
        return [f"It is an entry of its own (fold: {asked.topic.fold})."]
    entry = f"entry of {len(traced.others) + 1} stories (fold: {asked.topic.fold})"
    if traced.lead.story.id == story.id:
        return [f"It leads an {entry}: {traced.rule}."]
    lead = name_story(traced.lead.story)
    return [f"It is in an {entry}, which {lead} leads: of the two that one, for {traced.rule}."]


def _tell_withdrawn(asked: InTopic, story: Story) -> list[str]:
    """Say what the feed makes of a story that was withdrawn, or whose whole entry was."""
    traced, policy = asked.traced, asked.topic.withdrawn
    if traced is None or asked.standing not in {Standing.LEADS, Standing.FOLDED}:
        return []
    if traced.lead.history.withdrawn and policy == "keep":
        return ["It was withdrawn: the title says so, and the text stays (withdrawn: keep)."]
    if traced.lead.history.withdrawn:
        title = "the title says so, and the text is gone"
        return [f"It was withdrawn: {title}; in Atom it is a tombstone (withdrawn: {policy})."]
    if any(it.story.id == story.id and it.history.withdrawn for it in traced.others):
        named = "does not name it" if policy == "drop" else "names it as such"
        return [f"It was withdrawn: the entry {named} (withdrawn: {policy})."]
    return []
