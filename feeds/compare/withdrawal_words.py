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
        r"|anulacion|anulacao|eliminacion"
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

# Of these labels alone, what nobody writes before anything but a report that is taken back. The
# first say so in every form, …
SURE_LABELS: Final = (
    # English
    (
        r"(?:mandatory|bulletin|advisory|story|news) kill|kill notice"
        r"|notice of (?:retraction|withdrawal)|(?:retraction|withdrawal) notice|retract(?:ion|ed)"
        r"|(?:story|article|dispatch) (?:is |has been )?(?:withdrawn|retracted|killed)"
    ),
    # German
    (
        r"(?:meldung|artikel|beitrag) (?:wird |wurde |ist )?"
        r"(?:zuruckgezogen|annulliert|storniert)"
    ),
    # French
    (
        r"(?:depeche|article) (?:est )?(?:annulee?|retiree?)|avis d'annulation"
        r"|annulation de depeche"
    ),
    # Spanish
    (
        r"(?:noticia|nota|articulo|informacion) (?:anulad|retirad|eliminad)[oa]"
        r"|anulacion de (?:la )?noticia"
    ),
    # Italian
    (
        r"(?:notizia|articolo|lancio) (?:e )?(?:annullat|ritirat)[oa]"
        r"|annullamento (?:della )?notizia"
    ),
    # Portuguese
    (
        r"(?:noticia|artigo|materia|reportagem) (?:anulad|retirad|removid)[oa]"
        r"|anulacao de noticia"
    ),
    # Dutch
    r"(?:bericht|artikel) (?:is |wordt )?(?:ingetrokken|geannuleerd)|intrekking bericht",
)
# … the next in capitals only, as wires write to their clients …
SHOUTED_LABELS: Final = (
    r"kill|do not use|bitte nicht verwenden|(?:a )?annuler|ne pas utiliser"
    r"|(?:elimin|anul)(?:e|ar|en)|no utilizar|annulla(?:re|te)|non utilizzare|nao utilizar"
    r"|annuleren|niet gebruiken"
)
# … and these in capitals with the headline close behind: "WITHDRAWN-Mayor arrested".
CLOSE_LABELS: Final = r"withdrawn|withdrawal|zuruckgezogen"

# What may stand before a label, and calls for attention only.
CALLS: Final = (
    r"advisory|alert|urgent|attention|achtung|atencion|attenzione|atencao|avis[eo]?|avviso|opgelet"
    r"|let op|bc|eds|editors|notice|note to editors|ap|afp|reuters|dpa|apa|efe|ansa|lusa|anp"
)

# A sentence begins, and no quotation.
_START: Final = r"^[^\w\"“”„«»]*"

# What a notice calls the story, by what words it tells of something else instead, and what it says
# became of the story, by language.
_SAID: Final[Mapping[str, tuple[str, str, str]]] = {
    "en": (
        (
            r"(?:this|our) (?:\w+ )?(?:article|story|report|piece|post|column|page|item|dispatch"
            rf"|interview|blog|video)|(?:{_START}|\. )the (?:article|story|item|dispatch)"
        ),
        (
            r"that|which|who|whom|whose|why|how|when|where|whether|if|not|never|says?|said|shows?"
            r"|tells?|explains?|looks?|asks?|examines?"
        ),
        (
            r"(?:has|have|had|was|were|is) (?:been |being )?(?:(?!not |never )\w+ )?(?:removed"
            r"|withdrawn|retracted|deleted|killed|taken down|unpublished|pulled|spiked)\b"
            r"|(?:is|are) no longer available"
            r"|(?:published|posted|sent|transmitted|moved) (?:in error|by mistake|prematurely)"
        ),
    ),
    "de": (
        (
            r"diese[rsnm]? (?:artikel|text|beitrag|bericht|meldung|interview|nachricht|seite"
            r"|kommentar)|(?:der artikel|die meldung|der beitrag)(?! \d)"
        ),
        r"dass|warum|wie|wer|ob|wo|zeigt|erklart|nicht (?:zuruck|geloscht|entfernt)",
        (
            r"(?:zuruckgezogen|geloscht|entfernt|zuruckgenommen|offline|depubliziert|vom netz"
            r"|nicht mehr verfugbar|versehentlich (?:veroffentlicht|verbreitet|gesendet))\b"
        ),
    ),
    "fr": (
        r"(?:cet|l') ?article(?! \d)|(?:cette|la) depeche|ce (?:texte|billet)",
        r"que|qui|dont|ou|pourquoi|comment|quand|si|pas|jamais",
        r"(?:retiree?|supprimee?|annulee?|depubliee?|plus disponible|publiee? par erreur)\b",
    ),
    "es": (
        (
            r"est[ea] (?:articulo|noticia|texto|informacion|nota)"
            r"|(?:el (?:articulo|despacho)|la noticia)(?! (?:\d|de\b|del\b))"
        ),
        r"que|quien|como|cuando|donde|si|no|nunca",
        (
            r"(?:(?:retirad|eliminad|borrad|anulad)[oa]|ya no esta disponible"
            r"|publicad[oa] por error)\b"
        ),
    ),
    "it": (
        (
            r"quest[oa] (?:articolo|notizia|testo|pagina)"
            r"|(?:l'articolo|la notizia|il lancio)(?! (?:\d|del?\b|della\b|di\b))"
        ),
        r"che|chi|cui|come|quando|dove|se|non|mai",
        (
            r"(?:(?:ritirat|rimoss|eliminat|annullat|cancellat)[oa]|non e piu disponibile"
            r"|(?:pubblicat|trasmess)[oa] per errore)\b"
        ),
    ),
    "pt": (
        (
            r"est[ea] (?:artigo|noticia|texto|reportagem|materia)"
            rf"|(?:{_START}|\. )(?:o artigo|a noticia|a reportagem)(?! (?:\d|d[aeo]s?\b))"
        ),
        r"que|quem|como|quando|onde|se|nao|nunca",
        (
            r"(?:(?:removid|retirad|excluid|apagad|eliminad|anulad|despublicad)[oa]"
            r"|ja nao esta disponivel|nao esta mais disponivel"
            r"|publicad[oa] por (?:engano|erro|lapso))\b"
        ),
    ),
    "nl": (
        r"(?:dit|het) (?:artikel|bericht|stuk)(?! \d)",
        r"dat|die|waarom|hoe|wie|of|waar|toont|niet (?:ingetrokken|verwijderd)",
        (
            r"(?:ingetrokken|verwijderd|teruggetrokken|offline gehaald|niet meer beschikbaar"
            r"|per abuis (?:gepubliceerd|verzonden))\b"
        ),
    ),
}

