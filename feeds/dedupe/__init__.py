"""Have we heard it from others? Finds copies of a text and reports of one event.

In: :class:`~feeds.model.Story` to be sketched; sketches, remembered candidates for copies and all
reports of the events they may be part of, to be compared.
Out: one :class:`~feeds.model.Membership` for each story, with its reason, and for each remembered
one that stands elsewhere now.
Touches: the package's own tables of word frequencies.
Next: curate.

The way through the room: a story becomes one of the ``sketches``; ``placing`` puts them among the
``copies`` and then among the ``events``; ``rulings`` of editors hold against all evidence,
``naming`` keeps ids, and ``comparing`` sets two side by side for those who ask.

A wrong merge hides a story, so precision goes before recall at every level. Copies are for good;
events are looked at again when more is reported.
"""

from feeds.dedupe.comparing import compare_gatherings, compare_sketches
from feeds.dedupe.copies.evidence import has_left, is_rewritten
from feeds.dedupe.copies.marks import index_marks, list_sharing
from feeds.dedupe.events.cards import Deck
from feeds.dedupe.events.standing import choose_standing, list_callers, list_fallen
from feeds.dedupe.events.themes import count_heard
from feeds.dedupe.placing import dedupe_stories, find_events, span_events
from feeds.dedupe.rulings import settle_rulings
from feeds.dedupe.sketches.sketching import sketch_story
from feeds.dedupe.sketches.spelling import knows_word
from feeds.dedupe.sketches.vectors import choose_signs, count_enough

__all__ = [
    "Deck",
    "choose_signs",
    "choose_standing",
    "compare_gatherings",
    "compare_sketches",
    "count_enough",
    "count_heard",
    "dedupe_stories",
    "find_events",
    "has_left",
    "index_marks",
    "is_rewritten",
    "knows_word",
    "list_callers",
    "list_fallen",
    "list_sharing",
    "settle_rulings",
    "sketch_story",
    "span_events",
]
