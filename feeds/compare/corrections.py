"""Notices by which a publisher corrects, clarifies or retracts what it wrote."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from feeds.compare.typography import fold_typography
from feeds.model import Story
from feeds.text.notice_words import NO_NOTICES
from feeds.text.notices import compile_notices, fold_notice, is_correcting_note, is_notice
from feeds.text.pairs import ALIKE, share_words, tally_words
from feeds.text.sentences import split_sentences

_NO_NOTICE: Final = re.compile(NO_NOTICES)
_MOST_SENTENCES: Final = 4
_LONGEST: Final = 800
# A notice stands at the beginning or the end.
_MOST_LOOKED_AT: Final = 100


def find_correction(before: Story, after: Story) -> str | None:
    """Return the notice of a correction that has appeared, as printed; None if there is none.

    Not a notice: one that stood there before, in these or nearly these words; what a story says of
    other people's corrections; and that something was added or is still to come.
    """
    labels, phrases = compile_notices(after.language)
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
    return is_notice(sentence, labels, phrases) or is_correcting_note(notice)


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


def _is_labelled(headline: str, labels: re.Pattern[str]) -> bool:
    """Tell whether a headline says that it is corrected: before it, in brackets or behind it."""
    plain = fold_notice(headline)
    if _NO_NOTICE.match(plain):
        return False
    return bool(labels.match(plain)) or any(labels.fullmatch(part) for part in _list_asides(plain))


def _list_asides(headline: str) -> Iterator[str]:
    """Yield what stands in brackets in a headline, or behind its last dash."""
    yield from re.findall(r"[(\[]([^)\]]{3,40})[)\]]", headline)
    if " - " in headline:
        yield headline.rpartition(" - ")[2]
