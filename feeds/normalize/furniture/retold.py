"""Calls of a site that somebody repeats in a report: behind the call stands who said it."""

import re
from typing import Final

_ENDED: Final = re.compile(r"[.!?…](?:\s|$)|[。！？]")
_COMMA: Final = re.compile(r"(?:,|،)\s+|、")
# With these words behind a comma a call goes on, and nobody is named.
_GOES_ON: Final = frozenset(
    {
        *("and", "or", "to", "for", "fur", "voor", "by", "via", "on", "in", "at", "with"),
        *("please", "you", "your", "we", "our", "it's", "don't", "never", "every", "each"),
        *("free", "und", "oder", "um", "damit", "sowie", "bitte", "jetzt", "kostenlos", "auf"),
        *("bei", "jeden", "taglich", "et", "ou", "pour", "afin", "sur", "chaque", "y", "o", "e"),
        *("u", "para", "en", "cada", "oppure", "per", "su", "ogni", "no", "na", "em", "of", "om"),
        *("op", "elke", "i", "oraz", "lub", "albo", "aby", "zeby", "och", "og", "eller", "pa"),
        *("и", "или", "чтобы", "ve"),
    }
)
# Words of who calls, and of whom: what stands before a call is the site's, too.
_OURS: Final = frozenset(
    {
        *("we", "us", "our", "you", "your", "wir", "uns", "unser", "unsere", "unserem"),
        *("unseren", "ihr", "ihre", "ihnen", "dir", "dein", "deine", "nous", "notre", "nos"),
        *("vous", "votre", "vos", "nosotros", "nuestro", "nuestra", "usted", "tu", "te", "ti"),
        *("noi", "nostro", "nostra", "tuo", "tua", "voce", "nosso", "nossa", "seu", "sua", "wij"),
        *("ons", "onze", "je", "jouw", "uw"),
    }
)
# Wherever they stand, these say that somebody said, wrote, asked, promised or advised it …
_SAID: Final = (
    r"says?|said|asks|asked|tells|told(?! in\b)|urge[sd]|wrote|writes|begged|pleaded|advise[sd]"
    r"|announced|demanded|promised|repeated|insist(?:s|ed)|replied|appealed|reads"
    r"|sagten?|sagt|bat(?:en)?|bittet|riet(?:en)?|erklarten?|erklart|meinten?|meint|fordert(?:en?)?"
    r"|mahnt(?:en?)?|empfahl|empfiehlt|schrieb(?:en)?|schreibt|heisst|hiess|versprach(?:en)?"
    r"|verspricht|appellierten?|lautete|(?:teilten?|kundigten?) .{1,80} (?:mit|an)"
    r"|(?:a|ont|avait|avaient) (?:dit|demande|promis|declare|ajoute|conseille|lance|ecrit|explique"
    r"|repondu|annonce|insiste|supplie|recommande|exhorte|repete)|disai(?:en)?t|demandai(?:en)?t"
    r"|dijo|dijeron|dicen?|pidio|pidieron|piden?|solicito|escribio|anadio|prometio|recomendo"
    r"|aconsejo|insistio|exhorto|afirmo|respondio|(?:ha|han) (?:dicho|pedido|escrito|prometido)"
    r"|(?:ha|hanno|aveva) (?:detto|chiesto|scritto|promesso|dichiarato|aggiunto|spiegato"
    r"|consigliato|ricordato|risposto)|disse|dissero|chied(?:e|ono)|chiese|scrive|scrisse"
    r"|disseram|diz|pediu|pediram|escreveu|prometeu|afirmou|acrescentou|recomendou|aconselhou"
    r"|solicitou|respondeu|apelou"
    r"|zei(?:den)?|zegt|vraagt|vroegen|schreef|schrijft|beloofde|belooft|adviseer(?:t|de)|verzocht"
    r"|sade|sager|sagde|sier|siger|uppmana(?:r|de)|opfordrede|oppfordret|skrev|skriver|lovade"
    r"|powiedzial\w*|powiedział\w*|mowi|poprosił\w*|prosi|napisał\w*|apelował\w*|apeluje|radzi"
    r"|radził\w*|obiecał\w*|zachecał\w*"
    r"|сказал\w*|попросил\w*|просит|говорит|сообщил\w*|призвал\w*|написал\w*|заявил\w*"
)
# … and these right behind the comma; elsewhere they mean something else, too.
_SAID_FIRST: Final = (
    r"(?:dit|demande|conseille|lance|explique|ecrit|propose|promet|insiste|recommande|exhorte)"
    r" (?:l[ae']|les|un)|dit-|demande-t-|explico|aseguro|anuncio|invito|rogo|reclamo|declaro"
    r"|vroeg|riep|roept|verklaarde|rief|ruft|warb|wirbt|betonte?"
    r"|according to|so d(?:er|ie)|laut|selon|d'apres|segun|secondo|segundo|volgens|aldus"
    r"|enligt|ifolge|według|по словам"
)
_TOLD: Final = re.compile(rf"(?:{_SAID_FIRST})\b|.*\b(?:{_SAID})\b")
# A call to follow somebody else goes on with what she does there.
_WHERE: Final = re.compile(r"(?:where|wo|ou|donde|dove|onde|waar|dar|hvor|gdzie)\s")
_OTHERS: Final = re.compile(r"\b(?:us|uns|nous|ons|nosotros)\b|-nous\b|(?:nos|guici)\b")
_MOST_BEFORE: Final = 4
_BEGIN: Final = re.compile(r"[.!?…:;,。！？、]\s*")


def is_retold(folded: str, start: int, end: int) -> bool:
    """Tell whether a call is part of what somebody tells: who said it, or to whom.

    Behind a comma in the same sentence stands who said or asked it: "Follow us on X, the mayor
    asked." What readers get stands there behind a call of the site. Or several words stand before
    it, and none is of the site or its readers: "She asks guests of the inn to follow us on X."

    Args:
        folded: The line, folded, with one space between words.
        start: Where the call begins in it.
        end: Where it ends.
    """
    before = _BEGIN.split(folded[:start])[-1].split()
    if len(before) > _MOST_BEFORE and before[0] not in _GOES_ON and _OURS.isdisjoint(before):
        return True
    ended = _ENDED.search(folded, end)
    behind = folded[end : ended.start() if ended else len(folded)]
    others = end > start and not _OTHERS.search(folded, start, end)
    return any(_tells(clause, others=others) for clause in _COMMA.split(behind)[1:])


def _tells(clause: str, *, others: bool) -> bool:
    """Tell whether words behind a comma tell who said a call, or what is there of others."""
    plain = clause.strip(" –—-")
    first = plain.partition(" ")[0]
    if first in _GOES_ON:
        return False
    return _TOLD.match(plain) is not None or (others and _WHERE.match(plain) is not None)
