"""How publishers say that they withdraw what they wrote, by language.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from feeds.compare.asking_words import ASKS, ASKS_AROUND, OPENING, REPORTS, SAID_SO

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

# A sentence begins, and no quotation.
_START: Final = r"^[^\w\"“”„«»]*"


class _Said(NamedTuple):
    """How a language says that a story was withdrawn.

    Attributes:
        subject: What a notice calls the story.
        begins: What may follow it; a noun makes something else of it ("our story editor").
        other: By what words it tells of something else.
        gone: What it says became of the story.
        elsewhere: From where, or by whom, it was taken that is not the publisher.
    """

    subject: str
    begins: str
    other: str
    gone: str
    elsewhere: str


_SAID: Final[Mapping[str, _Said]] = {
    "en": _Said(
        subject=(
            r"(?:this|our) (?:\w+ )?(?:article|story|report|piece|post|column|page|item|dispatch"
            rf"|interview|blog|video)|(?:{_START}|\. )the (?:article|story|dispatch)"
        ),
        begins=(
            r"about|on|by|from|in|head(?:lin)?ed|titled|entitled|slugged|published|posted|sent"
            r"|(?:(?:did|does) not|failed to) meet|contain(?:s|ed)"
            r"|(?:is|was|were) (?:wrong|incorrect|inaccurate|false|based)"
        ),
        other=(
            r"that|which|who|whom|whose|why|how|when|where|whether|if|not(?! meet)|never|says?|said"
            r"|shows?|tells?|explains?|looks?|asks?|examines?|after|before|until"
        ),
        gone=(
            r"(?:has|have|had|was|were|is) (?:been |being )?"
            r"(?:(?!not |never |almost |nearly )\w+ )?"
            r"(?:removed|withdrawn|retracted|deleted|killed|taken down|unpublished|pulled|spiked)\b"
            r"|(?:is|are) no longer available"
            r"|(?:was |were |has been )?(?:published|posted|sent|transmitted|moved)"
            r" (?:in error|by mistake|prematurely)"
        ),
        elsewhere=(
            r"(?:from|by) (?!(?:(?:the|our|this|its|all) )?(?:\w+ )?(?:sites?|websites?|web"
            r"|internet|pages?|apps?|platforms?|archives?|services?|editors?|publishers?|newsroom|authors?"
            r"|wires?)\b)"
        ),
    ),
    "de": _Said(
        subject=(
            r"diese[rsnm]? (?:artikel|text|beitrag|bericht|meldung|interview|nachricht|seite"
            r"|kommentar)|der artikel|die meldung|der beitrag"
        ),
        begins=(
            r"wurde|wird|ist|war|musste|muss|haben wir|hat|enthielt|entspr\w+|uber (?!\d)"
            r"|mit (?:dem|der)|vom \d"
        ),
        other=(
            r"dass|warum|wie|wer|ob|wo|zeigt|erklart|nach|nachdem|bevor|fast|beinahe"
            r"|nicht (?:zuruck|geloscht|entfernt)"
            r"|(?:vo[mn]|aus)(?! (?:de[mr] |unsere[mrn] )?(?:netz|\w*seiten?|web\w*|internet|archiv"
            r"|redaktion|verlag|uns)\b| versehen\b| \w+ grunden\b| \d)"
        ),
        gone=(
            r"(?:zuruckgezogen|geloscht|entfernt|zuruckgenommen|offline|depubliziert|vom netz"
            r"|nicht mehr verfugbar|versehentlich (?:veroffentlicht|verbreitet|gesendet))\b"
        ),
        elsewhere=r"(?:vo[mn]|aus|durch) (?!(?:de[mr] |unsere\w* )?(?:redaktion|uns|netz)\b)",
    ),
    "fr": _Said(
        subject=r"(?:cet|l') ?article(?! \d)|(?:cette|la) depeche|ce (?:texte|billet)",
        begins=(
            r"a|est|fut|n'est|avait|sur|concernant|intitulee?|publiee?|parue?|diffusee?|du \d"
            r"|contenait|comportait"
        ),
        other=r"que|qui|dont|ou|pourquoi|comment|quand|si|pas|jamais|apres|avant|presque",
        gone=r"(?:retiree?|supprimee?|annulee?|depubliee?|plus disponible|publiee? par erreur)\b",
        elsewhere=(
            r"(?:de|du|des|par) (?!(?:la |le |l'|notre |nos |ce )?"
            r"(?:sites?|redaction|web|page|plateforme|editeur|auteur|erreur)\b)"
        ),
    ),
    "es": _Said(
        subject=(
            r"est[ea] (?:articulo|noticia|texto|informacion|nota)"
            r"|(?:el (?:articulo|despacho)|la noticia)(?! (?:\d|de\b|del\b))"
        ),
        begins=r"ha|habia|fue|queda|esta|ya|se|sobre|titulad[oa]|publicad[oa]|contenia|contiene",
        other=r"que|quien|como|cuando|donde|si|no|nunca|tras|despues|antes|casi",
        gone=(
            r"(?:(?:retirad|eliminad|borrad|anulad)[oa]|ya no esta disponible"
            r"|publicad[oa] por error)\b"
        ),
        elsewhere=(
            r"(?:del?|por) (?!(?:la |el |nuestr[oa] |est[ea] )?(?:web|sitio|pagina|portal|redaccion"
            r"|editor\w*|autor\w*|director\w*)\b|contener|errore?s?\b|no\b|ser\b|tener\b"
            r"|motivos|razones|falta)"
        ),
    ),
    "it": _Said(
        subject=(
            r"quest[oa] (?:articolo|notizia|testo|pagina)"
            r"|(?:l'articolo|la notizia|il lancio)(?! (?:\d|del?\b|della\b|di\b))"
        ),
        begins=(
            r"e|era|va|viene|non|su|sul\w*|sull'\w+|intitolat[oa]|pubblicat[oa]|trasmess[oa]"
            r"|conteneva"
        ),
        other=r"che|chi|cui|come|quando|dove|se|non(?! e piu)|mai|dopo|prima|quasi",
        gone=(
            r"(?:(?:ritirat|rimoss|eliminat|annullat|cancellat)[oa]|non e piu disponibile"
            r"|(?:pubblicat|trasmess)[oa] per errore)\b"
        ),
        elsewhere=(
            r"d(?:a|ai|al|alla|allo|all'|el|ella|i) ?(?!(?:la |il |nostro |nostra )?"
            r"(?:redazione|sito|web|pagina|archivio|portale|editore|autore)\b)"
        ),
    ),
    "pt": _Said(
        subject=(
            r"est[ea] (?:artigo|noticia|texto|reportagem|materia)"
            rf"|(?:{_START}|\. )(?:o artigo|a noticia|a reportagem)(?! (?:\d|d[aeo]s?\b))"
        ),
        begins=(
            r"foi|fica|esta|ja|nao|sobre|com o titulo|intitulad[oa]|publicad[oa]|divulgad[oa]"
            r"|continha"
        ),
        other=r"que|quem|como|quando|onde|se|nao(?! esta mais)|nunca|apos|depois|antes|quase",
        gone=(
            r"(?:(?:removid|retirad|excluid|apagad|eliminad|anulad|despublicad)[oa]"
            r"|ja nao esta disponivel|nao esta mais disponivel"
            r"|publicad[oa] por (?:engano|erro|lapso))\b"
        ),
        elsewhere=(
            r"(?:d[aeo]s?|pel[ao]s?|por) (?!(?:a |o |noss[oa] )?(?:sites?|pagina|portal|redacao|ar"
            r"|web|autora?|editora?)\b|nao\b|conter|erro|engano|lapso|motivos|razoes)"
        ),
    ),
    "nl": _Said(
        subject=r"(?:dit|het) (?:artikel|bericht|stuk)(?! \d)",
        begins=r"is|wordt|werd|was|over|met|bevatte|van \d",
        other=(
            r"dat|die|waarom|hoe|wie|of|waar|toont|nadat|na|voordat|bijna"
            r"|niet (?:ingetrokken|verwijderd)"
            r"|(?:van|uit|door) (?!(?:de |onze |het )?(?:redactie|ons|site|website|web|internet)\b"
            r"|\d)"
        ),
        gone=(
            r"(?:ingetrokken|verwijderd|teruggetrokken|offline gehaald|niet meer beschikbaar"
            r"|per abuis (?:gepubliceerd|verzonden))\b"
        ),
        elsewhere=(
            r"(?:van|uit|door) (?!(?:de |onze |het )?"
            r"(?:redactie|ons|site|website|web|internet)\b)"
        ),
    ),
}

# Between a story and what became of it stands an aside, or what tells of nothing else.
_BETWEEN: Final = (
    r"(?:,[^.;:]{{0,120}},|(?= ?(?:(?:{begins})\b|[\"“„«'(]))"
    r"(?:(?!\b(?:{other})\b)[^.,;:]){{0,120}}?)?\W*"
)

WITHDRAWAL_PHRASES: Final = (
    *(
        rf"(?:\b|^)(?:{said.subject})\b{_BETWEEN.format(begins=said.begins, other=said.other)}"
        rf"\b(?:{said.gone})(?! {said.elsewhere})(?!{SAID_SO})"
        for said in _SAID.values()
    ),
    *(
        rf"{OPENING}(?:{ask}){REPORTS[language]}\b(?! {_SAID[language].elsewhere})(?!{SAID_SO})"
        for language, ask in ASKS.items()
    ),
    *(
        rf"{OPENING}(?:{here}){REPORTS[language]}\b"
        rf"(?:(?!\b(?:und|aber|nicht|vo[mn]|aus|en|maar|niet)\b)[^.,;:]){{0,120}}?{there}"
        for language, around in ASKS_AROUND.items()
        for here, there in around
    ),
)
"""As patterns; what matches one of them in a short text says that the story is withdrawn."""
