"""Saving the items of a document that is too broken to be read as a whole."""

import re

from lxml import etree

_START = re.compile(r"<(?:[A-Za-z_][\w-]{0,20}:)?(?:item|entry)[\s>/]")
CLOSED = re.compile(r"</(?:[A-Za-z_][\w-]{0,20}:)?(?:item|entry)\s{0,20}>")
# It is read again with each item.
_LONGEST_OPENING = 10_000
_OPENED = re.compile(r"<([\w:.-]{1,60})(?:\s[^<>]{0,200})?>\s{0,20}$")
# More is no news feed; the rest is told as a problem by whoever counts.
_MOST = 20_000


def find_starts(text: str) -> list[int]:
    """Return where items or entries seem to start."""
    return [found.start() for found in _START.finditer(text)][:_MOST]


def is_cut_short(text: str, starts: list[int]) -> bool:
    """Tell whether the document ends inside its last item, as a broken transfer leaves it."""
    return bool(starts) and not CLOSED.search(text, starts[-1])


def name_opening(text: str) -> str:
    """Return the start tag of the root of a cleaned document."""
    at = text.find("<")
    return text[at : text.find(">", at) + 1]


def salvage_xml(text: str, starts: list[int]) -> str:
    """Return a document with what could be saved of each item; empty where nothing could be.

    The text is cut before each item; each piece is mended alone, so that an unclosed element,
    comment or CDATA section costs no more than the item it stands in.
    """
    if not starts:
        return ""
    opening = name_opening(text)
    if len(opening) > _LONGEST_OPENING:
        return ""
    tree = recover_xml(text[text.find("<") : starts[0]])
    if tree is None:
        return ""
    parent = next((child for child in tree if _is_named(child, "channel")), tree)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = recover_xml(f"{opening}{_cut_piece(text[start:end], last=end == len(text))}")
        if piece is not None and len(piece):
            parent.append(piece[0])
    saved: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=False)
    return saved.decode("utf-8", "replace")


def _cut_piece(piece: str, *, last: bool) -> str:
    """Return one item without what follows it; an open CDATA section is closed.

    Of a document cut short, words after the last whole element are left out: half an address would
    be a wrong address.
    """
    closed = CLOSED.search(piece)
    if closed:
        piece = piece[: closed.start()]
    elif last:
        end = piece.rfind("</")
        piece = piece[: piece.find(">", end) + 1] if end >= 0 else piece[: piece.find(">") + 1]
    return _close_cdata(piece)


def _close_cdata(piece: str) -> str:
    """Return the item with an open CDATA section closed before the end of its element."""
    at = piece.rfind("<![CDATA[")
    if at < 0 or "]]>" in piece[at:]:
        return piece
    opened = _OPENED.search(piece, max(0, at - 300), at)
    end = piece.find(f"</{opened[1]}", at) if opened else -1
    return piece + "]]>" if end < 0 else f"{piece[:end]}]]>{piece[end:]}"


def recover_xml(xml: str) -> "etree._Element | None":
    """Return the tree libxml2 makes of broken XML; it opens nothing and expands nothing."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(xml.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _is_named(element: "etree._Element", name: str) -> bool:
    """Compare an element's local name."""
    tag: object = element.tag
    return isinstance(tag, str) and tag.rpartition("}")[2].lower() == name
