"""With what somebody ends a mail: a farewell, the name, and where to reach them or their office."""

import re
from collections.abc import Sequence
from typing import Final

from feeds.normalize.furniture.lines import (
    PROSE_WORDS,
    count_line_words,
    ends_sentence,
    names_furniture,
)
from feeds.text.words import fold_text

_FAREWELLS: Final = frozenset(
    map(
        fold_text,
        (
            *(
                "regards",
                "best regards",
                "kind regards",
                "warm regards",
                "with kind regards",
                "best",
            ),
            *("best wishes", "all the best", "many thanks", "thanks", "thank you", "cheers"),
            *("sincerely", "yours sincerely", "yours faithfully", "yours truly", "warmly"),
            *("mit freundlichen Grüßen", "mit freundlichem Gruß", "freundliche Grüße", "mfg", "lg"),
            *("viele Grüße", "beste Grüße", "herzliche Grüße", "liebe Grüße", "schöne Grüße", "vg"),
            *("mit besten Grüßen", "mit herzlichen Grüßen", "freundliche Grüsse", "vielen Dank"),
            *("cordialement", "bien cordialement", "bien à vous", "sincères salutations"),
            *("salutations distinguées", "meilleures salutations", "amicalement", "merci"),
            *("un saludo", "saludos", "saludos cordiales", "un cordial saludo", "atentamente"),
            *("muy atentamente", "cordialmente", "gracias", "muchas gracias", "cordiales saludos"),
            *("cordiali saluti", "distinti saluti", "saluti", "un saluto", "un cordiale saluto"),
            *("atenciosamente", "cumprimentos", "melhores cumprimentos", "um abraço", "obrigado"),
            *("com os melhores cumprimentos", "saudações", "obrigada", "grazie"),
            *("met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "mvg"),
            *("vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "groet", "groeten"),
            *("med vänliga hälsningar", "vänliga hälsningar", "med vänlig hälsning", "hälsningar"),
            *("med venlig hilsen", "venlig hilsen", "med vennlig hilsen", "vennlig hilsen", "mvh"),
            *("hilsen", "de bedste hilsner", "ystävällisin terveisin", "terveisin"),
            *("z poważaniem", "pozdrawiam", "serdecznie pozdrawiam", "z wyrazami szacunku"),
            *("s pozdravem", "s přátelským pozdravem", "s úctou", "zdravím", "s pozdravom"),
            *("üdvözlettel", "tisztelettel", "cu stimă", "cu respect", "με εκτίμηση"),
            *("с уважением", "с наилучшими пожеланиями", "з повагою", "с уважение", "с поштовањем"),
            *("saygılarımla", "saygılarımızla", "iyi çalışmalar", "sevgiler"),
            *("مع خالص التحية", "مع التحية", "تحياتي", "בברכה"),
            *(
                "敬具",
                "よろしくお願いいたします",
                "よろしくお願いします",
                "此致",
                "敬礼",
                "祝好",
                "감사합니다",
            ),
        ),
    )
)
# Without a sign behind them these are headings as well.
_SHORT: Final = frozenset({"best", "thanks", "merci", "gracias", "grazie"})
_AROUND: Final = " ,.!;–—-،、。，！"
_MOST_LINES: Final = 30
_FEWEST_DIGITS: Final = 6
_REACHED: Final = re.compile(r"\S@\S|\bwww\.|https?://", re.IGNORECASE)


def cut_farewell(text: str) -> str:
    """Return an e-mail's plain text without the farewell that ends it.

    Names and short lines follow, one of them with an address or a number. Of a letter that ends
    with a name and a place, as one to an editor does, nothing is cut; nor of one below which more
    is told, or before which less is.

    Args:
        text: Of the whole mail.
    """
    lines = text.split("\n")
    told = [it for it, line in enumerate(lines) if line.strip()]
    for place in reversed(told[-_MOST_LINES:]):
        if not _is_farewell(lines[place].strip()):
            continue
        signed = [line.strip() for line in lines[place + 1 :] if line.strip()]
        return "\n".join(lines[:place]) if _is_signature(signed, lines[:place]) else text
    return text


def _is_farewell(line: str) -> bool:
    """Tell whether a line is a farewell and nothing else."""
    words = line.strip(_AROUND)
    folded = fold_text(words)
    return folded in _FAREWELLS and (folded not in _SHORT or not line.endswith(words))


def _is_signature(lines: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether lines say who ends a mail, and how to reach them, and tell no more."""
    own = [line for line in lines if not names_furniture(line)]
    if any(map(_tells, own)) or not any(map(_is_reached, own)):
        return False
    return _count(above) > _count(own)


def _tells(line: str) -> bool:
    """Tell whether a line is a sentence of several words."""
    return ends_sentence(line) and count_line_words(line) >= PROSE_WORDS


def _is_reached(line: str) -> bool:
    """Tell whether an address of mail or of the web stands in a line, or a telephone number."""
    numbered = sum(map(str.isdigit, line)) >= _FEWEST_DIGITS
    return numbered or _REACHED.search(line) is not None


def _count(lines: Sequence[str]) -> int:
    """Return how many words lines have."""
    return sum(map(count_line_words, lines))
