"""The feed of what was told of the sources."""

from stories import NOON

from feeds.alert import compose_health_feed
from feeds.alert.health import make_change
from feeds.model import Settings


def test_a_change_is_an_entry_under_its_own_id() -> None:
    """Named after its source, as people call it; the text is no markup."""
    told = [
        make_change("post", "failing", "timeout: <b> & so on", NOON),
        make_change("mail", "quiet", "nothing new", NOON),
        make_change(None, "outage", "nothing can be reached", NOON),
    ]
    feed = compose_health_feed(told, {"post": "The Post"}, Settings(title="Orsel"))

    assert ("sources.health", NOON) == (feed.slug, feed.updated)
    assert ["failing: The Post", "quiet: mail", "outage: the desk itself"] == [
        item.title for item in feed.items
    ]
    assert "<p>timeout: &lt;b&gt; &amp; so on</p>" == feed.items[0].content_html
    assert [f"urn:uuid:{change.id}" for change in told] == [item.id for item in feed.items]
    assert 3 == len({item.id for item in feed.items})
