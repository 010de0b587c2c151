"""Notices of corrections are looked for at a cost that grows with the text, not faster."""

from collections import Counter

from counting import count_calls
from stories import a_story

from feeds.compare.corrections import find_correction

REPORT = " ".join(f"Word{number} stood by the dam." for number in range(2_000))
NOTICE = "Correction: the name of the dam of Orsel was misspelled here"


def count_looking(before: str, after: str) -> Counter[str]:
    """Return what is called, and how often, while a correction is looked for in vain."""
    with count_calls() as calls:
        assert find_correction(a_story(body_text=before), a_story(body_text=after)) is None
    return calls


def test_many_edited_notices_are_not_each_compared_with_every_sentence() -> None:
    """A hundred notices that were edited are compared with the notices that stood there alone."""
    before = f"{REPORT}\n{NOTICE}."
    after = "\n".join((*(f"{NOTICE} {number}." for number in range(100)), REPORT))

    assert count_looking(before, after)["share_words"] < 1_000


def test_notices_are_read_once_in_each_version() -> None:
    """However many notices came, what stood there is asked once whether it is one."""
    before = f"{REPORT}\n{NOTICE}."
    after = "\n".join((*(f"{NOTICE} {number}." for number in range(100)), REPORT))

    assert count_looking(before, after)["_is_notice"] < 2_500
