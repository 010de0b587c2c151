"""How publishers say that they withdraw what they wrote, by language.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

from collections.abc import Mapping
from typing import Final

# Alone in a headline, or at its beginning or end, apart from the rest of it.
WITHDRAWAL_LABELS: Final = (
    # English
    (
        r"(?:story |article |report |item |page |post )?(?:removed|withdrawn|deleted"
        r"|retracted|killed)"
        r"|withdrawal|retraction|(?:mandatory |bulletin |advisory )?kill"
    ),
    # German
    (
        r"(?:artikel |meldung |bericht |beitrag |text )?(?:zuruckgezogen|geloscht|entfernt)"
        r"|storno|annullier(?:t|en|ung)"
        r"|sperrung|bitte nicht verwenden"
    ),
    # French
    (
        r"(?:article |depeche |texte )?(?:retiree?|supprimee?|annulee?)|annulation|annuler"
        r"|a annuler"
        r"|ne pas utiliser"
    ),
    # Spanish, Portuguese
    (
        r"(?:articulo |noticia |texto |informacion |artigo |reportagem |materia )?"
        r"(?:retirad[oa]|eliminad[oa]|anulad[oa]|removid[oa]|excluid[oa])"
    ),
    # Italian
    (
        r"(?:articolo |notizia |testo )?(?:ritirat[oa]|rimoss[oa]|annullat[oa])|annullare"
        r"|annullamento|non utilizzare"
    ),
    # Dutch
    (
        r"(?:artikel |bericht )?(?:ingetrokken|verwijderd)|annuleren|intrekking"
        r"|niet gebruiken"
    ),
)

# What a notice calls the story, and what it says became of it, by language.
_SAID: Final[Mapping[str, tuple[str, str]]] = {
    "en": (
        (
            r"(?:this|our) (?:\w+ )?(?:article|story|report|piece|post|column|page|item|dispatch"
            r"|interview|blog|video)|(?:^\W*|\. )the (?:article|story|item|dispatch)"
        ),
        (
            r"(?:has|have|had|was|were|is|being) (?:been )?(?:\w+ )?(?:removed|withdrawn"
            r"|retracted"
            r"|deleted|killed|taken down|unpublished|pulled|spiked)\b|no longer available"
            r"|(?:published|posted|sent|transmitted|moved) (?:in error|by mistake|prematurely)"
        ),
    ),
    "de": (
        (
            r"diese[rsnm]? (?:artikel|text|beitrag|bericht|meldung|interview|nachricht|seite"
            r"|kommentar)"
            r"|der artikel|die meldung|der beitrag"
        ),
        (
            r"(?:zuruckgezogen|geloscht|entfernt|zuruckgenommen|offline|depubliziert|vom netz"
            r"|nicht mehr verfugbar|versehentlich (?:veroffentlicht|verbreitet|gesendet))"
        ),
    ),
    "fr": (
        r"(?:cet|l') ?article|(?:cette|la) depeche|ce (?:texte|billet)",
        r"(?:retire|supprime|annule|depublie|plus disponible|publiee? par erreur)",
    ),
    "es": (
        r"est[ea] (?:articulo|noticia|texto|informacion|nota)|el articulo|la noticia",
        r"(?:retirad|eliminad|borrad|anulad|ya no esta disponible|publicad[oa] por error)",
    ),
    "it": (
        r"quest[oa] (?:articolo|notizia|testo|pagina)|l'articolo|la notizia|il lancio",
        (
            r"(?:ritirat|rimoss|eliminat|annullat|cancellat|non e piu disponibile"
            r"|pubblicat[oa] per"
            r" errore|trasmess[oa] per errore)"
        ),
    ),
    "pt": (
        r"est[ea] (?:artigo|noticia|texto|reportagem|materia)|o artigo|a noticia|a reportagem",
        (
            r"(?:removid|retirad|excluid|apagad|eliminad|anulad|despublicad|ja nao esta"
            r" disponivel"
            r"|nao esta mais disponivel|publicad[oa] por (?:engano|erro|lapso))"
        ),
    ),
    "nl": (
        r"(?:dit|het) (?:artikel|bericht|stuk)",
        (
            r"(?:ingetrokken|verwijderd|teruggetrokken|offline gehaald|niet meer beschikbaar"
            r"|per abuis (?:gepubliceerd|verzonden))"
        ),
    ),
}

# "We have withdrawn this story", and what a wire asks of its clients.
_ASKED: Final = (
    (
        r"\bwe (?:have )?(?:\w+ )?(?:withdrawn|withdrew|retracted|removed|taken down|took down"
        r"|deleted"
        r"|pulled) (?:this|the|our) (?:\w+ )?(?:article|story|report|piece|post|item|dispatch"
        r"|interview)"
    ),
    (
        r"\b(?:kill|disregard|do not use|withdraw) (?:the|this) (?:\w+ )?(?:article|story"
        r"|report|item)"
    ),
    (
        r"\bwir (?:haben|ziehen|mussten) (?:diese[ns]?|den|die|das) (?:artikel|text|beitrag"
        r"|bericht"
        r"|meldung|interview)\b.{0,80} (?:zuruckgezogen|geloscht|entfernt|zuruck)"
    ),
    r"\b(?:verwenden sie|verwendet) diese[nrs]? (?:meldung|bericht|text|artikel) nicht",
    (
        r"\bnous avons (?:\w+ )?(?:retire|supprime|depublie) (?:cet|cette|ce|l')"
        r" ?(?:article|depeche"
        r"|texte|billet)"
    ),
    r"\b(?:veuillez|priere de?'?|merci de) (?:ne pas utiliser|annuler|ne pas tenir compte)",
    r"\bhemos (?:retirado|eliminado) (?:est[ea]|el|la) (?:articulo|noticia|texto|informacion)",
    r"\b(?:rogamos|se ruega|por favor),? (?:anul\w+|no util\w+|elimin\w+)",
    r"\babbiamo (?:ritirato|rimosso) (?:quest[oa] |l'|la )(?:articolo|notizia|testo)",
    r"\bsi prega di (?:annullare|non utilizzare|non tenere conto|eliminare)",
    (
        r"\b(?:removemos|retiramos|apagamos|retiramos do ar) (?:est[ea]|o|a) (?:artigo"
        r"|noticia|texto"
        r"|reportagem)"
    ),
    r"\b(?:pede-se|solicita-se|favor|pedimos) (?:que )?(?:anul\w+|nao (?:us|util)\w+|a anulacao)",
    r"\bwe hebben (?:dit|het) (?:artikel|bericht|stuk) (?:\w+ ){0,5}(?:ingetrokken|verwijderd)",
    (
        r"\b(?:gelieve|verzoeke|u wordt verzocht).{0,60}(?:niet te gebruiken|te annuleren|in te"
        r" trekken)"
    ),
)

WITHDRAWAL_PHRASES: Final = (
    *(rf"(?:\b|^)(?:{subject})\b.{{0,120}}{gone}" for subject, gone in _SAID.values()),
    *_ASKED,
)
"""As patterns; what matches one of them in a short text says that the story is withdrawn."""
