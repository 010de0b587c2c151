"""What was found while reading: collected, so that one run shows it all."""

from typing import final

from feeds.errors import ConfigError, ConfigProblem
from feeds.sources.nodes import Place


def make_problem(place: Place, message: str) -> ConfigProblem:
    """Return a problem at a place."""
    return ConfigProblem(
        file=place.file,
        line=place.line,
        column=place.column,
        key=place.key,
        message=message,
    )


@final
class Findings:
    """Problems and warnings, in the order they were found; handed from reader to reader."""

    def __init__(self) -> None:
        """Begin with none."""
        self._problems: list[ConfigProblem] = []
        self._warnings: list[ConfigProblem] = []

    def add_problem(self, place: Place, message: str) -> None:
        """Keep something that is wrong."""
        self._problems.append(make_problem(place, message))

    def add_problems(self, problems: tuple[ConfigProblem, ...]) -> None:
        """Keep what another reader found wrong."""
        self._problems.extend(problems)

    def add_warning(self, place: Place, message: str) -> None:
        """Keep something that is allowed but probably not meant."""
        self._warnings.append(make_problem(place, message))

    def has_problems(self) -> bool:
        """Return whether anything is wrong so far."""
        return bool(self._problems)

    def raise_problems(self, files: tuple[str, ...]) -> None:
        """Raise all problems, each once, with the warnings, if there are any.

        Args:
            files: The files in the order they were read; the problems come in that order, then
                by line and column.

        Raises:
            ConfigError: Something is wrong.
        """
        if not self._problems:
            return
        order = {file: number for number, file in enumerate(files)}
        problems = sorted(
            dict.fromkeys(self._problems),
            key=lambda found: (order.get(found.file, len(order)), found.line, found.column),
        )
        raise ConfigError(tuple(problems), self.list_warnings())

    def list_warnings(self) -> tuple[str, ...]:
        """Return the warnings, each as ``file:line:column: text``."""
        return tuple(str(warning) for warning in dict.fromkeys(self._warnings))
