"""How many events of these days have a word in common."""

from collections.abc import Sequence
from itertools import count

import pytest
from counting import count_calls
from stories import a_story

from feeds.dedupe import count_heard, sketch_story
from feeds.dedupe.sketches.terms import cut_word
from feeds.dedupe.sketches.vectors import OWN_EVENTS, may_tell_less
from feeds.model import Sketch

SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")
numbers = count()


def coin(number: int) -> str:
    """Return a word of its own for each number; no two begin alike."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}") + "x"


def tell(
    words: Sequence[str], source: str = "", language: str = "en", below: Sequence[str] = ()
) -> Sketch:
    """A sketch of a report with these words in its headline, and some below it."""
    # Padded: of what is told at one time the order is that of the names.
    name = f"r{next(numbers):06}"
    return sketch_story(
        a_story(
            name,
            headline=f"The {' '.join(words)}",
            body_text=" ".join(below),
            language=language,
            source_id=source or name,
        )
    )


def own(number: int) -> list[str]:
    """Four words that only one event has."""
    return [coin(4 * number + place) for place in range(4)]


def hear(reports: Sequence[Sketch], word: str) -> float:
    """Return in how many events a word is heard."""
    return count_heard(tuple(reports)).counts.get(word[:6], 0)


def test_many_reports_of_one_event_are_one() -> None:
    """They share other words too, so a hundred outlets make no theme."""
    reports = [tell(["zorvan", *own(0), coin(900 + n)]) for n in range(30)]

    assert hear(reports, "zorvan") <= OWN_EVENTS


def test_reports_that_share_one_word_only_are_as_many_events() -> None:
    """Of thirty, thirty."""
    reports = [tell(["zorvan", *own(n)]) for n in range(30)]

    assert hear(reports, "zorvan") == 30


def test_events_of_several_reports_count_once_each() -> None:
    """Three events told by two outlets each share nothing but the word of the theme."""
    reports = [tell(["zorvan", *own(n % 3)]) for n in range(6)]

    assert 2.9 < hear(reports, "zorvan") < 3.1


def test_several_words_of_one_theme_do_not_hide_each_other() -> None:
    """Each makes reports alike when the other is counted, but less so in the second round."""
    words = [word for n in range(150) for word in own(n)]
    reports = [tell(["zorvan", "melkor", *words[20 * n : 20 * n + 20]]) for n in range(30)]

    assert all(hear(reports, word) > 7 for word in ("zorvan", "melkor"))


def test_three_names_that_all_reports_of_a_saga_share_make_no_event_of_it() -> None:
    """Each of them is left out where another is counted: thirty reports are many events."""
    saga = ["zorvan", "melkor", "tibrax"]
    words = [word for n in range(150) for word in own(n)]
    reports = [tell([*saga, *words[12 * n : 12 * n + 12]]) for n in range(30)]

    assert all(hear(reports, word) == 30 for word in saga)


def test_it_does_not_matter_in_which_order_reports_stand() -> None:
    """Of many a part is compared, and it is always the same."""
    reports = [tell(["zorvan", *own(n % 7)]) for n in range(30)]

    assert hear(reports, "zorvan") == hear(reports[::-1], "zorvan") > 2.5


def test_what_one_source_tells_is_seldom_one_thing() -> None:
    """Reports that are a little alike are one event of many sources, and several of one."""
    told = [["zorvan", *own(0)[:1], *own(n + 1)[:3]] for n in range(8)]
    one = [tell(words, source="post") for words in told]
    many = [tell(words) for words in told]

    assert (True, False) == (bool(hear(one, "zorvan")), bool(hear(many, "zorvan")))


def test_languages_are_counted_apart() -> None:
    """One event told in many languages shares but its names."""
    tags = ("en", "de", "fr", "es", "it", "pt", "nl", "sv")
    reports = [tell(["zorvan", *own(n)], language=tag) for n, tag in enumerate(tags)]

    assert hear(reports, "zorvan") == 0
    assert hear([*reports, *(tell(["zorvan", *own(n + 20)]) for n in range(7))], "zorvan") == 8


def test_what_was_counted_is_kept_for_the_next_batch() -> None:
    """With the same reports; others are counted anew."""
    reports = tuple(tell(["zorvan", *own(n)]) for n in range(5))

    assert count_heard(reports) is count_heard(tuple(reports))
    assert count_heard(reports) is not count_heard(reports[:4])


def test_only_words_that_may_tell_less_are_counted() -> None:
    """Most words that some reports share are as common in general, and counting takes long."""
    assert may_tell_less("zorvan", "en", 3, 500)
    assert not may_tell_less(cut_word("weather"), "en", 4, 500)
    assert may_tell_less(cut_word("weather"), "en", 150, 500)


def test_a_source_that_tells_no_more_than_all_others_is_not_counted_apart() -> None:
    """With two reports it cannot tell more than two events; counting takes long."""
    reports = [tell(["zorvan", *own(n)], source=f"post-{n // 2}") for n in range(30)]

    with count_calls() as calls:
        assert hear(reports, "zorvan") > OWN_EVENTS

    assert not calls["count_own"]


def test_signs_that_many_reports_have_are_counted_however_common_they_are() -> None:
    """By them others are not looked for: of five hundred reports, eleven are too many."""
    assert not may_tell_less("#7", "en", 10, 500)
    assert may_tell_less("#7", "en", 11, 500)


def test_words_that_are_common_in_one_language_are_counted_in_the_other() -> None:
    """Four reports of five hundred are few for "weiter" in German, and many in English."""
    counted = (may_tell_less(cut_word("weiter"), language, 4, 500) for language in ("de", "en"))

    assert [False, True] == list(counted)


def test_one_text_is_as_many_events_as_one_source_fills_it_in_but_one_where_many_print_it() -> None:
    """A form under other headlines is a series; the copy of an agency is one report."""
    text = [coin(800 + place) for place in range(12)]
    forms = [tell([coin(n)], "office", below=("zorvan", *text)) for n in range(20)]
    copies = [tell([coin(n)], f"paper{n}", below=("zorvan", *text)) for n in range(20)]

    assert hear(forms, "zorvan") > 19
    assert hear(copies, "zorvan") <= OWN_EVENTS


def test_reports_of_one_source_that_are_hardly_alike_are_no_form() -> None:
    """What one source tells of one affair in some like words counts less than each alone."""
    affair = [coin(800 + place) for place in range(6)]
    told = [
        tell(
            [coin(n)],
            "paper",
            below=("zorvan", *affair, *own(10 + 3 * n), *own(11 + 3 * n), *own(12 + 3 * n)),
        )
        for n in range(12)
    ]

    assert OWN_EVENTS < hear(told, "zorvan") < 4


@pytest.mark.parametrize(
    ("shared", "reports", "length", "most", "least"),
    [
        (10, 20, 10, 20, 19),
        (11, 21, 10, 21, 20),
        (9, 20, 10, 10, 0),
        (8, 16, 10, 16, 15),
        (8, 14, 10, 10, 0),
        (10, 20, 4, 10, 0),
    ],
)
def test_what_half_of_many_reports_share_beside_a_word_is_of_its_theme(
    shared: int, reports: int, length: int, most: float, least: float
) -> None:
    """Two names of one war make no event of its reports; of few, or of bare headlines, they may."""
    words = [word for n in range(60) for word in own(n)]
    told = [
        tell(
            ["zorvan", *["melkor"][: n * shared % reports < shared], *words[length * n :][:length]]
        )
        for n in range(reports)
    ]

    assert least <= hear(told, "zorvan") <= most


def test_what_is_heard_says_of_how_many_reports() -> None:
    """Only so it is known whether ten events are many."""
    assert count_heard(tuple(tell(["zorvan", *own(n)]) for n in range(12))).reports == 12


def test_of_many_reports_a_sample_tells_the_same_whatever_their_order() -> None:
    """A third of them tells one event: these come first, or each behind two others."""
    one = [tell(["zorvan", *own(0)]) for _ in range(8)]
    others = [tell(["zorvan", *own(n)]) for n in range(1, 17)]
    mixed = [it for n in range(8) for it in (one[n], *others[2 * n : 2 * n + 2])]

    assert hear([*one, *others], "zorvan") == hear(mixed, "zorvan") > OWN_EVENTS
