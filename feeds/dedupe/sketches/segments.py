"""Words of scripts that have no spaces between them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import budoux

from feeds.dedupe.sketches.languages import replace_letters
from feeds.text.scripts import HAN
from feeds.text.tags import find_language

_HAN: Final = re.compile(f"[{HAN}]+")
# Words of one character that tell nothing: particles, prepositions, pronouns, counts and times.
_SMALL: Final = frozenset(
    "的了是在和与及也都就不为对将从被向以等于之其而但或到把让给由因所有这那个一二三两几年月日时中上下里前后内外"
    "人我你他她它们说称会要能可还再又已曾没无更最很多少各每某该此并且则如若至自名位次件项起条只家种"
)
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
        words = _load_chinese().parse(replace_letters(run, language))
        return _cut_alike(run, _join_single(words))
    return (run,)


def _join_single(words: Sequence[str]) -> Sequence[str]:
    """Return words with those of one character that stand side by side in one.

    Names that the model does not know fall apart: ``拜``, ``登``.
    """
    joined: list[str] = []
    after_single = False
    for word in words:
        single = len(word) == 1 and word not in _SMALL
        if single and after_single:
            joined[-1] += word
        else:
            joined.append(word)
        after_single = single
    return joined


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
