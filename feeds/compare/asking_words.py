"""How a publisher says that it takes a report back, and how a wire asks its clients to.

On text folded as by :func:`feeds.text.notices.fold_notice`: small letters, no accents, one dash.
"""

from collections.abc import Mapping
from typing import Final

# What wires call their reports, by language.
REPORTS: Final[Mapping[str, str]] = {
    "en": r"(?:story|article|report|dispatch|item|column|piece|interview)",
    "de": r"(?:meldung|artikel|beitrag|bericht|text|nachricht|zusammenfassung|interview)",
    "fr": r"(?:depeche|article|papier|texte|billet|information)",
    "es": r"(?:noticia|nota|informacion|articulo|despacho|texto)",
    "it": r"(?:notizia|articolo|lancio|testo|servizio)",
    "pt": r"(?:noticia|nota|artigo|materia|reportagem|texto)",
    "nl": r"(?:bericht|artikel|stuk)",
}

# Of these also a work of art, an amount, a part of a law: alone they prove nothing.
LOOSE: Final = (
    r"(?:item|column|piece|interview|beitrag|text|papier|texte|billet|texto|nota|testo|servizio"
    r"|stuk)"
)

# What may stand before a label, and calls for attention only.
CALLS: Final = (
    r"advisory|alert|urgent|attention|achtung|atencion|attenzione|atencao|avis[eo]?|avviso|opgelet"
    r"|let op|bc|eds|editors|notice|note to editors|ap|afp|reuters|dpa|apa|efe|ansa|lusa|anp"
)

# A sentence begins, perhaps by calling for attention.
OPENING: Final = (
    rf"^\W*(?:(?:{CALLS}|redaktionen|clients|abonnes)\W+){{0,4}}"
    r"(?:(?:please )?note (?:that )?|(?:(?:therefore|today|accordingly|for this reason),? ))?"
)

# Behind what is said in the words of somebody else: "…, the ministry said".
SAID_SO: Final = (
    r"(?:[^\n.;:]*,[^\n.;:]{1,40}?"
    r"\b(?:said|says?|tells?|told|reports|reported|writes|wrote|urges?|demands?|hopes?|sagt\w*|erklart\w*|teilt\w*|heisst|hiess"
    r"|a dit|dit|declare|affirme|selon|dijo|dice|afirmo|segun|detto|secondo|disse|diz|segundo"
    r"|zegt|zei|volgens)\b)"
)

# Right before the word for a report: the publisher takes it back, or asks not to use it.
ASKS: Final[Mapping[str, str]] = {
    "en": (
        r"(?:(?:kill|disregard|discard|do not (?:use|run|publish))"
        r"|please (?:kill|disregard|discard|delete|withdraw|remove|do not (?:use|run|publish))"
        r"|we (?:are |have )?(?:hereby |now |therefore )?(?:withdraw(?:n|ing)?|withdrew"
        r"|retract(?:ed|ing)?|kill(?:ed|ing)?|remov(?:e|ed|ing)|delet(?:e|ed|ing)|pulled"
        r"|taken down|took down))"
        r"(?: (?:the|our|this|a|following|above|earlier|previous)){0,3} "
    ),
    "fr": (
        r"(?:merci d(?:e |')|veuillez |priere d(?:e |')|nous (?:avons )?)"
        r"(?:ne (?:pas|plus) utiliser|ne (?:pas|plus) tenir compte de|annul\w+|retir\w+|ignorer"
        r"|supprime\w*|depublie\w*) (?:la |le |notre |cette |cet |ce )?(?:l')?"
    ),
    "es": (
        r"(?:(?:rogamos|se ruega|por favor|pedimos|solicitamos)\b,?(?: [^.;:,]{0,40})?"
        r" (?:anul\w+|elimin\w+|no (?:us|util)\w+|retir\w+|ignor\w+)"
        r"|hemos (?:retirado|eliminado|anulado)|(?:anul|elimin|retir)(?:en|amos))"
        r" (?:(?:la|el|nuestr[oa]|est[ea]) )?"
    ),
    "it": (
        r"(?:(?:si prega|preghiamo)\b(?: [^.;:,]{0,40})? (?:annullare|eliminare|ignorare"
        r"|non utilizzare|non tenere conto(?: de(?:l|lla)?)?)"
        r"|abbiamo (?:ritirato|rimosso|annullato)"
        r"|(?:annullate|eliminate|annulliamo|ritiriamo)) ?(?:(?:la|il|quest[oa]) )?(?:l')?"
    ),
    "pt": (
        r"(?:(?:pede-se|solicita-se|favor|pedimos|solicitamos)\b(?: [^.;:,]{0,40})?"
        r" (?:anul\w+|elimin\w+|nao (?:us|util)\w+|desconsider\w+|retir\w+|a anulacao d[ao])"
        r"|removemos|retiramos(?: do ar)?|apagamos) (?:(?:a|o|est[ea]) )?"
    ),
}

# The same where the verb is parted: what stands before the report, and behind its headline.
_THE_DE: Final = r"(?: hiermit| bitte)? (?:(?:die|den|das|unsere[n]?|diese[ns]?) )?"
_THE_NL: Final = r"(?: om)? (?:(?:het|de|dit|ons) )?"
ASKS_AROUND: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "de": (
        (
            (
                r"(?:wir ziehen|ziehen wir|(?:dpa|apa|sda|afp|ap|reuters|epd|kna|sid"
                rf"|die (?:redaktion|agentur)) zieht){_THE_DE}"
            ),
            r"(?: (?:hiermit|daher|deshalb|ersatzlos|vollstandig))* zuruck\b",
        ),
        (
            rf"(?:wir haben|haben wir|wir mussten){_THE_DE}",
            (
                r"(?: (?:daher|deshalb|ersatzlos|vollstandig))*"
                r" (?:zuruck(?:gezogen|ziehen)|annulliert|geloscht|entfernt)\b"
            ),
        ),
        (
            rf"(?:bitte )?(?:verwenden|nutzen) sie{_THE_DE}",
            r" nicht(?: mehr)?(?: zu verwenden)?\b",
        ),
    ),
    "nl": (
        (rf"w(?:ij|e) trekken{_THE_NL}", r"(?: (?:hierbij|daarom))* in\b"),
        (rf"w(?:ij|e) hebben{_THE_NL}", r"(?: (?:daarom|nu))* (?:ingetrokken|verwijderd)\b"),
        (
            rf"(?:(?:wij )?(?:gelieve|verzoeken?)(?: u)?|u wordt verzocht){_THE_NL}",
            r" (?:niet (?:meer )?(?:te )?gebruiken|te annuleren|in te trekken)\b",
        ),
    ),
}
