"""A publisher and a desk, moved at random, hold the same as a plain model."""

import os

import pytest
from harm.machine import Newsroom
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

# So many runs of so many steps; make faults asks for more.
_RUNS, _STEPS = map(int, os.environ.get("WIREDESK_RUNS", "12x40").split("x"))


@pytest.mark.timeout(7200)
@pytest.mark.case("S-16")
def test_whatever_a_publisher_does_no_story_is_lost_and_none_is_held_twice() -> None:
    """Every headline ever told is held once, in order, through restarts and jumps of the clock."""
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=_RUNS,
            stateful_step_count=_STEPS,
            deadline=None,
            phases=(
                Phase.explicit,
                Phase.reuse,
                Phase.generate,
            ),  # to make it smaller takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
