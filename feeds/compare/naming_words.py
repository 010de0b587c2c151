"""How wires name the report that they withdraw: what stands before its headline, and behind it.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

from typing import Final

# One of these stands in each of them: most texts need not be looked at closely.
HINTS: Final = (
    r"\b(?:kill|withdr|retract|remov|delet|dis(?:regard|card)|do not (?:use|run|publish)"
    r"|zuruck|annul|geloscht|storniert|(?:verwenden|nutzen) sie|utiliser|retir|ignor|supprim"
    r"|compte de|anul|elimin|no (?:us|util)|ritir|non (?:util|tenere)|nao (?:us|util)"
    r"|desconsider|ingetrokken|verwijderd|geannuleerd|vervallen|trekken|gebruiken)"
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

# What stands in a report is something else: a correction says so.
INSIDE: Final = (
    r"\b(?:in|on|to|about|im|zu|zum|zur|dans|sur|en|sobre|nell[ao]?'?|nel|sull[ao]?'?|em|over)"
    r"(?: (?:the|our|an?|this|der|dem|einem|einer|unserer|unserem|dieser|diesem|la|le|l'|une?"
    r"|notre|el|una|nuestra|un|uma?|het|de|een|ons))?\s?$|\bn[ao] $"
)

# Right before the word for it: who speaks withdraws it, or asks clients not to use it.
ASKED_BEFORE: Final = (
    # English
    (
        r"(?:(?:^\W*(?:kill|disregard|discard|do not (?:use|run|publish))"
        r"|\b(?:please |(?:editors|eds)[:,;!.-]+\s?(?:please )?)(?:kill|disregard|discard|delete"
        r"|withdraw|remove|do not (?:use|run|publish)))"
        r"|\bwe (?:are |have |hereby )?(?:withdraw(?:n|ing)?|withdrew|retract(?:ed|ing)?"
        r"|kill(?:ed|ing)?|remov(?:e|ed|ing)|delet(?:e|ed|ing)))(?: (?:the|our|this|a|following"
        r"|above|earlier|previous)){0,3} $"
    ),
    # French
    (
        r"\b(?:merci d(?:e |')|veuillez |priere d(?:e |')|nous )(?:ne (?:pas|plus) utiliser"
        r"|ne (?:pas|plus) tenir compte de|annul\w+|retir\w+|ignorer)"
        r"(?: (?:la |le |notre |cette )?(?:l')?)$"
    ),
    # Spanish
    (
        r"\b(?:rogamos|se ruega|por favor|pedimos|solicitamos)\b,?(?: [^.;:,]{0,40})?"
        r" (?:anul\w+|elimin\w+|no (?:us|util)\w+|retir\w+|ignor\w+)(?: (?:la|el|nuestr[oa]"
        r"|est[ea]))? $|^\W*(?:anul|elimin|retir)(?:en|amos) (?:la|el) $"
    ),
    # Italian
    (
        r"\b(?:si prega|preghiamo)\b(?: [^.;:,]{0,40})? (?:annullare|eliminare|ignorare"
        r"|non utilizzare|non tenere conto de(?:l|lla)?)(?: (?:la |il |questa )?(?:l')?)$"
        r"|^\W*(?:annullate|eliminate|annulliamo|ritiriamo) (?:la |il |l')$"
    ),
    # Portuguese
    (
        r"\b(?:pede-se|solicita-se|favor|pedimos|solicitamos)\b(?: [^.;:,]{0,40})?"
        r" (?:anul\w+|elimin\w+|nao (?:us|util)\w+|desconsider\w+|retir\w+|a anulacao d[ao])"
        r"(?: (?:a|o|est[ea]))? $"
    ),
)

# The same where the verb is parted: what stands before the report, and behind its headline.
ASKED_AROUND: Final = (
    # German
    (
        (
            r"\b(?:wir ziehen|ziehen wir|zieht (?:die )?\w+|wir haben|haben wir"
            r"|(?:verwenden|nutzen) sie)(?: hiermit| bitte)?"
            r"(?: (?:die|den|das|unsere[n]?|diese[n]?))? $"
        ),
        (
            r"\W*(?:\w+ ){0,6}?(?:zuruck(?:gezogen)?|annulliert|geloscht"
            r"|nicht(?: mehr)?(?: (?:zu )?verwenden)?)\b"
        ),
    ),
    # Dutch
    (
        (
            r"\b(?:gelieve|verzoeke|wij trekken|we trekken|u wordt verzocht)"
            r"(?: (?:om|het|de|dit|ons))* $"
        ),
        r"\W*(?:\w+ ){0,4}?(?:niet (?:meer )?(?:te )?gebruiken|in\b|te annuleren|in te trekken)",
    ),
)

# What became of it, right behind its headline, with few words between.
# (Somebody else may have taken it from some other place.)
_ELSEWHERE: Final = (
    r"(?! (?:from|by|on|von|bei|du|des?|par|por|d[aeo]l?s?|dalla|d[ai]|van|door|op)\b)"
)
GONE_BEHIND: Final = (
    r"\W*(?:(?!(?:not|never|we|they|he|she|it|said|says|wrote|that|nicht|dass|pas|que|non|che|nao"
    r"|niet|dat)\b)\w+\W{1,2}){0,8}?(?:"
    r"(?:is|was|are|were|has been|have been|must be|should be) (?:(?!not |never )\w+ )?"
    rf"(?:(?:withdrawn|retracted|killed|disregarded)|(?:removed|deleted){_ELSEWHERE})"
    r"|(?:wird|wurde|ist)(?: (?!nicht)\w+){0,4}? (?:zuruckgezogen|annulliert|storniert)"
    rf"|(?:est|a ete|doit etre)(?: \w+)? (?:annulee?|(?:retire|supprime)e?\b{_ELSEWHERE})"
    r"|(?:ha sido|fue|queda|debe ser|esta)(?: \w+)?"
    rf" (?:anulad[oa]|(?:retirad|eliminad)[oa]\b{_ELSEWHERE})"
    r"|(?:e|e stat[oa]|deve essere)(?: \w+)?"
    rf" (?:annullat[oa]|(?:ritirat|eliminat)[oa]\b{_ELSEWHERE})"
    r"|(?:e|va) da annullare|va annullat[oa]"
    r"|(?:foi|fica|deve ser|esta)(?: \w+)?"
    rf" (?:anulad[oa]|(?:retirad|eliminad|removid)[oa]\b{_ELSEWHERE})"
    r"|(?:is|wordt|werd)(?: (?!niet)\w+){0,2}?"
    rf" (?:ingetrokken|geannuleerd|vervallen|verwijderd\b{_ELSEWHERE})"
    r")\b"
)

# A notice that opens so corrects, and takes nothing back.
CORRECTS: Final = (
    r"\W*(?:correct(?:ion|ed|s|ing)|clarif\w+|korrektur|berichtigung|korrigiert|rectificati\w*"
    r"|correction|precision|correccion|rectificacion|fe de errat\w+|aclaracion|rettifica"
    r"|correzione|errata|correcao|retificacao|rectificacao|correctie|rectificatie)\b"
)
