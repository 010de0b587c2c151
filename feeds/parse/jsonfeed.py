"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), read tolerantly."""

import json
import re
from dataclasses import dataclass

from feeds.model import (
    GENERATOR,
    Document,
    Entry,
    Link,
    Problem,
    RawMedia,
    RawPerson,
    Text,
    Unreadable,
)
from feeds.parse.bounds import MOST_ENTRIES, shorten_tags
from feeds.parse.channel import clean_hubs
from feeds.parse.dates import read_stamp
from feeds.parse.values import (
    as_list,
    as_object,
    as_text,
    holds_nothing,
    is_web_address,
    join_url,
    only_once,
    tell_empty,
    title_text,
)
from feeds.text.embedded import drop_embedded

_ITEMS = re.compile(r'"items"\s{0,1000}:\s{0,1000}\[')
_MOST_DIGITS = 40
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What an item inherits from the document."""

    base: str
    authors: tuple[RawPerson, ...]


def read_jsonfeed(text: str, url: str) -> Document | Unreadable:
    """Return the document, with every item that can be read.

    Args:
        text: The decoded document.
        url: Its address, the base of relative links.
    """
    loaded, problems = load_jsonfeed(text)
    feed = as_object(loaded)
    version = as_text(feed.get("version"))
    if "jsonfeed" not in version and not isinstance(feed.get("items"), list):
        if problems:
            return Unreadable(kind="malformed", reason=problems[0].what)
        return Unreadable(kind="not a feed", reason="JSON, but not a JSON Feed")
    base = url or as_text(feed.get("feed_url")) or as_text(feed.get("home_page_url"))
    context = _Context(base=base, authors=_read_authors(feed))
    stated = as_list(feed.get("items"))
    if len(stated) > MOST_ENTRIES:
        problems += (Problem(what=f"only the first {MOST_ENTRIES} entries were read"),)
    items = [_read_item(as_object(item), context) for item in stated[:MOST_ENTRIES]]
    entries = tuple(entry for entry in items if not holds_nothing(entry))
    return Document(
        form=_name_form(version),
        entries=entries,
        title=as_text(feed.get("title")),
        link=join_url(base, as_text(feed.get("home_page_url"))),
        language=as_text(feed.get("language")) or None,
        problems=problems + tell_empty(len(items) - len(entries)),
        hubs=clean_hubs(_list_hubs(feed), base),
        self_url=next(iter(clean_hubs([as_text(feed.get("feed_url"))], base)), ""),
        generator=GENERATOR if "_wiredesk" in feed else "",
        damaged=bool(problems),
    )


def _list_hubs(feed: dict[str, object]) -> list[str]:
    """Return the hubs that speak WebSub; others may be named beside them."""
    stated = map(as_object, as_list(feed.get("hubs")))
    return [
        as_text(hub.get("url")) for hub in stated if as_text(hub.get("type")).lower() == "websub"
    ]


def _name_form(version: str) -> str:
    """Return ``json11``, ``json10``, or ``json`` where no known version is stated."""
    return {"1": "json10", "1.0": "json10", "1.1": "json11"}.get(version.rpartition("/")[2], "json")


def load_jsonfeed(text: str) -> tuple[object, tuple[Problem, ...]]:
    """Return the JSON value; of a broken one, the items that stand before the fault."""
    text = text.lstrip("\ufeff\0")
    try:
        return json.loads(text, strict=False, parse_int=_read_number), ()
    except json.JSONDecodeError as error:
        problem = Problem(what=f"broken JSON: {error.msg}", line=error.lineno, column=error.colno)
        return _save_items(text), (problem,)
    except (ValueError, RecursionError):
        return None, (Problem(what="broken JSON: too deep"),)


def _read_number(digits: str) -> int | str:
    """Return a whole number; one that no program counts with stays as it stands."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _save_items(text: str) -> dict[str, object] | None:
    """Return what stands before the items of a broken feed, and every whole item."""
    start = _ITEMS.search(text)
    if not start:
        return None
    head = text[: start.start()].rstrip().rstrip(",") + "}"
    try:
        feed = as_object(json.loads(head, strict=False, parse_int=_read_number))
    except (ValueError, RecursionError):
        feed = {}
    decoder = json.JSONDecoder(strict=False, parse_int=_read_number)
    items: list[object] = []
    position = start.end()
    while True:
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        try:
            item, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return {**feed, "items": items}
        items.append(item)


def _read_item(item: dict[str, object], context: _Context) -> Entry:
    """Return one item as an entry."""
    language = as_text(item.get("language")) or None
    title = as_text(item.get("title"))
    return Entry(
        guid=as_text(item.get("id")),
        links=_read_links(item, context.base),
        title=title_text(title, language) if title else None,
        texts=_read_texts(item, context.base, language),
        published=read_stamp(as_text(item.get("date_published"))),
        updated=read_stamp(as_text(item.get("date_modified"))),
        authors=_read_authors(item) or context.authors,
        categories=only_once(filter(None, map(as_text, as_list(item.get("tags"))))),
        language=language,
        media=_read_media(item, context.base),
    )


def _read_links(item: dict[str, object], base: str) -> tuple[Link, ...]:
    """Return the item's page, and the page it tells about (``external_url``).

    An id that is an address serves where no page is named: it is ideally the page's.
    """
    own = as_text(item.get("id"))
    page = as_text(item.get("url")) or (own if is_web_address(own) else "")
    stated = ((page, "alternate"), (as_text(item.get("external_url")), "related"))
    return tuple(Link(href=join_url(base, href), rel=rel) for href, rel in stated if href)


def _read_texts(item: dict[str, object], base: str, language: str | None) -> tuple[Text, ...]:
    """Return summary and bodies."""
    texts = (
        Text(value=as_text(item.get("summary")), role="summary", language=language, base=base),
        Text(
            value=shorten_tags(drop_embedded(as_text(item.get("content_html")))),
            type="html",
            language=language,
            base=base,
        ),
        Text(value=as_text(item.get("content_text")), language=language, base=base),
    )
    return tuple(text for text in texts if text.value)


def _read_authors(holder: dict[str, object]) -> tuple[RawPerson, ...]:
    """Return ``authors`` (1.1), or ``author`` (1.0); a plain name is taken as well."""
    people = []
    for value in as_list(holder.get("authors") or holder.get("author")):
        stated = as_object(value)
        name = as_text(stated.get("name")) or as_text(value)
        person = RawPerson(name=name, url=as_text(stated.get("url")))
        if person != RawPerson():
            people.append(person)
    return only_once(people)


def _read_media(item: dict[str, object], base: str) -> tuple[RawMedia, ...]:
    """Return the item's pictures and attachments."""
    media = []
    for key in ("image", "banner_image"):
        address = join_url(base, as_text(item.get(key)))
        if address:
            media.append(RawMedia(url=address, medium="image"))
    for value in as_list(item.get("attachments")):
        stated = as_object(value)
        address = join_url(base, as_text(stated.get("url")))
        if address:
            media.append(
                RawMedia(
                    url=address,
                    type=as_text(stated.get("mime_type")),
                    length=as_text(stated.get("size_in_bytes")),
                    title=as_text(stated.get("title")),
                )
            )
    return only_once(media)
