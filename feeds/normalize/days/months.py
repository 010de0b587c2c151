"""Dates as they are printed in reports, in the languages of the large agencies."""

from typing import Final

from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text

# Of each month: its names in English, German, French, Spanish, Italian, Portuguese, Dutch, Danish,
# Swedish and Russian.
_NAMES: Final = (
    ("january januar jänner janvier enero gennaio janeiro januari января"),
    ("february februar feber février febrero febbraio fevereiro februari февраля"),
    ("march märz mars marzo março maart marts марта"),
    ("april avril abril aprile апреля"),
    ("may mai mayo maggio maio mei maj мая"),
    ("june juni juin junio giugno junho июня"),
    ("july juli juillet julio luglio julho июля"),
    ("august août agosto augustus augusti августа"),
    ("september septembre septiembre setiembre settembre setembro сентября"),
    ("october oktober octobre octubre ottobre outubro октября"),
    ("november novembre noviembre novembro ноября"),
    ("december dezember décembre diciembre dicembre dezembro декабря"),
)
_SHORT_NAMES: Final = (
    ("jan janv ene gen янв"),
    ("feb févr fév fev фев февр"),
    ("mar mär mrz mrt мар"),
    ("apr avr abr апр"),
    ("mag мая"),
    ("jun giu июн"),
    ("jul juil lug июл"),
    ("aug ago авг"),
    ("sep sept set сен сент"),
    ("oct okt ott out окт"),
    ("nov ноя нояб"),
    ("dec dez déc dic дек"),
)
_DAYS: Final = dict.fromkeys(day for days in WEEKDAYS.values() for day in days)
_ENGLISH: Final = tuple(names.split()[0] for names in _NAMES)
_NUMBERS: Final = {
    fold_text(name): number
    for names in (_NAMES, _SHORT_NAMES)
    for number, words in enumerate(names, start=1)
    for name in words.split()
}

_MONTH_WORDS: Final = "|".join(
    sorted({*" ".join((*_NAMES, *_SHORT_NAMES)).split()}, key=lambda word: (-len(word), word))
)
_MONTH: Final = rf"(?:{_MONTH_WORDS})\b\.?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR: Final = r"(?:,? \d{4})?"
_WEEKDAY: Final = rf"(?:{'|'.join(_DAYS)})"
_DAY_AND_MONTH: Final = rf"(?:{_MONTH} {_DAY}{_YEAR}|{_DAY} (?:de )?{_MONTH}(?: de)?{_YEAR})"

# "March 3", "3 March 2019", "3. März", "3 de marzo de 2019", "1er mars", "Saturday".
PRINTED_DATE: Final = rf"(?:{_DAY_AND_MONTH}|{_WEEKDAY})"
# In datelines also "Monday, March 3", "le 3 mars" and "03/03".
DATELINE_DATE: Final = (
    rf"(?:(?:{_WEEKDAY},? )?(?:(?:le|el|den) )?{_DAY_AND_MONTH}|{_WEEKDAY}"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?)"
)


def number_month(word: str) -> int | None:
    """Return 1 to 12 for a month's name in any of the languages, whole or in its usual short form.

    English ones may be shortened to any three letters or more.
    """
    plain = fold_text(word).rstrip(".")
    if number := _NUMBERS.get(plain):
        return number
    begun = (number for number, name in enumerate(_ENGLISH, start=1) if name.startswith(plain))
    return next(begun, None) if len(plain) > 2 else None  # noqa: PLR2004 - "ma" may be two
