"""What a query's term found of a story, or did not, in plain words."""

from dataclasses import dataclass
from typing import Final

from feeds.curate.words import StoryWords
from feeds.model import Term
from feeds.text.query import find_genres, quote_term


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """How it is told of one field, as ends of a sentence that begins with the story.

    Attributes:
        found: That a term was found in it; ``{}`` is the term.
        missed: That it was not.
        absent: That the story has no such field at all.
    """

    found: str
    missed: str
    absent: str


def _tell_place(place: str, absent: str = "") -> _Telling:
    missed = f"it has no {{}} in its {place}"
    return _Telling(found=f"it has {{}} in its {place}", missed=missed, absent=absent or missed)


_TELLINGS: Final = {
    None: _tell_place("headline, standfirst or text"),
    "headline": _tell_place("headline"),
    "standfirst": _tell_place("standfirst", "it has no standfirst"),
    "body": _tell_place("text", "its text is not held"),
    "section": _Telling(
        found="it is in the section {}",
        missed="it is not in the section {}",
        absent="it names no section",
    ),
    "category": _Telling(
        found="it is filed under {}",
        missed="it is not filed under {}",
        absent="it names no category",
    ),
    "genre": _Telling(found="it is {}", missed="it is not {}", absent="it is not {}"),
    "source": _Telling(
        found="it comes from the source {}",
        missed="it does not come from the source {}",
        absent="it does not come from the source {}",
    ),
    "agency": _Telling(
        found="it names the agency {}",
        missed="it does not name the agency {}",
        absent="it names no agency",
    ),
    "byline": _Telling(found="it is by {}", missed="it is not by {}", absent="it names no author"),
    "place": _Telling(
        found="its dateline names {}",
        missed="its dateline does not name {}",
        absent="it has no dateline",
    ),
    "language": _Telling(
        found="its language is {}",
        missed="its language is not {}",
        absent="its language is not known",
    ),
    "url": _Telling(
        found="its address has {}",
        missed="its address does not have {}",
        absent="it has no address",
    ),
}


def tell_found(term: Term) -> str:
    """Say that a term was found."""
    return _TELLINGS[term.field].found.format(_name_term(term))


def tell_missed(term: Term, words: StoryWords) -> str:
    """Say that a term was not found, and where there is nothing to look at, that."""
    telling = _TELLINGS[term.field]
    said = telling.missed if words.hold(term.field) else telling.absent
    return said.format(_name_term(term))


def _name_term(term: Term) -> str:
    """Return a term as it is written in a query; a genre as people name a story of it."""
    if term.field == "genre":
        return " or ".join(genre.named for genre in find_genres(term.words, prefix=term.prefix))
    return quote_term(term)
