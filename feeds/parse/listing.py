"""A page that lists reports, read with the selectors of its source.

Only what the selectors find is read, so whatever else changes in the page is no news. A selector
that finds nothing at all means that the page was rebuilt, or is another one: it is never taken for
"there are no reports any more".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from feeds.model import (
    Document,
    Entry,
    Link,
    Listing,
    Problem,
    Stamp,
    Text,
    Unreadable,
    show_address,
)
from feeds.parse.dates import read_stamp
from feeds.parse.values import join_url
from feeds.text.characters import cut_text, join_line
from feeds.text.markup import element_to_text, parse_html
from feeds.text.selectors import Selector, compile_selector
from feeds.text.urls import canonicalize_url, clean_url

MOST_ITEMS = 1000

_PARTS = ("item", "link", "headline", "summary", "date")
# Without these a story would be another one, or have another headline, than it had before.
_NEEDED = ("link", "headline")

Selectors = Mapping[str, Selector]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What stands in one item, as far as it is found.

    Attributes:
        link: Absolute.
        headline: Plain words.
        label: Words of the link, for an item without headline.
        summary: Plain words.
        date: As stated.
    """

    link: str
    headline: str
    label: str
    summary: str
    date: Stamp | None


def read_listing(text: str, url: str, listing: Listing) -> Document | Unreadable:
    """Return an entry for each item of a page; its guid is the canonical form of its link.

    Args:
        text: The decoded page.
        url: Its address.
        listing: The selectors, checked.

    Returns:
        Unreadable: Kind ``nothing found``: the page has no item, or none of them has a link or
        headline where the selectors look for it.
    """
    root = parse_html(text)
    if root is None:
        return Unreadable(kind="not a feed", reason="a page with nothing in it")
    selectors = _compile_selectors(listing)
    elements = [it for it in selectors["item"].select(root) if not isinstance(it, str)]
    base = _find_base(root, url, listing)
    items = [_read_item(element, selectors, base) for element in elements[:MOST_ITEMS]]
    found_nothing = _find_nothing(items, selectors, listing)
    if found_nothing:
        return _tell_nothing(found_nothing, root, url)
    entries: dict[str, Entry] = {}
    for item in items:
        if item.link or item.headline:
            entry = _make_entry(item)
            entries.setdefault(entry.guid or item.headline, entry)
    nameless = sum(1 for item in items if not (item.link or item.headline))
    return Document(
        form="listing",
        entries=tuple(entries.values()),
        title=_read_title(root),
        link=url,
        language=root.get("lang") or None,
        problems=_tell_problems(len(elements), nameless, items, selectors, listing),
    )


def _compile_selectors(listing: Listing) -> Selectors:
    """Return the selectors that were given, by their names."""
    words = ((part, getattr(listing, part)) for part in _PARTS)
    return {part: compile_selector(selector) for part, selector in words if selector}


def _find_base(root: "etree._Element", url: str, listing: Listing) -> str:
    """Return what relative links are relative to."""
    if listing.base:
        return listing.base
    element = root.find(".//base[@href]")
    return url if element is None else join_url(url, element.get("href", ""))


def _read_item(item: "etree._Element", selectors: Selectors, base: str) -> _Item:
    """Return what the selectors find in one item."""
    if "link" in selectors:
        stated = _list_links(selectors["link"].select(item))
    else:
        stated = _list_links([item])
    usable = [(clean_url(href, base), words) for href, words in stated if href[:1] != "#"]
    links = [(link, words) for link, words in usable if link]
    link = links[0][0] if links else ""
    return _Item(
        link=link,
        headline=_read_words(item, selectors.get("headline")),
        label=next((words for href, words in links if words and href == link), ""),
        summary=_read_words(item, selectors.get("summary")),
        date=_read_date(item, selectors.get("date")),
    )


def _list_links(found: "list[etree._Element | str]") -> list[tuple[str, str]]:
    """Return addresses with the words of their links: an attribute is an address itself."""
    links = []
    for one in found:
        if isinstance(one, str):
            links.append((one.strip(), ""))
            continue
        anchors = [a for a in one.iter("a", "area") if a.get("href")]
        links += [(a.get("href", "").strip(), join_line(element_to_text(a))) for a in anchors]
    return links


def _read_words(item: "etree._Element", selector: Selector | None) -> str:
    """Return the first words a selector finds; nothing if it is not given or finds none."""
    found = selector.select(item) if selector else []
    return next(filter(None, map(_tell_words, found)), "")


def _tell_words(found: "etree._Element | str") -> str:
    """Return words on one line."""
    return join_line(found if isinstance(found, str) else element_to_text(found))


def _read_date(item: "etree._Element", selector: Selector | None) -> Stamp | None:
    """Return a date: the ``datetime`` of a time element first, since its words are for people."""
    found = selector.select(item) if selector else []
    for one in found:
        if not isinstance(one, str):
            stated = (element.get("datetime") or "" for element in one.iter())
            stamp = read_stamp(next(filter(None, stated), ""))
            if stamp:
                return stamp
    return read_stamp(next(filter(None, map(_tell_words, found)), ""))


def _make_entry(item: _Item) -> Entry:
    """Return an item as an entry."""
    words = item.headline or item.label
    return Entry(
        guid=canonicalize_url(item.link) if item.link else "",
        links=(Link(href=item.link, type="text/html"),) if item.link else (),
        title=Text(value=words, role="title") if words else None,
        texts=(Text(value=item.summary, role="summary"),) if item.summary else (),
        published=item.date,
    )


def _find_nothing(items: list[_Item], selectors: Selectors, listing: Listing) -> str:
    """Return which selector finds nothing at all, in words; empty if none that is needed does."""
    if not items:
        return f"{_name_selector('item', listing)} finds nothing"
    for part in _NEEDED:
        if part in selectors and not any(getattr(item, part) for item in items):
            return f"{_name_selector(part, listing)} finds nothing in any item"
    if not any(item.link or item.headline for item in items):
        return f"what {_name_selector('item', listing)} finds has no link and no headline"
    return ""


def _name_selector(part: str, listing: Listing) -> str:
    """Return a selector with its name."""
    return f'page.{part} "{cut_text(getattr(listing, part), 80)}"'


def _tell_nothing(what: str, root: "etree._Element", url: str) -> Unreadable:
    """Return what finds nothing, and where: the page's title often tells why."""
    title = cut_text(_read_title(root), 60)
    titled = f' (titled "{title}")' if title else ""
    where = cut_text(show_address(url), 100)
    return Unreadable(kind="nothing found", reason=f"{what}: {where}{titled}")


def _read_title(root: "etree._Element") -> str:
    """Return what the page calls itself."""
    return join_line(root.findtext(".//title") or "")


def _tell_problems(
    count: int, nameless: int, items: list[_Item], selectors: Selectors, listing: Listing
) -> tuple[Problem, ...]:
    """Return what was left out, and which selectors found nothing without doing harm."""
    told = []
    if count > MOST_ITEMS:
        told.append(f"{count:,} items; only the first {MOST_ITEMS:,} were read")
    if nameless:
        told.append(f"items without link and headline: {nameless}; they were left out")
    told += [
        f"{_name_selector(part, listing)} finds nothing in any item"
        for part in ("summary", "date")
        if part in selectors and not any(getattr(item, part) for item in items)
    ]
    return tuple(Problem(what=what) for what in told)
