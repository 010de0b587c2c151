"""Headlines that are lists."""

import pytest

from feeds.normalize.lists import lists_events


@pytest.mark.parametrize(
    ("headline", "listed"),
    [
        ("Morning briefing: quake, rail talks and a stolen swan", True),
        ("The news from Aubeval today: quake, rail talks, a stolen swan", True),
        ("Mayor of Aubeval warns of more: quake, rail talks, a stolen swan", False),
        ("Mayor of Aubeval this morning: quake, rail talks, a stolen swan", True),
        ("Almerda: roads cut, schools shut and trams halted", False),
        ("National Food Strategy: Tax sugar and salt and prescribe veg, report says", False),
        ("Monday's strike: trams, buses and ferries stop", False),
        ("This week in science: a new dinosaur, a lynx revival and a looming star", True),
        ("This week: Man, 28, found dead, police say", False),
        ("Bom dia: greves, resgate, uma cegonha", True),
        ("Tempo: aguaceiros, sol, ondas", True),
        ("Tempo de guerra: aguaceiros, sol, ondas", False),
        ("Morning briefing: quake, rail talks, ", False),
        ("Morning briefing: quake and rail talks", False),
        ("Quake, rail talks and a stolen swan", False),
    ],
)
def test_the_label_of_a_column_and_three_things_are_a_list(headline: str, *, listed: bool) -> None:
    """Else they are what became of one thing, and its event would lack what tells of it."""
    assert lists_events(headline, "en") is listed


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("fr-ca", "Le matin : la chaudière, les trains et un cygne volé"),
        ("de", "Der Morgen | Aubeval, Bahnstreik und ein Schwan"),
        ("es", "El primer café: Aubeval, mineros y un loro"),
        ("no", "Morgenen: Aubeval, togstreik og en svane"),
        ("hr", "Jutro: Aubeval, štrajk i ukraden labud"),
        ("sr-latn", "Jutro: Aubeval, štrajk i ukraden labud"),
    ],
)
def test_the_word_for_and_parts_things_in_its_language(language: str, headline: str) -> None:
    """By whatever tag its language goes."""
    assert lists_events(headline, language)
    assert not lists_events(headline, "eu")


@pytest.mark.parametrize("language", [None, "eu", "en-gb"])
def test_commas_make_a_list_in_any_language(language: str | None) -> None:
    """The word for "and" does where it is known."""
    assert lists_events("Morning briefing: quake, rail talks, a swan", language)
    assert lists_events("Briefing: quake, talks and a swan", language) is (language == "en-gb")


@pytest.mark.parametrize(
    ("headline", "listed"),
    [
        ("Minister of Ostmark resigns. And, a new record in the pool", True),
        ("Who is Edda Stolz? Plus, takeaways from her speech", True),
        ("Ministerin tritt zurück. Außerdem: ein Rekord im Becken", True),
        ("Brandt tritt zurück. Und: Weltrekord im Becken in Holm", True),
        ("Dimite la ministra. Y: un cisne robado vuelve a casa", True),
        ("“I am tired.” And, yes, he really quits now", False),
        ("Is it safe? Plus: how we tested", False),
        ("He won. Also, he lost", False),
        ("Minister of Ostmark resigns. And nobody knows why", False),
        ("Minister of Ostmark resigns and, says her office, will not return", False),
        ("And, at last, the dam holds", False),
    ],
)
def test_a_headline_that_goes_on_to_another_thing_is_a_list(headline: str, *, listed: bool) -> None:
    """A newsletter that names two things tells no one event."""
    assert lists_events(headline, None) is listed
