"""Opinions: what somebody thinks of an event, which would be hidden behind a report, or hide it."""

import re
from typing import Final

# As labels: in a sentence each of them means something else, too.
_LABELS: Final = (
    # English, German, French
    *("opinion", "editorial", "op-ed", "comment", "comment is free", "viewpoint", "leader"),
    *("letter", "letters", "letter to the editor", "letters to the editor", "column"),
    *("kommentar", "leitartikel", "meinung", "gastbeitrag", "gastkommentar", "kolumne", "glosse"),
    *("tribune", "édito", "éditorial", "chronique", "point de vue", "billet", "courrier"),
    # Spanish, Portuguese, Catalan, Italian, Romanian
    *("opinión", "editorial", "columna", "tribuna", "carta al director", "cartas al director"),
    *("opinião", "crónica", "crônica", "coluna", "opinió", "opinione", "commento", "editoriale"),
    *("l'opinione", "il commento", "l'editoriale", "opinie", "editorialul"),
    # Dutch, Swedish, Danish, Norwegian, Finnish
    *("commentaar", "ingezonden", "ledare", "krönika", "debatt", "leder", "debat", "kronik"),
    *("kommentti", "pääkirjoitus", "kolumni", "mielipide"),
    # Polish, Czech, Hungarian, Greek, Turkish
    *("komentarz", "opinia", "felieton", "komentář", "názor", "vélemény", "γνώμη", "άποψη"),
    *("yorum", "görüş", "köşe yazısı"),
    # Russian, Ukrainian, Bulgarian; Arabic, Hebrew, Hindi; Japanese, Chinese, Korean
    *("мнение", "колонка", "комментарий", "думка", "коментар", "رأي", "مقال رأي", "افتتاحية"),
    *(
        "דעה",
        "राय",
        "विचार",
        "社説",
        "論説",
        "評論",
        "社论",
        "社評",
        "评论",
        "사설",
        "칼럼",
        "기고",
    ),
)
_LABEL: Final = "|".join(sorted(map(re.escape, _LABELS), key=len, reverse=True))
# Before what the headline says, or behind it; "Kommentar zur Wahl" says of what it is one.
_OPINION: Final = re.compile(
    rf"""^\W*(?:{_LABEL})(?:\s(?:on|zu[mr]?|über|sur)\s[^:|]{{2,40}})?\s*(?:[:：|】」\]）)]|[.]\s|\s[–—-]\s)
    |(?:[|–—:：]|\s-)\s*(?:the\s)?(?:{_LABEL})\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_opinion(headline: str) -> bool:
    """Tell whether a headline is marked as that of an opinion.

    ``Opinion: The trams must run``, ``The trams must run | Editorial``, ``社説：…``, in two dozen
    languages. ``Opinion polls open`` is none.

    Args:
        headline: Of a story.
    """
    return _OPINION.search(headline) is not None
