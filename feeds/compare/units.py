"""What numbers count: shares, money, and measures, in the languages most sources have."""

from collections.abc import Mapping
from typing import Final

# Usual name, then other spellings, folded; longer ones of several words first.
_SIGNS: Final = (
    ("percent", "%", "prozent", "procent", "percento"),
    ("points", "prozentpunkte", "prozentpunkten", "procentpunten"),
    ("permille", "‰"),
    ("usd", "$", "us$", "dollar", "dollars", "dolar", "dolares", "dollari", "dolares"),
    ("eur", "€", "euro", "euros"),
    ("gbp", "£", "pound", "pounds", "pfund", "livres", "libras", "sterline"),
    ("jpy", "¥", "yen"),
    ("chf", "franken", "francs", "francos", "franchi"),
    ("inr", "₹", "rupees", "rs"),
    ("crowns", "kronen", "kroner", "kronor", "couronnes", "coronas", "corone", "coroas"),
    ("brl", "r$", "reais"),
)
_MEASURES: Final = (
    ("km", "kilometre", "kilometres", "kilometer", "kilometers", "kilometern", "kilometro"),
    ("km", "kilometros", "quilometros", "chilometri", "kilometre", "kilometres"),
    ("mi", "mile", "miles", "meile", "meilen", "milles", "millas", "miglia", "milhas", "mijl"),
    ("m", "metre", "metres", "meter", "meters", "metern", "metros", "metri"),
    ("ft", "foot", "feet"),
    ("cm", "centimetres", "centimeters", "zentimeter", "centimetros", "centimetri"),
    ("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "kilogrammes"),
    ("t", "tonne", "tonnes", "tonnen", "tons", "toneladas", "tonnellate", "ton"),
    ("g", "gram", "grams", "gramm", "grammes", "gramos", "grammi", "gramas"),
    ("l", "litre", "litres", "liter", "liters", "litern", "litros", "litri"),
    ("ha", "hectares", "hektar", "hectareas", "ettari", "hectare"),
    ("celsius", "°c", "°"),
    ("fahrenheit", "°f"),
    ("seconds", "second", "sekunden", "secondes", "segundos", "secondi", "seconden"),
    ("minutes", "minute", "minuten", "minutos", "minuti", "minuut"),
    ("hours", "hour", "stunde", "stunden", "heures", "horas", "ore", "uren"),
    ("days", "day", "tag", "tage", "tagen", "jours", "dias", "giorni", "dagen"),
    ("weeks", "week", "woche", "wochen", "semaines", "semanas", "settimane", "weken"),
    ("months", "month", "monat", "monate", "monaten", "mois", "meses", "mesi", "maanden"),
    ("years", "year", "jahr", "jahre", "jahren", "ans", "annees", "anos", "anni", "jaar"),
)

UNITS: Final[Mapping[str, str]] = {
    spelling: unit for unit, *spellings in (*_SIGNS, *_MEASURES) for spelling in (unit, *spellings)
}
"""Every spelling of a unit, folded, with its name."""

LONG_UNITS: Final[Mapping[tuple[str, ...], str]] = {
    ("per", "cent"): "percent",
    ("pour", "cent"): "percent",
    ("por", "ciento"): "percent",
    ("por", "cento"): "percent",
    ("per", "cento"): "percent",
    ("percentage", "points"): "points",
    ("percentage", "point"): "points",
    ("points", "de", "pourcentage"): "points",
    ("puntos", "porcentuales"): "points",
    ("punti", "percentuali"): "points",
    ("pontos", "percentuais"): "points",
}
"""Units of several words."""

MONEY: Final = frozenset({"usd", "eur", "gbp", "jpy", "chf", "inr", "brl", "crowns"})
"""Units that may stand before their number."""

SHORT_SCALES: Final[Mapping[str, int]] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "mrd": 10**9,
    "tn": 10**12,
}
"""What may stand right behind digits, or behind an amount of money."""

PEOPLE: Final = frozenset(
    {
        *("people", "persons", "dead", "deaths", "killed", "injured", "hurt", "missing", "jobs"),
        *("homes", "houses", "troops", "soldiers", "residents", "workers", "cases", "victims"),
        *("menschen", "personen", "tote", "toten", "verletzte", "verletzten", "einwohner"),
        *("personnes", "morts", "blesses", "emplois", "habitants", "personas", "muertos"),
        *("heridos", "empleos", "viviendas", "persone", "morti", "feriti", "pessoas", "mortos"),
        *("feridos", "empregos", "mensen", "doden", "gewonden", "banen", "huizen"),
    }
)
"""What follows a number that is no year, though it looks like one."""
