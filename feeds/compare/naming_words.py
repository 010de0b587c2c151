"""How wires name the report that they withdraw: what stands before its headline, and behind it.

On text folded as by :func:`feeds.text.notices.fold_notice`: small letters, no accents, one dash.
"""

from collections.abc import Mapping
from typing import Final

from feeds.compare.asking_words import SAID_SO

# One of these stands in each of them: most texts need not be looked at closely.
HINTS: Final = (
    r"\b(?:kill|withdr|retract|remov|delet|pulled|taken down|took down"
    r"|dis(?:regard|card)|do not (?:use|run|publish)"
    r"|zuruck|annul|geloscht|storniert|(?:verwenden|nutzen) sie|utiliser|retir|ignor|supprim"
    r"|compte de|anul|elimin|no (?:us|util)|ritir|non (?:util|tenere)|nao (?:us|util)"
    r"|desconsider|ingetrokken|verwijderd|geannuleerd|vervallen|trekken|gebruiken|entfernt|depubli|rimoss|apag)"
)

# Between the word for a report and its headline.
TITLED: Final = (
    r"headlined|headed|titled|entitled|slugged|with the (?:headline|title|slug)|under the headline"
    r"|mit (?:dem|der) (?:titel|uberschrift)|unter (?:dem|der) (?:titel|uberschrift)"
    r"|intitulee?|titree?|sous le titre"
    r"|titulad[oa]|con el titul(?:o|ar)"
    r"|intitolat[oa]|dal titolo|con il titolo"
    r"|intitulad[oa]|com o titulo"
    r"|met (?:de|als) (?:titel|kop)|getiteld"
)

# Before the word for it, where the sentence is about the report itself: nothing else.
THE: Final = (
    r"(?:(?:the|our|this|an?) (?:(?:following|above|earlier|previous) )?"
    r"|(?:die|der|das|unsere?|diese[rs]?|la|le|cette|cet|ce|notre|el|est[ea]|nuestr[oa]|il|lo"
    r"|quest[oa]|o|a|a nossa|o nosso|het|de|dit|ons) |l' ?)?"
)

# Of a word that means other things too, this makes a report.
OWN: Final = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        *(
            "our",
            "this",
            "unser",
            "unseren",
            "dieser",
            "diesen",
            "notre",
            "ce",
            "nuestro",
            "nuestra",
        ),
        *("este", "esta", "questo", "il nostro", "nosso", "nossa", "dit", "ons"),
    )
)

# Behind its headline: what it is called else, and that it is wrong.
BETWEEN: Final = (
    r"(?: ?\([^()]{0,60}\))?"
    r"(?:, (?:slug|sent|published|moved|transmitted|filed|issued|dated|number|divulgad|publicad"
    r"|trasmess|pubblicat|transmis|publie|diffuse|verbreitet|gesendet|verzonden|gepubliceerd)\w*"
    r"\b(?:(?!\b(?:by|von|par|por|pel[ao]|d[ae]l?|dalla|door|after|that|which)\b)[^,.;:]){0,60},)?"
    r"(?: (?:is|was|ist|war|est|etait|es|era|e|contiene errores) "
    r"(?:wrong|incorrect|false|inaccurate|falsch|fehlerhaft|fausse?|erronee?|erroneo|erronea"
    r"|falsa|falso|errat[oa]|onjuist),? (?:and|und|et|y|e|en))?"
)

# What became of it, by language: the verb, the verb of what must be done, words between, the end.
_FORMS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "en": (
        r"is|was|has been|has now been",
        r"must be|should be|is to be",
        r"now|hereby|therefore|also|since|already|accordingly",
        r"withdrawn|retracted|killed|removed|deleted",
    ),
    "de": (
        r"wird|wurde|ist",
        r"muss|sollte",
        r"hiermit|daher|deshalb|nun|ersatzlos|von uns|von der redaktion",
        r"(?:zuruckgezogen|annulliert|storniert)(?: werden)?",
    ),
    "fr": (
        r"est|a ete",
        r"doit etre",
        r"donc|desormais|par la presente",
        r"(?:annule|retire|supprime)e?",
    ),
    "es": (
        r"ha sido|fue|queda|esta",
        r"debe ser",
        r"ya|por tanto",
        r"(?:anulad|retirad|eliminad)[oa]",
    ),
    "it": (
        r"e|e stat[oa]|viene",
        r"deve essere|va|e da|va considerat[oa]",
        r"quindi|pertanto",
        r"(?:annullat|ritirat|eliminat)[oa]|annullare",
    ),
    "pt": (
        r"foi|fica|esta",
        r"deve ser",
        r"ja|portanto",
        r"(?:anulad|retirad|eliminad|removid)[oa]",
    ),
    "nl": (
        r"is|wordt|werd",
        r"moet",
        r"hierbij|daarom|nu",
        r"(?:ingetrokken|geannuleerd|vervallen|verwijderd)(?: worden)?",
    ),
}

GONE: Final = "|".join(
    rf"(?:{verb})(?: (?:{words})){{0,2}} (?:{end})" for verb, _, words, end in _FORMS.values()
)
# Clients are told so beside a label that is sure; else somebody demands it.
MUST_GO: Final = "|".join(
    rf"(?:{verb})(?: (?:{words})){{0,2}} (?:{end})" for _, verb, words, end in _FORMS.values()
)

# Then the sentence ends, or says why. (From a shop, a law or a contest anything is withdrawn.)
ENDING: Final = (
    rf"(?!{SAID_SO})[\"”“»')\]]*(?:\s*$|\n|\s?[.!](?!\w)|\s?[:;](?! (?:so|how|why|what)\b)| - "
    r"|,? (?:as|because|since|after|due to|owing to|pending|immediately|until further notice"
    r"|with immediate effect|in error|there will be|and (?:we )?(?:apologi[sz]e|regret)"
    r"|and (?:will|should|must) not be (?:replaced|used)"
    r"|wegen|aufgrund|und (?:wir )?(?:bitten|entschuldigen|bedauern)"
    r"|car|parce qu\w*|en raison|et (?:nous|ne sera)"
    r"|porque|ya que|debido a|por (?:contener|errores|error)|y (?:pedimos|no)"
    r"|perche|poiche|in quanto|e ci (?:scusiamo|dispiace)"
    r"|devido a|por (?:conter|erro|lapso)|e (?:pedimos|nao)"
    r"|omdat|wegens|en (?:wij|we|wordt niet))\b"
    r"|, (?:weil|da|nachdem)\b"
    r"|, (?:slug|sent|published|moved|transmitted|filed|issued|dated|divulgad|publicad|trasmess"
    r"|pubblicat|transmis|publie|diffuse|verbreitet|gesendet|verzonden|gepubliceerd)\w*\b"
    r"[^,.;:?]{0,60}(?:$|\n|[.;!]))"
)

# A notice that opens so corrects, and takes nothing back.
CORRECTS: Final = (
    r"\W*(?:correct(?:ion|ed|s|ing)|clarif\w+|korrektur|berichtigung|korrigiert|rectificati\w*"
    r"|correction|precision|correccion|rectificacion|fe de errat\w+|aclaracion|rettifica"
    r"|correzione|errata|correcao|retificacao|rectificacao|correctie|rectificatie)\b"
)
