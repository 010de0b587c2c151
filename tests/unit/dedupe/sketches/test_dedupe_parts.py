"""What a sketch keeps of a story."""

from stories import a_sketch, a_story

from feeds.dedupe.sketches.parts import count_own_figures, find_body, find_figures, find_headline


def test_words_of_a_headline_are_told_from_those_below_it() -> None:
    """Names and numbers are neither."""
    told = a_sketch(a_story("post"), terms=("*boiler", "ferry", "^aubeva", "#12"))

    assert find_headline(told) == {"boiler"}
    assert find_body(told) == {"ferry"}


def test_only_numbers_without_letters_are_figures() -> None:
    """Aircraft and roads are no counts of anything; those that both tell are nobody's own."""
    one = find_figures(
        a_sketch(a_story("post"), terms=("*5", "12", "#5.4", "#1200", "#f-35", "^mh"))
    )

    assert one == {"5.4", "1200"}
    assert count_own_figures(one, frozenset({"1200", "7", "8"})) == 1
    assert count_own_figures(frozenset({"1200", "7", "8"}), one) == 1
