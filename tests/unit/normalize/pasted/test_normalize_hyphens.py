"""Words that were broken with a hyphen where a line of pasted text ended."""

import pytest

from feeds.normalize.pasted.hyphens import find_hyphens, join_lines, join_soft
from feeds.normalize.pasted.paste import read_paste


def join(*lines: str, above: tuple[str, ...] = ()) -> str:
    """Return lines as one, below others of the same text."""
    return join_lines(lines, find_hyphens([*above, *lines]))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("open to walk-", "ers of Hask, and walkers"), "open to walkers of Hask, and walkers"),
        (("a well-", "known and well-known man"), "a well-known and well-known man"),
        (("a well-", "known man"), "a well-known man"),
        (("die SPD-", "Fraktion in Hask"), "die SPD-Fraktion in Hask"),
        (("die Nord-", "und die Südmole"), "die Nord- und die Südmole"),
        (("les zones mi-", "ou hors saison"), "les zones mi- ou hors saison"),
        (("the Covid-", "19 virus"), "the Covid-19 virus"),
        (("he waited -", "and went"), "he waited - and went"),
        (("on pages 12-", "14 of it"), "on pages 12- 14 of it"),
        (("a short", "word"), "a short word"),
        (("walk-", "ers are walkers, a well-", "known"), "walkers are walkers, a well-known"),
        (
            ("walk-", "ers, walkers of land, sea, a land-", "sea war"),
            "walkers, walkers of land, sea, a land-sea war",
        ),
        (("новый мо-", "стик стоит, старый мостик"), "новый мостик стоит, старый мостик"),
        (("a new saw-", "mill at the old saw-mill"), "a new saw-mill at the old saw-mill"),
    ],
)
def test_a_broken_word_is_one_again(lines: tuple[str, ...], joined: str) -> None:
    """As the text has it elsewhere; with its hyphen where nothing is known."""
    assert join(*lines) == joined


def test_who_breaks_one_word_breaks_others() -> None:
    """One that the text has elsewhere, or many: then hyphens at the ends of lines are added."""
    known = ("the lighthouse, or light-", "house, they say")
    many = ("pep-", "per and sal-", "mon and but-", "ter")

    assert join("the har-", "bour", above=known) == "the harbour"
    assert join("the har-", "bour", above=many) == "the harbour"
    assert join("a well-", "known well-known man", above=many) == "a well-known well-known man"
    assert join("the har-", "bour", above=("as long as it is",)) == "the har-bour"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        *(
            ("they signed the agree-", "ment"),
            ("the govern-", "ment's plan"),
            ("it was hard-", "ly"),
        ),
        *(("die Verwal-", "tungen"), ("die Gemein-", "schaft"), ("ein öffent-", "licher Steg")),
        *(
            ("la répara-", "tion"),
            ("le règle-", "ment"),
            ("la repara-", "ción"),
            ("la ripara-", "zione"),
        ),
        *(
            ("a repara-", "ção"),
            ("de waar-", "heid"),
            ("среди населе-", "ния"),
            ("w działal-", "ności"),
        ),
    ],
)
def test_a_rest_that_is_no_word_was_broken_off(above: str, below: str) -> None:
    """Even if it is the only broken word of a text, which has it nowhere else."""
    assert join(above, below) == above[:-1] + below


@pytest.mark.parametrize(
    ("above", "below"),
    [
        *(("a well-", "known man"), ("the state-", "owned ferry"), ("a weather-", "related delay")),
        *(("an Anglo-", "French pier"), ("the mayor's op-", "ed"), ("a next-", "gen boat")),
        *(("the top-", "ten list"), ("she was DJ-", "ing"), ("a green-", "ish pier")),
        *(("Li Xiao-", "ping of Orme"), ("a deutsch-", "französische Fähre"), ("le nord-", "est")),
        *(("a-t-", "il dit"), ("binomio corpo-", "mente"), ("fazê-", "lo"), ("jet-", "ski")),
        *(
            ("кто-", "нибудь"),
            ("a stay-at-home-", "dad"),
            ("un sous-", "sol"),
            ("a de-icing-", "boat"),
        ),
    ],
)
def test_a_word_of_two_words_keeps_its_hyphen(above: str, below: str) -> None:
    """So does one of which nothing is known."""
    assert join(above, below) == above + below


def test_a_rest_that_the_text_has_behind_a_hyphen_keeps_it() -> None:
    """Whoever writes so means it."""
    assert join("he is blog-", "ing, or so: blog-ing") == "he is blog-ing, or so: blog-ing"


def test_who_breaks_off_what_is_no_word_breaks_others() -> None:
    """Another break of that text was added by the same program, however few there are."""
    above = ("they signed the agree-", "ment", *("as it was",) * 60)

    assert join("the har-", "bour", above=above) == "the harbour"
    assert join("the har-", "bour", above=above[2:]) == "the har-bour"


@pytest.mark.parametrize("ending", ["\n", "\r\n", " \n "])
def test_a_soft_hyphen_joins_what_it_breaks(ending: str) -> None:
    """Whatever the text says elsewhere; one inside a line is none of these."""
    assert join_soft(f"the har\u00ad{ending}bour") == "the harbour"
    assert join_soft("the har\u00adbour\n") == "the har\u00adbour\n"


def test_a_column_copied_from_a_pdf_is_read() -> None:
    """Its words are whole, and no paragraph ends where one was broken."""
    text = (
        "Hask Harbour Board opens the pier to walkers\n\n"
        "The Hask Harbour Board on Friday opened the new pier to walk-\n"
        "ers after two years of work that cost 4.2 million crowns, the har-\n"
        "bour board said, and thanked all of the workers who had come to\n"
        "Hask for it.\n\n"
        "The pier is lit at night for those who fish, and closed to dogs.\n"
    )

    assert read_paste(text).paragraphs == (
        (
            "The Hask Harbour Board on Friday opened the new pier to walkers after two years of"
            " work that cost 4.2 million crowns, the harbour board said, and thanked all of the"
            " workers who had come to Hask for it."
        ),
        "The pier is lit at night for those who fish, and closed to dogs.",
    )


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("peut-", "être demain", "peut-être demain"),
        ("a-t-", "elle dit", "a-t-elle dit"),
        ("c'est-à-", "dire la ville", "c'est-à-dire la ville"),
        ("vingt-", "deux bureaux", "vingt-deux bureaux"),
        ("là-", "bas, on dit", "là-bas, on dit"),
        ("est-", "ce une surprise", "est-ce une surprise"),
        ("disse-", "lhe a verdade", "disse-lhe a verdade"),
        ("a twenty-", "four-hour shop", "a twenty-four-hour shop"),
        ("her father-in-", "law", "her father-in-law"),
        ("the mayor-", "elect", "the mayor-elect"),
        ("la préfec-", "ture lundi", "la préfecture lundi"),
        ("her con-", "gratulations", "her congratulations"),
    ],
)
def test_a_hyphen_of_the_words_own_stays_where_a_program_has_broken_others(
    above: str, below: str, joined: str
) -> None:
    """Else "peut-être" would be a word that does not exist."""
    broken = ("pep-", "per and sal-", "mon and but-", "ter")
    assert join(above, below, above=broken) == joined
