"""When what two texts share proves that one is a copy of the other."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from stories import NOON, a_sketch, a_story

from feeds.dedupe.copies.proof import prove_copy
from feeds.dedupe.sketches.shingles import Overlap
from feeds.model import Sketch

STRIKE = ("*boiler", "*ferry", "*docker", "*union")
FIRE = ("*tannery", "*blaze", "*roof", "*walls")


def sketch(
    source: str, terms: Sequence[str] = STRIKE, *, shingles: int = 300, hours: int = 0
) -> Sketch:
    """A sketch with these terms and so many shingles."""
    return a_sketch(
        a_story(source, source_id=source, first_seen=NOON + timedelta(hours=hours)),
        terms=tuple(terms),
        shingles=tuple(range(shingles)),
    )


def overlap(
    shorter: int, containment: float = 1.0, balance: float = 1.0, shared: int | None = None
) -> Overlap:
    """What two texts share, the shorter one of so many shingles."""
    found = round(shorter * containment) if shared is None else shared
    return Overlap(shared=found, containment=containment, balance=balance, shorter=shorter)


@pytest.mark.parametrize(
    ("shorter", "containment", "proven"),
    [
        (400, 0.56, True),
        (400, 0.53, False),
        (250, 0.56, True),
        (175, 0.69, True),
        (175, 0.66, False),
        (100, 0.81, True),
        (100, 0.78, False),
        (60, 0.81, True),
        (60, 0.78, False),
    ],
)
def test_of_a_long_text_half_proves_a_copy_and_of_a_short_one_most(
    shorter: int, containment: float, *, proven: bool
) -> None:
    """Whatever the headlines; between the two it is between."""
    found = overlap(shorter, containment)

    assert prove_copy(found, sketch("post"), sketch("times", FIRE)) is proven


@pytest.mark.parametrize(
    ("shorter", "terms", "proven"),
    [
        (60, FIRE, True),
        (59, FIRE, False),
        (59, STRIKE, True),
        (59, ("*boiler", "*tannery", "*blaze"), False),
        (59, ("*boiler", "*tannery"), False),
        (59, ("*boiler", "*ferry", "*tannery", "*blaze"), True),
        (59, (*FIRE, "docker"), True),
        (30, (*FIRE, "docker"), True),
        (29, (*FIRE, "docker"), False),
    ],
)
def test_a_short_text_may_be_a_notice_if_headlines_do_not_agree(
    shorter: int, terms: Sequence[str], *, proven: bool
) -> None:
    """Two of their words agree; or nearly all is shared and tells what a headline names."""
    found = overlap(shorter, 0.95)

    assert prove_copy(found, sketch("post"), sketch("times", terms)) is proven


@pytest.mark.parametrize(("shared", "proven"), [(11, False), (12, True)])
def test_a_dozen_words_in_common_prove_nothing(shared: int, *, proven: bool) -> None:
    """Under one headline, too: a caption, or a first sentence that two agencies share."""
    assert prove_copy(overlap(shared), sketch("post"), sketch("times")) is proven


@pytest.mark.parametrize(
    ("ours", "theirs", "length", "balance", "proven"),
    [
        ("#5 #12", "#6 #31", 200, 0.95, False),
        ("#5 #12", "#6 #12", 200, 0.95, True),
        ("#5 #12 #40", "#5", 200, 0.95, True),
        ("#5", "#5 #12 #40", 200, 0.95, True),
        ("#5 #12", "#6 #31", 200, 0.85, True),
        ("#5 #12", "#6 #31", 250, 0.95, True),
        ("#f-35 #mh-17", "#a-10 #b-52", 200, 0.95, True),
    ],
)
def test_one_form_filled_in_twice_is_no_copy(
    ours: str, theirs: str, length: int, balance: float, *, proven: bool
) -> None:
    """Each has two figures of its own; a text that was cut, or is long, is no form."""
    one = sketch("post", (*STRIKE, *ours.split()), shingles=length)
    other = sketch("times", (*STRIKE, *theirs.split()), shingles=length)

    assert prove_copy(overlap(round(length * 0.9), 0.9, balance), one, other) is proven


def test_a_form_that_is_long_in_one_report_is_no_form() -> None:
    """Of longer texts not all figures are known."""
    one = sketch("post", (*STRIKE, "#5", "#12"), shingles=210)
    other = sketch("times", (*STRIKE, "#6", "#31"), shingles=230)
    found = overlap(189, 0.9, 0.91)

    assert prove_copy(found, one, other)
    assert prove_copy(found, other, one)


@pytest.mark.parametrize(
    ("terms", "shorter", "containment", "balance", "hours", "proven"),
    [
        (STRIKE, 40, 0.95, 0.85, 11, True),
        (STRIKE, 39, 0.95, 0.85, 11, False),
        (STRIKE, 40, 0.85, 0.85, 11, False),
        (STRIKE, 40, 0.95, 0.75, 11, False),
        (STRIKE, 40, 0.95, 0.85, 13, False),
        ((*STRIKE[:2], *FIRE[:2]), 40, 0.95, 0.85, 11, True),
        ((*STRIKE[:2], *FIRE[:3]), 40, 0.95, 0.85, 11, False),
        (STRIKE[:1], 40, 0.95, 0.85, 11, False),
    ],
)
def test_one_source_prints_a_report_again_under_half_of_its_headline(
    terms: Sequence[str],
    shorter: int,
    containment: float,
    balance: float,
    hours: int,
    *,
    proven: bool,
) -> None:
    """Nearly all of it, at about its length, within half a day: else it is another of its kind."""
    one, other = sketch("post"), sketch("post", terms, hours=hours)
    found = overlap(shorter, containment, balance)

    assert prove_copy(found, one, other) is proven
    assert prove_copy(found, other, one) is proven


@pytest.mark.parametrize(
    ("shorter", "containment", "hours", "proven"),
    [
        (80, 0.85, 71, True),
        (80, 0.85, 73, False),
        (80, 0.91, 24 * 20, True),
        (50, 0.85, 73, False),
        (100, 0.85, 24 * 20, True),
        (300, 0.56, 24 * 20, True),
    ],
)
def test_a_short_text_told_days_later_is_a_copy_if_nearly_all_of_it_is_old(
    shorter: int, containment: float, hours: int, *, proven: bool
) -> None:
    """The next match is told in the words of the last; a long text is no template."""
    found = overlap(shorter, containment)
    assert prove_copy(found, sketch("radio", hours=hours), sketch("herald")) is proven
    assert prove_copy(found, sketch("radio"), sketch("herald", hours=hours)) is proven


@pytest.mark.parametrize(("hours", "proven"), [(71, True), (73, False)])
def test_a_short_text_told_days_later_with_a_figure_of_its_own_is_another(
    hours: int, *, proven: bool
) -> None:
    """The next match of the same two ends otherwise; on one day, one of the two is mistaken."""
    new = sketch("radio", (*STRIKE, "#41"), hours=hours)
    old = sketch("herald", (*STRIKE, "#37"))
    assert prove_copy(overlap(80, 0.95), new, old) is proven


def test_a_short_text_told_days_later_that_lacks_a_figure_is_a_copy() -> None:
    """What was cut from it, or put into it, is on one side only."""
    new, old = sketch("radio", hours=99), sketch("herald", (*STRIKE, "#37"))
    assert prove_copy(overlap(80, 0.95), new, old)


@pytest.mark.parametrize(("balance", "proven"), [(0.2, True), (0.9, False)])
def test_a_short_text_out_of_a_long_one_may_have_figures_that_are_not_known_of_that(
    balance: float, *, proven: bool
) -> None:
    """Of a long text the figures behind its first words are not kept."""
    new, old = sketch("radio", (*STRIKE, "#41"), hours=99), sketch("herald", (*STRIKE, "#37"))
    assert prove_copy(overlap(80, 0.95, balance), new, old) is proven
