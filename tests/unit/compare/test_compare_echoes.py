"""What a desk said itself, or was told already, is left out when a desk says it again."""

import pytest
from stories import a_story

from feeds.compare import leave_out_own, leave_out_retold, read_desk_id

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
    assert (story,) == leave_out_own([story], {OURS})
    assert (story,) == leave_out_retold([story], {"text:words"})


@pytest.mark.parametrize(("own", "left"), [(set(), 1), ({OURS}, 0), ({"guid:x"}, 1)])
def test_our_own_is_left_out_by_its_id(own: set[str], left: int) -> None:
    """In whatever letters the id is written."""
    story = a_story(guid=f"urn:uuid:{OURS.upper()}", keys=KEYS)

    assert left == len(leave_out_own([story], own))


@pytest.mark.parametrize(
    ("told", "left"),
    [(set(), 1), ({"text:words"}, 0), ({"guid:x"}, 1), ({"guid:x", "text:words"}, 1)],
)
def test_known_words_under_an_unknown_guid_are_told_again(told: set[str], left: int) -> None:
    """Under a guid that is known as well it is the same entry in another feed of that desk."""
    story = a_story(guid=f"urn:uuid:{OURS}", keys=KEYS)

    assert left == len(leave_out_retold([story], told))
