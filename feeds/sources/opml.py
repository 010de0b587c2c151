"""Lists of feeds as other readers write and read them (OPML 2.0, http://opml.org/spec2.opml)."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from feeds.errors import WiredeskError
from feeds.model import Source
from feeds.sources.additions import Addition
from feeds.text.characters import clean_characters, cut_text, join_line
from feeds.text.urls import clean_url

_FEED_KINDS = {"rss", "rss1", "rss2", "atom", "feed", "json"}
_TITLE_LENGTH = 200


def read_opml(content: bytes, file: str) -> tuple[Addition, ...]:
    """Return the feeds of a list, in its order.

    Nothing is opened for it: no DTD, no entity, no other list it includes. Addresses are as
    stated and may be wrong; names of elements and attributes are read in any case.

    Args:
        content: The bytes of the file.
        file: Its name, for messages.

    Raises:
        WiredeskError: It is no XML, with line and column; or it is no list of feeds.
    """
    root = _parse_xml(content, file)
    if _local_name(root) != "opml":
        raise WiredeskError(f"{file} is no OPML: its first element is <{_local_name(root)[:40]}>")
    outlines = [node for node in root.iter(etree.Element) if _local_name(node) == "outline"]
    return tuple(feed for node in outlines if (feed := _read_outline(node)))


def render_opml(sources: Iterable[Source], title: str) -> bytes:
    """Return the feeds among the sources as a list other readers can import.

    Args:
        sources: In order; folders of articles and what needs a reader of our own are left out.
        title: Of the list.
    """
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = clean_characters(title)
    body = etree.SubElement(root, "body")
    for source in sources:
        url = clean_url(source.url or "")
        if source.kind != "feed" or url is None:
            continue
        name = clean_characters(source.title or source.id)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=url)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _parse_xml(content: bytes, file: str) -> "etree._Element":
    """Return the root of XML that has no entities of its own."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = error.msg.partition(", line ")[0]
        raise WiredeskError(f"{file}:{line}:{column}: this is not OPML: {what}") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise WiredeskError(f"{file} declares entities, which are not opened; remove its DOCTYPE")
    return root


def _read_outline(node: "etree._Element") -> Addition | None:
    """Return the feed of an outline; None for a folder, a link or a note."""
    stated = _read_attributes(node)
    kind = stated.get("type", "").lower()
    url = stated.get("xmlurl") or (stated.get("url", "") if kind in _FEED_KINDS else "")
    if not url:
        return None
    folders = (
        _read_title(_read_attributes(above))
        for above in node.iterancestors()
        if _local_name(above) == "outline"
    )
    folder = " / ".join(reversed([name for name in folders if name]))
    return Addition(url=_mend_scheme(url), title=_read_title(stated) or None, folder=folder)


def _read_attributes(node: "etree._Element") -> dict[str, str]:
    """Return the attributes of an element, names in lower case."""
    return {str(name).lower(): str(value).strip() for name, value in node.attrib.items()}


def _read_title(stated: dict[str, str]) -> str:
    """Return the name of an outline on one line."""
    name = stated.get("title") or stated.get("text") or ""
    return cut_text(join_line(clean_characters(name)), _TITLE_LENGTH)


def _mend_scheme(url: str) -> str:
    """Return an address that some readers write with a scheme of their own as one of the web."""
    if url.lower().startswith("feed://"):
        return "http" + url[4:]
    return url[5:] if url.lower().startswith("feed:") else url


def _local_name(node: "etree._Element") -> str:
    """Return the name of an element without its namespace, in lower case."""
    return etree.QName(node).localname.lower()
