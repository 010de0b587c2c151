"""Who should read it?

In: stories with their place among copies and events, topics, now. Out: one Feed for each topic.
Touches: nothing. Next: publish.
"""

from feeds.curate.explain import explain_query
from feeds.curate.feed import compose_feed
from feeds.curate.match import match_story, match_words
from feeds.curate.trace import Traced, trace_story
from feeds.curate.words import StoryWords, read_words

__all__ = [
    "StoryWords",
    "Traced",
    "compose_feed",
    "explain_query",
    "match_story",
    "match_words",
    "read_words",
    "trace_story",
]
