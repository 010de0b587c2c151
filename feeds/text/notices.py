"""Sentences in which publishers correct, clarify or retract what they wrote."""

import re
from functools import lru_cache
from typing import Final

from feeds.text.hold_words import EMBARGOES, KILLS
from feeds.text.notice_words import (
    CORRECTING_NOTES,
    CORRECTION_LABELS,
    CORRECTION_PHRASES,
    NO_NOTICES,
    NOTE_LABELS,
)
from feeds.text.words import fold_text

_NORDIC: Final = frozenset({"sv", "da", "nb", "nn", "no", "fi"})
_DASHES: Final = re.compile("[‐‑‒–—―−]")
_NO_NOTICE: Final = re.compile(NO_NOTICES)
_NOTE: Final = re.compile(rf"\W*{NOTE_LABELS}(?!\w)")
_LABELLED: Final = re.compile(rf"\W*{NOTE_LABELS}\s?(?:[(\[][^)\]]{{0,60}}[)\]]\s?)?[:|)\]-]")
_CORRECTING: Final = re.compile(CORRECTING_NOTES)
_EMBARGO: Final = re.compile(EMBARGOES)
_KILL: Final = re.compile(KILLS)
_LONGEST_EMBARGO: Final = 200
# What closes a quotation, by what opens it: "…", “…”, „…“, «…», »…«, '…'.
_CLOSERS: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "'": "'", "‘": "'", "‚": "‘'"}
_QUOTES: Final = re.compile("[\"“”„«»'‘‚]")
_LONGEST_READ: Final = 1_500


@lru_cache(maxsize=64)
def compile_notices(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a language and of English; those of all where it is not known."""
    primary = (language or "").partition("-")[0].lower()
    group = "nordic" if primary in _NORDIC else primary
    chosen = {"en", group} if group in CORRECTION_LABELS else CORRECTION_LABELS.keys()
    labels = "|".join(CORRECTION_LABELS[name] for name in sorted(chosen))
    phrases = "|".join(phrase for name in sorted(chosen) for phrase in CORRECTION_PHRASES[name])
    behind = (
        r"\s*(?:[:|)\]]|-|$|\.(?:\s|$)|,[^:]{0,40}:|\s\w+\.?\s\d[^:]{0,20}:|[(\[][^)\]]{0,60}[)\]])"
    )
    label = rf"\W*(?:{NOTE_LABELS}\W+)?(?:{labels})\b{behind}"
    return re.compile(label), re.compile(phrases)


def is_notice(sentence: str, labels: re.Pattern[str], phrases: re.Pattern[str]) -> bool:
    """Tell whether a sentence is, or opens, a notice in the publisher's own voice."""
    plain = fold_notice(sentence)
    if _NO_NOTICE.match(plain):
        return False
    if labels.match(plain):
        return True
    return any(not is_quoted(plain, found.start()) for found in phrases.finditer(plain))


def is_correcting_note(text: str) -> bool:
    """Tell whether a text is an editor's note that something was wrong or was taken out."""
    plain = fold_notice(text)
    return bool(_NOTE.match(plain) and _CORRECTING.search(plain))


def is_note(text: str) -> bool:
    """Tell whether a text opens with the label of an editor's note, whatever that says."""
    return _LABELLED.match(fold_notice(text)) is not None


def is_hold(folded: str) -> bool:
    """Tell whether a line, folded, opens an embargo, or says that the report is not to be used."""
    return is_embargo(folded) or _KILL.match(folded) is not None


def is_embargo(folded: str) -> bool:
    """Tell whether a line, folded, says until when a report is held back."""
    return len(folded) <= _LONGEST_EMBARGO and _EMBARGO.match(folded) is not None


def fold_notice(text: str) -> str:
    """Return a text folded, with one kind of dash."""
    return fold_text(join_dashes(text[:_LONGEST_READ]))


def join_dashes(text: str) -> str:
    """Return a text in which every dash is a hyphen: outlets set them as they like."""
    return _DASHES.sub("-", text)


def is_quoted(text: str, place: int) -> bool:
    """Tell whether a place in a sentence or paragraph, folded, stands inside a quotation.

    Only what opens at a word is a quotation: inches (6") and apostrophes are none.
    """
    closers = ""
    for found in _QUOTES.finditer(text, 0, place):
        sign, at = found[0], found.start()
        if closers:
            closers = "" if sign in closers and _may_close(text, at) else closers
        elif _may_open(text, at):
            closers = _CLOSERS.get(sign, "")
    return bool(closers)


def _may_open(text: str, place: int) -> bool:
    """Tell whether a quotation mark can open: not within or behind a word, nor before a gap."""
    before, behind = text[place - 1 : place], text[place + 1 : place + 2]
    return not before.isalnum() and (text[place] == "«" or not behind.isspace())


def _may_close(text: str, place: int) -> bool:
    """Tell whether a quotation mark can close: an apostrophe within a word cannot."""
    return text[place] != "'" or not text[place + 1 : place + 2].isalnum()
