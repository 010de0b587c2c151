"""Names of sources: made where none is given; and names that meet."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from w3lib.url import canonicalize_url

from feeds.sources.findings import Findings
from feeds.sources.nodes import Place

_MAX_SLUG = 64
_UNFIT = re.compile(r"[^a-z0-9._-]+")


def name_url(url: str) -> str:
    """Return a slug for an address: its host without www, and what is ASCII in path and query.

    The query too: the ids of stories hang on it, and must not depend on the order of sources.
    """
    parts = urlsplit(canonicalize_url(url))
    host = (parts.hostname or "").removeprefix("www.")
    where = "/".join(
        part for part in (unquote(parts.path).strip("/"), unquote(parts.query)) if part
    )
    return _make_slug(f"{host}/{where}", otherwise="source")


def name_folder(path: str) -> str:
    """Return a slug for a folder: its own name."""
    return _make_slug(path.replace("\\", "/").rstrip("/").rpartition("/")[2], otherwise="inbox")


def number_name(name: str, taken: dict[str, int]) -> str:
    """Return the name, with the first number from 2 that makes it unlike all taken ones.

    Args:
        name: A slug.
        taken: Every name that is taken, with the last number tried for it; the new one is added.
    """
    unique = name
    while unique in taken:
        taken[name] += 1
        end = f"-{taken[name]}"
        unique = name[: _MAX_SLUG - len(end)].rstrip("-._") + end
    taken[unique] = 1
    return unique


def tell_twins(named: Iterable[tuple[str, Place]], what: str, findings: Findings) -> None:
    """Tell names that stand twice, also when they differ only in case or Unicode form.

    Args:
        named: Each name with its place, in order.
        what: What is named, for the message: ``id``, ``slug``.
        findings: Takes a problem at each further place, which names both.
    """
    first: dict[str, tuple[str, Place]] = {}
    for name, place in named:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if key not in first:
            first[key] = (name, place)
            continue
        before, where = first[key]
        lines = f"{tell_place(where, place)} and in line {place.line}"
        why = "" if before == name else "; capitals and Unicode form make no difference"
        findings.add_problem(place, f"the {what} stands twice, {lines}{why}")


def tell_place(before: Place, here: Place) -> str:
    """Return in words where the first of two is: its line, and its file if that is another."""
    file = f" of {before.file}" if before.file != here.file else ""
    return f"in line {before.line}{file}"


def _make_slug(text: str, *, otherwise: str) -> str:
    """Return a text as a slug."""
    slug = _UNFIT.sub("-", text.casefold()).strip("-._")[:_MAX_SLUG].rstrip("-._")
    return slug or otherwise
