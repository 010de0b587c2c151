"""How many things a report lists, as its headline says or the line above them.

Any other number counts what the report tells of: "Four fishermen will meet the mayor".
"""

import re
from typing import Final

from feeds.text.words import fold_text

FEWEST: Final = 3
"""So many are a list."""
# From three to twelve, in ten languages and more.
_WORDS: Final = (
    "three drei trois tres tre drie trzy три",
    "four vier quatre cuatro quattro quatro fyra fire cztery четыре чотири",
    "five funf cinq cinco cinque vijf fem piec пять п'ять",
    "six sechs seis sei zes sex seks szesc шесть шість",
    "seven sieben sept siete sette sete zeven sju syv siedem семь сім",
    "eight acht huit ocho otto oito atta otte osiem восемь вісім",
    "nine neun neuf nueve nove negen nio ni dziewiec девять дев'ять",
    "ten zehn dix diez dieci dez tien tio ti dziesiec десять",
    "eleven elf onze once undici elva elleve jedenascie одиннадцать одинадцять",
    "twelve zwolf douze doce dodici doze twaalf tolv dwanascie двенадцать дванадцять",
)
_NUMBERS: Final = {
    word: number for number, words in enumerate(_WORDS, start=FEWEST) for word in words.split()
}
_NUMBER: Final = (
    r"(?<![\w.,:'’])(?P<number>\d{1,3}(?![\d%]|[.,:]\d)"
    rf"|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?![\w'’]))"
)
# What follows is folded.
_BEST: Final = (
    r"(?:(?:be|schon|wichtig|lieb|beliebte|spannend|lecker|neue|interessante)ste[nrs]?|grosste[nrs]?"
    r"|best|top|finest|greatest|worst|most|favou?rites?|lieblings\w+|meilleure?s?|plus|mejores|mas"
    r"|migliori|piu|melhores|mais|leukste|mooiste|basta|finaste|bedste|najlepsz\w+|najladniejsz\w+"
    r"|nejlepsi\w*|лучш\w+|самы\w+|найкращ\w+)"
)
_THESE: Final = (
    r"(?:these|our|my|here are|die(?:se)? folgenden|diese|unsere|meine|folgende|ces|nos|mes|voici"
    r"|voici les|est[oae]s|nuestr[oa]s|quest[ei]|(?:i )?nostri|(?:le )?nostre|noss[oa]s|deze|onze"
    r"|dessa|vara|disse|vare|vores|te|nasze|tyto|эти|наши|ці|наші)"
)
_THINGS: Final = (
    r"(?:things|ways|reasons|tips|places|ideas|books|films|movies|songs|albums|recipes|hotels|inns"
    r"|restaurants|pubs|bars|cafes|walks|hikes|trips|beaches|museums|games|apps|podcasts|series"
    r"|gifts|dinge|grunde|tipps|orte|ideen|bucher|filme|lieder|alben|rezepte|gasthauser|lokale"
    r"|wanderungen|ausfluge|strande|museen|spiele|serien|geschenke|choses|raisons|facons|conseils"
    r"|astuces|lieux|idees|livres|chansons|recettes|auberges|randonnees|plages|musees|jeux|cosas"
    r"|razones|maneras|consejos|trucos|lugares|libros|peliculas|canciones|recetas|restaurantes"
    r"|playas|rutas|museos|cose|motivi|modi|consigli|luoghi|libri|canzoni|ricette|ristoranti"
    r"|spiagge|coisas|razoes|dicas|livros|filmes|receitas|praias|dingen|redenen|manieren|plekken"
    r"|boeken|recepten|wandelingen|stranden|saker|skal|platser|bocker|rzeczy|powodow|sposobow"
    r"|miejsc|ksiazek|вещей|причин|способов|мест|книг|фильмов|рецептов|песен)"
)
_WHICH: Final = (
    r"(?:die|das|der|wo|that|which|where|you|qui|que|ou|che|da|dove|donde|som|waar|котор)"
)
_FORMS: Final = tuple(
    map(
        re.compile,
        (
            rf"\b{_BEST} {_NUMBER}",
            rf"{_NUMBER}(?: [\w'’-]+)? {_BEST}(?!\w)",
            rf"^\W*{_THESE} {_NUMBER}",
            rf"^\W*(?:[a-z]{{1,3}} )?{_NUMBER} (?:[\w'’-]+ )?{_THINGS}(?!\w)",
            # "Fünf Gasthäuser, die …"
            rf"^\W*(?:[a-z]{{1,3}} )?{_NUMBER}(?: [\w'’-]+){{1,2}}, {_WHICH}",
            rf"{_NUMBER}[^.!?]{{0,80}}[:：]\W*$",
            r"(?<![\d.,])(?P<number>\d{1,2})の?(?:選|选|大|佳|つの|家|部|本|곳|가지|선)",
        ),
    )
)
_MAY_COUNT: Final = re.compile(rf"{_NUMBER}|\d")
_LONGEST: Final = 300


def read_counts(line: str) -> set[int]:
    """Return the small numbers in a line that count what is listed below it.

    They stand beside "best" or "top", begin with "these" or "our", count what is often listed, or
    the line ends with a colon.

    Args:
        line: A headline, or what stands right above a list.
    """
    folded = fold_text(" ".join(line.split()))
    if len(folded) > _LONGEST or not _MAY_COUNT.search(folded):
        return set()
    found = {it["number"] for form in _FORMS for it in form.finditer(folded)}
    return {_NUMBERS.get(it) or int(it) for it in found}
