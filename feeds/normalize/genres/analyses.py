"""Analyses: what an event means, or what is known of it: no report of what happened."""

from typing import Final

from feeds.normalize.genres.labels import compile_labels, compile_parts, names_part

_LABELS: Final = (
    *("analysis", "news analysis", "explainer", "explained", "fact box", "factbox"),
    # German, French, Spanish, Portuguese, Catalan, Italian, Romanian
    *("analyse", "hintergrund", "décryptage", "análisis", "análise", "anàlisi", "analisi"),
    *("l'analisi", "l'analyse", "analiză"),
    # Dutch, Swedish, Danish, Norwegian, Finnish
    *("achtergrond", "analys", "baggrund", "bakgrunn", "analyysi"),
    # Polish, Czech, Hungarian, Greek, Turkish
    *("analiza", "analýza", "elemzés", "ανάλυση", "analiz"),
    # Russian, Ukrainian, Arabic, Hebrew, Hindi, Japanese, Chinese, Korean
    *("анализ", "аналіз", "تحليل", "ניתוח", "विश्लेषण", "解説", "分析", "해설", "분석"),
)
# After a dash stands who says so, too: "Rates will fall - analysis".
_LABELLED: Final = compile_labels(_LABELS, behind=r"\|")
# Parts of a publication that hold nothing else.
_SECTIONS: Final = compile_parts(
    (
        *("analysis", "analyses", "news analysis", "explainer", "explainers", "fact box"),
        *("analysen", "hintergrund", "hintergründe", "décryptage", "décryptages", "análisis"),
        *("análises", "anàlisi", "analisi", "analize", "analizy", "analýzy", "achtergronden"),
        *("elemzések", "αναλύσεις", "аналитика", "аналітика", "تحليلات", "解説", "分析"),
    )
)


def is_analysis(headline: str) -> bool:
    """Tell whether a headline is marked as that of an analysis.

    ``Analysis: What the vote means``, ``Décryptage. …``, ``… | Explainer``, in two dozen languages.
    ``Analysis of water finds lead`` is none, nor is ``Half of rivers dirty: analysis``.

    Args:
        headline: Of a story.
    """
    return _LABELLED.search(headline) is not None


def names_analyses(part: str) -> bool:
    """Tell whether a part of a publication is of analyses.

    Args:
        part: A section, or a folder of an address.
    """
    return names_part(part, _SECTIONS)
