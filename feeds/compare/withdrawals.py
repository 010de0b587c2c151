"""Stories whose text the publisher replaced by the word that it is withdrawn."""

import re
from typing import Final

from feeds.compare.typography import fold_typography
from feeds.compare.withdrawal_words import WITHDRAWAL_LABELS, WITHDRAWAL_PHRASES
from feeds.model import Story
from feeds.text.sentences import split_sentences
from feeds.text.words import count_words, fold_text

_LABELS: Final = rf"(?:{'|'.join(WITHDRAWAL_LABELS)})"
_LABEL: Final = re.compile(
    rf"\W*{_LABELS}\W*$|\W*{_LABELS}\s*[:|\-)\]]|.*[\-(\[|]\s*{_LABELS}\W*$", re.DOTALL
)
_PHRASE: Final = re.compile("|".join(WITHDRAWAL_PHRASES))
_DASHES: Final = re.compile("[‐‑‒–—―−]")
# A notice is short, stands at the beginning, and little is left beside it.
_FIRST_SENTENCES: Final = 4
_MOST_WORDS: Final = 120
_MOST_LEFT: Final = 0.25
_LONGEST_READ: Final = 1_500


def find_withdrawal(before: Story, after: Story) -> str | None:
    """Return the words by which a story was withdrawn, as printed; None if it was not.

    Its text must be gone: a story that only tells that something is withdrawn, or one that still
    stands under a label, is an edited story.
    """
    notice = read_withdrawal(after)
    if notice is None or read_withdrawal(before) is not None:
        return None
    return notice if _is_replaced(before, after) else None


def read_withdrawal(story: Story) -> str | None:
    """Return the words of a story that say it is withdrawn; None if it tells more than that."""
    below = (*split_sentences(story.standfirst), *split_sentences(story.body_text))
    if count_words(" ".join(below)) > _MOST_WORDS:
        return None
    for sentence in (story.headline, *below[:_FIRST_SENTENCES]):
        if _PHRASE.search(_fold(sentence)):
            return sentence
    labelled = (sentence for sentence in (story.headline, *below[:1]) if _is_label(sentence))
    return next(labelled, None)


def _is_replaced(before: Story, after: Story) -> bool:
    """Tell whether little of what stood below the headline is still there."""
    texts = (before.standfirst, before.body_text)
    stood = {fold_typography(part) for text in texts for part in split_sentences(text)}
    stands = fold_typography(f"{after.standfirst}\n{after.body_text}")
    left = sum(1 for sentence in stood if sentence in stands)
    return left <= _MOST_LEFT * len(stood)


def _is_label(sentence: str) -> bool:
    """Tell whether a line is a label that says so."""
    return bool(_LABEL.match(_fold(sentence)))


def _fold(text: str) -> str:
    """Return a text folded, with one kind of dash."""
    return fold_text(_DASHES.sub("-", text[:_LONGEST_READ]))
