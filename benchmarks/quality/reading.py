"""Sets, read completely before anything is measured: all that is wrong with them is told at once.

A set is a JSONL file, which may be compressed with gzip.
"""

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from quality.contents import UnreadableError, read_content
from quality.forms import Form
from quality.rows import Row

MOST_TOLD = 20
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "list_type": "a list",
    "dict_type": "an object",
}
_NAMES = (
    (bool, "true or false"),
    (int | float, "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "an object"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in a set.

    Attributes:
        file: As the user named it.
        message: What is wrong and what to do, without a full stop at the end.
        line: Counted from 1; None for the whole file.
        field: Where in the row, as in ``before.byline.1``; empty for the whole.
    """

    file: Path
    message: str
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        """Show it the way ``wiredesk check`` does."""
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        text = ": ".join(part for part in (where, self.field, self.message) if part)
        # Names of fields come from the file, and might command the terminal.
        return "".join(char if char.isprintable() else "?" for char in text)


class SetError(Exception):
    """Sets cannot be measured; ``problems`` holds all of them, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem once; its text names so many of each file, and counts the others."""
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(_tell_problems(self.problems)))


def read_sets(files: Iterable[tuple[Path, Form]]) -> list[list[Row]]:
    """Return the rows of each file, in order.

    Raises:
        SetError: With the problems of all files.
    """
    sets: list[list[Row]] = []
    problems: list[Problem] = []
    for path, form in files:
        try:
            sets.append(read_rows(path, form))
        except SetError as error:
            problems += error.problems
    if problems:
        raise SetError(problems)
    return sets


def read_rows(path: Path, form: Form) -> list[Row]:
    """Return the rows of a file, with the fields that are known, ids and labels as text.

    Raises:
        SetError: With all that is wrong with the file.
    """
    try:
        content = read_content(path)
    except UnreadableError as error:
        raise SetError([Problem(file=path, message=str(error))]) from None
    # Some programs write a mark of UTF-8 before the first line.
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise SetError([Problem(file=path, message="is empty: there is nothing to measure")])
    if content.lstrip().startswith(b"["):
        message = "begins with a list; write each object on a line of its own, without commas"
        raise SetError([Problem(file=path, message=message)])
    return _Reader(path, form).read(content)


class _Reader:
    """Reads the lines of one file, and collects what is wrong with them."""

    def __init__(self, path: Path, form: Form) -> None:
        """Begin with nothing read."""
        self._path, self._form = path, form
        self._reader: TypeAdapter[Any] = form.make_reader()
        self._rows: list[Row] = []
        self._problems: list[Problem] = []
        self._lines: dict[str, int] = {}

    def read(self, content: bytes) -> list[Row]:
        """Return the rows of all lines."""
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                self._read_line(number, line)
        label = self._form.label
        if label and not self._problems and not any(row.get(label) for row in self._rows):
            message = f"no row has {label}: there is nothing to measure the desk by"
            self._problems.append(Problem(file=self._path, message=message))
        if self._problems:
            raise SetError(self._problems)
        return self._rows

    def _read_line(self, number: int, line: bytes) -> None:
        """Keep the row of a line, or what is wrong with it."""
        try:
            raw = _read_object(line)
        except ValueError as error:
            self._add(number, "", str(error))
            return
        try:
            row = self._reader.validate_python(raw)
        except ValidationError as error:
            for field, message in _explain(error, raw, self._form):
                self._add(number, field, message)
        else:
            self._rows.append(row)
        self._check_twins(number, raw)
        for field, message in self._form.check(raw, self._path.parent):
            self._add(number, field, message)

    def _check_twins(self, number: int, row: Row) -> None:
        """Tell an id that stood before."""
        if "id" not in self._form.names or "id" not in row:
            return
        first = self._lines.setdefault(str(row["id"]), number)
        if first != number:
            self._add(number, "id", f"stands on line {first} already; give each row one of its own")

    def _add(self, line: int, field: str, message: str) -> None:
        """Keep something that is wrong."""
        self._problems.append(Problem(file=self._path, line=line, field=field, message=message))


def _read_object(line: bytes) -> Row:
    """Return the object of a line; a ValueError says why there is none."""
    try:
        row = json.loads(line.decode("utf-8"))
        # Half a character can be escaped, and written nowhere.
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8; save the file as UTF-8") from None
    except UnicodeEncodeError:
        raise ValueError("holds half a character, as in \\ud83d; write it whole") from None
    except json.JSONDecodeError as error:
        raise ValueError(
            f"is no JSON ({error.msg}, column {error.colno}); write one whole object on each line"
        ) from None
    except ValueError:
        raise ValueError("holds a number that is too long") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    if not isinstance(row, dict):
        raise ValueError(f"must be an object, not {_describe(row)}")  # noqa: TRY004 - for people
    return row


def _explain(error: ValidationError, row: Row, form: Form) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the values of a row, each with its path."""
    for detail in error.errors(include_url=False):
        yield ".".join(map(str, detail["loc"])), _explain_detail(detail, row, form)


def _explain_detail(detail: Mapping[str, Any], row: Row, form: Form) -> str:
    """Return in words what is wrong with a value."""
    kind = detail["type"]
    if kind == "missing":
        others = [name for name in row if name not in form.names]
        near = difflib.get_close_matches(str(detail["loc"][-1]), others, n=1)
        return f"is missing; did you mean it by {near[0]}?" if near else "is missing"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}, not {_describe(detail['input'])}"
    return "must " + str(detail["msg"]).split(" should ", 1)[-1]


def _describe(value: Any) -> str:
    """Return in words what kind of value stands there."""
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "null")


def _tell_problems(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the first problems of each file, and how many more there are."""
    by_file: dict[Path, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    for path, some in by_file.items():
        yield from map(str, some[:MOST_TOLD])
        if len(some) > MOST_TOLD:
            yield f"{path}: and {len(some) - MOST_TOLD} more"
