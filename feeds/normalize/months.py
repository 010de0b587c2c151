"""Dates as they are printed in reports, in the languages of the large agencies."""

import re
from typing import Final

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "januar", "jänner", "februar", "märz", "mai", "juni"),
    *("juli", "oktober", "dezember", "janvier", "février", "mars", "avril", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo"),
    *("abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre"),
    *("noviembre", "diciembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio"),
    *("settembre", "ottobre", "dicembre", "janeiro", "fevereiro", "março", "maio", "junho"),
    *("julho", "setembro", "outubro", "novembro", "dezembro", "januari", "februari", "maart"),
    *("mei", "augustus", "augusti", "marts", "maj"),
)
_SHORT: Final = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    *("okt", "dez", "janv", "févr", "fév", "avr", "juil", "déc", "ene", "abr", "ago", "dic"),
    *("gen", "mag", "giu", "lug", "set", "ott", "fev", "out", "mrt"),
)
_DAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    *("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    *("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"),
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
)

_MONTH_WORDS: Final = "|".join(sorted({*_MONTHS, *_SHORT}, key=len, reverse=True))
_MONTH: Final = rf"(?:{_MONTH_WORDS})\b\.?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR: Final = r"(?:,? \d{4})?"

# "March 3", "3 March 2019", "3. März", "3 de marzo de 2019", "1er mars", "Saturday".
PRINTED_DATE: Final = (
    rf"(?:{_MONTH} {_DAY}{_YEAR}|{_DAY} (?:de )?{_MONTH}(?: de)?{_YEAR}"
    rf"|(?:{'|'.join(_DAYS)}))"
)

_ENGLISH: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)


def number_english_month(word: str) -> int | None:
    """Return 1 to 12 for an English month, whole or shortened to three letters or more."""
    plain = word.lower().rstrip(".")
    number = _ENGLISH.index(plain[:3]) + 1 if plain[:3] in _ENGLISH else None
    whole = number and _MONTHS[number - 1]
    return number if whole and (whole.startswith(plain) or plain == "sept") else None


def is_printed_date(text: str) -> bool:
    """Tell whether a text is nothing but a printed date."""
    return re.fullmatch(PRINTED_DATE, text, re.IGNORECASE) is not None