# What wires call their reports, by language.
REPORTS: Final[Mapping[str, str]] = {
    "en": r"(?:story|article|report|dispatch|item|column|piece)",
    "de": r"(?:meldung|artikel|beitrag|bericht|text|nachricht|zusammenfassung|interview)",
    "fr": r"(?:depeche|article|papier|texte|billet|information)",
    "es": r"(?:noticia|nota|informacion|articulo|despacho|texto)",
    "it": r"(?:notizia|articolo|lancio|testo|servizio)",
    "pt": r"(?:noticia|nota|artigo|materia|reportagem|texto)",
    "nl": r"(?:bericht|artikel|stuk)",
}

# "We have withdrawn this story", and what a wire asks of its clients.
_ASKED: Final = (
    (
        r"\bwe (?:have )?(?:\w+ )?(?:withdrawn|withdrew|retracted|removed|taken down|took down"
        r"|deleted|pulled) (?:this|the|our) (?:\w+ )?(?:article|story|report|piece|post|item"
        r"|dispatch|interview)\b"
    ),
    (
        rf"(?:{_START}(?:kill|disregard|do not use)"
        r"|\b(?:please |(?:editors|eds)[:,;!.-]+\s?(?:please )?)"
        r"(?:kill|disregard|do not use|withdraw))"
        rf" (?:the|this) (?:\w+ )?{REPORTS['en']}\b"
    ),
    (
        r"\b(?:wir (?:haben|ziehen|mussten)|zieh(?:en wir|t)|haben wir) (?:diese[ns]?|den|die|das)"
        rf" {REPORTS['de']}\b.{{0,200}} (?:zuruckgezogen|geloscht|entfernt|zuruck)\b"
    ),
    (
        r"\b(?:verwenden sie|verwendet) (?:diese[nrs]?|die|den|das|unsere[n]?)"
        rf" {REPORTS['de']}\b.{{0,200}}\bnicht\b"
    ),
    (
        r"\bnous avons (?:\w+ )?(?:retire|supprime|depublie|annule) (?:cet|cette|ce|la|l')"
        rf" ?{REPORTS['fr']}\b"
    ),
    (
        r"\b(?:veuillez|priere de?'?|merci d(?:e |'))\s?(?:ne pas utiliser|annuler"
        rf"|ne pas tenir compte de) (?:l'|la |cette |cet |ce |notre )?{REPORTS['fr']}\b"
    ),
    rf"\bhemos (?:retirado|eliminado|anulado) (?:est[ea]|el|la) {REPORTS['es']}\b",
    (
        r"\b(?:rogamos|se ruega|por favor)\b,?(?: [^.;:,]{0,40})? "
        r"(?:anul\w+|no util\w+|elimin\w+)"
        rf" (?:(?:la|el|est[ea]|nuestr[oa]) )?{REPORTS['es']}\b"
    ),
    rf"\babbiamo (?:ritirato|rimosso|annullato) (?:quest[oa] |l'|la |il ){REPORTS['it']}\b",
    (
        r"\bsi prega di (?:annullare|non utilizzare|non tenere conto|eliminare)"
        rf" (?:del?l?'?a? ?|l'|la |il |quest[oa] ){REPORTS['it']}\b"
    ),
    rf"\b(?:removemos|retiramos|apagamos|retiramos do ar) (?:est[ea]|o|a) {REPORTS['pt']}\b",
    (
        r"\b(?:pede-se|solicita-se|favor|pedimos)\b(?: [^.;:,]{0,40})? "
        r"(?:anul\w+|nao (?:us|util)\w+"
        rf"|a anulacao)(?: d?(?:a|o|est[ea]))? {REPORTS['pt']}\b"
    ),
    (rf"\bwe hebben (?:dit|het) {REPORTS['nl']} (?:\w+ ){{0,5}}(?:ingetrokken|verwijderd)\b"),
    (
        rf"\b(?:gelieve|verzoeke|u wordt verzocht)\b.{{0,40}}\b{REPORTS['nl']}\b.{{0,40}}"
        r"(?:niet te gebruiken|te annuleren|in te trekken)\b"
    ),
)

# Between a story and what became of it stands an aside, or what tells of nothing else.
_BETWEEN: Final = r"(?:,[^.;:]{{0,120}},|(?:(?!\b(?:{other})\b)[^.,;:]){{0,120}}?)\W*"

WITHDRAWAL_PHRASES: Final = (
    *(
        rf"(?:\b|^)(?:{subject})\b{_BETWEEN.format(other=other)}\b(?:{gone})"
        for subject, other, gone in _SAID.values()
    ),
    *_ASKED,
)
"""As patterns; what matches one of them in a short text says that the story is withdrawn."""
