"""Numbers that count nothing: dates, clock times, names and addresses.

Each is put out of the way as one word, so that the sentence around it still can be compared.
"""

import re
from typing import Final

_MONTH: Final = (
    r"(?:januar[yi]?|janner|janvier|enero|gennaio|janeiro|februar[yi]?|feber|fevrier|febrero"
    r"|febbraio|fevereiro|march|marz|maerz|mars|marzo|marco|maart|april|avril|abril|aprile"
    r"|may|mai|mayo|maggio|maio|mei|june|juni|juin|junio|giugno|junho|july|juli|juillet|julio"
    r"|luglio|julho|august|aout|agosto|augustus|september|septembre|se(?:p)?tiembre|settembre"
    r"|setembro|october|oktober|octobre|octubre|ottobre|outubro|november|novembre|noviembre"
    r"|novembro|december|dezember|decembre|diciembre|dicembre|dezembro"
    r"|(?:jan|feb|febr|apr|aug|sept?|oct|okt|nov|dec|dez|janv|fevr|avr|juil)\b\.?)"
)
_WEEKDAY: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes"
    r"|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica"
    r"|(?:segunda|terca|quarta|quinta|sexta)-feira"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|[.ºª°])?"
_TO: Final = r"\s*(?:-|/|,|to|bis|und|and|au|et|al|a|y|e|tot|en)\s*"
_DAYS: Final = rf"{_DAY}(?:{_TO}{_DAY})*"
_OF: Final = r"(?:\s*(?:of|de|di|d'|del))?\s*"
_YEAR: Final = r"(?:(?:,|\s+(?:de|del|of))?\s*\d{4})?"
_CLOCK: Final = r"\d{1,2}(?:\s*[.:h]\s*\d{2})?"
_CLOCK_WORDS: Final = r"(?:uhr|uur|h\b|heures?|horas?|hrs?\b|gmt\b|utc\b|o'clock)"

