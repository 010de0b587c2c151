"""Feeds to say."""

from datetime import UTC, datetime

import pytest

from feeds.model import Attribution, Feed, FeedItem


@pytest.fixture
def item() -> FeedItem:
    """An item with what nearly every story has."""
    return FeedItem(
        id="urn:uuid:1f9c2a44-3f52-5d0c-8a57-4a4f5d1c0001",
        title="Ferry Heron runs again",
        url="https://herald.example/heron",
        summary="Back after three days.",
        published=datetime(2026, 11, 23, 9, 15, tzinfo=UTC),
        updated=datetime(2026, 11, 23, 11, 40, 9, tzinfo=UTC),
        language="en",
        attribution=Attribution(
            id="https://herald.example/rss",
            title="The Orsel Herald",
            url="https://herald.example/rss",
        ),
    )


@pytest.fixture
def feed(item: FeedItem) -> Feed:
    """A feed of one item."""
    return Feed(
        slug="lake",
        topic="lake",
        id="urn:uuid:7d0d0c6e-6a0c-5b1e-9a55-0c1f0f3f7a01",
        title="Lake Country",
        base_url="https://desk.example/",
        language="en",
        updated=item.updated,
        items=(item,),
    )
