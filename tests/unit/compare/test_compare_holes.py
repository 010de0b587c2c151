"""What is missing in a document, though older ones are there."""

from datetime import timedelta

from stories import NOON

from feeds.compare import find_holes, keep_places

HOURS = {name: NOON - timedelta(hours=age) for age, name in enumerate("abcde")}


def test_what_is_missing_above_an_older_one_is_a_hole() -> None:
    """Not what fell out at the end."""
    assert ("b",) == find_holes("abcde", "acd", HOURS)


def test_the_order_of_a_document_does_not_matter_where_dates_tell() -> None:
    """Some tell their oldest first."""
    assert ("b",) == find_holes("edcba", "dca", HOURS)


def test_without_dates_the_order_tells() -> None:
    """All were first seen at once, and stand above each other as they came."""
    same = dict.fromkeys("abcde", NOON)

    assert ("b",) == find_holes("abcde", "acd", same)


def test_of_two_documents_without_a_common_story_nothing_is_missing() -> None:
    """The feed is another one now, or was not read for long."""
    assert () == find_holes("abc", "de", HOURS)


def test_what_is_not_held_any_more_is_no_hole() -> None:
    """Nobody knows when it was told."""
    assert () == find_holes("axc", "ac", HOURS)


def test_what_is_missing_keeps_its_place() -> None:
    """So that it is found missing another time; what is new stands before it."""
    assert tuple("zabcd") == keep_places("abcde", "zacd", "b")
    assert tuple("zacdx") == keep_places("acx", "zacd", "x")
    assert tuple("ac") == keep_places("abc", "ac", "")
