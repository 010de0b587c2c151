"""Sitemaps (https://www.sitemaps.org/protocol.html), with Google's words for news and pictures.

Each address is read for itself, so that a broken one costs only itself and one that is cut off in
the middle is never taken for a whole one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain

from lxml import etree

from feeds.model import Document, Entry, Link, Problem, RawMedia, Unreadable
from feeds.parse.dates import read_stamp
from feeds.parse.prolog import read_entities
from feeds.parse.repair import clean_xml, mend_ampersands
from feeds.parse.values import join_url, only_once, title_text
from feeds.text.urls import clean_url, names_page

MOST_ENTRIES = 2000
"""Of one sitemap: what is older was told long ago, if it ever was news."""

_START = re.compile(r"\s*(<([\w.:-]{1,80})[^<>]{0,4000}>)")
_DATED = re.compile(r"<(?:[\w.-]{1,40}:)?(lastmod|publication_date)>\s{0,100}([^<\s]{1,40})")
_EARLIEST = datetime.min.replace(tzinfo=UTC)
Words = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """What is said of one address, as a document of its own.

    Attributes:
        text: The document.
        line: Where it begins in the sitemap, counted from 1.
    """

    text: str
    line: int


def read_sitemap(text: str, url: str) -> Document | Unreadable:
    """Return an entry for each address, at most the newest :data:`MOST_ENTRIES`.

    Args:
        text: The decoded document, with ``urlset`` as its root.
        url: Its address, the base of relative ones.
    """
    cleaned, root, problems = clean_xml(text)
    blocks, cut_off = _split_blocks(mend_ampersands(cleaned, read_entities(root.doctype)))
    newest, cut = _keep_newest(blocks)
    entries, faults = _read_blocks(newest, url)
    if cut_off and not entries:
        return Unreadable(kind="malformed", reason="a sitemap cut off before its first address")
    if blocks and not entries:
        return Unreadable(kind="malformed", reason="a sitemap that names no report")
    names = Counter(entry.source_title for entry in entries if entry.source_title)
    title = names.most_common(1)[0][0] if names else ""
    left_out = (Problem(what="the last address is cut off and was left out"),) if cut_off else ()
    return Document(
        form="sitemap",
        entries=tuple(_drop_own_name(entry, title) for entry in entries),
        title=title,
        problems=(*problems, *faults, *left_out, *cut),
        damaged=bool(faults or left_out or cut),
    )


def _split_blocks(text: str) -> tuple[tuple[_Block, ...], bool]:
    """Return the addresses of a sitemap, and whether it ends before its end."""
    start = _START.match(text)
    root = start[1] if start else "<urlset>"
    name = start[2] if start else "urlset"
    prefix = name.removesuffix(name.rpartition(":")[2])
    opening = re.compile(rf"<{re.escape(prefix)}url(?:\s[^<>]{{0,1000}})?>")
    closing = f"</{prefix}url>"
    first, *pieces = opening.split(text)
    blocks = []
    line = first.count("\n") + 1
    for piece in pieces:
        blocks.append(_Block(text=f"{root}{piece.partition(closing)[0]}</{name}>", line=line))
        line += piece.count("\n")
    if pieces and closing not in pieces[-1]:
        return tuple(blocks[:-1]), True
    return tuple(blocks), not pieces and f"</{name}" not in text and not root.endswith("/>")


def _keep_newest(blocks: tuple[_Block, ...]) -> tuple[tuple[_Block, ...], tuple[Problem, ...]]:
    """Return the newest addresses in the document's order, and that others were left out."""
    if len(blocks) <= MOST_ENTRIES:
        return blocks, ()
    newest = sorted(range(len(blocks)), key=lambda place: _tell_age(blocks[place]), reverse=True)
    kept = tuple(blocks[place] for place in sorted(newest[:MOST_ENTRIES]))
    what = f"{len(blocks):,} addresses; only the {MOST_ENTRIES:,} newest were read"
    return kept, (Problem(what=what),)


def _tell_age(block: _Block) -> datetime:
    """Return when an address was last changed, as stated; the beginning of time if it is not."""
    found = dict(reversed(_DATED.findall(block.text)))
    stamp = read_stamp(found.get("lastmod") or found.get("publication_date", ""))
    return (stamp and stamp.parsed) or _EARLIEST


def _read_blocks(
    blocks: tuple[_Block, ...], base: str
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return one entry for each address of a page, and what was wrong: of the XML, the first fault.

    The bare address of a host, which a plain sitemap begins with, is no report.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    entries: dict[str, Entry] = {}
    faults: list[Problem] = []
    nameless = 0
    for block in blocks:
        words, pictures = _read_block(block.text, parser)
        if not faults and parser.error_log:
            message = parser.error_log[0].message
            faults.append(Problem(what=f"not well-formed XML: {message}", line=block.line))
        entry = _make_entry(words, pictures, base)
        if entry is None:
            nameless += 1
        elif entry.title or names_page(entry.canonical):
            entries.setdefault(entry.canonical, entry)
    if nameless:
        faults.append(Problem(what=f"without an address, left out: {nameless}"))
    return tuple(entries.values()), tuple(faults)


def _read_block(block: str, parser: "etree.XMLParser") -> tuple[Words, tuple[Words, ...]]:
    """Return what is said of one address, and of each of its pictures, by local name."""
    root = etree.fromstring(block, parser)
    if root is None:
        return {}, ()
    pictures = [element for element in root if _local(element) == "image"]
    others = chain.from_iterable(
        element.iter() for element in root if _local(element) not in {"image", "video"}
    )
    return _collect(others), tuple(_collect(picture.iter()) for picture in pictures)


def _collect(elements: "Iterable[etree._Element]") -> Words:
    """Return the words of elements by their local names."""
    words: Words = {}
    for element in elements:
        text = " ".join((element.text or "").split())
        if text:
            words.setdefault(_local(element), []).append(text)
    return words


def _local(element: "etree._Element") -> str:
    """Return a name without namespace, or without a prefix that was never declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _make_entry(words: Words, pictures: tuple[Words, ...], base: str) -> Entry | None:
    """Return the entry of an address; None if there is none."""
    link = clean_url(_first(words, "loc"), base)
    if link is None:
        return None
    language = _first(words, "language") or None
    title = _first(words, "title")
    return Entry(
        links=(Link(href=link),),
        canonical=link,
        title=title_text(title, language) if title else None,
        published=read_stamp(_first(words, "publication_date")),
        updated=read_stamp(_first(words, "lastmod")),
        categories=only_once(_split_keywords(words.get("keywords", ()))),
        language=language,
        media=only_once(_read_pictures(pictures, base)),
        source_title=_first(words, "name"),
    )


def _read_pictures(pictures: tuple[Words, ...], base: str) -> Iterator[RawMedia]:
    """Yield the pictures of an address."""
    for words in pictures:
        address = join_url(base, _first(words, "loc"))
        if address:
            title = _first(words, "caption") or _first(words, "title")
            yield RawMedia(url=address, medium="image", title=title)


def _split_keywords(lines: Iterable[str]) -> Iterator[str]:
    """Yield the keywords, which stand on one line with commas between."""
    for line in lines:
        yield from filter(None, map(str.strip, line.split(",")))


def _drop_own_name(entry: Entry, title: str) -> Entry:
    """Return an entry that names its publication only if that is not the sitemap's own."""
    return replace(entry, source_title="") if entry.source_title == title else entry


def _first(words: Words, name: str) -> str:
    """Return the first words of a name; nothing if there are none."""
    return words.get(name, [""])[0]
