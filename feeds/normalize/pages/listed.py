"""What a report lists with a link each, as its five best inns: it looks like other reports do.

The report says how many there are, numbers them, or each one has a site of its own.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final
from urllib.parse import urlsplit

from feeds.text.words import split_words

_FEWEST: Final = 3
# From three to twelve, in ten languages and more.
_WORDS: Final = (
    "three drei trois tres tre drie trzy три",
    "four vier quatre cuatro quattro quatro fyra fire cztery четыре чотири",
    "five funf cinq cinco cinque vijf fem piec пять п'ять",
    "six sechs seis sei zes sex seks szesc шесть шість",
    "seven sieben sept siete sette sete zeven sju syv siedem семь сім",
    "eight acht huit ocho otto oito atta otte osiem восемь вісім",
    "nine neun neuf nueve nove negen nio ni dziewiec девять дев'ять",
    "ten zehn dix diez dieci dez tien tio ti dziesiec десять",
    "eleven elf onze once undici elva elleve jedenascie одиннадцать одинадцять",
    "twelve zwolf douze doce dodici doze twaalf tolv dwanascie двенадцать дванадцять",
)
_NUMBERS: Final = {
    word: number for number, words in enumerate(_WORDS, start=_FEWEST) for word in words.split()
}
# "1. The Swan", "No. 2", "#3", "Platz 4:", "第5位"; a year or a result is none.
_NUMBERED: Final = re.compile(r"\W{0,2}(?:[^\W\d_]{1,6}\W{0,2})?(\d{1,3})(?![\d%]|[.,:]\d)")
_DIGITS: Final = re.compile(r"(?<![\d.,:])\d{1,3}(?![\d%]|[.,:]\d)")


def count_listed(titles: Sequence[str], addresses: Sequence[str], told: Iterable[str]) -> int:
    """Return how many titles, from the first on, are of things that the report lists.

    Args:
        titles: In order.
        addresses: Where the link of each leads.
        told: Lines of the report that may say how many it lists: its headline, what introduces
            them.
    """
    if len(titles) < _FEWEST:
        return 0
    hosts = {urlsplit(it).hostname for it in addresses if it.startswith(("http:", "https:"))}
    if len(hosts) >= _FEWEST and 2 * len(hosts) > len(titles):
        return len(titles)
    if any(len(titles) in _list_numbers(line) for line in told):
        return len(titles)
    return _count_numbered(titles)


def _list_numbers(line: str) -> set[int]:
    """Return the small numbers in a line."""
    words = {_NUMBERS[word] for word in split_words(line) if word in _NUMBERS}
    return words | {int(found) for found in _DIGITS.findall(line)}


def _count_numbered(titles: Sequence[str]) -> int:
    """Return how many titles are numbered, from the first on, up or down; 0 for fewer than three.

    One of them is the first of all.
    """
    found = [_NUMBERED.match(title) for title in titles]
    numbers = [int(it[1]) for it in takewhile(bool, found) if it]
    for step in (1, -1):
        goes_on = (it - numbers[0] == step * place for place, it in enumerate(numbers))
        count = sum(takewhile(bool, goes_on))
        if count >= _FEWEST and 1 in numbers[:count]:
            return count
    return 0
