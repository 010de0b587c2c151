"""Why a topic's query selects a story, or does not, in words."""

from typing import assert_never

from feeds.curate.match import match_words
from feeds.curate.telling import tell_found, tell_missed
from feeds.curate.words import StoryWords
from feeds.model import And, Everything, Not, Or, Query, Term
from feeds.text.query import write_term


def explain_query(query: Query, words: StoryWords) -> tuple[str, ...]:
    """Return what decided, part by part, as ends of a sentence that begins with the story.

    Of a query that selects the story: what was found of it. Of one that does not: every part that
    is not met.
    """
    if match_words(query, words):
        return tuple(dict.fromkeys(_list_met(query, words)))
    return tuple(dict.fromkeys(_list_unmet(query, words)))


def _list_met(query: Query, words: StoryWords) -> tuple[str, ...]:
    """Return what a query that is met found."""
    match query:
        case Everything():
            return ("the topic asks for everything",)
        case Term():
            return (tell_found(query),)
        case And(parts=parts):
            return tuple(line for part in parts for line in _list_met(part, words))
        case Or(parts=parts):
            met = [part for part in parts if match_words(part, words)]
            return tuple(line for part in met for line in _list_met(part, words))
        case Not():
            return ()
        case _:
            assert_never(query)


def _list_unmet(query: Query, words: StoryWords) -> tuple[str, ...]:
    """Return what keeps a query from being met."""
    match query:
        case Everything():
            return ()
        case Term():
            return (tell_missed(query, words),)
        case And(parts=parts):
            unmet = [part for part in parts if not match_words(part, words)]
            return tuple(line for part in unmet for line in _list_unmet(part, words))
        case Or(parts=parts):
            return (f"none of these applies: {'; '.join(write_query(part) for part in parts)}",)
        case Not(part=part):
            found = _list_met(part, words) or (f"it matches {write_query(part)}",)
            return tuple(f"{line}, which the topic excludes" for line in found)
        case _:
            assert_never(query)


def write_query(query: Query) -> str:
    """Return a query in the words of the query language."""
    match query:
        case Everything():
            return "*"
        case Term():
            return write_term(query)
        case And(parts=parts):
            return " ".join(_enclose(part) for part in parts)
        case Or(parts=parts):
            return " OR ".join(_enclose(part) for part in parts)
        case Not(part=part):
            return f"NOT {_enclose(part)}"
        case _:
            assert_never(query)


def _enclose(query: Query) -> str:
    """Return a query that can stand beside others."""
    text = write_query(query)
    return f"({text})" if isinstance(query, And | Or) else text
