"""One item as feedparser gives it becomes an entry."""

import re
from dataclasses import dataclass
from typing import Any

from feeds.model import Entry, Link, RawPerson, Stamp, Text
from feeds.parse.dates import stamp_from_struct
from feeds.parse.item_media import read_media
from feeds.parse.item_texts import read_texts, read_title
from feeds.parse.repair import HIDDEN_AT
from feeds.parse.values import as_object, as_text, is_web_address, join_url, only_once

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"]{1,100}@[^\s<>()\[\],;:\"]{1,200}")
_ITUNES = "http://www.itunes.com/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an item inherits from its document.

    Attributes:
        base: Base of relative links.
        language: The document's language.
        authors: People who wrote every entry that names nobody (RFC 4287, 4.2.1).
        guid_is_link: Whether a guid may be the address of the story (RSS isPermaLink).
        about_is_link: Whether it is, without being said so (``rdf:about``, RSS 1.0, 5.5).
    """

    base: str
    language: str | None
    authors: tuple[RawPerson, ...]
    guid_is_link: bool
    about_is_link: bool


def read_item(item: dict[str, Any], around: Surroundings) -> Entry:
    """Return one item as an entry.

    Args:
        item: feedparser's item as a plain dict: its own dict invents ``updated`` from
            ``published``.
        around: What it inherits.
    """
    title = read_title(item)
    links = _read_links(item, around)
    source = as_object(item.get("source"))
    return Entry(
        guid=as_text(item.get("id")),
        links=links,
        canonical=_read_canonical(item, links),
        title=title,
        texts=read_texts(item, around.base),
        published=_read_date(item, "published"),
        updated=_read_date(item, "updated"),
        authors=read_people(item) or around.authors,
        categories=_read_categories(item),
        language=_read_language(item, title, around),
        media=read_media(item, around.base),
        source_title=as_text(dict.get(source, "title")),
        source_url=as_text(dict.get(source, "href")) or as_text(dict.get(source, "link")),
        agencies=_read_agencies(item),
    )


def _read_links(item: dict[str, Any], around: Surroundings) -> tuple[Link, ...]:
    """Return all links; a guid that is an address serves where no page is linked."""
    links = [
        Link(
            href=join_url(around.base, as_text(dict.get(link, "href"))),
            rel=as_text(dict.get(link, "rel")) or "alternate",
            type=as_text(dict.get(link, "type")),
            title=as_text(dict.get(link, "title")),
            hreflang=as_text(dict.get(link, "hreflang")),
            length=as_text(dict.get(link, "length")),
        )
        for link in item.get("links", ())
        if as_text(dict.get(link, "href"))
    ]
    guid = as_text(item.get("id"))
    has_page = any(link.rel == "alternate" for link in links)
    is_link = around.about_is_link or (around.guid_is_link and item.get("guidislink"))
    if is_link and not has_page and is_web_address(guid):
        links.append(Link(href=guid))
    return only_once(links)


def _read_canonical(item: dict[str, Any], links: tuple[Link, ...]) -> str:
    """Return the address behind a redirecting link, where the feed states it."""
    stated = (link.href for link in links if link.rel == "canonical")
    return next(stated, as_text(item.get("feedburner_origlink")))


def _read_date(item: dict[str, Any], name: str) -> Stamp | None:
    """Return a date as stated, with feedparser's reading of it."""
    parsed = item.get(f"{name}_parsed")
    return stamp_from_struct(as_text(item.get(name)), parsed if isinstance(parsed, tuple) else None)


def read_people(holder: dict[str, Any]) -> tuple[RawPerson, ...]:
    """Return the authors of an item or a feed."""
    people = (_read_person(author) for author in holder.get("authors", ()))
    return only_once(person for person in people if person != RawPerson())


def _read_person(author: dict[str, Any]) -> RawPerson:
    """Return an author; RSS writes ``mail (name)``, others ``name <mail>``, in one word."""
    name = as_text(dict.get(author, "name")).replace(HIDDEN_AT, "@")
    email = as_text(dict.get(author, "email"))
    addresses = _ADDRESS.findall(name)
    if not email and len(addresses) == 1:
        email = addresses[0]
        name = name.replace(email, "").strip(" ()<>,;")
    return RawPerson(name=name, email=email, url=as_text(dict.get(author, "href")))


def _read_categories(item: dict[str, Any]) -> tuple[str, ...]:
    """Return labels or terms; those of iTunes are a shop's shelves."""
    words = (
        as_text(tag.get("label")) or as_text(tag.get("term"))
        for tag in item.get("tags", ())
        if tag.get("scheme") != _ITUNES
    )
    return only_once(word for word in words if word)


def _read_language(item: dict[str, Any], title: Text | None, around: Surroundings) -> str | None:
    """Return the language stated for this item: its own, or its title's if that differs."""
    own = as_text(item.get("language"))
    if own:
        return own
    words = title.language if title else None
    return words if words and words != around.language else None


def _read_agencies(item: dict[str, Any]) -> tuple[str, ...]:
    """Return ``dc:source`` where it is a name."""
    name = as_text(item.get("dc_source"))
    return (name,) if name and "/" not in name else ()
