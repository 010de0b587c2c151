"""Numbers that count nothing: dates, clock times, names and addresses.

Each is put out of the way as one word, so that the sentence around it still can be compared.
"""

import re
from typing import Final

from feeds.compare.name_words import AFTER_ORDINALS, NAMING
from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text

_MONTH: Final = (
    r"(?:januar[yi]?|janner|janvier|enero|gennaio|janeiro|februar[yi]?|feber|fevrier|febrero"
    r"|febbraio|fevereiro|march|marz|maerz|mars|marzo|marco|maart|april|avril|abril|aprile"
    r"|may(?!\s+(?!(?:in|at|on|for|after|before|and|to|from|when|with|as|by|during|the)\b)[a-z])"
    r"|mai|mayo|maggio|maio|mei|june|juni|juin|junio|giugno|junho|july|juli|juillet|julio"
    r"|luglio|julho|august|aout|agosto|augustus|september|septembre|se(?:p)?tiembre|settembre"
    r"|setembro|october|oktober|octobre|octubre|ottobre|outubro|november|novembre|noviembre"
    r"|novembro|december|dezember|decembre|diciembre|dicembre|dezembro"
    r"|(?:jan|feb|febr|apr|aug|sept?|oct|okt|nov|dec|dez|janv|fevr|avr|juil)\b\.?)"
)
_WEEKDAY: Final = "|".join(fold_text(day) for days in WEEKDAYS.values() for day in days)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|[.ºª°])?"
_TO: Final = r"(?:\s*(?:-|/|,\s)\s*|\s+(?:to|bis|und|and|au|et|al|a|y|e|tot|en)\s+)"
_DAYS: Final = rf"{_DAY}(?:{_TO}{_DAY})*"
_OF: Final = r"(?:\s*(?:of|de|di|d'|del))?\s*"
_YEAR: Final = r"(?:(?:,|\s+(?:de|del|of))?\s*\d{4})?"
_CLOCK: Final = r"\d{1,2}(?:\s*[.:h]\s*\d{2})?"
_CLOCK_WORDS: Final = r"(?:uhr|uur|h\b|heures?|horas?|hrs?\b|gmt\b|utc\b|o'clock)"

_CENTURY: Final = "century|centuries|jahrhunderts?|siecle|siglo|secolo|seculo|eeuw"
_AGO: Final = (
    r"\b[\w-]+ (?:minutes?|mins?|hours?|hrs?) ago\b|\bvor [\w-]+ (?:minuten?|stunden?)\b"
    r"|\bil y a [\w-]+ (?:minutes?|heures?)\b|\b(?:hace|ha) [\w-]+ (?:minutos?|horas?)\b"
    r"|\b[\w-]+ (?:minuti|minuto|ore|ora) fa\b|\b[\w-]+ (?:minuten|minuut|uur) geleden\b"
)

# Clock times in words.
_SPOKEN: Final = (
    r"[a-z]+ o'clock\b|(?:half|quarter) (?:past|to|after) [a-z]+\b|(?:um|gegen|ab) [a-z]+ uhr\b"
    r"|(?:um|gegen) (?:halb|viertel) [a-z]+\b|(?:om|rond) [a-z]+ uur\b"
    r"|(?:a|vers) [a-z-]+ heures?\b(?! (?:de|d')\b)"
    r"|(?:a las?|alle|as) [a-z]+(?= ?(?:[.,;]|$|y |e |en punto|de la|di |da ))"
)

_MONTH_FIRST: Final = re.compile(
    rf"\b{_MONTH}\s+{_DAYS}(?!\d|[.,]\d|\s*(?:%|per\s?cent|people|dead|men|women))\b{_YEAR}"
)

# "3.10.", where a decimal part stands behind a comma.
_DOTTED: Final = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?!\d)")
_ABBREVIATES: Final = frozenset({"de", "da", "nb", "nn", "no", "fi", "cs", "pl"})

