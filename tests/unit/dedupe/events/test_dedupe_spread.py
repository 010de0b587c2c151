"""How much of what two reports share counts."""

import math
from fractions import Fraction
from itertools import permutations

import pytest

from feeds.dedupe.events.spread import count_shared, find_spread

TOWN = {"larnic": 0.5, "^larnic": 0.3}
FIRE = TOWN | {"fire": 0.5, "school": 0.4}
THEFT = TOWN | {"thief": 0.5, "saddle": 0.4}


@pytest.mark.parametrize(
    ("shares", "count"),
    [
        ((), 0.0),
        ((0.4,), 1.0),
        ((0.3, 0.3), 2.0),
        ((0.4, 0.4, 0.4, 0.4), 4.0),
        ((0.6, 0.01), 1.0),
    ],
)
def test_words_that_tell_the_same_count_one_each(shares: tuple[float, ...], count: float) -> None:
    """And one that tells little beside another counts as little."""
    vector = {f"word{n}": share for n, share in enumerate(shares)}

    assert count_shared(vector | {"own": 0.5}, vector, ()) == pytest.approx(count, abs=0.01)


def test_a_name_is_its_word() -> None:
    """A town that is written with a capital is one word, not two."""
    assert count_shared(FIRE, THEFT, ()) == pytest.approx(1.0)


def test_a_text_that_shares_one_word_counts_less_than_one_that_shares_two() -> None:
    """From a word and a half on it counts in full."""
    more = THEFT | {"fire": 0.5}

    assert find_spread(FIRE, THEFT, (), 24) == pytest.approx((1 / 1.5) ** 3)
    assert find_spread(FIRE, THEFT, (), 24) < find_spread(FIRE, more, (), 24) == 1.0


def test_of_few_words_one_may_be_all_there_is() -> None:
    """Headlines of one event share hardly more; the more words, the more must be shared."""
    spreads = [find_spread(FIRE, THEFT, (), words) for words in (1, 8, 12, 24, 80)]

    assert (spreads[0], spreads[1], spreads[3]) == (1.0, 1.0, spreads[4])
    assert spreads[1] > spreads[2] > spreads[3]


def test_a_name_of_several_words_is_one() -> None:
    """However its words hang together, in whichever report and in which order they are told."""
    whole = {"chance": 0.3, "friedr": 0.3, "^friedr": 0.1, "merz": 0.3, "^merz": 0.1}
    names = (("friedr", "merz"), ("chance", "friedr"), ("merz", "party"))

    for told in permutations(names):
        assert count_shared(whole, whole, told) == pytest.approx(1.0)
    assert count_shared(whole, whole, names[:1]) == pytest.approx(1.7, abs=0.1)
    assert count_shared(whole | FIRE, whole | FIRE, names) > 2.0
    assert count_shared(FIRE, THEFT, names) == count_shared(FIRE, THEFT, ())


def test_sums_are_exact() -> None:
    """So the order of words, which differs between processes, does not matter."""
    vectors = [{f"w{n}": math.sin(n * k) ** 2 for n in range(1, 60)} for k in range(1, 40)]
    for vector in vectors:
        shares = [Fraction(share * share) for share in vector.values()]
        squares = [Fraction(float(share) * float(share)) for share in shares]

        assert count_shared(vector, vector, ()) == float(sum(shares)) ** 2 / float(sum(squares))


def test_a_name_of_which_one_word_is_shared_is_that_word() -> None:
    """The first or the last one: two people of one family, or two towns on one river."""
    whole = {"solber": 0.5, "strike": 0.4}

    assert count_shared(whole, FIRE | {"solber": 0.5}, (("ingrid", "solber"),)) == 1.0
    assert count_shared(whole, FIRE | {"solber": 0.5}, (("solber", "strike"),)) == 1.0
