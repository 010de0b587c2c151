"""Lines that blog programs put below a report: where it stood first."""

import re
from collections.abc import Sequence
from typing import Final

from feeds.text.words import fold_text, split_words

# Folded, by language, as the translators of WordPress say it: what it is, and what it did.
_SENTENCES: Final = (
    (
        r"the (?:post|article|story)",
        r"(?:appeared first|first appeared|was first published|originally appeared)(?: on| in)?",
    ),
    (r"la entrada|el cargo|la publicacion|el articulo", r"(?:se publico|aparec\w+) primero en"),
    (r"l'article|cet article|le post", r"(?:est apparu|apparait|a ete publie) en premier sur"),
    (r"der (?:beitrag|artikel|post)", r"erschien zuerst (?:auf|bei|in)"),
    (r"l'articolo", r"(?:proviene da|sembra essere il primo su)"),
    (r"o (?:post|artigo|conteudo)|a entrada", r"aparec\w+ primeiro (?:em|n[oa])"),
    (
        r"artykuł|wpis|post",
        r"(?:pochodzi z(?: serwisu)?|pojawił sie (?:poczatkowo|najpierw) (?:na|w))",
    ),
    (r"het (?:bericht|artikel)", r"verscheen (?:het )?eerst op"),
    (r"(?:запись|сообщение|статья)", r"(?:впервые появил\w+|появил\w+ сначала)(?: на)?"),
    (r"(?:запис|допис|стаття)", r"(?:спершу|вперше) з'явил\w+(?: на)?"),
    (r"(?:inlagget|artikeln)", r"(?:dok forst upp|publicerades forst) pa"),
    (r"indlægget", r"(?:blev først (?:udgivet|vist)|vises først|optradte først) (?:pa|i)"),
    (r"innlegget", r"(?:dukket først opp|ble først publisert) pa"),
    (r"artikkeli", r"(?:julkaistiin ensimmaisen kerran|ilmestyi ensin)"),
    (r"prispevek", r"(?:pochazi z|se nejdrive objevil na)"),
    (r"prispevok", r"(?:zobrazeny najskor|sa najskor objavil na)"),
    (r"articolul|postarea", r"apare prima data (?:in|pe)"),
    (r"το (?:αρθρο|αρχικο)", r"εμφανιστηκε πρωτα στο"),
    (r"artikel|postingan", r"pertama kali (?:tampil|muncul) (?:pada|di)"),
)
_SENTENCE: Final = re.compile(
    "|".join(rf"(?:{what})\s.{{1,300}}\s{did}\s.{{1,100}}" for what, did in _SENTENCES)
)
_LONGEST: Final = 600
_BESIDE: Final = 10
_LEAST: Final = 2


def says_where(line: str, links: Sequence[str], headline: str) -> bool:
    """Tell whether a line says where the report stood first, and nothing else.

    In any language where it links the headline and then the site; in those known here where either
    of both is true. What else sounds like it may be the report's.

    Args:
        line: Plain: "The post Mayor resigns appeared first on The Daily Example."
        links: The words of its links.
        headline: Of the report.
    """
    if len(line) > _LONGEST:
        return False
    said = _SENTENCE.fullmatch(fold_text(line)) is not None
    two = len(links) == _LEAST
    if two and split_words(links[0]) == split_words(headline) != ():
        return said or len(split_words(line)) - len(split_words(" ".join(links))) <= _BESIDE
    return said and (two or _names(line, headline))


def _names(line: str, headline: str) -> bool:
    """Tell whether a headline of several words stands in a line."""
    words = split_words(headline)
    return len(words) >= _LEAST and f" {' '.join(words)} " in f" {' '.join(split_words(line))} "
