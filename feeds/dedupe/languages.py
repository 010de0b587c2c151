"""Which tags name languages whose reports are compared as if they were one."""

from functools import lru_cache
from typing import Final

# Publishers name the whole or a part: Norwegian is mostly Bokmål, and Croatian and Serbian share
# their words (the macrolanguages of ISO 639-3); Filipino is the standard of Tagalog. Common words
# of Nynorsk, and of Serbian in Cyrillic, are in no table.
_WHOLES: Final = {
    "no": "nb",
    "nn": "nb",
    "bs": "sh",
    "cnr": "sh",
    "hr": "sh",
    "sr": "sh",
    "tl": "fil",
}


@lru_cache(maxsize=256)
def find_language(tag: str) -> str:
    """Return the language of a BCP 47 tag, without script and region: ``en`` for ``en-GB``.

    Args:
        tag: Empty where the language is unknown; that stays empty.
    """
    primary = tag.partition("-")[0].lower()
    return _WHOLES.get(primary, primary)
