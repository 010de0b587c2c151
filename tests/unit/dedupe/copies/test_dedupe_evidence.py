"""What two sketches prove about each other."""

from typing import Any

import pytest
from stories import a_story

from feeds.dedupe import has_left, is_rewritten, sketch_story
from feeds.dedupe.copies.evidence import (
    judge_copy,
    judge_same,
    may_share_language,
    share_half,
    share_most,
)
from feeds.model import Level, Sketch

NONE = frozenset[int]()


def tell(first: int, last: int) -> str:
    """A text of invented words, the same for the same numbers."""
    return " ".join(f"{'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}um" for n in range(first, last))


def sketch(source: str, text: str, **fields: Any) -> Sketch:
    """The sketch of a report that shares no key with another."""
    plain = {"keys": (), "source_id": source, "headline": "Boiler strike", "language": "en"}
    return sketch_story(a_story(source, body_text=text, **plain | fields))


def test_at_one_address_two_reports_with_a_word_in_common_are_the_same() -> None:
    """In a headline or below; also where one has no words at all, as a picture has."""
    here = {"keys": ("url:https://a.example/dam",)}
    one = sketch("post", "Engineers watch the reservoir.", headline="Valley warned", **here)
    word = sketch("times", "A warning in the valley.", headline="Reservoir", **here)
    none = sketch("wire", "Pupils sing.", headline="Choir", **here)
    bare = sketch("photo", "", headline="", **here)

    same = judge_same(one, word)

    assert same
    assert (same.level, same.score) == (Level.SAME, 1.0)
    assert judge_same(one, none) is None
    assert judge_same(one, bare)
    assert judge_same(bare, one)


def test_a_copy_says_how_much_of_it_stands_in_the_other() -> None:
    """In whole hundredths, as far as the texts tell."""
    whole = sketch("post", tell(0, 100))

    for text, share in ((tell(10, 90), "100"), (f"{tell(0, 80)} {tell(90, 93)}", "96")):
        verdict = judge_copy(sketch("times", text), whole)
        assert verdict
        assert (verdict.level, verdict.reason) == (Level.COPY, f"{share} % of its text")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("en", "en", True),
        ("en", "en-GB", True),
        ("pt-br", "pt", True),
        ("en", "de", False),
        (None, "de", True),
        ("de", None, True),
        (None, None, True),
    ],
)
def test_what_is_told_in_two_languages_is_no_copy(
    one: str | None, other: str | None, *, shared: bool
) -> None:
    """One language has several tags; where none is stated it may be any."""
    sketches = [sketch(it, tell(0, 80), language=tag) for it, tag in (("a", one), ("b", other))]

    assert may_share_language(*sketches) is shared
    assert bool(judge_copy(*sketches)) is shared


def test_half_of_a_short_text_and_two_thirds_of_a_long_one_count() -> None:
    """With less of them they are two texts that share a passage."""
    whole = sketch("post", tell(0, 90))

    assert share_half(whole, sketch("a", f"{tell(0, 55)}"), NONE)
    assert share_half(whole, sketch("b", f"{tell(0, 22)} zorvan {tell(90, 100)}"), NONE)
    assert not share_half(whole, sketch("c", f"{tell(0, 12)} zorvan {tell(90, 100)}"), NONE)
    assert share_most(whole, sketch("d", tell(0, 66)), NONE)
    assert not share_most(whole, sketch("e", tell(0, 55)), NONE)


def test_a_text_has_left_its_copies_when_hardly_a_word_is_theirs() -> None:
    """All of them: while one still has it, it is one of them."""
    old, older = sketch("a", tell(0, 40)), sketch("b", tell(0, 50))
    new = sketch("c", tell(50, 90))

    assert has_left(new, [old, older])
    assert not has_left(new, [old, sketch("d", tell(50, 90))])
    assert not has_left(sketch("c", f"{tell(0, 12)} {tell(60, 90)}"), [old])
    assert not has_left(new, [])


def test_a_text_that_is_nearly_empty_has_left_nothing() -> None:
    """A paper that takes its text down, or keeps a line of it, tells no other report."""
    old = sketch("a", tell(0, 40))

    for text in ("", tell(60, 70)):
        assert not has_left(sketch("c", text), [old])
        assert not is_rewritten(sketch("c", text), old)


def test_a_text_that_has_the_key_of_a_copy_has_not_left_it() -> None:
    """At one address, under one headline, it is the same report in other words."""
    here = {"keys": ("url:https://a.example/dam",)}

    assert not has_left(sketch("c", tell(50, 90), **here), [sketch("a", tell(0, 40), **here)])


def test_a_text_is_rewritten_when_most_of_it_was_not_there_before() -> None:
    """As where a flash came first; one that grew by less is the same text."""
    flash = sketch("a", tell(0, 20))

    assert is_rewritten(sketch("a", tell(0, 60)), flash)
    assert not is_rewritten(sketch("a", tell(0, 30)), flash)
    assert is_rewritten(sketch("a", tell(0, 44)), flash)
