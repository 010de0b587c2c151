"""Words for a half of the day, or a part of it, beside a time of twelve hours.

"8:05" in the evening is no morning: who passes over such a word tells a falsehood.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

Half = Literal["am", "pm", "unsure"]

# "pm", "p.m." and, as Spanish is set, "p. m.", behind a time.
HALF: Final = r"[AaPp]\.?\s?[Mm]\b\.?"
# Turkish and Vietnamese ones, which look like names of time zones.
CAPITALS: Final = ("ÖÖ", "ÖS", "SA", "CH")

_MORNING: Final = (
    r"in the morning|morgens|vormittags|du matin|de la mañana|da manhã|d(?:i|el|ella) mattin[ao]",
    r"['’]s (?:ochtends|morgens)|rano|przed południem|ráno|dopoledne|dop\.|de\.|dimineața",
    r"ÖÖ|pagi|sáng|[πΠ]\.?\s?[μΜ]\.?|утра|ранку|пр\.\s?об|сутринта|صباحا?ً?|ق\.\s?ظ|לפנה[\"״]צ",
    r"पूर्वाह्न|सुबह|পূর্বাহ্ণ|সকাল|முற்பகல்|เช้า",
)
_AFTERNOON: Final = (
    r"in the (?:afternoon|evening)|nachmittags|abends|du soir|de l['’]après-midi|de la tarde",
    r"da tarde|d(?:i|el|ella) (?:pomeriggio|sera)|['’]s (?:middags|avonds)|po południu|wieczorem",
    r"odpoledne|večer|odp\.|du\.|seara|ÖS|sore|chiều|[μΜ]\.?\s?[μΜ]\.?|дня|вечера",
    r"вечора|сл\.\s?об|следобед|مساءً?|ب\.\s?ظ|אחה[\"״]צ|अपराह्न|शाम|অপরাহ্ণ|বিকাল|সন্ধ্যা|பிற்பகல்",
    r"บ่าย|เย็น",
)
# Of the night or of noon, which may be either.
_UNSURE: Final = (
    r"at night|nachts|mittags|de la (?:noche|madrugada)|da (?:noite|madrugada)|d(?:i|ella) notte",
    r"['’]s nachts|w nocy|siang|malam|tối|ночи|ночі|ظهرا?ً?|दोपहर|रात|রাত|เที่ยง|ค่ำ",
)
# What means something else elsewhere, and counts behind the time only.
_BEHIND: Final = {"am": r"(?-i:SA)|ص", "pm": r"(?-i:CH)|م", "unsure": r"(?!)"}
_UNSPACED: Final = {
    "am": "오전|午前|上午|凌晨|早上|早晨",
    "pm": "오후|午後|下午|傍晚|晚上",
    "unsure": "中午",
}
_TIME: Final = r"\d{1,2}(?:[:.]\d{2}|\s?h\s?\d{2}|[時时시點点])(?:[:.]\d{2})?"
_UNIT: Final = r"(?:\s?(?:uhr|uur|hrs?|h|น\.|г\.))?"
_GAP: Final = r"[\s,(]{0,3}"


def _match_beside(words: Iterable[str], behind: str, unspaced: str) -> re.Pattern[str]:
    """Return what finds some words beside a time of day."""
    some = "|".join(words)
    after = rf"{_TIME}{_UNIT}{_GAP}(?:(?:{some}|{behind})(?!\w)|{unspaced})"
    before = rf"(?:(?<!\w)(?:{some})|{unspaced}){_GAP}(?:(?:um|at|à|a las|alle|às)\s)?{_TIME}"
    return re.compile(rf"{after}|{before}", re.IGNORECASE)


_HALVES: Final[tuple[tuple[Half, re.Pattern[str]], ...]] = (
    ("am", _match_beside(_MORNING, _BEHIND["am"], _UNSPACED["am"])),
    ("pm", _match_beside(_AFTERNOON, _BEHIND["pm"], _UNSPACED["pm"])),
    ("unsure", _match_beside(_UNSURE, _BEHIND["unsure"], _UNSPACED["unsure"])),
)


def find_half(text: str) -> Half | None:
    """Return which half of the day a text names beside a time, in other words than "am" and "pm".

    None if it names none; it is unsure if it names several, or a part that is in both.
    """
    named = [half for half, pattern in _HALVES if pattern.search(text)]
    if len(named) > 1:
        return "unsure"
    return named[0] if named else None
