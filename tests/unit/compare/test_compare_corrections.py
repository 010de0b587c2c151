"""Notices of corrections are looked for at a cost that grows with the text, not faster."""

import sys
from types import FrameType

from stories import a_story

from feeds.compare.corrections import find_correction

REPORT = " ".join(f"Word{number} stood by the dam." for number in range(2_000))
NOTICE = "Correction: the name of the dam of Orsel was misspelled here"


def count_calls(name: str, before: str, after: str) -> int:
    """Return how often a function is called while a correction is looked for."""
    calls = 0

    def follow(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_name == name

    stood = sys.getprofile()
    sys.setprofile(follow)
    try:
        assert find_correction(a_story(body_text=before), a_story(body_text=after)) is None
    finally:
        sys.setprofile(stood)
    return calls


def test_many_edited_notices_are_not_each_compared_with_every_sentence() -> None:
    """A hundred notices that were edited are compared with the notices that stood there alone."""
    before = f"{REPORT}\n{NOTICE}."
    after = "\n".join((*(f"{NOTICE} {number}." for number in range(100)), REPORT))

    assert count_calls("share_words", before, after) < 1_000


def test_notices_are_read_once_in_each_version() -> None:
    """However many notices came, what stood there is asked once whether it is one."""
    before = f"{REPORT}\n{NOTICE}."
    after = "\n".join((*(f"{NOTICE} {number}." for number in range(100)), REPORT))

    assert count_calls("_is_notice", before, after) < 2_500
