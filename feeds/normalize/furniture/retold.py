"""Calls of a site that somebody repeats in a report: behind the call the sentence goes on."""

import re
from typing import Final

_ENDED: Final = re.compile(r"[.!?…](?:\s|$)|[。！？]")
_COMMA: Final = re.compile(r"(?:,|،)\s+|、")
# With these words behind a comma a call goes on, and no other sentence begins.
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
_MOST_BEFORE: Final = 4
_BEGIN: Final = re.compile(r"[.!?…:;,。！？、]\s*")
# The last of several names: "…, Lorne and Vell".
_LAST_NAMES: Final = re.compile(r"\S+ (?:and|und|et|y|e|en|i|og|och|и|ve|&) \S+")


def is_retold(folded: str, start: int, end: int) -> bool:
    """Tell whether a call is part of what somebody tells: who said it, to whom, what became of it.

    Behind a comma in the same sentence stand words with which no call goes on: "Follow us on X,
    the mayor asked." Or several stand before it, and none is of the site or its readers: "She asks
    guests of the inn to follow us on X."

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
    return any(map(_is_other, _COMMA.split(behind)[1:]))


def _is_other(clause: str) -> bool:
    """Tell whether words behind a comma are neither the call's nor names of a list."""
    words = clause.strip(" –—-").split()
    if len(words) < 2 or words[0] in _GOES_ON:  # noqa: PLR2004 - a name
        return False
    return _LAST_NAMES.fullmatch(" ".join(words)) is None
