"""Boxes of a page that are none of the report, by their tag, role, class or id."""

import re
from typing import Final

from lxml import etree

DROPPED: Final = frozenset(
    {
        *("nav", "aside", "footer", "form", "script", "style", "figure", "figcaption", "noscript"),
        *("button", "iframe", "svg", "template", "select", "dialog", "menu", "h1", "input"),
    }
)
"""Elements that are none of it, whatever they are called."""
_DROPPED_ROLES: Final = frozenset(
    {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert"}
)
# Words of class and id that name furniture wherever they stand; whole words only.
_DROPPED_NAMES: Final = frozenset(
    {
        *(
            "advert",
            "advertisement",
            "ad",
            "ads",
            "promo",
            "newsletter",
            "social",
            "share",
            "sharing",
        ),
        *("related", "comments", "comment", "cookie", "breadcrumb", "breadcrumbs", "byline"),
        *("caption", "sidebar", "paywall", "subscribe", "recirc", "outbrain", "taboola", "tags"),
        *("reaction", "reactions", "disqus", "consent", "modal", "banner", "imprint"),
        *("toolbar", "metadata", "timestamp", "dateline-time", "signup", "recommended"),
    }
)
_NAME_WORD: Final = re.compile(r"[a-z]+")


def _names_quoted(element: "etree._Element") -> bool:
    """Tell whether an element says under a quotation whose it is."""
    return element.tag == "footer" and next(element.iterancestors("blockquote"), None) is not None


def is_furniture(element: "etree._Element") -> bool:
    """Tell whether an element is none of the report."""
    if element.tag in DROPPED or element.get("hidden") is not None:
        return not _names_quoted(element)
    if element.get("role", "").lower() in _DROPPED_ROLES or element.get("aria-hidden") == "true":
        return True
    if element.tag == "p":
        return False
    words = _NAME_WORD.findall(f"{element.get('class', '')} {element.get('id', '')}".lower())
    names = _DROPPED_NAMES.intersection(words)
    # What somebody posted and the report quotes stands in a box of that name.
    return bool(names) and (names != {"social"} or element.find(".//blockquote") is None)
