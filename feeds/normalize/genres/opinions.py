"""Opinions: what somebody thinks of an event, which would be hidden behind a report, or hide it."""

import re
from typing import Final

from feeds.normalize.genres.labels import compile_labels, compile_parts, names_part

# As labels: in a sentence each of them means something else, too.
_LABELS: Final = (
    # English, German, French
    *("opinion", "editorial", "op-ed", "comment", "comment is free", "viewpoint", "leader"),
    *("commentary", "guest essay", "leserbrief", "standpunkt", "kronikk"),
    *(
        "letter",
        "letters",
        "letter to the editor",
        "letters to the editor",
        "your letters",
        "column",
    ),
    *("readers' letters", "leserbriefe", "courrier des lecteurs", "cartas de los lectores"),
    *("cartas dos leitores", "cartas al director", "lettere al direttore", "lettere", "insändare"),
    *("lezersbrieven", "læserbreve", "leserbrev", "listy do redakcji", "письма читателей"),
    *("kommentar", "leitartikel", "meinung", "gastbeitrag", "gastkommentar", "kolumne", "glosse"),
    *("tribune", "édito", "éditorial", "chronique", "point de vue", "billet", "courrier"),
    # Spanish, Portuguese, Catalan, Italian, Romanian
    *("opinión", "columna", "tribuna", "carta al director"),
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
_LABELLED: Final = compile_labels(_LABELS, behind=r"[|–—]|\s-")
# With an article, and before two names with capitals: "… – ein Kommentar von Jana Weiss". These
# words mean nothing else: a tribune is of wood, a column of tanks, an opinion of a court.
_WITH_ARTICLE: Final = re.compile(
    r"""(?:[|:–—]|\s-)\s*(?:an?|eine?|une?|una|um|uma|een|en|ett|et)\s
    (?:commentary|editorial|op-ed|kommentar|leitartikel|gastbeitrag|gastkommentar|commento
    |editoriale|commentaar|krönika|kronikk)
    (?:\s(?:von|by|de|di|par|por|van|av|af)\s(?-i:[^\W\d_a-z]\S+(?:\s[^\W\d_a-z]\S+){1,2}))?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# Parts of a publication that hold nothing else. "Debate", "Letters", "Columns" and "Commentary" are
# the names of other things, too, and "Editorial" is all that is no advertisement.
_SECTIONS: Final = compile_parts(
    (
        *("opinion", "opinions", "op ed", "op eds", "editorials", "viewpoint", "viewpoints"),
        *(
            "comment is free",
            "commentisfree",
            "columnists",
            "opinion & analysis",
            "letters to the editor",
        ),
        *("opinion piece", "guest column", "meinung", "meinungen", "kommentar", "leitartikel"),
        *("kolumne", "kolumnen", "gastbeitrag", "gastbeiträge", "gastkommentar", "leserbriefe"),
        *("gastkommentare", "édito", "éditos", "éditoriaux", "chroniques", "opinión", "opiniones"),
        *(
            "editoriales",
            "columnistas",
            "tribuna abierta",
            "columna de opinion",
            "kommentare",
            "cartas al director",
            "opinião",
            "opiniões",
            "editoriais",
        ),
        *(
            "colunistas",
            "opinió",
            "opinione",
            "opinioni",
            "editoriali",
            "opinii",
            "opinie",
            "opinies",
        ),
        *("commentaar", "ingezonden", "ledare", "krönika", "krönikor", "debattinlägg", "kronik"),
        *("kronikk", "kronikker", "debatindlæg", "mielipide", "mielipiteet", "pääkirjoitus"),
        *("pääkirjoitukset", "kolumni", "kolumnit", "felieton", "felietony", "komentarze"),
        *("názory", "komentáře", "vélemény", "γνώμες", "απόψεις", "köşe yazıları", "yazarlar"),
        *("мнения", "мнение", "колонки", "думки", "رأي", "آراء", "مقالات الرأي", "דעות"),
        *(
            "संपादकीय",
            "社説",
            "オピニオン",
            "社论",
            "社評",
            "评论",
            "評論",
            "사설",
            "칼럼",
            "오피니언",
        ),
    )
)


def is_opinion(headline: str) -> bool:
    """Tell whether a headline is marked as that of an opinion, by a label in two dozen languages.

    ``Opinion: The trams must run``, ``The trams must run | Editorial``, ``社説：…``;
    ``Opinion polls open`` is none.

    Args:
        headline: Of a story.
    """
    return bool(_LABELLED.search(headline) or _WITH_ARTICLE.search(headline))


def names_opinions(part: str) -> bool:
    """Tell whether a part of a publication, or one of its steps (``News/Opinion``), is of opinions.

    Args:
        part: A section, a category, or a folder of an address.
    """
    return names_part(part, _SECTIONS)
