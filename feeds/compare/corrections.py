"""Notices by which a publisher corrects, clarifies or retracts what it wrote."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from feeds.compare.notice_words import (
    CORRECTING_NOTES,
    CORRECTION_LABELS,
    CORRECTION_PHRASES,
    NO_NOTICES,
    NOTE_LABELS,
)
from feeds.compare.typography import fold_typography
from feeds.model import Story
from feeds.text.pairs import ALIKE, share_words, tally_words
from feeds.text.sentences import split_sentences
from feeds.text.words import fold_text

_NORDIC: Final = frozenset({"sv", "da", "nb", "nn", "no", "fi"})
_DASHES: Final = re.compile("[‐‑‒–—―−]")
_NO_NOTICE: Final = re.compile(NO_NOTICES)
_NOTE: Final = re.compile(rf"\W*{NOTE_LABELS}(?!\w)")
_CORRECTING: Final = re.compile(CORRECTING_NOTES)
_QUOTES: Final = re.compile('[“„«"]')
_CLOSED: Final = re.compile('[”»"]')
_MOST_SENTENCES: Final = 4
_LONGEST: Final = 800
_LONGEST_READ: Final = 1_500
# A notice stands at the beginning or the end.
_MOST_LOOKED_AT: Final = 100


def find_correction(before: Story, after: Story) -> str | None:
    """Return the notice of a correction that has appeared, as printed; None if there is none.

    Not a notice: one that stood there before, in these or nearly these words; what a story says of
    other people's corrections; and that something was added or is still to come.
    """
    labels, phrases = _compile(after.language)
    if _is_labelled(after.headline, labels) and not _is_labelled(before.headline, labels):
        return after.headline
    stood = _list_sentences(before)
    known = {fold_typography(sentence) for sentence in stood}
    sentences = _list_sentences(after)
    new = [place for place, it in enumerate(sentences) if fold_typography(it) not in known]
    earlier: list[str] | None = None
    for place in (*new[:_MOST_LOOKED_AT], *new[_MOST_LOOKED_AT:][-_MOST_LOOKED_AT:]):
        notice = _read_notice(sentences, place, known)
        if _opens_notice(sentences[place], notice, labels, phrases):
            if earlier is None:
                earlier = [it for it in stood if _opens_notice(it, it, labels, phrases)]
                earlier = earlier[:_MOST_LOOKED_AT] + earlier[_MOST_LOOKED_AT:][-_MOST_LOOKED_AT:]
            if not any(_is_alike(sentences[place], it) for it in earlier):
                return notice
    return None


def _opens_notice(
    sentence: str, notice: str, labels: re.Pattern[str], phrases: re.Pattern[str]
) -> bool:
    """Tell whether a sentence is a notice, or an editor's note that goes on as one."""
    return _is_notice(sentence, labels, phrases) or _is_correcting_note(notice)


def _list_sentences(story: Story) -> tuple[str, ...]:
    """Return the sentences of all texts of a story, in the order of reading."""
    texts = (story.headline, story.standfirst, story.body_text)
    return tuple(sentence for text in texts for sentence in split_sentences(text))


def _read_notice(sentences: Sequence[str], place: int, known: set[str]) -> str:
    """Return a notice with the new sentences right behind it: they belong to it."""
    taken = [sentences[place]]
    for sentence in sentences[place + 1 : place + _MOST_SENTENCES]:
        if fold_typography(sentence) in known or len(" ".join((*taken, sentence))) > _LONGEST:
            break
        taken.append(sentence)
    return " ".join(taken)


def _is_alike(sentence: str, other: str) -> bool:
    """Tell whether two notices are one, perhaps edited."""
    return share_words(tally_words(sentence), tally_words(other)) >= ALIKE


def _is_notice(sentence: str, labels: re.Pattern[str], phrases: re.Pattern[str]) -> bool:
    """Tell whether a sentence is, or opens, a notice in the publisher's own voice."""
    plain = _fold(sentence)
    if _NO_NOTICE.match(plain):
        return False
    if labels.match(plain):
        return True
    return any(not _is_quoted(plain, found.start()) for found in phrases.finditer(plain))


def _is_correcting_note(text: str) -> bool:
    """Tell whether a text is an editor's note that something was wrong or was taken out."""
    plain = _fold(text)
    return bool(_NOTE.match(plain) and _CORRECTING.search(plain))


def _is_labelled(headline: str, labels: re.Pattern[str]) -> bool:
    """Tell whether a headline says that it is corrected: before it, in brackets or behind it."""
    plain = _fold(headline)
    if _NO_NOTICE.match(plain):
        return False
    return bool(labels.match(plain)) or any(labels.fullmatch(part) for part in _list_asides(plain))


def _list_asides(headline: str) -> Iterator[str]:
    """Yield what stands in brackets in a headline, or behind its last dash."""
    yield from re.findall(r"[(\[]([^)\]]{3,40})[)\]]", headline)
    if " - " in headline:
        yield headline.rpartition(" - ")[2]


def _is_quoted(sentence: str, place: int) -> bool:
    """Tell whether a place stands inside a quotation that opened after the sentence began."""
    opened = [found.start() for found in _QUOTES.finditer(sentence, 0, place)]
    if not opened or opened[-1] == 0:
        return False
    return not _CLOSED.search(sentence, opened[-1] + 1, place)


def _fold(text: str) -> str:
    """Return a text folded, with one kind of dash."""
    return fold_text(_DASHES.sub("-", text[:_LONGEST_READ]))


@lru_cache(maxsize=64)
def _compile(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
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
