"""What a feed says of itself besides its title: when to ask, where its hub is, its own address.

feedparser keeps one hour of all skipHours and one day of all skipDays, so this is read apart, from
what stands before the first entry and behind the last.
"""

from dataclasses import dataclass, field

from lxml import etree

from feeds.model import Pace
from feeds.parse.bounds import find_outside
from feeds.parse.pace import local_name, read_pace
from feeds.parse.salvage import recover_xml
from feeds.parse.values import only_once
from feeds.text.urls import clean_url

MOST_HUBS = 10
_MOST_CHILDREN = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What stands beside the entries.

    Attributes:
        pace: How often the publisher wants to be asked.
        hubs: WebSub hubs it names (W3C WebSub, 4), absolute, in order, each once.
        self_url: Its own address as it states it (RFC 4287, 4.2.7.2), absolute; empty if unstated.
    """

    pace: Pace = field(default_factory=Pace)
    hubs: tuple[str, ...] = ()
    self_url: str = ""


def read_channel(cleaned: str, starts: list[int], url: str) -> Channel:
    """Return what an RSS, RDF or Atom document says of itself; of its entries, nothing.

    Args:
        cleaned: The document, beginning with its root, within the bounds.
        starts: Where its entries start.
        url: Its address, the base of relative ones.
    """
    root = recover_xml(find_outside(cleaned, starts))
    if root is None:
        return Channel()
    holder = next((child for child in root if local_name(child) == "channel"), root)
    children = list(holder)[:_MOST_CHILDREN]
    return Channel(
        pace=read_pace(holder.tag, children),
        hubs=clean_hubs(_list_links(children, "hub"), url),
        self_url=next(iter(clean_hubs(_list_links(children, "self"), url)), ""),
    )


def clean_hubs(stated: list[str], base: str) -> tuple[str, ...]:
    """Return addresses that can be asked, absolute, each once, ten at most."""
    usable = (clean_url(href, base) for href in stated[: 10 * MOST_HUBS])
    return only_once(filter(None, usable))[:MOST_HUBS]


def _list_links(children: "list[etree._Element]", rel: str) -> list[str]:
    """Return the targets of the links with a relation; RSS borrows the element of Atom."""
    return [
        child.get("href", "")
        for child in children
        if local_name(child) == "link" and rel in child.get("rel", "").lower().split()
    ]
