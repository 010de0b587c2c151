"""News nobody wrote: headlines and paragraphs from a small grammar and invented names.

The same seed gives the same words for ever. Names, places and figures are drawn from thousands,
so that two happenings share common words only, as real news does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


def _list(text: str, between: str = r"\s") -> tuple[str, ...]:
    """Return the words or phrases of a text."""
    return tuple(part.strip() for part in re.split(between, text) if part.strip())


_ONSETS = _list("b br d dr f g gr h k kl l m n p r s st t tr v w")
_VOWELS = _list("a e i o u ai é ö ou")
_CODAS = _list("l n r s t nd rk lm ss")  # codespell:ignore nd
_PLACE_ENDS = _list("by eval ford heim mouth stad ton val wick zell")
_NAME_ENDS = _list("ansen berg er ette ini kov man oux sen sley")

_ROLES = _list("""
archivist beekeeper biologist builder captain caretaker chemist clerk coach conductor curator
doctor driver editor engineer farmer ferryman forester geologist glazier governor historian judge
keeper lecturer librarian mayor mechanic miller minister nurse pilot planner potter printer
referee sailor spokeswoman surgeon surveyor teacher treasurer trustee veterinarian warden weaver
""")
_BODIES = _list("""
academy assembly association authority bakery board bureau chamber charity choir clinic club
college commission committee company cooperative council court district federation fleet
foundation guild hospital institute laboratory ministry museum observatory orchestra parish
railway school society station syndicate theatre trust tribunal union university utility workshop
""")
_THINGS = _list("""
acreage aqueduct archive barrage bell bond boundary bridge budget cable canal census charter
chimney clock contract crane crossing dairy dam depot dock drainage dyke embankment estate
exhibition ferry festival fishery footpath forest fountain furnace garden granary greenhouse
harbour harvest heating hedge highway hostel kiln ladder lagoon lantern levy lighthouse loan lock
manuscript marina marsh meadow mill mine mosaic orchard organ oven pasture pavement pension pier
pipeline playground pond pumping quarry quota rent reservoir roof salary sanctuary sawmill
sewerage signal sluice stadium statue stipend subsidy surplus tariff tender terrace timetable
tollgate tower tramline treaty tunnel turbine vaccine vault viaduct vineyard wage warehouse
waterfall weir wharf windmill woodland yard
""")
_QUALITIES = _list("""
abandoned ancient austere brittle broad cautious central cheap circular coastal costly crooked
damp delayed derelict disputed distant doubtful eastern elegant faulty flooded fragile frozen
generous gentle gloomy hasty hidden hollow humble idle inland leaking lengthy lively lofty lonely
massive medieval modest narrow neglected noisy northern obscure parallel patient peculiar
polished provisional quiet reluctant remote restored rural rusty seasonal secluded shallow slender
solid southern spacious steep stubborn sturdy sudden temporary thorough tidal timid twisted
unfinished uneven unlikely upper urgent vacant vast veiled wealthy western wooden
""")
_DEEDS = _list("""
abolished accepted adjourned admired approved assembled auctioned bought cancelled catalogued
condemned consecrated criticised debated defended demolished disputed doubled drained emptied
endorsed enlarged evacuated examined extended financed fenced halted halved ignored inaugurated
inherited inspected insured leased measured merged modernised mortgaged neglected painted
photographed postponed praised privatised proposed purchased rebuilt reclaimed refused regretted
rejected renamed rented repaired replaced rescued revised sealed shortened sketched sponsored
surveyed suspended taxed tested widened withdrew
""")
_UNITS = _list("""
acres barrels bricks bushels cattle crates crowns cyclists days ducats families hectares households
kilometres lanterns litres metres passengers pupils sacks signatures tonnes trees visitors
volunteers
""")
_ASIDES = _list(
    """
    after a brief silence|against all advice|although nobody had asked|as the rain went on
    before dawn|by a single vote|despite the frost|during the long recess|in front of a small crowd
    for reasons that stay unclear|in spite of the cost|not for the first time|with the doors closed
    on the second attempt|to general surprise|under the old statute|while the tide was out
    with hardly a word|without naming a date
    """,
    r"\n|\|",
)

SECTIONS = ("Business", "Culture", "Local", "Nature", "Politics", "Science", "Sport", "World")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The names there are."""

    places: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What one report is about: every sentence of it speaks of these."""

    place: str
    other_place: str
    person: str
    role: str
    body: str
    thing: str
    quality: str
    number: int
    unit: str


def make_world(seed: int) -> World:
    """Return the names of one seed: about 2,000 places and 4,000 people."""
    rng = Random(f"world {seed}")
    places = {_make_name(rng, _PLACE_ENDS) for _ in range(2000)}
    given = [_make_name(rng, "aeio") for _ in range(500)]
    people = {f"{rng.choice(given)} {_make_name(rng, _NAME_ENDS)}" for _ in range(4000)}
    return World(places=tuple(sorted(places)), people=tuple(sorted(people)))


def make_happening(rng: Random, world: World) -> Happening:
    """Let something happen."""
    place, other_place = rng.sample(world.places, 2)
    return Happening(
        place=place,
        other_place=other_place,
        person=rng.choice(world.people),
        role=rng.choice(_ROLES),
        body=rng.choice(_BODIES),
        thing=rng.choice(_THINGS),
        quality=rng.choice(_QUALITIES),
        number=rng.randrange(3, 9000),
        unit=rng.choice(_UNITS),
    )


def write_headline(rng: Random, told: Happening) -> str:
    """Return a headline of about nine words."""
    deed, thing, number = rng.choice(_DEEDS), told.thing, f"{told.number} {told.unit}"
    match rng.randrange(4):
        case 0:
            return f"{told.place} {told.body} {deed} {told.quality} {thing} of {number}"
        case 1:
            return f"{number}: {told.quality} {thing} {deed} in {told.place}"
        case 2:
            return f"“The {thing} is {told.quality}”, says {told.role} {told.person}"
        case _:
            return f"{told.role.title()} {told.person} {deed} {thing} near {told.place}"


def retitle(rng: Random, told: Happening) -> str:
    """Return a headline that another desk would put over the same copy."""
    return f"{told.place}: {told.body} and {told.thing} – {rng.choice(_ASIDES)}"


def write_summary(rng: Random, told: Happening, length: int) -> str:
    """Return sentences of at least so many characters together."""
    sentences = [_write_lead(rng, told)]
    while sum(map(len, sentences)) < length:
        sentences.append(_write_sentence(rng, told))
    return " ".join(sentences)


def write_paragraphs(rng: Random, told: Happening, length: int) -> tuple[str, ...]:
    """Return the paragraphs of a whole report, the first with its dateline."""
    dateline = f"{told.place.upper()} (Meridian Wire) – "
    paragraphs = [dateline + write_summary(rng, told, 200)]
    while sum(map(len, paragraphs)) < length:
        count = rng.randrange(2, 5)
        paragraphs.append(" ".join(_write_sentence(rng, told) for _ in range(count)))
    return tuple(paragraphs)


def _write_lead(rng: Random, told: Happening) -> str:
    """Return the sentence that says what happened."""
    return (
        f"The {told.body} of {told.place} has {rng.choice(_DEEDS)} the {told.quality} {told.thing}"
        f" and its {told.number} {told.unit} {rng.choice(_ASIDES)}, {told.role} {told.person} said."
    )


def _write_sentence(rng: Random, told: Happening) -> str:
    """Return a sentence about the happening and something beside it."""
    thing, quality, deed = rng.choice(_THINGS), rng.choice(_QUALITIES), rng.choice(_DEEDS)
    count, aside = f"{rng.randrange(2, 5000)} {rng.choice(_UNITS)}", rng.choice(_ASIDES)
    body = rng.choice(_BODIES)
    match rng.randrange(6):
        case 0:
            return f"One {quality} {thing} was {deed} there {aside}, with {count}."
        case 1:
            return f"{told.person} called the {thing} “{quality}, if not {deed}” {aside}."
        case 2:
            return f"In {told.other_place}, the {body} {deed} {count} {aside}."
        case 3:
            return f"The {told.thing} needs {count}; the {quality} {thing} had been {deed} before."
        case 4:
            return f"Nobody in {told.place} had {deed} the {thing} since the {body} left {count}."
        case _:
            return f"{aside.capitalize()}, {count} were {deed} beside the {quality} {thing}."


def _make_name(rng: Random, ends: Sequence[str]) -> str:
    """Return an invented name of two or three syllables."""
    start = rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
    return (start + rng.choice(_VOWELS) * rng.randrange(2) + rng.choice(ends)).capitalize()