# On folded text, each in place of what it finds.
_FOLDED: Final = (
    (re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+"), " @url "),
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"), " @date "),
    (re.compile(rf"\b{_DAYS}{_OF}{_MONTH}\b{_YEAR}"), " @date "),
    (re.compile(rf"\b(?:the|el|le|il|am|den|op|em)\s+[a-z]+{_OF}\s{_MONTH}\b{_YEAR}"), " @date "),
    (re.compile(rf"\b{_MONTH}(?:\s+(?:de|of))?\s+(?:19|20)\d\d\b"), " @date "),
    (re.compile(rf"\b[\w-]+\.?\s+(?:{_CENTURY})\b"), " @date "),
    (re.compile(r"\+\d{1,3}[ /\d-]{6,}\d|\b0\d{2,4}[ /-]\d{2,}(?:[ -]\d{2,})*"), " @number "),
    (re.compile(rf"(?:{_AGO})"), " @time "),
    (re.compile(rf"\b(?:{_WEEKDAY}),?(?:\s+(?:the|den|dem|der))?\s+{_DAY}(?![\w%])"), " @date "),
    (re.compile(r"\b(?:19|20)\d\d\s?[-/]\s?\d{2}(?:\d{2})?\b"), " @date "),
    (re.compile(r"\b'?\d{1,3}0(?:s\b|'s\b|er[- ]jahren?\b)"), " @date "),
    (re.compile(r"\b(?:annees|anos|anni|jaren)\s+'?\d{2}\b(?!\s*%)"), " @date "),
    (re.compile(rf"\b(?:{_CLOCK})\s*[ap]\.?\s?m\b\.?(?!\s+\d)"), " @time "),
    (re.compile(r"\b(?:[01]?\d|2[0-3])(?::|\s?h\s?)[0-5]\d(?::[0-5]\d)?\b"), " @time "),
    (
        re.compile(
            rf"\b(?:um|ab|gegen|alle|ore|a las?|as|om|at|by|vers|des|a|rond)\s+(?:ore\s+)?"
            rf"{_CLOCK}\s*{_CLOCK_WORDS}"
        ),
        " @time ",
    ),
    (re.compile(rf"\b{_CLOCK}\s*(?:uhr|uur|gmt|utc|o'clock)\b"), " @time "),
    (re.compile(rf"\b(?:{_SPOKEN})"), " @time "),
    (re.compile(r"\b(?:a las?|alle(?:\s+ore)?|ore|dalle|as)\s+\d{1,2}[.:h]?\d{0,2}\b"), " @time "),
    (re.compile(r"\b(?:las|ore|alle|om|tot|as|um)\s+\d{1,2}\.[0-5]\d\b"), " @time "),
)

_NO_SCORE: Final = r"(?![-–:.,]?\d)"
_NAMED: Final = re.compile(
    rf"\b{NAMING}\s*-?\s*\d[\d.]*[a-z]?\b(?![-–:]\d)(?!\s*(?:%|per\s?cent|pro[cz]ent))"
)
# Letters and digits in one word, on text as printed: G7, F-16, COP28, 5G; but money, as in EUR5m.
_LETTERED: Final = re.compile(
    r"\b(?!(?:EUR|USD|GBP|CHF|US|Rs|NOK|SEK|DKK|AUD|CAD|JPY)\d)[A-Za-zÀ-ɏͰ-ӿ]+[-‐‑]?\d+[\w-]*"
    r"|\b\d+(?:G|K|D|HD)\b"
)
# Capitals, as in ICE 75 and MH 370; a proper name behind an article, or behind a noun where nouns
# have capitals.
_CAPITALS: Final = re.compile(
    r"\b(?!(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|AUD|CAD|JPY|US|EU|UN|UK)\b)[A-Z]{2,4} \d{1,4}\b"
    rf"{_NO_SCORE}"
)
_ARTICLE_NAME: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ll]a|[Ll]e|[Ee]l|[Ii]l|[Ll]o|[Oo]|[Uu]n|[Uu]ne|[Uu]na|[Uu]m|[Hh]et|[Dd]e)"
    rf"\s+[A-Z]\w+\s\d{{1,4}}{_NO_SCORE}(?!\s*(?:%|percent|per\b))"
)
_PLACED: Final = (
    "from|near|over|across|outside|inside|around|dans|vers|chez|depuis|desde|hasta|entre|sobre"
)
_NOUN_AND_NAME: Final = re.compile(
    rf"\b(?!(?:{_PLACED})\b)[a-zà-ÿ]{{4,}}\s[A-Z]\w+\s\d{{1,4}}\b{_NO_SCORE}"
    r"(?=[,;.)]|$|\s(?:is|was|has|had|will|on|at|for|to|and|est|a|en|et|es|ha|y|e|è|em|op|is|werd)\b)(?!\s(?:to|a)\s\d)"
)
_NOUN_NAME: Final = re.compile(
    r"\b[A-ZÄÖÜ]\w+\s[A-ZÄÖÜ]\w+\s\d{1,4}\b(?=[,;.)]|$|\s[a-zäöü])(?![.,]\d)"
)
# House numbers, behind the street or before it.
_STREETS: Final = (
    r"(?:\w+(?:strasse|str\.|weg|platz|allee|gasse|ufer|straat|laan|plein|gracht|kade)"
    r"|(?:calle|avenida|plaza|paseo|via|viale|piazza|corso|rua|praca|travessa)(?: [a-z]+){1,3},?)"
)
_ADDRESS: Final = re.compile(
    rf"\b{_STREETS} \d{{1,4}}[a-z]?(?= ?(?:[,.;)]|$|(?:in|en|a|e|y|te|em|bei|und|de|di)\b))"
    r"|\b\d{1,4}[a-z]? (?:[a-z]+ ){1,2}(?:street|road|avenue|lane|square|drive|boulevard)\b"
    r"|\b\d{1,4},? (?:bis )?(?:rue|avenue|boulevard|place|quai|chemin|impasse)\b"
)
_CAPITAL_NOUNS: Final = frozenset({"de"})
_ORDINAL_NAME: Final = re.compile(rf"\b\w+\.?\s+{AFTER_ORDINALS}\b")
_LIST_NUMBER: Final = re.compile(r"^\s*(?:\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\D)")
_HALF_SIGN: Final = re.compile(r"(?<=\d)(?=[¼½¾⅓⅔⅛⅜⅝⅞])")


