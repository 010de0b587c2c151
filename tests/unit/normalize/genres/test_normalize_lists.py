"""Headlines that are lists."""

import pytest

from feeds.normalize.genres.lists import lists_events


@pytest.mark.parametrize(
    ("headline", "listed"),
    [
        ("Morning briefing: quake, rail talks and a stolen swan", True),
        ("The news today: quake, rail talks, a stolen swan", True),
        ("Mayor of Aubeval warns of more: quake, rail talks, a stolen swan", False),
        ("Mayor of Aubeval this morning: quake, rail talks, a stolen swan", False),
        ("Morning explosion in Aubeval: two dead, five hurt and roads shut", False),
        ("Bomb in briefcase: two held, one hurt and road shut", False),
        ("Shooting at the newspaper: five dead, two hurt, suspect held", False),
        ("Cafe explosion: two dead, five hurt and a road shut", False),
        ("Morning: rail strike, roads cut and schools shut", False),
        ("Our top sport: rail strike, roads cut and schools shut", False),
        ("Morning news: rail strike, a quake and a swan", True),
        ("Weather: bright spells, showers in the west, highs of 9 degrees", True),
        ("Almerda: roads cut, schools shut and trams halted", False),
        ("National Food Strategy: Tax sugar and salt and prescribe veg, report says", False),
        ("Monday's strike: trams, buses and ferries stop", False),
        ("This week in science: a new dinosaur, a lynx revival and a looming star", True),
        ("This week: Man, 28, found dead, police say", False),
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
        ("pt", "Bom dia: greves, resgate e uma cegonha"),
        ("no", "Nyhetene i dagen: Aubeval, togstreik og en svane"),
        ("hr", "Dobro jutro: Aubeval, štrajk i ukraden labud"),
        ("sr-latn", "Vesti dana: Aubeval, štrajk i ukraden labud"),
        ("cnr", "Vijesti dana: Aubeval, štrajk i ukraden labud"),
    ],
)
def test_the_word_for_and_parts_things_in_its_language(language: str, headline: str) -> None:
    """By whatever tag its language goes."""
    assert lists_events(headline, language)
    assert not lists_events(headline, "eu")


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("es", "Mañana: huelga de metro, bus y tren"),
        ("es", "Café: Colombia, Brasil y Vietnam firman"),
        ("fr", "Chat abattu à Aubeval : le maire, un voisin et la police"),
        ("fr", "Charlie Hebdo : les suspects, les otages et la police"),
        ("sv", "Dagens Nyheter: löner, lokaler och layout"),
        ("it", "Corriere della Sera: conti, sede e giornalisti"),
        ("de", "Offener Brief: Künstler, Ärzte und Lehrer warnen"),
    ],
)
def test_a_word_for_a_time_makes_no_column(language: str, headline: str) -> None:
    """Nor does the name of a paper, or a word that means something else in another language."""
    assert not lists_events(headline, language)


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


@pytest.mark.parametrize(
    ("headline", "listed"),
    [
        ("The Orme Morning: fire on the ferry, a new school, and rain", True),
        ("the orme morning | Fire on the ferry, a new school and rain", True),
        ("The Orme Morning: fire on the ferry and rain", False),
        ("Orme: fire on the ferry, a new school, and rain", False),
    ],
)
def test_the_name_of_a_newsletter_heads_a_list(headline: str, *, listed: bool) -> None:
    """It is a column of its own, whatever it is called."""
    assert lists_events(headline, "en", "The Orme Morning") is listed
    assert not lists_events(headline, "en", "Another")
