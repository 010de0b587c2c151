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
    r"|investigation|report"
    r"|(?:gastbeitrag|gastkommentar|analyse|kommentar|kolumne|bericht|reportage"
    r"|porträt|rezension)|gastautor(?:in)?|protokoll|aufgezeichnet"
    r"|propos recueillis|recueilli|entretien|récit|enquête|chronique|tribune|análisis"
    r"|opinión|crónica"
    r"|entrevista|análise|opinião|intervista|analisi"
)
# Before them: "An opinion by …", "Una crónica de …".
_ARTICLE: Final = r"(?:an?|eine?|une?|una|uma?|een|ett?)"
_BY: Final = r"by|von(?! (?:der|dem|den) )|par|por|da|di|door|af|av"
_WITH: Final = r"with|mit|avec|con"
_FROM: Final = r"by|from|von|par|por|di|de|door|van"
_OWN: Final = (
    r"(?:our|unser(?:e[nmr]?)?|notre|nuestr[oa]"
    r"|noss[oa]|onze|vår"
    r"|d(?:al|alla|el|ella)l? nostr[oa])\s+"
    r"(?:\w+ )?(?:correspondent|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?"
    r"|correspondant(?:e)?|envoyée?|corresponsal|enviad[oa]|inviat[oa]|corrispondente"
    r"|correspondente|verslag(?:gever|geefster)|redacteur)(?:\s+special[e]?|\s+spéciale?)?"
    r"(?: (?:a|da|in|à|en|em|aus|de|i) [^\W\d_]\S*)?"
)
_OUR: Final = rf"(?:(?:{_FROM}) )?{_OWN}\s+(?-i:(?=[^\W\d_a-zà-ÿ]))"
_NAMELESS: Final = re.compile(
    rf"(?:(?:{_FROM}) |(?=d(?:al|el)))(?:the )?{_OWN}(?-i:(?: [^\W\d_a-zà-ÿ]\S*)?)", re.IGNORECASE
)
_LEAD: Final = re.compile(
    rf"^(?:{_OUR}|from \w+['’]s\s|as told to\s|a cura di\s|aus [\w-]+ bericht(?:et|en)\s"
    rf"|(?:{_ARTICLE} )?(?:{_LABELS})(?:\s*:\s*|\s+(?:{_BY}):?\s+)"
    rf"|{_ARTICLE} (?:{_LABELS})\s+(?:de\s+|d['’])(?-i:(?=[^\W\d_a-zà-ÿ]\S*\s[^\W\d_a-zà-ÿ]))"
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


def names_own(text: str) -> bool:
    """Tell whether a line says that the paper's own correspondent wrote, and names nobody.

    ``Par notre correspondante à Lorne``, ``From our own correspondent``.
    """
    return _NAMELESS.fullmatch(text) is not None


def is_of_others(text: str) -> bool:
    """Tell whether a part of a byline names no author: photographers, editors, "Special to"."""
    return _OTHERS.match(text) is not None
