"""Boxes of a page that are none of the report, by their tag, role, class or id."""

import re
from typing import Final

from lxml import etree

from feeds.normalize.furniture import PROSE_WORDS, count_line_words, ends_sentence
from feeds.text.markup import element_to_text

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
_ASKING: Final = ("form", "button", "input")
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
    return element.tag != "p" and is_named_furniture(element)


def is_named_furniture(element: "etree._Element") -> bool:
    """Tell whether class or id name a box that is none of the report."""
    words = _NAME_WORD.findall(f"{element.get('class', '')} {element.get('id', '')}".lower())
    names = _DROPPED_NAMES.intersection(words)
    return bool(names) and not _holds_report(element, names)


def _holds_report(element: "etree._Element", names: frozenset[str]) -> bool:
    """Tell whether what stands in a box of such names is the report's all the same.

    That is what somebody posted, and the paragraphs that are read behind a wall: programs give them
    the name of the wall. The wall itself has a form or a button, or says but one thing.
    """
    if names == {"social"}:
        return element.find(".//blockquote") is not None
    if names != {"paywall"} or next(element.iter(*_ASKING), None) is not None:
        return False
    texts = map(element_to_text, element.iter("p"))
    return sum(ends_sentence(it) and count_line_words(it) >= PROSE_WORDS for it in texts) > 1
