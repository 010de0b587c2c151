"""The errors people can cause, each with where it happened.

::

    WiredeskError
     +- ConfigError       the configuration cannot be used; carries every problem found
     +- QueryError        a topic's query cannot be read; carries the position of the mistake
     +- DataError         the data directory cannot be used
         +- DataLocked    another instance holds it
         +- DataTooNew    a newer version made it
     +- ListenError       nothing can listen at the address and port that were asked for

Expected answers of the world (304, 410, a time-out, malformed XML) are values, not errors:
see :mod:`feeds.model`. Anything else that is raised is a bug.
"""

from dataclasses import dataclass


class WiredeskError(Exception):
    """The root: its text is one clear sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigProblem:
    """One thing wrong in a configuration file.

    Attributes:
        file: The file as the user named it.
        line: Line, counted from 1.
        column: Column, counted from 1.
        key: Where in the document, as in ``sources.2.every``; empty for the whole file.
        message: What is wrong and what to do, without a full stop at the end.
    """

    file: str
    line: int
    column: int
    key: str
    message: str

    def __str__(self) -> str:
        """Show the problem the way compilers do, so that editors can jump to it."""
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class ConfigError(WiredeskError):
    """The configuration cannot be used; ``problems`` holds all of them, in file order.

    ``warnings`` holds what is allowed but probably not meant, as a configuration does.
    """

    def __init__(self, problems: tuple[ConfigProblem, ...], warnings: tuple[str, ...] = ()) -> None:
        """Keep every problem, so that one run shows them all."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
        self.warnings = warnings


class QueryError(WiredeskError):
    """A query cannot be read; ``column`` (from 1) is where it stopped making sense."""

    def __init__(self, message: str, *, query: str, column: int) -> None:
        """Keep the query beside the message, to point into it."""
        super().__init__(message)
        self.query = query
        self.column = column

    def pointed(self) -> str:
        """Return the query with a caret under the mistake, on two lines."""
        return f"{self.query}\n{' ' * (self.column - 1)}^"


class DataError(WiredeskError):
    """The data directory cannot be used: missing rights, no space, a damaged database."""


class DataLocked(DataError):  # noqa: N818 - reads as the state it tells
    """Another instance holds the data directory; ``holder`` is its command, as far as known."""

    def __init__(self, message: str, *, holder: str) -> None:
        """Keep who holds it beside the message."""
        super().__init__(message)
        self.holder = holder


class DataTooNew(DataError):  # noqa: N818 - reads as the state it tells
    """The database was made by a newer version; nothing was written."""


class ListenError(WiredeskError):
    """Nothing can listen at the address and port that were asked for."""
