"""When something was, as seen from now, in words: "two hours ago", "il y a 10 ans", "gestern"."""

import re
from typing import Final

from feeds.normalize.days.calendars import write_pattern
from feeds.normalize.days.reading_times import drop_reading
from feeds.normalize.days.stamp_words import BESIDE, PUBLISHED, UPDATED
from feeds.normalize.days.stamps import drop_time, names_clock, names_time
from feeds.text.words import fold_text

_LONGEST: Final = 80
_SAID: Final = re.compile(write_pattern((*PUBLISHED, *UPDATED)), re.IGNORECASE)
_BESIDE: Final = re.compile(write_pattern(BESIDE))
# The rest is compared folded.
_UNITS: Final = (
    r"(?:secondes?|minutes?|mins?|heures?|jours?|semaines?|mois|ans?|annees?"
    r"|sekunden?|minuten?|stunden?|std|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?"
    r"|segundos?|minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?"
    r"|second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])"
)
# "Two hours ago" in some languages, "ago two hours" in others; "fa" means something else, too.
_AGO: Final = re.compile(
    r"(?:\S+ ){1,4}(?:ago|geleden|siden|sedan|sitten|temu|назад|тому)"
    rf"|(?:vor|il y a|(?:desde )?hace|ha) (?:\S+ ){{1,3}}{_UNITS}(?: atras)?"
    rf"|(?:\S+ ){{1,3}}{_UNITS} (?:fa|atras)"
)
_DAYS: Final = re.compile(
    r"\b(?:today|yesterday|tonight|heute|gestern|vorgestern|aujourd'hui|hier|avant-hier"
    r"|hoy|ayer|anteayer|hoje|ontem|anteontem|oggi|ieri|vandaag|gisteren|eergisteren"
    r"|i ?dag|i ?gar|dzis(?:iaj)?|wczoraj|dnes|vcera|bugun|сегодня|вчера|сьогодні|вчора)\b"
)


def is_relative(text: str) -> bool:
    """Tell whether a line says when, as seen from now, or how long it takes to read, and no more.

    That something was published or changed then may stand there, too: "publié hier à 10h".

    Args:
        text: A line, plain.
    """
    if len(text) > _LONGEST:
        return False
    unread = drop_reading(text)
    folded = fold_text(" ".join(_SAID.sub(" ", unread).split())).strip(" .,:()")
    if _AGO.fullmatch(folded):
        return True
    other = _DAYS.sub(" ", folded)
    timed = unread != text or other != folded or names_time(folded) or names_clock(folded)
    return timed and not any(map(str.isalnum, _BESIDE.sub(" ", drop_time(other))))
