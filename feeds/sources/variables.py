"""``${NAME}``: secrets from outside the configuration."""

import re
from collections.abc import Mapping

_NAME = "[A-Za-z_][A-Za-z0-9_]*"
_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
_LINE = re.compile(rf"\s*({_NAME})\s*=(.*)")


def has_variable(text: str) -> bool:
    """Return whether a text names a variable."""
    return "${" in text


def expand_text(text: str, variables: Mapping[str, str]) -> str:
    """Return a text with each ``${NAME}`` replaced, once: what is put in is not read again.

    Args:
        text: As written.
        variables: By name.

    Raises:
        ValueError: A variable is not set or empty, or its name is none; the message names it and
            never shows a value.
    """
    for found in _VARIABLE.finditer(text):
        _check_variable(found[1], variables)
    if text.count("${") != len(_VARIABLE.findall(text)):
        raise ValueError("${ begins a variable, but no } ends it; write ${NAME}")
    return _VARIABLE.sub(lambda found: variables[found[1]], text)


def read_variables(text: str) -> tuple[dict[str, str], tuple[int, ...]]:
    """Read a secrets file: lines ``NAME=value``; empty lines and lines beginning with # are free.

    Returns:
        The variables, values without spaces around them; and the numbers of the lines, from 1,
        that could not be read.
    """
    variables: dict[str, str] = {}
    bad: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            bad.append(number)
            continue
        variables[found[1]] = found[2].strip()
    return variables, tuple(bad)


def _check_variable(name: str, variables: Mapping[str, str]) -> None:
    """Refuse a variable that is not there."""
    if not re.fullmatch(_NAME, name):
        raise ValueError("a variable is written ${NAME}, with letters, digits and underscores")
    if name not in variables:
        raise ValueError(f"the variable {name} is not set")
    if not variables[name].strip():
        raise ValueError(f"the variable {name} is set but empty")
    if not variables[name].isprintable():
        raise ValueError(f"the variable {name} holds a line break or another unprintable character")
