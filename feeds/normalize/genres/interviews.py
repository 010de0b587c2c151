"""Interviews: what somebody says of many things, told as questions and answers."""

import re
from typing import Final

from feeds.normalize.furniture.site_talk import OPENERS
from feeds.normalize.genres.labels import compile_labels, compile_parts, names_part

_LABELS: Final = (
    *("interview", "exclusive interview"),
    # German, French, Spanish, Portuguese, Catalan, Italian, Romanian
    *("exklusivinterview", "exklusiv-interview", "interview exclusive"),
    *("grand entretien", "le grand entretien", "entrevista", "entrevista exclusiva"),
    *("intervista", "l'intervista", "intervista esclusiva", "interviu"),
    # Dutch, Swedish, Danish, Norwegian, Finnish
    *("vraaggesprek", "intervju", "interviewet", "intervjuet", "haastattelu"),
    # Hungarian, Greek, Turkish
    *("interjú", "συνέντευξη", "röportaj"),
    # Russian, Ukrainian, Bulgarian, Hebrew, Hindi, Japanese, Chinese, Korean
    *("интервью", "інтерв'ю", "інтерв’ю", "интервю", "ראיון", "साक्षात्कार"),
    *("インタビュー", "专访", "專訪", "인터뷰"),
)
_LABELLED: Final = compile_labels(_LABELS, behind=r"\|")
# Words for a talk, for upkeep, for intelligence, a match or a film, too, and "Q&A" for what an
# outlet explains: a quotation says that somebody was asked.
_DOUBTFUL: Final = compile_labels(
    (
        *("the interview", "das interview", "het interview", "q&a", "q & a", "q+a", "entretien"),
        *("wywiad", "rozhovor", "söyleşi", "مقابلة"),
    ),
    behind=r"\|",
)
# "Interview with the mayor: “…”": with whom. "Interview with mayor causes storm" is a report, and
# "Interview with Putin: West outraged", too.
_WITH: Final = re.compile(
    r"""^\W*(?:(?:an?|das|ein|un|una|uma|het|een)\s)?
    (?:(?:interview|q&a|intervju|haastattelu)\s(?:with|mit|avec|met|med)
    |entretien\savec|entrevista\s(?:a|al|con|com|à|ao)|intervista\s(?:a|al|alla|con)
    |wywiad\sz|rozhovor\ss|интервью\sс|інтерв[’']ю\sз)
    \s[^:|–—]{2,60}[:|–—]""",
    re.IGNORECASE | re.VERBOSE,
)
# Parts of a publication that hold nothing else, and what stands above a headline.
_SECTIONS: Final = compile_parts(
    (
        *("interview", "interviews", "the interview", "das interview"),
        *("im interview", "entretiens", "grand entretien", "entrevista"),
        *("entrevistas", "intervista", "interviste", "interviu", "interviuri", "interviews & q&a"),
        *("het interview", "intervju", "intervjuer", "haastattelu", "haastattelut", "wywiad"),
        *("wywiady", "rozhovor", "rozhovory", "interjú", "interjúk", "συνέντευξη", "συνεντεύξεις"),
        *("röportaj", "röportajlar", "söyleşi", "интервью", "інтерв'ю", "інтерв’ю", "интервю"),
        *("مقابلة", "مقابلات", "ראיון", "ראיונות", "インタビュー", "专访", "專訪", "인터뷰"),
    )
)


def is_interview(headline: str) -> bool:
    """Tell whether a headline is marked as that of an interview.

    ``Interview: …``, ``… | Entrevista``, ``Entretien avec la maire : « … »``, in two dozen
    languages. ``Interview with mayor causes storm`` is none, nor is ``Mayor cancels interview``.

    Args:
        headline: Of a story.
    """
    if _LABELLED.search(headline):
        return True
    found = _DOUBTFUL.search(headline) or _WITH.search(headline)
    if found is None:
        return False
    said = headline[found.end() :].lstrip() or headline
    return said.startswith(OPENERS)


def names_interviews(part: str) -> bool:
    """Tell whether a part of a publication is of interviews.

    Args:
        part: A section, a kicker, or a folder of an address.
    """
    return names_part(part, _SECTIONS)
