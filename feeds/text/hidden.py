"""Elements of HTML that no reader sees: the preview lines of newsletters, and the like."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

_MAYBE: Final = re.compile(
    r"\bhidden\b|display\s*:\s*none|visibility\s*:|mso-hide|overflow\s*:\s*clip|font-size\s*:\s*[01.]",
    re.IGNORECASE,
)
# Most trees have no such element, which is quickly seen.
_STYLED: Final = "boolean(descendant-or-self::*[@style or @hidden])"
_HIDES: Final = re.compile(r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse))(?:!|;|$)")
# Outlook alone hides it; what states how it is displayed elsewhere is seen there.
_HIDES_FROM_OUTLOOK: Final = re.compile(r"(?:^|;)mso-hide:all(?:!|;|$)")
_DISPLAYED: Final = re.compile(r"(?:^|;)display:")
# Without room, and what would need it is cut off: otherwise the words are seen outside of it.
_NOTHING: Final = r"0(?:\.0+)?(?:px|pt|r?em)?(?:!|;|$)"
_NO_ROOM: Final = re.compile(rf"(?:^|;)(?:max-)?(?:height|width):{_NOTHING}")
_CUT_OFF: Final = re.compile(r"(?:^|;)overflow:(?:hidden|clip)(?:!|;|$)")
# What stands in the padding is seen; least sizes go before greatest.
_ROOM: Final = re.compile(rf"(?:^|;)(?:padding(?:-\w+)?|min-\w+):(?!(?:0(?:px|pt)?)*{_NOTHING})")
# Text flows around no bounds, and cells of a table grow.
_SIZED: Final = frozenset({"div", "p", "section", "center", "header", "h1", "h2", "h3", "ul", "li"})
_BOX: Final = re.compile(r"(?:^|;)display:(?:inline-)?(?:block|flex)(?:!|;|$)")
_TINY: Final = re.compile(
    r"(?:^|;)font-size:(?:0?\.\d+px|[01](?:\.0+)?px|0(?:\.0+)?(?:pt|r?em|%)?)(?:!|;|$)"
)
_MOST_PREVIEWS: Final = 10
_UNREAD: Final = frozenset({"script", "style", "title"})
_ABOVE: Final = _UNREAD | {"head"}
_WORD: Final = re.compile(r"\w+")
# A report that a program of the page would show has more; a preview line has fewer.
_REPORT_WORDS: Final = 100


def may_hide(html: str) -> bool:
    """Tell whether there may be something hidden in HTML; quick."""
    lower = html.lower()
    stated = "hidden" in lower or "style" in lower  # the attributes that hide; most HTML has none
    return stated and _MAYBE.search(html) is not None


def list_hidden(root: "etree._Element") -> "list[etree._Element]":
    """Return the outermost elements with words that are hidden by their style or attribute.

    Not those that are only transparent, or hidden from screen readers: publishers do that to what
    is read, and show it in time. Nor one with most words of the page, which is the report. What has
    no room or is too small to be read is hidden where it stands before all other words, as the
    preview line of a newsletter does; elsewhere a page may unfold it.
    """
    if not root.xpath(_STYLED):
        return []
    found = [element for element in root.iter() if _is_hidden(element)]
    found += _list_previews(root, set(found))
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
    style = _join_style(element)
    if not style:
        return False
    if _HIDES.search(style):
        return True
    return bool(_HIDES_FROM_OUTLOOK.search(style)) and not _DISPLAYED.search(style)


def _list_previews(root: "etree._Element", hidden: "set[etree._Element]") -> "list[etree._Element]":
    """Return elements with few words that cannot be read, and before which none can be."""
    # Rules for elements may give their words a size, and what those select nobody knows here.
    sized = any("font-size" in (it.text or "") for it in root.iter("style"))
    shrunk = (it for it in _list_shrunk(root, hidden, sized=sized) if _count_words(it))
    previews: list[etree._Element] = []
    for element in islice(shrunk, _MOST_PREVIEWS):
        if not _stands_first(element, hidden.union(previews)):
            break
        if _count_words(element) <= _REPORT_WORDS:
            previews.append(element)
    return previews


def _list_shrunk(
    root: "etree._Element", hidden: "set[etree._Element]", *, sized: bool
) -> "Iterator[etree._Element]":
    """Yield the outermost elements that cannot be read, of those that are not hidden, in order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element not in hidden and _is_shrunk(element, sized=sized):
            yield element
        else:
            waiting.extend(reversed(element))


def _is_shrunk(element: "etree._Element", *, sized: bool) -> bool:
    """Tell whether an element leaves no room for its words, or makes them too small to be read."""
    style = _read_style(element)
    if not style:
        return False
    if _NO_ROOM.search(style) and _CUT_OFF.search(style) and not _ROOM.search(style):
        return element.tag in _SIZED or _BOX.search(style) is not None
    if sized or not _TINY.search(style):
        return False
    return not any(map(_may_size, element.iterdescendants()))


def _read_style(element: "etree._Element") -> str:
    """Return the style of an element without spaces: of two values of a property the last holds."""
    style = _join_style(element)
    if not style:  # as most elements
        return ""
    values = dict(it.partition(":")[::2] for it in style.split(";") if it)
    return ";".join(f"{name}:{value}" for name, value in values.items())


def _join_style(element: "etree._Element") -> str:
    """Return the style of an element in small letters, without spaces."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def _may_size(element: "etree._Element") -> bool:
    """Tell whether the words in an element may have a size of their own."""
    return element.tag == "font" or any(map(element.get, ("style", "class", "id", "size")))


def _stands_first(element: "etree._Element", hidden: "set[etree._Element]") -> bool:
    """Tell whether no words are seen before an element."""
    for inner in (element, *element.iterancestors()):
        parent = inner.getparent()
        if parent is not None and _WORD.search(parent.text or ""):
            return False
        for before in inner.itersiblings(preceding=True):
            seen = before.tag not in _ABOVE and before not in hidden and _count_words(before)
            if seen or _WORD.search(before.tail or ""):
                return False
    return True


def _count_words(root: "etree._Element") -> int:
    """Return how many words stand in an element; those of programs are none."""
    texts = (
        (element.text if element.tag not in _UNREAD else "", element.tail)
        for element in root.iter()
    )
    words = sum(len(_WORD.findall(part)) for pair in texts for part in pair if part)
    return words - len(_WORD.findall(root.tail or ""))
