"""Language tags: which language they name, and how they are written."""

from functools import lru_cache
from typing import Final

# Publishers name the whole or a part: Norwegian is mostly Bokmål, and Croatian and Serbian share
# their words (the macrolanguages of ISO 639-3), Mandarin and Cantonese what newspapers write;
# Filipino is the standard of Tagalog. Common words of Nynorsk are in no table.
_WHOLES: Final = {
    "no": "nb",
    "nn": "nb",
    "bs": "sh",
    "cnr": "sh",
    "hr": "sh",
    "sr": "sh",
    "tl": "fil",
    "cmn": "zh",
    "yue": "zh",
}


@lru_cache(maxsize=256)
def find_language(tag: str | None) -> str:
    """Return the language of a BCP 47 tag, without script and region: ``en`` for ``en-GB``.

    Args:
        tag: None or empty where the language is unknown; it is empty then.
    """
    primary = (tag or "").partition("-")[0].lower()
    return _WHOLES.get(primary, primary)


def write_tag(tag: str) -> str:
    """Return a language tag in the letters that RFC 5646, 2.1.1, recommends: ``zh-Hant-TW``.

    Regions are capitals and scripts begin with one; everything else is small, and so is all that
    stands behind a single letter, where two and four letters are neither.
    """
    parts = tag.lower().split("-")
    single = next((place for place, part in enumerate(parts) if len(part) == 1), len(parts))
    written = [_write_part(part) for part in parts[1:single]]
    return "-".join((parts[0], *written, *parts[max(single, 1) :]))


def _write_part(part: str) -> str:
    """Return a region in capitals and a script with one; anything else as it is."""
    match len(part):
        case 2:
            return part.upper()
        case 4:
            return part.capitalize()
        case _:
            return part
