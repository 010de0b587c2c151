"""Which page an address shows, in whatever form: for phones, for printing, from a cache.

For comparing only: nobody says that such a page exists under the address that is left.
"""

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from feeds.text.urls import canonicalize_url, clean_url, names_page

# The caches of AMP (amp.dev, "AMP cache URL format"): behind "s" stands the address with https.
_CACHE: Final = re.compile(
    r"https?://(?:(?:www\.)?google\.[a-z.]+/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[a-z])/(?:s/)?"
    r"(?P<page>[^/:]+\.[^/:]+/.+)"
)
_HOST: Final = re.compile(r"^(?:(?:www|m|mobile|amp|wap)\.)+(?=[^.]+\.)")
_BEFORE: Final = re.compile(r"^(?:/(?:amp|mobile))+(?=/.)")
_BEHIND: Final = re.compile(r"(?:/(?:amp|print))*/*$")
_FILE: Final = re.compile(r"(?:\.amp)+(?=\.html?$|$)")
_FORMS: Final = frozenset({"amp", "print", "printable", "mobile", "outputtype", "displaymode"})
_VALUES: Final = frozenset({"", "1", "true", "yes", "y", "amp", "print"})
_MOST_WRAPPED: Final = 3


def find_page(url: str) -> str:
    """Return the address of the page that an address shows in another form; else itself.

    Args:
        url: Canonical, as from :func:`feeds.text.urls.canonicalize_url`.
    """
    inner = _unwrap(url)
    parts = urlsplit(inner)
    plain = parts._replace(
        netloc=_HOST.sub("", parts.netloc),
        path=_FILE.sub("", _BEHIND.sub("", _BEFORE.sub("", parts.path))),
        query="&".join(pair for pair in parts.query.split("&") if not _is_form(pair)),
    )
    page = urlunsplit(plain)
    return page if names_page(page) else inner


def _unwrap(url: str) -> str:
    """Return the address that stands in that of a cache, if it is one of a page."""
    for _ in range(_MOST_WRAPPED):
        cached = _CACHE.fullmatch(url)
        inside = clean_url(f"https://{cached['page']}") if cached else None
        if inside is None:
            break
        url = canonicalize_url(inside)
    return url


def _is_form(pair: str) -> bool:
    """Tell whether a ``name=value`` of a query asks for another form of a page."""
    name, _, value = pair.lower().partition("=")
    return name in _FORMS and value in _VALUES
