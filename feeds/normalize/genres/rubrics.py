"""What regular columns are called that list several things: a morning briefing, the weather."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from feeds.text.words import fold_text, split_words

# Words that head nothing else, whatever stands beside them.
_DIGESTS: Final = {
    "en": "briefing digest roundup newsletter",
    "de": "newsletter presseschau pressestimmen nachrichtenüberblick",
    "fr": "matinale brèves newsletter",
    "es": "boletín newsletter",
    "pt": "boletim newsletter",
    "ca": "butlletí",
    "it": "rassegna notiziario newsletter",
    "nl": "nieuwsbrief nieuwsoverzicht",
    "sv": "nyhetsbrev",
    "da": "nyhedsbrev nyhedsoverblik",
    "nb": "nyhetsbrev",
    "fi": "uutiskirje uutiskatsaus",
    "pl": "przegląd newsletter",
    "cs": "přehled souhrn",
    "sk": "prehľad súhrn",
    "hu": "hírlevél összefoglaló",
    "tr": "bülten",
    "ru": "дайджест",
    "uk": "дайджест",
    "bg": "бюлетин",
    "sh": "pregled",
}
# Times, the news and the weather, if nothing else stands beside them but the words below: "The
# morning", not "Morning explosion".
_TIMES: Final = {
    "en": "morning evening week weekend day today news headlines weather forecast",
    "de": "morgen mittag abend woche tag wetter nachrichten",
    "fr": "matin soir semaine journée météo infos actu",
    "es": "mañana tarde noche semana día noticias café desayuno tiempo",
    "pt": "manhã tarde noite semana dia notícias café tempo",
    "ca": "matí vespre setmana dia notícies temps",
    "it": "mattino mattina sera settimana giorno notizie caffè meteo",
    "ro": "dimineață dimineața seara săptămâna săptămânii zilei știrile vremea",
    "nl": "ochtend avond week dag nieuws weer weerbericht",
    "sv": "morgonen kvällen veckan dagen nyheterna vädret",
    "da": "morgenen aftenen ugen dagen nyhederne vejret",
    "nb": "morgenen kvelden uken dagen nyhetene været",
    "fi": "aamun illan viikon päivän uutiset sää",
    "pl": "poranek wieczór tydzień tygodnia dnia wiadomości pogoda",
    "cs": "ráno večer týden týdne dne zprávy počasí",
    "sk": "ráno večer týždeň týždňa dňa správy počasie",
    "hu": "reggel reggeli esti heti napi hírek időjárás",
    "el": "πρωί πρωινό βράδυ εβδομάδα εβδομάδας ημέρας ειδήσεις δελτίο καιρός",
    "tr": "sabah akşam günün haftanın haberleri hava durumu",
    "ru": "утро вечер неделя недели дня новости погода",
    "uk": "ранок вечір тиждень тижня дня новини погода",
    "bg": "сутрин вечер седмицата деня новините времето",
    "sh": "jutro večer tjedna nedelje dana vijesti vesti vrijeme prognoza",
    "id": "pagi malam minggu berita cuaca",
}
_BESIDE: Final = {
    "en": "the this in of for good first your our top science sport sports politics brief",
    "de": "der die das den des am in guten gute dieser diese zum aus",
    "fr": "le la les l de du des bon cette ce dans en",
    "es": "el la los las de del buenos buenas primer primera esta en un",
    "pt": "o a os as do da dos das bom boa primeiro esta em",
    "ca": "el la els les de del bon bona primer",
    "it": "il la lo le i di del della dei buon primo punto in questa",
    "ro": "buna bună ziua de",
    "nl": "de het van goede deze in",
    "sv": "god den i veckans dagens",
    "da": "god den i ugens dagens",
    "nb": "god den i ukens dagens",
    "fi": "hyvää huomenta",
    "pl": "dzień dobry na w",
    "cs": "dobré v na",
    "sk": "dobré v na",
    "hu": "a az jó",
    "el": "το η τα της του οι",
    "tr": "günaydın",
    "ru": "доброе главное за в итоги",
    "uk": "доброго головне за в підсумки",
    "bg": "добро за",
    "sh": "dobro u",
    "id": "selamat",
}
# So called by itself, a time is mostly tomorrow or the hour at which it happened.
_ALONE: Final = frozenset(
    map(fold_text, ("weather", "météo", "wetter", "tempo", "meteo", "pogoda", "počasí", "погода"))
)
_WHOLE: Final = frozenset(
    map(fold_text, ("stocks to watch", "market snapshot", "in brief", "the news", "bonjour"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of a language, folded: of ``_DIGESTS``, ``_TIMES`` and ``_BESIDE``."""

    digests: frozenset[str]
    times: frozenset[str]
    beside: frozenset[str]


def is_rubric(label: str, language: str) -> bool:
    """Tell whether a label is that of a regular column: a digest, a time of the day, the weather.

    Args:
        label: What stands before the colon of a headline.
        language: BCP 47 tag without script and region; where it is unknown, any will do.
    """
    words, known = split_words(label), _list_words(language)
    if " ".join(words) in _WHOLE or not known.digests.isdisjoint((*words[:1], *words[-1:])):
        return True
    if known.times.isdisjoint(words) or (len(words) == 1 and words[0] not in _ALONE):
        return False
    return known.times | known.beside >= set(words)


@lru_cache(maxsize=64)
def _list_words(language: str) -> _Words:
    """Return the words of a language; of all where it is not known."""
    return _Words(
        digests=_fold(_DIGESTS, language),
        times=_fold(_TIMES, language),
        beside=_fold(_BESIDE, language),
    )


def _fold(words: Mapping[str, str], language: str) -> frozenset[str]:
    """Return words of a language, folded; of all where that has none or is not known."""
    lines = [words[language]] if language in words else words.values()
    return frozenset(fold_text(word) for line in lines for word in line.split())
