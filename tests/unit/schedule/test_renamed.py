"""A source that was given another id is noticed by its address."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Source, SourceState
from feeds.schedule.renamed import find_renamed

_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_URL = "https://post.example/rss"
_NEW = Source(id="new", kind="feed", url=_URL)


def _recall(name: str, url: str = _URL, first: datetime | None = _NOON) -> dict[str, SourceState]:
    """What is remembered of one source."""
    state = SourceState(source_id=name, url=url, first_ok=first, last_polled=_NOON)
    return {name: state}


@pytest.mark.parametrize("url", [_URL, "http://post.example:80/rss#top"])
def test_a_source_under_another_id_is_known_by_its_address(url: str) -> None:
    """In whatever spelling."""
    assert {"new": "old"} == find_renamed([_NEW], _recall("old", url))


def test_of_several_the_one_that_was_asked_last_is_named() -> None:
    """It was renamed more than once."""
    later = SourceState(source_id="b", url=_URL, first_ok=_NOON, last_polled=_NOON.replace(hour=13))
    known = _recall("a") | {"b": later} | _recall("c")

    assert {"new": "b"} == find_renamed([_NEW], known)


def test_until_it_was_read_well_it_is_told() -> None:
    """A poll that failed begins nothing."""
    known = _recall("old")

    assert {"new": "old"} == find_renamed([_NEW], known | _recall("new", first=None))
    assert {} == find_renamed([_NEW], known | _recall("new"))


@pytest.mark.parametrize(
    "known",
    [{}, _recall("old", "https://post.example/other"), _recall("old", first=None)],
    ids=["nothing", "elsewhere", "never read"],
)
def test_a_new_source_is_not_taken_for_another(known: dict[str, SourceState]) -> None:
    """Nothing is remembered that it could lose."""
    assert {} == find_renamed([_NEW], known)


def test_one_address_under_two_ids_is_no_other_name() -> None:
    """The first is configured still; and an inbox has no address."""
    old = Source(id="old", kind="feed", url=_URL)
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))

    assert {} == find_renamed([old, _NEW, inbox], _recall("old"))
