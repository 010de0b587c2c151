"""Boxes of a page that are none of the report, by their tag, role, class or id."""

import re
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import PROSE_WORDS, count_line_words, ends_sentence
from feeds.text.characters import join_line
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
_OF_OTHERS: Final = frozenset(
    {
        *("comments", "comment", "reaction", "reactions", "disqus", "outbrain", "taboola"),
        *("cookie", "consent", "modal", "breadcrumb", "breadcrumbs", "imprint"),
    }
)
_ASKING: Final = ("form", "button", "input")
_NAME_WORD: Final = re.compile(r"[a-z]+")
# What a box has beside that which it is, or has not: "text-with-ad".
_BESIDE: Final = re.compile(r"(?<![a-z])(?:no|has|with|without|hide)[-_]+[a-z]+")
# "NewsletterModule"; shorter ones stand in names that programs make up: "kqAdX".
_INNER_WORD: Final = re.compile(
    r"(?<!\bno)(?<!\bhas)(?<!\bwith)(?<!\bhide)(?<!Has)(?<!With)(?<!Without)(?:\b|_|(?<=[a-z]))[A-Z][a-z]{4,}(?![a-z])"
)
# Lists of other reports, and what the site says of its authors.
_ELSEWHERE: Final = re.compile(
    r"(?<![a-z])(?:related(?:posts?|articles?|stor(?:y|ies)|news|links|content)"
    r"|(?:latest|recent|popular)[-_](?:posts|articles|stories|news))(?![a-z])"
)
_OF_AUTHOR: Final = re.compile(
    r"(?:author|contributor)s?[-_]{0,2}(?:bio|box|info|about|card|desc|details|profile)"
    r"|about[-_](?:the[-_])?author"
)
# Behind a longer word, where a link follows the sentence.
_STOP: Final = re.compile(r"[^\W\d_]{5}[.!?。](?:\s|$)")
_COMMENT: Final = re.compile(r"schema\.org/(?:User)?Comments?$")


def _names_quoted(element: "etree._Element") -> bool:
    """Tell whether an element says under a quotation whose it is."""
    return element.tag == "footer" and next(element.iterancestors("blockquote"), None) is not None


def is_furniture(element: "etree._Element") -> bool:
    """Tell whether an element is none of the report."""
    return _is_stated(element) or (
        element.tag not in DROPPED and element.tag != "p" and is_named_furniture(element)
    )


def is_only_named(element: "etree._Element") -> bool:
    """Tell whether nothing but class or id says that an element is none of the report."""
    if element.tag in DROPPED or element.tag == "p" or _is_stated(element):
        return False
    return is_named_furniture(element)


def _is_stated(element: "etree._Element") -> bool:
    """Tell whether tag, role or microdata state that an element is none of the report."""
    if element.tag in DROPPED or element.get("hidden") is not None:
        return not _names_quoted(element)
    if element.get("role", "").lower() in _DROPPED_ROLES or element.get("aria-hidden") == "true":
        return True
    return "comment" in element.get("itemprop", "").split() or bool(
        _COMMENT.search(element.get("itemtype", ""))
    )


def names_author(element: "etree._Element") -> bool:
    """Tell whether class or id name an author of something."""
    stated = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return "author" in stated or "contributor" in stated


def names_others(element: "etree._Element") -> bool:
    """Tell whether class or id name what readers or other sites say."""
    stated = f"{element.get('class', '')} {element.get('id', '')}"
    return not _OF_OTHERS.isdisjoint(_list_names(stated))


def is_named_furniture(element: "etree._Element") -> bool:
    """Tell whether class or id name a box that is none of the report."""
    stated = f"{element.get('class', '')} {element.get('id', '')}"
    lower = stated.lower()
    names = _DROPPED_NAMES.intersection(_list_names(stated))
    if names:
        return not _holds_report(element, names)
    if names_author(element):
        return _OF_AUTHOR.search(lower) is not None and _tells_of_author(element)
    return _ELSEWHERE.search(lower) is not None


def _list_names(stated: str) -> list[str]:
    """Return the words of a class and an id; those in the middle of a name if they are long."""
    lower = stated.lower()
    words = _NAME_WORD.findall(_BESIDE.sub("", lower))
    return words if lower == stated else [*words, *map(str.lower, _INNER_WORD.findall(stated))]


def _tells_of_author(element: "etree._Element") -> bool:
    """Tell whether a box says a sentence; else it may tell who wrote the report, and when."""
    lines = map(join_line, element_to_text(element).split("\n\n"))
    told = (it for it in lines if count_line_words(it) >= PROSE_WORDS)
    return any(ends_sentence(it) or _STOP.search(it) for it in told)


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
