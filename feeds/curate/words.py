"""A story's words by field, folded once and asked by many topics."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

from feeds.model import Story, Term
from feeds.text.query import TEXT_FIELDS, split_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The texts of one field.

    Attributes:
        texts: The words of each text, in order: a phrase never reaches from one into the next.
        known: All of them, sorted.
    """

    texts: tuple[tuple[str, ...], ...]
    known: tuple[str, ...]

    def has(self, term: Term) -> bool:
        """Whether a word, a prefix or a phrase stands in the field."""
        if not self._may_have(term.words[-1], prefix=term.prefix):
            return False
        if not all(self._may_have(word, prefix=False) for word in term.words[:-1]):
            return False
        return len(term.words) == 1 or any(_has_phrase(text, term) for text in self.texts)

    def _may_have(self, word: str, *, prefix: bool) -> bool:
        """Whether a word, or one that begins with it, is known."""
        place = bisect_left(self.known, word)
        if place == len(self.known):
            return False
        return self.known[place].startswith(word) if prefix else self.known[place] == word


@final
class StoryWords:
    """A story's words: :func:`read_words` makes them, queries ask them.

    Most queries name a few fields: the words of one are read when the first asks for them.
    """

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        """Begin with no words.

        Args:
            texts: Of each field.
        """
        self._texts = texts
        self._passages: dict[str, Passages] = {}

    def have(self, term: Term) -> bool:
        """Whether the story answers a term; one without a field asks the text fields."""
        if term.field is None or term.field == "text":
            return any(self._read_field(name).has(term) for name in TEXT_FIELDS)
        return self._read_field(term.field).has(term)

    def hold(self, field: str | None) -> bool:
        """Whether there is anything in a field; without one, in the text fields."""
        names = TEXT_FIELDS if field is None else (field,)
        return any(self._read_field(name).known for name in names)

    def _read_field(self, name: str) -> Passages:
        """Return the words of a field."""
        if name not in self._passages:
            self._passages[name] = _read_passages(self._texts[name])
        return self._passages[name]


def read_words(story: Story) -> StoryWords:
    """Return the words of every field a query can name."""
    texts: dict[str, Sequence[str]] = {
        "headline": (story.headline,),
        "standfirst": (story.standfirst,),
        "body": story.body_text.split("\n\n"),
        "section": (story.section,),
        "category": story.categories,
        "genre": (story.genre or "",),
        "source": (story.source_id,),
        "agency": [agency.name for agency in story.agencies],
        "byline": story.byline,
        "place": (story.dateline.place if story.dateline else "",),
        "language": (story.language or "",),
        "url": (story.url or "",),
    }
    return StoryWords(texts)


def _read_passages(values: Sequence[str]) -> Passages:
    """Fold and part the texts of a field."""
    texts = tuple(split_terms(value) for value in values)
    return Passages(texts=texts, known=tuple(sorted({word for text in texts for word in text})))


def _has_phrase(text: Sequence[str], term: Term) -> bool:
    """Whether the words stand in a row; the last one may go on if the term is a prefix."""
    *first, last = term.words
    length = len(term.words)
    for start in range(len(text) - length + 1):
        run = text[start : start + length]
        if list(run[:-1]) == first and (
            run[-1].startswith(last) if term.prefix else run[-1] == last
        ):
            return True
    return False
