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
    (r"публикацията|статията", r"се (?:появи|публикува) (?:първо|за първи път) (?:на|в)"),
    (r"artikel|postingan", r"pertama kali (?:tampil|muncul) (?:pada|di)"),
)
# Where the verb comes last.
_WHOLE: Final = (
    r"投稿 .{1,300} は .{1,100} に最初に表示されました。?",
    r".{1,300} yazısı ilk once .{1,100} (?:uzerinde|sitesinde) ortaya cıktı\.?",
    r".{1,300} 게시물이 .{1,100}에 처음 등장했습니다\.?",
)
_SENTENCE: Final = re.compile(
    "|".join(
        [*(rf"(?:{what})\s.{{1,300}}\s{did}\s.{{1,100}}" for what, did in _SENTENCES), *_WHOLE]
    )
)
_LONGEST: Final = 600
# "L'article … est apparu en premier sur …" has as many words beside its links.
_BESIDE: Final = 7
_LEAST: Final = 2


def says_where(line: str, links: Sequence[str], headline: str) -> bool:
    """Tell whether a line says where the report stood first, and nothing else.

    It names the headline, or links two things and has no word but those of such a sentence. What
    else sounds like it may be the report's.

    Args:
        line: Plain: "The post Mayor resigns appeared first on The Daily Example."
        links: The words of its links.
        headline: Of the report.
    """
    if len(line) > _LONGEST or _SENTENCE.fullmatch(fold_text(line)) is None:
        return False
    return _names(line, headline) or _links_only(line, links)


def _links_only(line: str, links: Sequence[str]) -> bool:
    """Tell whether a line links two things and has hardly a word beside them."""
    beside = len(split_words(line)) - len(split_words(" ".join(links)))
    return len(links) == _LEAST and beside <= _BESIDE


def _names(line: str, headline: str) -> bool:
    """Tell whether a headline of several words stands in a line."""
    words = split_words(headline)
    return len(words) >= _LEAST and f" {' '.join(words)} " in f" {' '.join(split_words(line))} "
