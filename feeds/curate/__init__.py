"""Who should read it?

In: stories with their place among copies and events, topics, now. Out: one Feed for each topic.
Touches: nothing. Next: publish.
"""

from feeds.curate.feed import compose_feed
from feeds.curate.match import match_story, match_words
from feeds.curate.words import StoryWords, read_words

__all__ = ["StoryWords", "compose_feed", "match_story", "match_words", "read_words"]
