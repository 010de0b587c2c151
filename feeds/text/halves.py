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
    r"['’]s (?:ochtends|morgens)|rano|przed południem|ráno|dopoledne|dop\.|de\.(?=\s?\d)|dimineața",
    r"ÖÖ|pagi|sáng|[πΠ]\.?\s?[μΜ]\.?|утра|ранку|пр\.\s?об|сутринта|صباحا?ً?|ق\.\s?ظ|לפנה[\"״]צ",
    r"पूर्वाह्न|सुबह|পূর্বাহ্ণ|সকাল|முற்பகல்|เช้า",
)
_AFTERNOON: Final = (
    r"in the (?:afternoon|evening)|nachmittags|abends|du soir|de l['’]après-midi|de la tarde",
    r"da tarde|d(?:i|el|ella) (?:pomeriggio|sera)|['’]s (?:middags|avonds)|po południu|wieczorem",
    r"odpoledne|večer|odp\.|du\.(?=\s?\d)|seara|ÖS|sore|chiều|[μΜ]\.?\s?[μΜ]\.?|дня|вечера",
    r"вечора|сл\.\s?об|следобед|مساءً?|ب\.\s?ظ|אחה[\"״]צ|अपराह्न|शाम|অপরাহ্ণ|বিকাল|সন্ধ্যা|பிற்பகல்",
    r"บ่าย|เย็น",
)
# Of the night or of noon, which may be either.
_UNSURE: Final = (
    r"at night|nachts|mittags|de la (?:noche|madrugada)|da (?:noite|madrugada)|d(?:i|ella) notte",
    r"['’]s nachts|w nocy|siang|malam|tối|ночи|ночі|ظهرا?ً?|दोपहर|रात|রাত|เที่ยง|ค่ำ",
)
# Without a space beside the number; and what means something else elsewhere, behind the time.
_BESIDE: Final = {
    "am": re.compile(r"오전|午前|上午|凌晨|早上|早晨|:\d{2}\s?(?:SA|ص)\b"),
    "pm": re.compile(r"오후|午後|下午|傍晚|晚上|:\d{2}\s?(?:CH|م)\b"),
    "unsure": re.compile("中午"),
}


def _match_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


_SPACED: Final = {
    "am": _match_words(_MORNING),
    "pm": _match_words(_AFTERNOON),
    "unsure": _match_words(_UNSURE),
}


def find_half(text: str) -> Half | None:
    """Return which half of the day a text names in other words than "am" and "pm".

    None if it names none; it is unsure if it names several, or a part that is in both.
    """
    halves: tuple[Half, ...] = ("am", "pm", "unsure")
    named = [it for it in halves if _SPACED[it].search(text) or _BESIDE[it].search(text)]
    if len(named) > 1:
        return "unsure"
    return named[0] if named else None
