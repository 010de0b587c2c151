"""When the daemon is taken for stuck."""

import pytest

from feeds.schedule.life import Life, explain_stop


@pytest.mark.case("T-19")
def test_two_minutes_without_a_beat_are_too_long() -> None:
    """Whatever the editor does."""
    assert None is explain_stop(beat=0, editing=None, now=120)
    assert "the plan was not looked at for 121 seconds" == explain_stop(0, None, 121)


@pytest.mark.case("T-19")
def test_one_edit_may_take_five_minutes() -> None:
    """The plan is looked at meanwhile, and yet nothing comes out."""
    assert None is explain_stop(beat=300, editing=0, now=300)
    assert "one edit takes 301 seconds already" == explain_stop(301, 0, 301)


@pytest.mark.case("C-19")
def test_a_configuration_that_cannot_be_used_is_no_death() -> None:
    """Starting it anew would make it worse."""
    assert Life(not_applied="sources.yaml:1:1: bad").is_alive
    assert not Life(stopped="one edit takes 301 seconds already").is_alive
