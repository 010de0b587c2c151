"""What stands before the names of a byline: "By", "Analysis by", "dal nostro inviato"."""

import re
from typing import Final

# Alone, or with "by" behind it.
_KINDS: Final = (
    r"(?:words|texte?|texto|testo|tekst) (?:and|und|et|y|e|en|och)"
    r" (?:pictures?|photos?|fotos?|foto['’]s)"
    r"|written|reporting|reported|additional reporting|words|story|text|texte|texto|testo"
    r"|autor(?:in|en)?|auteur|author"
)
# Only with "by" or a colon behind it.
_LABELS: Final = (
    r"analysis|opinion|review|comment|commentary|column|essay|perspective|interview|posted"
    r"|published|publié|publicado|pubblicato|veröffentlicht|geplaatst|special"
    r"|(?:an? )?(?:investigation|report)"
    r"|(?:ein(?:e)? )?(?:gastbeitrag|gastkommentar|analyse|kommentar|kolumne|bericht|reportage"
    r"|porträt|rezension|interview)|gastautor(?:in)?|protokoll|aufgezeichnet"
    r"|propos recueillis|recueilli|entretien|chronique|tribune|análisis|opinión|crónica"
    r"|entrevista|análise|opinião|intervista|analisi"
)
_BY: Final = r"by|von(?! (?:der|dem|den) )|par|por|da|di|door|af|av"
_WITH: Final = r"with|mit|avec|con"
_OUR: Final = (
    r"(?:by |von |par |por |di |de |door |van )?(?:our|unser(?:e[nmr]?)?|notre|nuestr[oa]"
    r"|noss[oa]|onze|vår"
    r"|d(?:al|alla|el|ella)l? nostr[oa])\s+"
    r"(?:\w+ )?(?:correspondent|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?"
    r"|correspondant(?:e)?|envoyée?|corresponsal|enviad[oa]|inviat[oa]|corrispondente"
    r"|correspondente|verslag(?:gever|geefster)|redacteur)(?:\s+special[e]?|\s+spéciale?)?"
    r"(?: (?:a|da|in|à|en|em|aus|de|i) [^\W\d_]\S*)?\s+(?-i:(?=[^\W\d_a-zà-ÿ]))"
)
_LEAD: Final = re.compile(
    rf"^(?:{_OUR}|from \w+['’]s\s|as told to\s|a cura di\s|aus [\w-]+ bericht(?:et|en)\s"
    rf"|(?:{_LABELS})(?:\s*:\s*|\s+(?:{_BY}):?\s+)"
    rf"|(?:text|texte|texto|testo) d[ei]\s"
    rf"|(?:(?:{_WITH})\s+(?=(?:{_KINDS})s?\b))?(?:(?:{_KINDS})s?\b\s*:?\s*)?(?:(?:{_BY}|{_WITH})\b:?\s+)?"
    r"(?:(?:our|the)\s+(?=\w+ correspondent))?)",
    re.IGNORECASE,
)
# Who did something else for the report, and for whom it was written.
_OTHERS: Final = re.compile(
    r"^(?:edit(?:ing|ed) by\b|[^()]*\((?:photos?|pictures?|fotos?|bilder)\)$"
    r"|(?:illustrations?|photographs?|photos?|pictures?|video|fotos?|bilder|images?)"
    r"(?: by\b| von\b| de\b|\s?:)|(?:special|exclusive)(?:ly)? (?:to|for)\b)",
    re.IGNORECASE,
)


def cut_lead(text: str) -> str:
    """Return the names of a byline without the words before them."""
    return _LEAD.sub("", text, count=1)


def is_of_others(text: str) -> bool:
    """Tell whether a part of a byline names no author: photographers, editors, "Special to"."""
    return _OTHERS.match(text) is not None
