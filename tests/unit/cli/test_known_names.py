"""What is said of names that nothing has."""

import pytest
import typer

from feeds.cli.known import refuse_unknown


def test_every_name_that_nothing_has_is_told_with_what_was_meant() -> None:
    """All at once, each once; where nothing is near, all that there are are named."""
    with pytest.raises(typer.BadParameter) as caught:
        refuse_unknown("source", ["harbuor", "post", "xy", "xy"], ["post", "harbour"])

    assert str(caught.value).splitlines() == [
        "no source is called harbuor; did you mean harbour?",
        "no source is called xy; known are: post, harbour",
    ]


def test_a_name_that_something_has_is_not_told() -> None:
    """Nor is anything told where no name is given."""
    refuse_unknown("source", ["post"], ["post", "harbour"])
    refuse_unknown("source", [], [])
