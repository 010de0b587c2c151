"""Cards of headlines, laid out by their terms alone."""

from collections.abc import Sequence

from stories import NOON

from feeds.dedupe.events.cards import Card, Deck
from feeds.model import Sketch


def lay_out(*reports: Sequence[str]) -> Sequence[Card]:
    """The cards of headlines of these terms, each by a source of its own."""
    sketches = [
        Sketch(
            story_id=f"id-{row}",
            source_id=f"s{row}",
            told=NOON,
            language="en",
            terms=tuple(it if it[0] in "^#" else f"*{it}" for it in terms),
            weights=(4_000,) * len(terms),
        )
        for row, terms in enumerate(reports)
    ]
    return Deck().lay_out(sketches)
