"""Sentences of a text, in many languages, by its punctuation alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# What may end a sentence: closing quotes and brackets belong to it.
_END: Final = re.compile(
    r"\n+"
    r"|(?<![.!?…؟])(?P<stop>[.!?…؟]++)(?P<close>[\"'”’»“)\]]*)(?P<gap>\s+)(?P<next>\S?)"
    r"|(?:[。！？।॥۔።။]+[」』”’）\"»)\]]*|؟(?=\w))\s*"
)
# What may stand before the word that a stop follows, without a space.
_OPENED: Final = re.compile(r"[(\[\"“„«'’]")
_LETTERS_LAST: Final = re.compile(r"[^\W\d_]+$")
# After a dot of these a sentence goes on: abbreviations, without their last dot, in small letters.
_ABBREVIATIONS: Final = (
    # titles and names
    "mr mrs ms messrs dr prof st ste sen rep gov gen col lt sgt cpl capt cmdr adm maj rev hon "
    "pres supt insp jr hr fr mme mlle mm me sr sra srta dra sig dott avv on dhr mevr drs ir "
    # numbers, places, counting
    "no nos nr nrs nº núm num art abs ziff kap vol pp fig ch approx ca circa etwa max min "
    # other words
    "vs v cf viz e.g i.e z.b d.h u.a o.ä i.d.r bzw evtl ggf inkl zzgl sog geb gest str "
    "p.ej ej av bd env ed pag pág blz bijv o.a d.w.z dir resp usw "
    # months
    "jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc"
)
_GOES_ON: Final = frozenset(_ABBREVIATIONS.split())
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# "der 3. Oktober": a small number with a dot is an ordinal after these, and before a month.
_ORDINAL: Final = re.compile(r"\d{1,2}")
_ARTICLES: Final = "am im zum vom beim der die das den dem des ab bis seit und det til fra"
_BEFORE_ORDINAL: Final = frozenset(_ARTICLES.split())
_MONTH: Final = re.compile(
    r"(?:jan|feb|m[äa]r|apr|ma[ijy]|jun|jul|aug|sep|o[kc]t|nov|de[zcs])", re.IGNORECASE
)
_LOOK_BACK: Final = 60


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, in order, without the space around them.

    A line break ends a sentence as well: headings and items of lists have no stop. Where it is in
    doubt whether a stop ends a sentence (initials, abbreviations, ordinals), it does not.
    """
    return tuple(sentence for part in part_text(text) if (sentence := part.strip()))


def walk_sentences(text: str) -> Iterator[str]:
    """Yield what :func:`split_sentences` returns, for whoever needs the first ones only."""
    return (sentence for part in _read_parts(text) if (sentence := part.strip()))


@lru_cache(maxsize=8)
def part_text(text: str) -> tuple[str, ...]:
    """Return the sentences of a text with the space behind each: joined, they are the text."""
    return tuple(_read_parts(text))


def _read_parts(text: str) -> Iterator[str]:
    """Yield the sentences with the space behind each."""
    start = 0
    for found in _END.finditer(text):
        if found["stop"] and _goes_on(text, found):
            continue
        end = found.end("gap") if found["stop"] else found.end()
        if end > start:
            yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence goes on behind a stop."""
    if "\n" in found["gap"]:
        return False
    if found["next"].islower():
        return True
    if found["stop"] != "." or found["close"]:
        return False
    start = found.start()
    before, word = _find_last_words(text[max(start - _LOOK_BACK, 0) : start])
    if word in _GOES_ON or _INITIALS.fullmatch(word):
        return True
    if not _ORDINAL.fullmatch(word):
        return False
    follows = text[found.end("gap") : found.end("gap") + 3]
    return before in _BEFORE_ORDINAL or _MONTH.match(follows) is not None


def _find_last_words(text: str) -> tuple[str, str]:
    """Return the last word of a text in small letters, and that before it; empty if there is none.

    What stands before an opening quote or bracket is not before the word behind it, and a word
    with a space behind it is not the last.
    """
    if text[-1:].isspace():
        return "", ""
    *others, last = text.rsplit(maxsplit=2) or ("",)
    word = _OPENED.split(last)[-1]
    before = _LETTERS_LAST.search(others[-1]) if others and word == last else None
    return (before[0].lower() if before else ""), word.lower()
