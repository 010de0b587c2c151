"""What a desk said itself, or was told already, is left out when a desk says it again."""

import pytest
from stories import a_story

from feeds.compare import leave_out_echoes, read_desk_id

OURS = "6ba7b811-9dad-51d1-80b4-00c04fd430c8"
KEYS = ("guid:x", "text:words")


@pytest.mark.parametrize(
    "guid",
    [
        "",
        "https://post.example/1",
        "urn:uuid:",
        "urn:uuid:no",
        "urn:uuid:6ba7b811-9dad-41d1-80b4-00c04fd430c8",
    ],
)
def test_a_guid_that_no_desk_makes_is_never_an_echo(guid: str) -> None:
    """Whatever else is known: such a story may only be folded with others, never left out."""
    story = a_story(guid=guid, keys=KEYS)

    assert read_desk_id(story) is None
    assert (story,) == leave_out_echoes([story], {OURS}, {"text:words"})


@pytest.mark.parametrize(
    ("own", "told", "left"),
    [(set(), set(), 1), ({OURS}, set(), 0), (set(), {"text:words"}, 0), ({"x"}, {"guid:x"}, 1)],
)
def test_our_own_and_what_was_told_are_left_out(own: set[str], told: set[str], left: int) -> None:
    """Known words are what counts, not a known guid: anybody can write a guid."""
    story = a_story(guid=f"urn:uuid:{OURS.upper()}", keys=KEYS)

    assert left == len(leave_out_echoes([story], own, told))
