"""Who published an entry, where that is not the source itself."""

from urllib.parse import urlsplit

from feeds.model import Document, Entry, Source
from feeds.normalize.fields import name_letter, plain_label
from feeds.text.urls import clean_url
from feeds.text.words import fold_text


def name_publication(entry: Entry, document: Document, source: Source) -> str:
    """Return the publication an entry was republished from; empty if it is the source's own.

    An inbox publishes nothing: whatever lies in it has the publisher that it names, or else the
    host that it came from, or else the one that is configured for it.
    """
    stated = plain_label(entry.source_title) or name_letter(entry, document)
    own = [source.title or ""]
    if source.kind == "inbox":
        stated = stated or _name_site(document) or _name_host(entry) or source.publisher or ""
    else:
        own.append(document.title)
    return stated if fold_text(stated) not in map(fold_text, own) else ""


def _name_site(document: Document) -> str:
    """Return what a document calls itself, unless that is an address."""
    name = plain_label(document.title)
    return "" if "://" in name else name


def _name_host(entry: Entry) -> str:
    """Return the host of the page an entry stands on, as people write it; empty for none."""
    links = (link.href for link in entry.links if link.rel in {"", "alternate"})
    addresses = filter(None, map(clean_url, (*links, entry.canonical)))
    hosts = (urlsplit(address).hostname or "" for address in addresses)
    return next(filter(None, hosts), "").removeprefix("www.")
