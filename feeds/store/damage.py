"""What is said of a database that is damaged."""

from feeds.errors import DataError

ADVICE = (
    "this file is the memory of the desk and it is damaged: put a backup in its place, or "
    "move the data folder away and run wiredesk fetch, which brings back what the sources "
    "still tell, most of it under the same ids"
)


def tell_damage(what: str) -> DataError:
    """Return the error for rows that SQLite can read and we cannot."""
    return DataError(f"{what} in the database cannot be read; {ADVICE}")
