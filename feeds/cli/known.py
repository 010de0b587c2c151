"""Names on the command line that stand for something: those that stand for nothing are refused."""

from collections.abc import Iterable, Sequence

import typer

from feeds.sources import suggest_name


def refuse_unknown(what: str, names: Sequence[str], known: Iterable[str]) -> None:
    """Refuse names that nothing has, all at once, and say what was probably meant.

    Args:
        what: What has such names: ``topic``, ``source``, ``channel``.
        names: As they were given.
        known: All that there are, in the order in which people know them.

    Raises:
        typer.BadParameter: One of them is not known.
    """
    there = tuple(dict.fromkeys(known))
    wrong = [name for name in dict.fromkeys(names) if name not in there]
    if wrong:
        told = (f"no {what} is called {name}; {suggest_name(name, there)}" for name in wrong)
        raise typer.BadParameter("\n".join(told))
