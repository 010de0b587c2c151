"""The codes of countries that may stand in the tag of a language."""

from typing import Final

_SECOND_LETTERS: Final = {
    "a": "defgilmoqrstuwxz",
    "b": "abdefghijlmnoqrstvwyz",
    "c": "acdfghiklmnoruvwxyz",
    "d": "ejkmoz",
    "e": "ceghrstu",
    "f": "ijkmor",
    "g": "abdefghilmnpqrstuwy",
    "h": "kmnrtu",
    "i": "delmnoqrst",
    "j": "emop",
    "k": "eghimnprwyz",
    "l": "abcikrstuvy",
    "m": "acdefghklmnopqrstuvwxyz",
    "n": "acefgilopruz",
    "o": "m",
    "p": "aefghklmnrstwy",
    "q": "a",
    "r": "eosuw",
    "s": "abcdeghijklmnorstvxyz",
    "t": "cdfghjklmnortvwz",
    "u": "agkmsyz",
    "v": "aceginu",
    "w": "fs",
    "x": "k",
    "y": "et",
    "z": "amw",
}
COUNTRIES: Final = frozenset(
    first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds
)
"""ISO 3166-1, with the European Union, the United Kingdom and Kosovo as they are often written."""