def hide_names(text: str, language: str | None) -> str:
    """Return a sentence, as printed, without the numbers that are names by their letters."""
    plain = _LIST_NUMBER.sub("", _HALF_SIGN.sub(" ", text))
    hidden = _LETTERED.sub(" @name ", plain)
    if not plain.isupper():
        hidden = _CAPITALS.sub(" @name ", hidden)
    if _find_primary(language) in _CAPITAL_NOUNS:
        return _NOUN_NAME.sub(" @name ", hidden)
    return _NOUN_AND_NAME.sub(" @name ", _ARTICLE_NAME.sub(" @name ", hidden))


def hide_dates(folded: str, language: str | None) -> str:
    """Return a folded sentence without dates, clock times and names that words announce."""
    hidden = folded
    for pattern, word in _FOLDED:
        hidden = pattern.sub(word, hidden)
    if _find_primary(language) == "en":  # elsewhere the day stands before the month
        hidden = _MONTH_FIRST.sub(" @date ", hidden)
    if _find_primary(language) in _ABBREVIATES:
        hidden = _DOTTED.sub(" @date ", hidden)
    for pattern in (_ADDRESS, _NAMED, _ORDINAL_NAME):
        hidden = pattern.sub(" @name ", hidden)
    return hidden


def _find_primary(language: str | None) -> str:
    """Return the primary subtag of a language; English where it is unknown."""
    return (language or "en").partition("-")[0].lower()
