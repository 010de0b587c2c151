"""Paragraphs that speak of other reports, or of the site: no list of the report stands by them."""

import re
from typing import Final

from feeds.normalize.furniture.lines import Line
from feeds.normalize.furniture.phrases import OPENINGS, RELATED
from feeds.text.words import find_beginning

_POINTING: Final = (*OPENINGS, *RELATED)
# So a site announces other reports, itself, and what its readers may write, in whole sentences.
_OTHERS: Final = re.compile(
    r"\b(?:(?:more|our|other|related|these|latest|top|similar|further|recommended) (?:\w+ )?"
    r"(?:stories|articles)|(?:stories|articles) (?:that )?(?:you|like|from|about|on)\b|most read"
    r"|read (?:more|also|next)|you (?:may|might)|follow us|our newsroom|(?:our|this) (?:web)?site"
    r"|lesen sie|(?:weitere|mehr|diese|unsere|andere|passende) (?:\w+ )?(?:artikel|beitrage)"
    r"|unserer? (?:redaktion|archiv|seite)|folgen sie"
    r"|(?:a|pour) lire|lire (?:aussi|egalement|plus|la suite)|(?:nos|autres|ces) articles"
    r"|(?:notre|ce) site|suivez|(?:leer|lea) (?:mas|tambien)|(?:mas|otros|nuestros|estos) articulos"
    r"|nuestro sitio|siganos|siguenos|leggi (?:anche|tutto|di piu)|(?:altri|nostri) articoli"
    r"|nostro sito|seguici|leia (?:mais|tambem)|(?:outros|mais) artigos|nosso site"
    r"|lees (?:ook|meer|verder)|(?:meer|andere) artikelen|onze site|volg ons"
    r"|(?:leave|post|add|write|read) (?:(?:a|all|the|your) )?comments?|(?:your|user|\d+) comments?"
    r"|(?:ihr|dein|\d+) kommentare?|kommentare? (?:schreiben|lesen)|(?:votre|\d+) commentaires?"
    r"|(?:tu|su|\d+) comentarios?|(?:il tuo|\d+) comment[oi]|(?:jouw|uw|\d+) reacties?"
    r"|(?:ваш|\d+) комментари\w{1,3})\b"
)


def points_elsewhere(line: Line) -> bool:
    """Tell whether a line points to other reports, or speaks of the site or of comments."""
    begins = find_beginning(line.folded, _POINTING) != ""
    return begins or _OTHERS.search(line.folded) is not None
