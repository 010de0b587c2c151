"""HTML made safe, and made plain."""

import html as entities
import re
from collections.abc import Iterable
from itertools import chain, takewhile
from typing import Final
from urllib.parse import SplitResult, urlsplit

import nh3
from lxml import etree

from feeds.text.characters import clean_characters, join_line
from feeds.text.hidden import list_hidden, may_hide
from feeds.text.tracking import COUNTER_HOSTS, COUNTER_PATHS
from feeds.text.urls import clean_url, host_within

MAX_DEPTH: Final = 200

_BLOCKS: Final = frozenset(
    {
        *("p", "div", "section", "article", "header", "footer", "main", "aside", "details"),
        *("summary", "address", "blockquote", "figure", "figcaption", "pre", "hr", "ul", "ol"),
        *("li", "dl", "dt", "dd", "table", "caption", "tr", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
# Elements that stand on lines of their own.
BLOCKS: Final = _BLOCKS | {"body", "form", "fieldset", "nav", "center", "legend", "title"}
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins"),
        *("kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strong", "sub", "sup"),
        *("thead", "tbody", "tfoot", "td", "th", "time", "u", "var", "wbr"),
    }
)
_UNREAD: Final = frozenset(
    {
        *("script", "style", "iframe", "svg", "math", "template", "textarea", "select", "button"),
        *("noscript", "noembed", "noframes", "object", "embed", "applet", "head", "title"),
        *("option", "datalist", "canvas", "video", "audio"),
    }
)
_ATTRIBUTES: Final = {
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
    "*": {"lang", "dir"},
}
_ADDRESSES: Final = frozenset({"href", "src", "cite"})
# As nh3 wants them: the elements that stay, and those that go with what is in them.
_KEPT: Final = set(_BLOCKS | _INLINE)
_DROPPED: Final = set(_UNREAD - {"head"})
_ROUNDS: Final = 8
_EMPTY_ROUNDS: Final = 50
# Elements that close themselves or their like: they stand side by side, however many.
_FLAT: Final = frozenset(
    {
        *("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link"),
        *("meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr"),
    }
)

_MARKED: Final = re.compile("[<&]")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# The next three read only what nh3 wrote: quotes and brackets in values are escaped there.
_IMAGE: Final = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_VALUE: Final = re.compile(r' ([a-z]+)="([^"]*)"')
# A cell without words goes with its whole row only: others would move into its column.
_EMPTY: Final = re.compile(
    r'<(p|a|b|i|em|strong|div|li|ul|ol|figure|table|thead|tbody|tfoot)(?: [a-z]+="[^"]*")*>'
    r"(?:\s|&nbsp;)*</\1>"
    r'|<tr(?: [a-z]+="[^"]*")*>'
    r'(?:\s|&nbsp;|<t[dh](?: [a-z]+="[^"]*")*>(?:\s|&nbsp;)*</t[dh]>)*</tr>'
)
_CODE: Final = re.compile(r"<(script|style)\b.*?(?:</\1[^<>]*>?|\Z)", re.IGNORECASE | re.DOTALL)
_ANY_TAG: Final = re.compile(r"<[!/?a-zA-Z][^<>]*>")
_KNOWN_TAG: Final = re.compile(
    r"</?(?:a|b|br|blockquote|cite|code|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|s|small|span"
    r"|strike|strong|sub|sup|table|td|tr|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_GAP: Final = re.compile(r"\n\s*\n")


def sanitize_html(html: str, base: str = "") -> str:
    """Return HTML that is safe to show anywhere and has nothing but the report.

    Only elements of running text stay; links and pictures with http, https (and mailto)
    addresses, made absolute. No script, style, form, frame, svg or math; no counting pixels or
    buttons; nothing hidden. Doing it twice changes nothing.

    Args:
        html: A fragment or a page, of any origin.
        base: What relative addresses are relative to; without it they are dropped.
    """
    # Characters first: normalizing after cleaning can make new markup (CVE-2024-34078).
    text = clean_characters(html)
    if measure_depth(text) <= MAX_DEPTH:  # deeper, nh3 needs quadratic time
        text = _drop_hidden(text)
        for _ in range(_ROUNDS):
            cleaned = _clean_round(text, base)
            if cleaned == text:
                return cleaned
            text = clean_characters(cleaned)
    return mark_paragraphs(_flatten(text))


def html_to_text(html: str) -> str:
    """Return the words of HTML: paragraphs parted by blank lines, spaces collapsed."""
    text = clean_characters(html)
    if not _MARKED.search(text):  # most summaries: they cost no parser
        return join_line(text)
    if measure_depth(text) > MAX_DEPTH:
        return _flatten(text)
    root = parse_html(text)
    if root is None:
        return ""
    remove_hidden(root)
    return element_to_text(root)


def parse_html(html: str) -> "etree._Element | None":
    """Return the tree of HTML, or None where there is nothing in it."""
    # Otherwise what stands deeper than 256 elements is lost without a word.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(html.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:  # nothing but a comment
        return None


def element_to_text(root: "etree._Element") -> str:
    """Return the words of an element, paragraphs parted by blank lines."""
    pieces: list[str] = []
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag)
        if event == "start":
            if skipped is None and name in _UNREAD:
                skipped = element
            if skipped is None:
                pieces.append(_opening(name) + _collapse(element.text))
            continue
        if skipped is element:
            skipped = None
        if skipped is None:
            after = "" if element is root else _collapse(element.tail)
            pieces.append(("\n\n" if name in BLOCKS else "") + after)
    return tidy_paragraphs(clean_characters("".join(pieces)))


def remove_element(element: "etree._Element") -> None:
    """Remove an element from its parent; the text behind it stays. Doing it twice is no harm."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def remove_elements(elements: "Iterable[etree._Element]") -> None:
    """Remove elements from their parents; the text behind each stays.

    One by one, the text behind those that stand side by side would be copied each time. What stands
    in them is put into another tree: in none, each that is let go would look at all beside it.
    """
    apart = etree.Element("apart")
    gone = dict.fromkeys(elements)
    for element in gone:
        parent, previous = element.getparent(), element.getprevious()
        if parent is None or previous in gone:
            continue
        beside = list(takewhile(gone.__contains__, chain((element,), element.itersiblings())))
        behind = "".join(it.tail or "" for it in beside)
        if previous is not None:
            previous.tail = (previous.tail or "") + behind
        else:
            parent.text = (parent.text or "") + behind
        for each in beside:
            apart.extend(list(each))
            each.tail = None
            parent.remove(each)


def remove_hidden(root: "etree._Element") -> bool:
    """Remove the elements of a tree that no reader sees; tell whether there were any."""
    hidden = [element for element in list_hidden(root) if element is not root]
    remove_elements(hidden)
    return bool(hidden)


def drop_code(html: str) -> str:
    """Return HTML without its programs and styles."""
    return _CODE.sub("", html)


def tidy_paragraphs(text: str) -> str:
    """Return plain text with one blank line between paragraphs and single spaces in them."""
    paragraphs = (
        "\n".join(line for line in map(join_line, part.split("\n")) if line)
        for part in _GAP.split(text)
    )
    return "\n\n".join(part for part in paragraphs if part)


def mark_paragraphs(text: str) -> str:
    """Return plain text as HTML paragraphs, as :func:`sanitize_html` would leave them.

    Args:
        text: As of :func:`clean_characters`.
    """
    return "".join(
        f"<p>{entities.escape(part, quote=False).replace(chr(10), '<br>')}</p>"
        for part in tidy_paragraphs(text).split("\n\n")
        if part
    )


def plain_line(value: str, *, markup: bool) -> str:
    """Return a title or name on one line, without markup however often it was escaped.

    Args:
        value: As stated.
        markup: Whether it was said to be HTML; known tags and entities are read even if not.
    """
    text = clean_characters(value)
    for _ in range(3):
        if not (markup or _KNOWN_TAG.search(text) or _ENTITY.search(text)):
            break
        text = (
            join_line(html_to_text(text))
            if markup or _KNOWN_TAG.search(text)
            else (clean_characters(entities.unescape(text)))
        )
        markup = False
    return join_line(text)


def has_markup(value: str) -> bool:
    """Tell whether text that was said to be plain has tags of running text in it."""
    return _KNOWN_TAG.search(value) is not None


def measure_depth(html: str) -> int:
    """Return how deep elements can stand in one another, at most; in one pass."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth + (-1 if match[1] else 1))
        deepest = max(deepest, depth)
    return deepest


def _clean_round(html: str, base: str) -> str:
    """Clean once; what was unwrapped or emptied may need another round."""

    def keep_attribute(tag: str, name: str, value: str) -> str | None:
        if name not in _ADDRESSES:
            return clean_characters(value)
        if tag == "a" and value.strip().lower().startswith("mailto:"):
            return clean_characters(value).strip()
        return clean_url(value, base)

    cleaned = nh3.clean(
        html,
        tags=_KEPT,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=keep_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return _drop_empty(_IMAGE.sub(_keep_picture, cleaned))


def _drop_hidden(html: str) -> str:
    """Return HTML without hidden elements; as it stands if there are none."""
    root = parse_html(html) if may_hide(html) else None
    if root is None or not remove_hidden(root):
        return html
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _drop_empty(html: str) -> str:
    """Return HTML without empty elements, and without those that were filled with such only."""
    for _ in range(_EMPTY_ROUNDS):
        html, count = _EMPTY.subn("", html)
        if not count:
            break
    return html


def _keep_picture(match: re.Match[str]) -> str:
    """Return the picture, or nothing for one that only counts readers."""
    values = dict(_VALUE.findall(match[1]))
    url = entities.unescape(values.get("src", ""))
    if not url or _counts_readers(urlsplit(url)):
        return ""
    sizes = [values[name] for name in ("width", "height") if name in values]
    return "" if any(size.strip() in {"0", "1", "0px", "1px"} for size in sizes) else match[0]


def _counts_readers(url: SplitResult) -> bool:
    """Tell a counter or button by its address."""
    path = url.path.lower()
    return host_within(url.hostname or "", COUNTER_HOSTS) or any(
        part in path for part in COUNTER_PATHS
    )


def _opening(name: str) -> str:
    """Return what an element puts before its words."""
    if name in BLOCKS:
        return "\n\n"
    if name == "br":
        return "\n"
    return " " if name in {"td", "th"} else ""


def _collapse(text: str | None) -> str:
    """Return text with line breaks of the source as spaces: in HTML they mean nothing."""
    return " ".join(text.split("\n")) if text else ""


def _flatten(html: str) -> str:
    """Return the words of HTML too deep for a tree, in one pass."""
    plain = _ANY_TAG.sub("\n\n", drop_code(html))
    return tidy_paragraphs(clean_characters(entities.unescape(plain)))
