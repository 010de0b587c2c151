"""Words at the head of a report: can they be the place it was sent from?"""

import re
from typing import Final, Literal

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.gazetteer import is_city, is_land
from feeds.text.weekdays import WEEKDAYS

Weight = Literal["possible", "capitals", "known"]

_WORD: Final = r"(?:(?:[^\W\d_]\.){2,4}|[^\W\d_][^\W\d_.'’]*\.?(?:[-'’][^\W\d_]+\.?)*)"
_PLACE: Final = re.compile(
    rf"{_WORD}(?:[ /-]{_WORD})*(?:, {_WORD}(?: {_WORD})*){{0,2}}"
    rf"(?: \({_WORD}(?: {_WORD})*\)| \[{_WORD}(?: {_WORD})*\])?"
)
_LAND_BEHIND: Final = re.compile(r" [(\[]([^()\[\]]+)[)\]]$")
_LONGEST: Final = 60
_MOST_WORDS: Final = 6
# So few capitals may be initials.
_INITIALS: Final = 4
_JOINING: Final = frozenset(
    {
        *("of", "the", "al", "el", "la", "le", "les", "los", "las", "de", "del", "della", "di"),
        *("da", "do", "dos", "du", "des", "am", "an", "der", "bei", "im", "in", "sur", "sous"),
        *("en", "and", "und", "et", "y", "e", "on", "at", "by", "since", "from", "until", "upon"),
        *("near", "ob", "och", "og", "a.m.", "a.d.", "v.d.", "aan", "zee", "den", "i", "и", "на"),
    }
)
# Words before a dash that are no places.
_LABELS: Final = frozenset(
    {
        *("breaking", "update", "updated", "exclusive", "opinion", "analysis", "watch", "video"),
        *("live", "news", "alert", "factbox", "explainer", "review", "interview", "photos"),
        *("gallery", "correction", "corrected", "wrapup", "timeline", "comment", "editorial"),
        *("column", "sport", "sports", "weather", "urgent", "eil", "eilmeldung", "kommentar"),
        *("analyse", "meinung", "exklusiv", "ticker", "direct", "vidéo", "exclusif", "tribune"),
        *("urgente", "opinión", "análisis", "exclusiva", "vídeo", "foto", "fotos", "directo"),
        *("ultima", "ultimo", "opinione", "intervista", "note", "read", "podcast", "quiz", "poll"),
        *("spoiler", "warning", "listen", "related", "advertisement", "anzeige", "quote"),
        *("covid", "nato", "nasa", "fifa", "uefa", "opec", "unesco", "unicef", "aids", "isis"),
        *("nfl", "nba", "mlb", "nhl", "bbc", "cnn", "rnz", "gdp", "ceo", "fbi", "cia", "usa"),
        *(
            "what",
            "how",
            "why",
            "who",
            "when",
            "where",
            "top",
            "story",
            "stories",
            "file",
            "posted",
        ),
        *("published", "photo", "picture", "pictures", "recap", "preview", "profile", "special"),
        *("report", "feature", "press", "release", "entrevista", "reportaje", "esclusiva"),
        *("esclusivo", "exclusivo", "crónica", "última", "entretien", "enquête", "reportage"),
        *("more", "plus", "summary", "disclaimer", "archives", "numbers", "claim", "verdict"),
        *("fact", "facts", "check", "background", "obituary", "nachruf", "hinweis", "achtung"),
        *("attention", "attenzione", "atención", "nota", "tip", "tips", "recipe"),
        *("fútbol", "baloncesto", "economía", "internacional", "ampliación", "deportes", "cultura"),
        *("just", "senaste", "siste", "seneste", "lige", "viimeisin", "laatste", "direkt", "extra"),
        *("récit", "portrait", "hintergrund", "porträt", "bericht", "liveticker", "newsblog"),
        *("liveblog", "today", "tomorrow", "yesterday", "week", "day", "editor", "editors"),
        *(day for language in ("en", "de", "fr", "es") for day in WEEKDAYS[language]),
    }
)
_SHORT_CITIES: Final = frozenset(
    {
        *("rome", "roma", "lima", "oslo", "bonn", "kyiv", "kiev", "bern", "genf", "gent", "riga"),
        *("doha", "baku", "adén", "aden", "gaza", "wien", "köln", "lyon", "nice", "metz", "pisa"),
        *("bari", "pune", "suva", "apia", "male", "homs", "kano", "cork", "york", "bath", "hull"),
        *("rio", "reno", "ulm", "rom", "fès", "fez", "vigo", "león", "cali", "jaén", "aix", "caen"),
    }
)


def weigh_place(place: str) -> Weight | None:
    """Return how much speaks for words being a place; None if they are none.

    ``known`` is a city of the gazetteer, or behind the city's name stands a known land;
    ``capitals`` is written as many datelines are; ``possible`` are words like names.
    """
    if not _PLACE.fullmatch(place) or len(place) > _LONGEST or name_agency(place):
        return None
    behind = _LAND_BEHIND.search(place)
    if behind and not is_land(behind[1]):
        return None
    parts = _LAND_BEHIND.sub("", place).split(", ")
    words = [word for part in parts for word in re.split(r"[ /]", part)]
    if not _are_names(words) or len(parts[0].split()) > _MOST_WORDS:
        return None
    if _is_label(words[0]) or _is_label(parts[0].split("-")[0]):
        return None
    if all(word.casefold() in _JOINING for word in words):
        return None
    if behind or _is_known(parts):
        return "known"
    return "capitals" if _is_in_capitals(parts) else "possible"


def _is_known(parts: list[str]) -> bool:
    """Tell whether all cities are in the gazetteer, or the land behind them is."""
    cities = re.split(r"/| and | AND | und | et | y | e ", parts[0])
    return is_city(parts[0]) or all(map(is_city, cities)) or any(map(is_land, parts[1:]))


def _is_in_capitals(parts: list[str]) -> bool:
    """Tell whether a city is written in capitals and is neither initials nor a label."""
    words = [word for word in re.split(r"[ /]", parts[0]) if word not in _JOINING]
    letters = [char for word in words for char in word if char.isalpha()]
    if not all(char.isupper() for char in letters) or any(map(_is_label, words)):
        return False
    long_enough = len(letters) > _INITIALS or parts[0].casefold() in _SHORT_CITIES
    return long_enough or len(parts) > 1


def _is_label(word: str) -> bool:
    """Tell whether a word labels a report, whatever its case."""
    return re.split("['’]", word.casefold().strip("."))[0] in _LABELS


def _are_names(words: list[str]) -> bool:
    """Tell whether no word begins with a small letter, but for joining ones."""
    return not words[0][:1].islower() and all(
        not word[:1].islower()
        or word.casefold() in _JOINING
        or word.startswith(("d'", "l'", "al-"))
        for word in words
    )
