"""Which stories bear a mark: of those that many bear, the last ones only."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import TextClause, text

from feeds.store.database import Transaction

# What stands under every story of a source would else bring all of them back, each time.
_MOST_MARKED = 30
# One statement asks for so many marks; SQLite allows 500.
_AT_ONCE = 100
_ONE = (
    "SELECT * FROM (SELECT mark, story_number FROM marks WHERE mark = :mark{number}"
    " ORDER BY story_number DESC LIMIT {most}) AS marked{number}"
)


def find_marked(tx: Transaction, marks: Iterable[int]) -> dict[int, set[int]]:
    """Return the numbers of the stories that bear each mark: of each the thirty last."""
    wanted = sorted(set(marks))
    found: dict[int, set[int]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        # The statement stays the same, so that it is read only once: the last mark fills it up.
        some += some[-1:] * (_AT_ONCE - len(some))
        values = {f"mark{number}": mark for number, mark in enumerate(some)}
        for mark, number in tx.execute(_compose_query(), values):
            found.setdefault(mark, set()).add(number)
    return found


@cache
def _compose_query() -> TextClause:
    """Return the statement: a limit for each mark, which no join could set."""
    parts = (_ONE.format(number=number, most=_MOST_MARKED) for number in range(_AT_ONCE))
    return text(" UNION ALL ".join(parts))
