"""Texts that tell of several things, as their first words say: a briefing, what an alert found."""

import re
from typing import Final

from feeds.text.words import fold_text

# What search engines send about a word that somebody watches.
_ALERT: Final = re.compile(
    r"(?:google|talkwalker)[ -]alerts?\s*(?:[-–—|]|$)"
    r"|(?:alert[ae]s?|avisi|оповещени\w+) (?:de |di )?google\s*(?:[-–—:|]|$)"
)
# How briefings begin, to the end of the sentence, behind a greeting. Folded.
_BEGINS: Final = re.compile(
    r"(?:[^.!?:]{1,40}[.!?,:]\s+){0,2}(?:"
    r"(?:here(?:'s| is| are)|this is) (?:what|everything|all|the (?:news|stories|headlines)) "
    r"(?:that )?(?:you (?:need|have|should|want) to know|to know|you may have missed|you missed)"
    r"(?: about)?(?: (?:today|tonight|now|this (?:morning|afternoon|evening|week|weekend)"
    r"|to start your (?:day|week)|for (?:today|the week|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)))+"
    r"|(?:here are )?(?:today's|this morning's|this week's|tonight's) (?:top |main |biggest )?"
    r"(?:stories|news|headlines)"
    r"|das (?:ist|wird|war) (?:heute|am \w+tag|diese woche) wichtig"
    r"|(?:das|was) (?:ist )?(?:heute |am \w+tag )(?:wichtig(?: ist| wird)?|passiert ist)"
    r"|das wichtigste (?:am|des|vom|fur den) (?:morgen|mittag|abend|tages?|heute)(?: im uberblick)?"
    r"|die wichtigsten (?:nachrichten|meldungen|themen)(?: (?:am|des|vom) \w+)?(?: im uberblick)?"
    r"|(?:voici )?(?:l'essentiel|les (?:titres|infos|informations))(?: de l'actu\w*)?"
    r"(?: a retenir)? (?:du jour|de la journee|ce matin|ce soir|de la matinee|de la semaine)"
    r"|voici ce qu'il faut (?:savoir|retenir) (?:aujourd'hui|ce matin|ce soir|cette semaine)"
    r"|(?:esto es )?lo (?:mas importante|que (?:debes|tienes que|hay que) saber) (?:de hoy|hoy"
    r"|del dia|de la (?:jornada|semana)|esta (?:manana|semana))"
    r"|(?:estas son )?las (?:noticias|claves)(?: principales| mas importantes)? (?:de hoy|del dia"
    r"|de la semana)"
    r"|(?:ecco )?(?:le (?:notizie|principali notizie)(?: principali| piu importanti)?|il punto)"
    r" (?:di oggi|del giorno|della giornata|della settimana)"
    r"|(?:estas sao |veja )?as (?:principais )?noticias(?: principais| mais importantes)?"
    r" (?:do dia|de hoje|da semana)"
    r"|(?:dit is )?het (?:belangrijkste )?nieuws van (?:vandaag|vanochtend|vanavond|deze week)"
    r"|(?:har ar )?(?:dagens|veckans) viktigaste nyheter"
    r"|(?:her er )?dagens viktigste nyheter|(?:her er )?dagens vigtigste nyheder"
    r"|najwazniejsze (?:wiadomosci|informacje) (?:dnia|tygodnia)"
    r"|главны?е новости (?:дня|недели|на утро)|главное за (?:день|неделю|утро)"
    r")\s*(?:[.!:…]|$)"
)
_OPENING: Final = 300


def is_alert(headline: str) -> bool:
    """Tell whether a headline is that of what a search engine found: reports of several outlets.

    Args:
        headline: Of a story.
    """
    return _ALERT.match(fold_text(headline).lstrip()) is not None


def begins_digest(text: str) -> bool:
    """Tell whether a text announces in its first words that it tells of several things.

    Args:
        text: Of a story.
    """
    return _BEGINS.match(" ".join(fold_text(text[:_OPENING]).split())) is not None
