"""Analyses: what an event means, or what is known of it: no report of what happened."""

from typing import Final

from feeds.normalize.labels import compile_labels

# After a dash stands who says so, too: "Rates will fall - analysis".
_ANALYSIS: Final = compile_labels(
    (
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
    ),
    behind=r"\|",
)


def is_analysis(headline: str) -> bool:
    """Tell whether a headline is marked as that of an analysis.

    ``Analysis: What the vote means``, ``Décryptage. …``, ``… | Explainer``, in two dozen languages.
    ``Analysis of water finds lead`` is none, nor is ``Half of rivers dirty: analysis``.

    Args:
        headline: Of a story.
    """
    return _ANALYSIS.search(headline) is not None
