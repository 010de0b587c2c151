"""What stands above the points in which a report is told in short, before it or at its end."""

from typing import Final

from feeds.text.words import fold_text

_SIGNS: Final = " :.!?-–—•*▸►：»"
_TITLES: Final = (
    *(
        "in short",
        "in brief",
        "at a glance",
        "key points",
        "key takeaways",
        "takeaways",
        "the gist",
    ),
    *("the key points", "the main points", "main points", "key facts", "the facts", "the basics"),
    *("summary", "highlights", "what we know", "what you need to know", "why it matters", "tl;dr"),
    *(
        "the essentials",
        "the big picture",
        "by the numbers",
        "in numbers",
        "key figures",
        "context",
    ),
    *("das Wichtigste in Kürze", "das Wichtigste", "das Wichtigste auf einen Blick", "in Kürze"),
    *(
        "auf einen Blick",
        "kurz und knapp",
        "kurz & knapp",
        "das Wichtigste kurz",
        "Zusammenfassung",
    ),
    *("darum geht's", "darum geht es", "worum es geht", "worum geht es", "kurz zusammengefasst"),
    *("das Wichtigste zum Thema", "die wichtigsten Punkte", "die wichtigsten Fakten", "die Fakten"),
    *("l'essentiel", "l'essentiel en bref", "en bref", "à retenir", "ce qu'il faut retenir"),
    *("ce qu'il faut savoir", "en résumé", "les points clés", "points clés", "résumé"),
    *("lo esencial", "en breve", "en resumen", "puntos clave", "claves", "las claves", "resumen"),
    *("lo más importante", "lo que hay que saber", "de un vistazo", "en síntesis"),
    *("in breve", "in sintesi", "i punti chiave", "punti chiave", "l'essenziale", "in pillole"),
    *("em resumo", "em síntese", "pontos-chave", "pontos principais", "o essencial", "resumo"),
    *("in het kort", "kort samengevat", "samenvatting", "de kern", "kort"),
    *("i korthet", "kort fortalt", "det viktigaste", "det vigtigste", "det viktigste", "kort sagt"),
    *("w skrócie", "najważniejsze informacje", "kısaca", "özet", "öne çıkanlar"),
    *("главное", "кратко", "коротко", "самое важное", "головне", "коротко про головне"),
    *("要点", "ポイント", "この記事のポイント", "まとめ", "要約", "内容提要", "摘要", "核心要点"),
    *("also", "außerdem", "auch das noch", "et aussi", "también", "inoltre", "e também", "ook"),
    *("요약", "핵심 요약", "요점"),
)
_FOLDED: Final = frozenset(fold_text(title) for title in _TITLES)


def names_points(text: str) -> bool:
    """Tell whether a line is such a title, and nothing else."""
    return fold_text(" ".join(text.split())).strip(_SIGNS) in _FOLDED
