"""Elements of HTML that no reader sees: the preview lines of newsletters, and the like."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

_MAYBE: Final = re.compile(r"\bhidden\b|display\s*:\s*none|visibility\s*:|mso-hide", re.IGNORECASE)
_HIDES: Final = re.compile(r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse))(?:!|;|$)")
# Outlook alone hides it; what states how it is displayed elsewhere is seen there.
_HIDES_FROM_OUTLOOK: Final = re.compile(r"(?:^|;)mso-hide:all(?:!|;|$)")
_DISPLAYED: Final = re.compile(r"(?:^|;)display:")
_UNREAD: Final = frozenset({"script", "style", "title"})
_WORD: Final = re.compile(r"\w+")
# A report that a program of the page would show has more; a preview line has fewer.
_REPORT_WORDS: Final = 100


def may_hide(html: str) -> bool:
    """Tell whether there may be something hidden in HTML; quick."""
    return _MAYBE.search(html) is not None


def list_hidden(root: "etree._Element") -> "list[etree._Element]":
    """Return the outermost elements with words that are hidden by their style or attribute.

    Not those that are only transparent, or hidden from screen readers: publishers do that to what
    is read. Nor one with most words of the page, which is the report.
    """
    found = [element for element in root.iter() if _is_hidden(element)]
    inside = {it for element in found for it in element.iterdescendants()} if found else set()
    hidden = [element for element in found if element not in inside]
    if not hidden:
        return []
    words = _count_words(root)
    counts = {element: _count_words(element) for element in hidden}
    return [
        element
        for element, count in counts.items()
        if count and (count <= _REPORT_WORDS or 2 * count <= words)
    ]


def _is_hidden(element: "etree._Element") -> bool:
    """Tell whether an element says of itself that it is hidden."""
    if element.get("hidden") not in {None, "until-found", "false"}:
        return True
    style = "".join(element.get("style", "").lower().split())
    if _HIDES.search(style):
        return True
    return bool(_HIDES_FROM_OUTLOOK.search(style)) and not _DISPLAYED.search(style)


def _count_words(root: "etree._Element") -> int:
    """Return how many words stand in an element; those of programs are none."""
    texts = (
        (element.text if element.tag not in _UNREAD else "", element.tail)
        for element in root.iter()
    )
    words = sum(len(_WORD.findall(part)) for pair in texts for part in pair if part)
    return words - len(_WORD.findall(root.tail or ""))
