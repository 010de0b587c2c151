"""Who may be a copy of whom, by keys and bands."""

from stories import a_sketch, a_story

from feeds.dedupe import index_marks, list_sharing


def test_who_shares_a_key_or_a_band_is_found_once() -> None:
    """However many of them two share."""
    one = a_sketch(a_story("one"), keys=("url:a",), bands=(1, 2))
    two = a_sketch(a_story("two"), keys=(), bands=(2, 3))
    three = a_sketch(a_story("three"), keys=("url:c",), bands=(4,))
    marked = index_marks([one, two, three])

    assert [one, two] == list_sharing(a_sketch(a_story("x"), bands=(1, 2, 3)), marked)
    assert [one] == list_sharing(a_sketch(a_story("x"), keys=("url:a",)), marked)
    assert [] == list_sharing(a_sketch(a_story("x"), keys=("url:x",), bands=(9,)), marked)
