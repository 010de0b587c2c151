"""Stories whose text the publisher replaced by the word that it is withdrawn."""

import re
from typing import Final

from feeds.compare.masks import hide_dates
from feeds.compare.named import fold_name, name_withdrawn
from feeds.compare.typography import fold_typography
from feeds.compare.withdrawal_labels import read_labels
from feeds.compare.withdrawal_phrases import is_brief, says_withdrawn
from feeds.model import Story
from feeds.text.pairs import ALIKE, share_words, tally_words
from feeds.text.sentences import split_sentences
from feeds.text.words import fold_text

_DIGITS: Final = re.compile(r"\d+")
# A notice stands at the beginning, and little is left beside it.
_FIRST_SENTENCES: Final = 4
_MOST_LEFT: Final = 0.25


def find_withdrawal(before: Story, after: Story) -> str | None:
    """Return the words by which a story was withdrawn, as printed; None if it was not.

    Its text must be gone: a story that only tells that something is withdrawn, or one that still
    stands under a label, is an edited story. Only where a wire kills it in so many words, before
    the very headline that it had, it may stand below.
    """
    if read_withdrawal(before) is not None:
        return None
    if _kills(before, after):
        return after.headline
    notice = read_withdrawal(after, before)
    return notice if notice is not None and _is_replaced(before, after) else None


def read_withdrawal(story: Story, before: Story | None = None) -> str | None:
    """Return the words of a story that say it is withdrawn; None if it tells more than that.

    Args:
        story: As it stands.
        before: As it stood before: a label stands beside that headline, then. None if it is not
            known: then any label counts that nobody writes before anything else.
    """
    if not is_brief(story):
        return story.headline if before is None and _is_killed(story.headline) else None
    below = (*split_sentences(story.standfirst), *split_sentences(story.body_text))
    for sentence in (story.headline, *below[:_FIRST_SENTENCES]):
        if says_withdrawn(sentence):
            return sentence
    former, names = before.headline if before else None, name_withdrawn(story)
    if names and (former is None or fold_name(former) in names):
        return story.headline
    if _is_label(story.headline, former, bare=not below):
        return story.headline
    return next((it for it in below[:1] if _is_label(it, former, bare=False)), None)


def tells_anew(before: Story, after: Story) -> bool:
    """Tell whether a story says anything that it did not say, but for clocks and counters.

    What only loses sentences, pictures or an author is not told again.
    """
    return not _list_told(after) <= _list_told(before)


def _kills(before: Story, after: Story) -> bool:
    """Tell whether a wire's word of a report that is not to be used stands beside its headline."""
    return any(it.ends and _is_same(it.rest, before.headline) for it in read_labels(after.headline))


def _is_killed(headline: str) -> bool:
    """Tell whether such a word stands beside some headline."""
    return any(it.ends for it in read_labels(headline))


def _is_label(line: str, former: str | None, *, bare: bool) -> bool:
    """Tell whether a line is a label that says so, alone or beside the headline that was.

    Args:
        line: A headline, or the first sentence below it.
        former: The headline as it was before; None if it is not known.
        bare: Whether nothing stands below: then the label need not be one that is sure.
    """
    for label in read_labels(line):
        if not label.rest:
            return True
        known = former is None or _is_alike(label.rest, former)
        named = label.loud and (former is None or _is_same(label.rest, former))
        if named or (known and (label.sure or bare)):
            return True
    return False


def _is_same(headline: str, former: str) -> bool:
    """Tell whether two headlines are one, however it is set."""
    return fold_typography(headline).casefold() == fold_typography(former).casefold()


def _is_alike(headline: str, former: str) -> bool:
    """Tell whether two headlines are one, perhaps edited."""
    return share_words(tally_words(headline), tally_words(former)) >= ALIKE


def _is_replaced(before: Story, after: Story) -> bool:
    """Tell whether little of what stood below the headline is still there."""
    texts = (before.standfirst, before.body_text)
    stood = {fold_typography(part) for text in texts for part in split_sentences(text)}
    stands = fold_typography(f"{after.standfirst}\n{after.body_text}")
    left = sum(1 for sentence in stood if sentence in stands)
    return left <= _MOST_LEFT * len(stood)


def _list_told(story: Story) -> set[str]:
    """Return the sentences of a story without what counts or dates them."""
    texts = (story.headline, story.standfirst, story.body_text)
    return {
        _DIGITS.sub("0", hide_dates(fold_text(fold_typography(sentence)), story.language))
        for text in texts
        for sentence in split_sentences(text)
    }
