"""Words of scripts that have no spaces between them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import budoux

from feeds.dedupe.languages import find_language, replace_letters
from feeds.text.scripts import HAN

_HAN: Final = re.compile(f"[{HAN}]+")
_THAI: Final = re.compile("[\u0e01-\u0e4e]+")


def split_run(run: str, language: str | None) -> Sequence[str]:
    """Return the words of a run without spaces, as BudouX finds them; joined, they are it.

    Args:
        run: Of one script, as written.
        language: BCP 47 tag of the text.

    Returns:
        The run itself where no model knows words: of Japanese, Lao, Burmese and Khmer.
    """
    if _THAI.fullmatch(run):
        return _load_thai().parse(run)
    if find_language(language) == "zh" and _HAN.fullmatch(run):
        return _cut_alike(run, _load_chinese().parse(replace_letters(run, language)))
    return (run,)


def _cut_alike(run: str, words: Sequence[str]) -> Sequence[str]:
    """Return the parts of a run that are as long as some words."""
    parts, start = [], 0
    for word in words:
        parts.append(run[start : start + len(word)])
        start += len(word)
    return parts


@lru_cache(maxsize=1)
def _load_thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


@lru_cache(maxsize=1)
def _load_chinese() -> budoux.Parser:
    return budoux.load_default_simplified_chinese_parser()
