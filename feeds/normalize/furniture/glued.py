"""Labels of widgets that were copied without the space between them: "newsLiveon"."""

import re
from typing import Final

# Names such as YouTube are no sign of it.
_GLUED: Final = re.compile(
    r"\b(?!(?:YouTube|WhatsApp|TikTok|LinkedIn|OpenAI|BlackRock|SpaceX|PlayStation|FaceTime|PayPal"
    r"|GitHub)\b)[^\W\d_]*[a-zà-ÿ]{3}[A-ZÀ-Þ][a-zà-ÿ]\w*"
)
# Many lines begin with such a word by its own right.
_BRAND: Final = re.compile(r"^[A-ZÀ-Þ][a-zà-ÿ]{3,}[A-ZÀ-Þ][a-zà-ÿ]+(?:['’]s)?$")
_BRANDED_WORDS: Final = 4
# Longer lines are sentences.
_MOST_WORDS: Final = 8


def is_glued(text: str, words: int) -> bool:
    """Tell whether labels stand together in one word; longer lines may begin with a brand.

    Args:
        text: A line.
        words: How many it has.
    """
    if words > _MOST_WORDS:
        return False
    first, _, rest = text.partition(" ")
    branded = words >= _BRANDED_WORDS and _BRAND.match(first)
    return _GLUED.search(rest if branded else text) is not None
