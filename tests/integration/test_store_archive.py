"""What an edit costs does not grow with the archive: the database's own steps are counted."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from polls import a_config, a_poll
from stories import NOON, a_source, a_story

from feeds.model import Story
from feeds.pipeline.edit import edit_batch
from feeds.schedule.state import remember_poll
from feeds.store import Store, count_stories, open_store

SOURCE = a_source()
CONFIG = a_config(SOURCE)


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory."""
    with open_store(None) as opened:
        yield opened


def tell(number: int, days: int) -> Story:
    """Return a story told some days ago, in words of its own."""
    told = NOON - timedelta(days=days)
    words = [
        hashlib.blake2b(f"{number} {n}".encode(), digest_size=4).hexdigest() for n in range(40)
    ]
    return a_story(
        f"dam {number}",
        headline=" ".join(words[:8]),
        body_text=" ".join(words),
        published=told,
        first_seen=told,
    )


def fill(store: Store, first: int, last: int) -> None:
    """Put stories into the archive, each told more than a month ago."""
    for start in range(first, last, 250):
        stories = [tell(n, 40 + n // 5) for n in range(start, min(start + 250, last))]
        edit_batch(store, [a_poll(*stories, source=SOURCE)], CONFIG, remember_poll)


def count_steps(store: Store, first: int) -> int:
    """Return how many hundred steps SQLite takes for an edit of some new stories."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with store.read() as tx:
        driver = tx.connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(count, 100)
    stories = [tell(n, 0) for n in range(first, first + 20)]
    edit_batch(store, [a_poll(*stories, source=SOURCE)], CONFIG, remember_poll)
    driver.set_progress_handler(None, 0)
    return steps


@pytest.mark.case("S-18")
def test_an_archive_eight_times_as_large_makes_an_edit_no_dearer(store: Store) -> None:
    """What is looked up is looked up by an index, and only what is recent is compared."""
    fill(store, 0, 500)
    small = count_steps(store, 1_000_000)
    fill(store, 500, 4_000)
    large = count_steps(store, 2_000_000)
    with store.read() as tx:
        held = count_stories(tx)

    assert held == 4_040
    assert 0 < large < 2 * small