# On folded text, each in place of what it finds.
_FOLDED: Final = (
    (re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+"), " @url "),
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"), " @date "),
    (re.compile(r"\b\d{1,2}\.\d{1,2}\.(?!\d)"), " @date "),
    (re.compile(rf"\b{_DAYS}{_OF}{_MONTH}\b{_YEAR}"), " @date "),
    (re.compile(rf"\b{_MONTH}\s+{_DAYS}(?!\d|[.,]\d){_YEAR}"), " @date "),
    (re.compile(rf"\b{_MONTH}(?:\s+(?:de|of))?\s+(?:19|20)\d\d\b"), " @date "),
    (re.compile(rf"\b(?:{_WEEKDAY}),?(?:\s+(?:the|den|dem|der))?\s+{_DAY}(?![\w%])"), " @date "),
    (re.compile(r"\b(?:19|20)\d\d\s?[-/]\s?\d{2}(?:\d{2})?\b"), " @date "),
    (re.compile(r"\b'?\d{1,3}0(?:s\b|'s\b|er[- ]jahren?\b)"), " @date "),
    (re.compile(r"\b(?:annees|anos|anni|jaren)\s+'?\d{2}\b(?!\s*%)"), " @date "),
    (re.compile(rf"\b(?:{_CLOCK})\s*[ap]\.?\s?m\b\.?(?!\s+\d)"), " @time "),
    (
        re.compile(
            rf"\b(?:um|ab|gegen|alle|ore|a las?|as|om|at|by|vers|des|a|rond)\s+(?:ore\s+)?"
            rf"{_CLOCK}\s*{_CLOCK_WORDS}"
        ),
        " @time ",
    ),
    (re.compile(rf"\b{_CLOCK}\s*(?:uhr|uur|gmt|utc|o'clock)\b"), " @time "),
    (re.compile(r"\b(?:a las?|alle(?:\s+ore)?|ore|dalle|as)\s+\d{1,2}[.:h]?\d{0,2}\b"), " @time "),
    (re.compile(r"\b(?:[01]?\d|2[0-3])(?::|h)[0-5]\d(?::[0-5]\d)?\b"), " @time "),
)

# Behind these words a number is a name; folded.
_NAMING: Final = (
    r"(?:boeing|airbus|embraer|cessna|route|highway|interstate|motorway|flight|flug|vol|vuelo|volo"
    r"|voo|vlucht|formula|formel|formule|channel|kanal|apollo|artemis|soyuz|article|articulo"
    r"|articolo|artigo|artikel|section|seccion|paragraph|paragraf|absatz|chapter|kapitel|chapitre"
    r"|capitulo|windows|android|iphone|ipad|galaxy|playstation|xbox|autobahn|bundesstrasse|linie"
    r"|ligne|linea|linha|lijn|tram|bus|gleis|platform|quai|gate|terminal|room|zimmer|block|group"
    r"|gruppe|groupe|grupo|gruppo|phase|fase|level|stufe|niveau|type|typ|tipo|model|modell|modele"
    r"|world war|weltkrieg|area|district|distrito|sector|zone|page|seite|pagina|episode|folge"
    r"|season|staffel|saison|temporada|stagione|update|version|leopard|tiger|falcon|studio|building"
    r"|unit|reactor|reaktor|reacteur|reattore|platz|tor|stage|category|kategorie|categorie"
    r"|categoria|act|bill|law|case|file|lot|pier|mile marker|junction|exit|ausfahrt|sortie|uscita"
    r"|psalm|agenda|vision|horizon|expo|euro|catch|fortune|ftse|dax|cac|ibex|nikkei|s&p|stoxx|mdax"
    r"|nasdaq|russell|area|ps|mark|mk|class)"
)
_NAMED: Final = re.compile(rf"\b{_NAMING}\s*-?\s*\d[\w.]*\b(?!\s*(?:%|percent|per cent|prozent))")
# Letters and digits in one word, on text as printed: G7, F-16, COP28, 5G; but money, as in EUR5m.
_LETTERED: Final = re.compile(
    r"\b(?!(?:EUR|USD|GBP|CHF|US|Rs|NOK|SEK|DKK|AUD|CAD|JPY)\d)[A-Za-zÀ-ɏͰ-ӿ]+[-‐‑]?\d+[\w-]*"
    r"|\b\d+(?:G|K|D|HD)\b"
)
_ARTICLE_NAME: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ll]a|[Ll]e|[Ee]l|[Ii]l|[Ll]o|[Oo]|[Uu]n|[Uu]ne|[Uu]na|[Uu]m)"
    r"\s+[A-Z][\w]+\s\d{1,4}(?![\d.,]?\d)(?!\s*(?:%|percent|per\b))"
)
_FREE_NOUNS: Final = frozenset({"de"})
_ORDINAL_NAME: Final = re.compile(
    r"\b\w+\s+(?:world war|weltkriegs?|guerre mondiale|guerra mundial|guerra mondiale"
    r"|wereldoorlog|reich|amendment|avenue|street|lady|minister|bundesliga|liga|division)\b"
)
_LIST_NUMBER: Final = re.compile(r"^\s*(?:\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\D)")
_HALF_SIGN: Final = re.compile(r"(?<=\d)(?=[¼½¾⅓⅔⅛⅜⅝⅞])")


def hide_names(text: str, language: str | None) -> str:
    """Return a sentence, as printed, without the numbers that are names by their letters."""
    plain = _LIST_NUMBER.sub("", _HALF_SIGN.sub(" ", text))
    hidden = _LETTERED.sub(" @name ", plain)
    if (language or "").partition("-")[0] in _FREE_NOUNS:  # every noun has a capital
        return hidden
    return _ARTICLE_NAME.sub(" @name ", hidden)


def hide_dates(folded: str) -> str:
    """Return a folded sentence without dates, clock times and names that words announce."""
    hidden = folded
    for pattern, word in _FOLDED:
        hidden = pattern.sub(word, hidden)
    return _ORDINAL_NAME.sub(" @name ", _NAMED.sub(" @name ", hidden))
