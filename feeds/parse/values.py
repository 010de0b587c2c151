"""Small readings of loose values: what JSON or a header gives becomes a clean word."""

import re
from collections.abc import Iterable
from typing import Literal, TypeVar
from urllib.parse import urljoin

from feeds.model import Entry, Problem, Text

Value = TypeVar("Value")

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKED_UP = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,20});")


def as_text(value: object) -> str:
    """Return a string or a number as stripped text; anything else as nothing.

    Half of a surrogate pair, which JSON and mail can bring, becomes U+FFFD: no file or database
    could hold it.
    """
    match value:
        case bool():
            return ""
        case str():
            return (value if value.isascii() else _SURROGATE.sub("\ufffd", value)).strip()
        case int():
            return str(value) if abs(value) < 10**40 else ""
        case float():
            return str(value).removesuffix(".0")
        case _:
            return ""


def as_list(value: object) -> list[object]:
    """Return a list as it is, nothing as no values, anything else as one value."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def as_object(value: object) -> dict[str, object]:
    """Return an object as it is, anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def join_url(base: str, href: str) -> str:
    """Return an address made absolute; as it stands where that cannot be done (RFC 3986, 5)."""
    href = href.strip()
    if not base or not href:
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def is_web_address(value: str) -> bool:
    """Tell whether a word is an absolute address of the web."""
    return value.lower().startswith(("http://", "https://")) and " " not in value


def title_text(value: str, language: str | None = None) -> Text:
    """Return a headline of unstated type: markup if it holds tags or character references."""
    kind: Literal["text", "html"] = "html" if _MARKED_UP.search(value) else "text"
    return Text(value=value, type=kind, role="title", language=language)


def only_once(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return the values in order without repeats."""
    return tuple(dict.fromkeys(values))


def holds_nothing(entry: Entry) -> bool:
    """Tell whether an entry has no name, no address and no word: there is nothing to report."""
    return not (entry.guid or entry.links or entry.title or entry.texts)


def tell_empty(count: int) -> tuple[Problem, ...]:
    """Return the problem that so many entries held nothing; no problem if there were none."""
    match count:
        case 0:
            return ()
        case 1:
            return (Problem(what="1 entry holds nothing and was left out"),)
        case _:
            return (Problem(what=f"{count} entries hold nothing and were left out"),)
