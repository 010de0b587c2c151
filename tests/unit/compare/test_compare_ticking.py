"""Passages that change at every visit, and those that only change."""

from feeds.compare import Settled, settle_passages

FIRST, LAST = "The dam holds.", "Rain is expected."


def write(*between: str) -> str:
    """A text with passages between its first and its last paragraph."""
    return "\n\n".join((FIRST, *between, LAST))


def visit(*texts: str) -> list[Settled]:
    """Visit a page that reads so, one after the other."""
    before, ticking = texts[0], ()
    settled = []
    for text in texts[1:]:
        settled.append(settle_passages(before, text, ticking))
        before, ticking = settled[-1].text, settled[-1].ticking
    return settled


def test_a_passage_that_changes_at_each_visit_is_left_after_three() -> None:
    """As it was told the third time."""
    settled = visit(*(write(f"It is {hour} o'clock.") for hour in range(7)))

    assert [1, 2, 3, 3, 3, 3] == [int(it.text.split()[5]) for it in settled]
    assert [0, 0, 0, 1, 1, 1] == [it.left for it in settled]


def test_a_passage_that_stands_still_counts_again() -> None:
    """Its last words are told then."""
    hours = (0, 1, 2, 3, 4, 5, 5)
    settled = visit(*(write(f"It is {hour} o'clock.") for hour in hours))

    assert write("It is 3 o'clock.") == settled[-2].text
    assert write("It is 5 o'clock.") == settled[-1].text


def test_what_changes_beside_it_is_told() -> None:
    """Paragraphs are judged each for itself."""
    texts = [write(f"It is {hour} o'clock.") for hour in range(5)]
    last = write("It is 5 o'clock.")
    settled = visit(*texts, f"{last}\n\nThe mill is open.")

    assert settled[-1].text.endswith("The mill is open.")
    assert "It is 3 o'clock." in settled[-1].text


def test_a_text_that_grows_at_each_visit_is_told_each_time() -> None:
    """What is added below stands behind another paragraph each time."""
    grown = [f"Line {number}." for number in range(7)]
    settled = visit(*("\n\n".join(grown[:end]) for end in range(1, 8)))

    assert "\n\n".join(grown) == settled[-1].text
    assert not any(it.left for it in settled)


def test_edits_with_a_calm_visit_between_are_told() -> None:
    """Three in a row are needed, and a visit without one ends the row."""
    deaths = (12, 15, 15, 18, 18, 20, 20, 22, 22, 25)
    settled = visit(*(write(f"{dead} are dead.") for dead in deaths))

    assert write("25 are dead.") == settled[-1].text
    assert not any(it.left for it in settled)
