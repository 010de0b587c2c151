"""Which stories that are held each topic selects, asked anew where its query is."""

from collections.abc import Iterator, Sequence

from feeds.curate import match_words, read_words
from feeds.model import Topic
from feeds.store import (
    Store,
    Transaction,
    forget_topics,
    read_topic_matches,
    replace_selections,
    walk_stories,
)


def select_again(store: Store, topics: Sequence[Topic]) -> None:
    """Ask every story held again for topics that are new or whose query changed."""
    with store.read() as tx:
        known = read_topic_matches(tx)
    asked = [topic for topic in topics if known.get(topic.slug) != topic.match]
    dropped = known.keys() - {topic.slug for topic in topics}
    if not asked and not dropped:
        return
    with store.write() as tx:
        forget_topics(tx, dropped)
        for topic in asked:
            replace_selections(tx, topic.slug, topic.match, _matching(tx, topic))


def _matching(tx: Transaction, topic: Topic) -> Iterator[str]:
    """Yield the ids of all stories held that a topic selects, by their last text that stood."""
    for story in walk_stories(tx):
        if match_words(topic.query, read_words(story)):
            yield story.id
