"""Dates as people read them."""

from stories import NOON

from feeds.cli.dates import show_date


def test_a_date_that_is_not_used_does_not_stand_there_as_if_it_were() -> None:
    """One in the future, say; what is not stated is empty."""
    assert NOON.isoformat() == show_date(NOON, "noon")
    assert "unknown (stated: Wed, 27 Nov 2030)" == show_date(None, "Wed, 27 Nov 2030")
    assert "" == show_date(None, "")
