"""Captures of one feed, compared plainly: what a reader of the bare feed would find edited.

Nothing of the program is in here, only feedparser and a few rules of typography: it is what the
program is measured against.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any

import feedparser

_NAME = re.compile(r"\d+_(\d{8}T\d{6}Z)\.xml(\.gz)?")
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h\d|blockquote|figure|table|tr|td)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r"<img\b[^>]*?\bsrc=[\"']([^\"']+)", re.IGNORECASE)
# It stands among the text in some feeds, and is a word on the picture.
_CREDIT = re.compile(r"\((?:image|photo|picture) credit: [^)]*\)", re.IGNORECASE)
# One sign for each that typographers vary; what is not seen goes.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
    | {"…": "...", "\u00ad": None, "\u200b": None, "\ufeff": None}
)
_ENDS = ".!;: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A feed as it was served at one time.

    Attributes:
        path: The file it is kept in.
        taken: When.
        content: The bytes that were served.
    """

    path: Path
    taken: datetime
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """An entry of a capture, as plain as can be.

    Attributes:
        id: As stated, or its address.
        link: Its address; empty if none is stated.
        headline: Normalized text of its title.
        texts: Normalized texts of summary and contents, without credits of pictures.
        people: Authors as stated.
        pictures: Addresses of what is to be seen or heard, and credits.
        dates: As stated.
    """

    id: str
    link: str
    headline: str
    texts: tuple[str, ...]
    people: tuple[str, ...]
    pictures: tuple[str, ...]
    dates: tuple[str, ...]


def read_captures(folder: Path, most: int | None = None) -> Iterator[Capture]:
    """Yield the captures of a folder, ``NNNN_TIME.xml.gz``, in order of their names."""
    named = ((path, _NAME.fullmatch(path.name)) for path in sorted(folder.iterdir()))
    for path, time in islice(((path, name[1]) for path, name in named if name), most):
        taken = datetime.strptime(time, "%Y%m%dT%H%M%S%z").astimezone(UTC)
        raw = path.read_bytes()
        content = gzip.decompress(raw) if path.suffix == ".gz" else raw
        yield Capture(path=path, taken=taken, content=content)


def read_plainly(capture: Capture) -> tuple[Plain, ...]:
    """Return the entries of a capture, in order; one that stands there twice is told once."""
    told: dict[str, Plain] = {}
    for entry in feedparser.parse(capture.content)["entries"]:
        plain = _read_entry(entry)
        told.setdefault(plain.id, plain)
    return tuple(told.values())


def list_causes(before: Plain, after: Plain) -> frozenset[str]:
    """Return what of an entry differs: headline, text, byline, url, media, date.

    Headlines that differ in capitals only differ in ``case``: whether that is to be told is a
    matter of taste.
    """
    is_same = before.headline.casefold() == after.headline.casefold()
    differs = {
        "headline": not is_same,
        "case": is_same and before.headline != after.headline,
        "text": before.texts != after.texts,
        "byline": before.people != after.people,
        "url": before.link != after.link,
        "media": before.pictures != after.pictures,
        "date": before.dates != after.dates,
    }
    return frozenset(name for name, is_so in differs.items() if is_so)


def list_moved(before: Sequence[Plain], after: Sequence[Plain]) -> frozenset[str]:
    """Return the ids of entries of two captures that stand after others now than before."""
    places = {plain.id: place for place, plain in enumerate(before)}
    common = [plain.id for plain in after if plain.id in places]
    order = sorted(common, key=places.__getitem__)
    return frozenset(one for one, other in zip(common, order, strict=True) if one != other)


def normalize_text(markup: str) -> str:
    """Return markup as text, in one typography, without punctuation at its end."""
    shown = unescape(_TAG.sub("", _BLOCK.sub(" ", markup)))
    text = unicodedata.normalize("NFKC", unescape(shown)).translate(_SIGNS)
    return " ".join(text.split()).rstrip(_ENDS)


def _read_entry(entry: Mapping[str, Any]) -> Plain:
    """Return an entry of a parsed feed."""
    markup = [entry.get("summary", ""), *(part["value"] for part in entry.get("content", ()))]
    links = entry.get("links", ())
    media = [*entry.get("media_content", ()), *entry.get("media_thumbnail", ())]
    pictures = [
        *(item.get("url", "") for item in media),
        *(link.get("href", "") for link in links if link.get("rel") == "enclosure"),
        *_PICTURE.findall("\n".join(markup)),
        *_CREDIT.findall("\n".join(markup)),
    ]
    return Plain(
        id=entry.get("id") or entry.get("link", ""),
        link=entry.get("link", ""),
        headline=normalize_text(entry.get("title", "")),
        texts=_drop_repeats(normalize_text(_CREDIT.sub("", one)) for one in markup),
        people=tuple(author.get("name", "") for author in entry.get("authors", ())),
        pictures=tuple(pictures),
        dates=tuple(entry[name] for name in ("published", "updated") if name in entry),
    )


def _drop_repeats(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts, each once and none empty: contents often repeat the summary."""
    return tuple(dict.fromkeys(filter(None, texts)))
