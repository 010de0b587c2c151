"""What regular columns are called that list several things: a morning briefing, the weather."""

from typing import Final

from feeds.text.words import fold_text, split_words

# No days of the week: "Monday's strike: trams, buses and ferries stop" tells of one thing.
_WORDS: Final = (
    # English, German, French
    "morning evening daily week weekly brief briefs briefing bulletin digest roundup newsletter",
    "headlines podcast chat inbox picks agenda diary weather forecast premarket morgen mittag",
    "abend feierabend woche überblick nachrichten kompakt presseschau wetter wettervorhersage",
    "matin matinale midi soir semaine hebdo actu actus actualités actualité brèves infos météo",
    "quotidienne",
    # Spanish, Portuguese, Catalan, Italian, Romanian
    "mañana mañanero noche semana semanal resumen boletín noticias titulares café desayuno breves",
    "manhã noite resumo boletim notícias manchetes matí vespre setmana setmanal resum butlletí",
    "mattino mattina sera settimana settimanale rassegna notiziario bollettino pillole caffè",
    "meteo dimineața seara săptămâna săptămânii știri știrile rezumat vremea",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    "ochtend middag avond nieuwsbrief nieuwsoverzicht overzicht weerbericht morgonen kvällen",
    "veckan veckans nyhetsbrev nyheter vädret morgenen aften aftenen kvelden ugen ugens uken",
    "ukens nyheder nyhedsbrev vejret været aamu aamun ilta illan viikko viikon uutiset uutiskirje",
    "katsaus sää",
    # Polish, Czech, Slovak, Hungarian, Greek, Turkish
    "poranek wieczór tydzień tygodnia przegląd skrót wiadomości pogoda ráno večer týden týdne",
    "týždeň týždňa přehled prehľad zprávy správy souhrn počasí počasie reggel reggeli este esti",
    "heti hírek hírlevél összefoglaló időjárás πρωί πρωινό βράδυ βραδινό εβδομάδα εβδομάδας",
    "ειδήσεις δελτίο καιρός sabah akşam günün haftanın haberler özet bülten",
    # Russian, Ukrainian, Bulgarian, Serbo-Croatian; Indonesian
    "утро вечер неделя недели новости дайджест обзор итоги погода ранок вечір тиждень тижня",
    "новини огляд підсумки сутрин седмица седмицата преглед бюлетин времето jutro večer tjedan",
    "tjedna nedelje vijesti vesti pregled prognoza pagi malam berita ringkasan cuaca",
)
_RUBRICS: Final = frozenset(fold_text(word) for line in _WORDS for word in line.split())
_PHRASES: Final = tuple(
    fold_text(words)
    for words in (
        *("the news", "in brief", "front pages", "stocks to watch", "market snapshot"),
        *("bom dia", "buenos días", "buongiorno", "bon dia", "dzień dobry", "dobré ráno"),
        *("el tiempo", "o tempo", "el temps", "hava durumu"),
    )
)
# In other words the time, too.
_WHOLE: Final = frozenset({"tempo", "tiempo", "temps"})


def is_rubric(label: str) -> bool:
    """Tell whether a label is that of a regular column: a digest, a time of the day, the weather.

    Args:
        label: What stands before the colon of a headline.
    """
    words = split_words(label)
    together = " ".join(words)
    named = not _RUBRICS.isdisjoint(words) or together in _WHOLE
    return named or any(phrase in together for phrase in _PHRASES)
