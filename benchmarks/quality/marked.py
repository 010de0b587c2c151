"""Pages on which people marked the report: a folder of them, and what each says of itself."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from feeds.text.characters import clean_characters, join_line
from feeds.text.markup import parse_html
from feeds.text.words import split_words

_TITLES: Final = frozenset({"og:title", "twitter:title"})
_SUMMARIES: Final = frozenset({"og:description", "twitter:description", "description"})
_ALIKE: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that people marked.

    Attributes:
        id: Its name in the set.
        publisher: Host of its address, without ``www``.
        html: As it was served.
        body: The report, paragraphs on lines of their own.
        headline: As marked, or as the page states it; empty if neither.
    """

    id: str
    publisher: str
    html: str
    body: str
    headline: str


def read_pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder.

    Args:
        folder: With ``pages.jsonl`` or ``pages.jsonl.gz``, a page a line: ``id``, ``url``,
            ``body``, perhaps ``headline`` and ``html``; and with ``pages/ID.html`` or
            ``pages/ID.html.gz`` for each page whose line has no ``html``.
    """
    listed = next(path for path in sorted(folder.glob("pages.jsonl*")) if path.is_file())
    for line in _read_file(listed).splitlines():
        item = json.loads(line)
        html = item.get("html") or _read_file(_find_html(folder / "pages", item["id"]))
        yield Page(
            id=item["id"],
            publisher=(urlsplit(item.get("url", "")).hostname or item["id"]).removeprefix("www."),
            html=html,
            body=item["body"],
            headline=item.get("headline") or find_headline(html),
        )


def split_publishers(pages: Iterable[Page]) -> tuple[list[Page], list[Page]]:
    """Return the pages to learn from and those that are held out: every other publisher's."""
    every = list(pages)
    learnt = set(sorted({page.publisher for page in every})[::2])
    return (
        [page for page in every if page.publisher in learnt],
        [page for page in every if page.publisher not in learnt],
    )


def find_headline(html: str) -> str:
    """Return the heading of a page that its metadata repeat; empty if there is none."""
    root = parse_html(clean_characters(html))
    if root is None:
        return ""
    headings = [join_line(" ".join(map(str, it.itertext()))) for it in root.iter("h1")]
    stated = [*_list_metas(root, _TITLES), root.findtext(".//title") or ""]
    for title in stated:
        rated = [(measure_likeness(heading, title), heading) for heading in headings if heading]
        best, heading = max(rated, default=(0.0, ""), key=lambda it: it[0])
        if best > _ALIKE:
            return heading
    return ""


def list_summaries(root: "etree._Element") -> list[str]:
    """Return what a page says of itself in a few words."""
    return _list_metas(root, _SUMMARIES)


def measure_likeness(one: str, other: str) -> float:
    """Return the share of words that both have among those of either, from 0 to 1."""
    first, second = set(split_words(one)), set(split_words(other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _list_metas(root: "etree._Element", names: frozenset[str]) -> list[str]:
    """Return the contents of the meta elements of some names."""
    return [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() in names
    ]


def _find_html(folder: Path, name: str) -> Path:
    """Return the file of a page."""
    return next(path for path in sorted(folder.glob(f"{name}.html*")))


def _read_file(path: Path) -> str:
    """Return the text of a file, compressed or not."""
    data = path.read_bytes()
    plain = gzip.decompress(data) if path.suffix == ".gz" else data
    return plain.decode("utf-8", "replace")
