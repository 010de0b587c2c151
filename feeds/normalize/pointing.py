"""Paragraphs that speak of other reports, or of the site: no list of the report stands by them."""

import re
from typing import Final

from feeds.normalize.furniture import Line
from feeds.normalize.phrases import OPENINGS, RELATED

_POINTING: Final = (*OPENINGS, *RELATED)
# So a site announces other reports, itself, and what its readers may write, in whole sentences.
_OTHERS: Final = re.compile(
    r"\b(?:stories|articles|most read|read more|you may|you might|follow us|our newsroom"
    r"|(?:our|this) (?:web)?site|lesen sie|artikel|beitrage|unserer? (?:redaktion|archiv|seite)"
    r"|folgen sie|lire|nos articles|(?:notre|ce) site|suivez|leer|lea|articulos|nuestro sitio"
    r"|siganos|siguenos|leggi|articoli|nostro sito|seguici|leia|artigos|nosso site|lees|onze site"
    r"|volg ons|comments|(?:your|user) comment|kommentare?|commentaires?|comentarios?|commenti"
    r"|reacties|комментари\w{1,3})\b"
)


def points_elsewhere(line: Line) -> bool:
    """Tell whether a line points to other reports, or speaks of the site or of comments."""
    return line.folded.startswith(_POINTING) or _OTHERS.search(line.folded) is not None
