"""Does a topic's query select a story?"""

from typing import assert_never

from feeds.curate.words import StoryWords, read_words
from feeds.model import And, Everything, Not, Or, Query, Story, Term


def match_story(query: Query, story: Story) -> bool:
    """Return whether a query selects a story.

    The reference "The query language" says what each part means.
    """
    return match_words(query, read_words(story))


def match_words(query: Query, words: StoryWords) -> bool:
    """The same for a story whose words were read before: many topics ask one story."""
    match query:
        case Everything():
            return True
        case Term():
            return words.have(query)
        case And(parts=parts):
            return all(match_words(part, words) for part in parts)
        case Or(parts=parts):
            return any(match_words(part, words) for part in parts)
        case Not(part=part):
            return not match_words(part, words)
        case _:
            assert_never(query)
