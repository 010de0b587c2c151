"""How publishers say that they withdraw what they wrote, by language.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

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
    r"(?:artikel |meldung |bericht |beitrag |text )?(?:zuruckgezogen|geloscht|entfernt)|storno",
    # French
    r"(?:article |depeche |texte )?(?:retiree?|supprimee?|annulee?)|annulation",
    # Spanish, Portuguese
    (
        r"(?:articulo |noticia |texto |informacion |artigo |reportagem |materia )?"
        r"(?:retirad[oa]|eliminad[oa]|anulad[oa]|removid[oa]|excluid[oa])"
    ),
    # Italian
    r"(?:articolo |notizia |testo )?(?:ritirat[oa]|rimoss[oa]|annullat[oa])",
    # Dutch
    r"(?:artikel |bericht )?(?:ingetrokken|verwijderd)",
)

_GONE: Final = (
    r"(?:removed|withdrawn|retracted|deleted|killed|taken down|unpublished|pulled|spiked)"
)
_EN: Final = r"(?:article|story|report|piece|post|column|page|item|dispatch|interview|blog)"
_DE: Final = r"(?:artikel|text|beitrag|bericht|meldung|interview|nachricht|seite|kommentar)"

WITHDRAWAL_PHRASES: Final = (
    # English
    rf"\bthis (?:\w+ )?{_EN} (?:has been|was|is|had been|is being) (?:\w+ )?{_GONE}\b",
    rf"\bwe (?:have )?(?:\w+ )?(?:{_GONE}|withdrew|took down) (?:this|the|our) (?:\w+ )?{_EN}",
    (
        rf"^\W*the (?:article|story|item|dispatch)\b.{{0,120}} (?:has been|was|is) (?:\w+"
        rf" )?{_GONE}\b"
    ),
    rf"\b(?:kill|disregard|do not use|withdraw) (?:the|this) (?:\w+ )?{_EN}",
    (
        rf"\b(?:this|the) (?:\w+ )?{_EN} (?:\w+ ){{0,4}}(?:published|posted|sent"
        rf"|transmitted|moved) "
        r"(?:in error|by mistake|prematurely|by accident)"
    ),
    # German
    (
        rf"\bdiese[rsn]? {_DE} (?:wurde|ist|haben wir|musste)(?: [\w,.]+){{0,10}}"
        rf" (?:zuruckgezogen"
        r"|geloscht|entfernt|zuruckgenommen|offline|depubliziert)"
    ),
    (
        r"\b(?:der artikel|die meldung|der beitrag) (?:wurde|ist)(?: [\w,.]+){0,10}"
        r" (?:zuruckgezogen"
        r"|geloscht|entfernt|zuruckgenommen|depubliziert)"
    ),
    (
        rf"\bwir (?:haben|ziehen|mussten) (?:diese[ns]?|den|die|das) {_DE}(?: [\w,.]+){{0,10}} "
        r"(?:zuruckgezogen|geloscht|entfernt|zuruck|zuruckziehen)"
    ),
    # French
    (
        r"\b(?:cet article|cette depeche|ce texte|ce billet|l'article|la depeche)\b.{0,60} "
        r"(?:a ete|est|avait ete) (?:\w+ )?(?:retire|supprime|annule|depublie)"
    ),
    (
        r"\bnous avons (?:\w+ )?(?:retire|supprime|depublie) (?:cet|cette|ce"
        r"|l')\s?(?:article|depeche"
        r"|texte|billet)"
    ),
    # Spanish
    (
        r"\b(?:est[ea] (?:articulo|noticia|texto|informacion|nota)|el articulo|la"
        r" noticia)\b.{0,60} "
        r"(?:ha sido|fue|se ha) (?:\w+ )?(?:retirad|eliminad|borrad|anulad)"
    ),
    r"\bhemos (?:retirado|eliminado) (?:est[ea]|el|la) (?:articulo|noticia|texto|informacion)",
    # Italian
    (
        r"\b(?:quest[oa] (?:articolo|notizia|testo)|l'articolo|la notizia)\b.{0,60} "
        r"e stat[oa] (?:\w+ )?(?:ritirat|rimoss|eliminat|annullat|cancellat)"
    ),
    r"\babbiamo (?:ritirato|rimosso) (?:quest[oa] |l'|la )(?:articolo|notizia|testo)",
    # Portuguese
    (
        r"\b(?:est[ea] (?:artigo|noticia|texto|reportagem|materia)|o artigo|a noticia|a"
        r" reportagem)\b"
        r".{0,60} foi (?:\w+ )?(?:removid|retirad|excluid|apagad|eliminad|despublicad)"
    ),
    (
        r"\b(?:removemos|retiramos|retiramos do ar) (?:est[ea]|o|a) (?:artigo|noticia|texto"
        r"|reportagem)"
    ),
    # Dutch
    (
        r"\b(?:dit (?:artikel|bericht|stuk)|het artikel|het bericht)\b.{0,60} (?:is|werd) "
        r"(?:[\w.]+ ){0,5}(?:ingetrokken|verwijderd|teruggetrokken|offline gehaald)"
    ),
    r"\bwe hebben (?:dit|het) (?:artikel|bericht|stuk) (?:\w+ ){0,5}(?:ingetrokken|verwijderd)",
)
