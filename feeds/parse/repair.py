"""Mending XML as text, so that the strict reading succeeds and nothing is lost to a slip.

Each step leaves a well-formed document as it says what it says.
"""

import re
from html.entities import html5
from xml.sax.saxutils import escape

from feeds.model import Problem
from feeds.parse.groups import number_groups
from feeds.parse.prolog import Root, find_root, read_entities

# The characters XML 1.0 cannot hold (2.2), and references to characters.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHARREF = re.compile(r"&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));?")
_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});)?")
_LONGEST_JUNK = 10_000
_LONGEST_NUMBER = 7  # digits of 1114111, the last character
_LAST_CHARACTER = 0x10FFFF
_XML_NAMES = frozenset({"lt", "gt", "amp", "quot", "apos"})
# feedparser looks for an address in a plain author with a pattern of quadratic cost (its issue
# 562): 60 kB took 49 s. No name is that long. The pattern also cuts addresses after four letters of
# the top-level domain; it finds none where the at sign is hidden.
_LONGEST_NAME = 300
_PERSON = re.compile(
    r"(<(?:\w{1,20}:)?(?:author|creator|managingEditor|webMaster|publisher|owner)"
    r"(?:\s[^<>]{0,500})?>\s{0,100}(?:<!\[CDATA\[)?)([^<]+)",
    re.IGNORECASE,
)
HIDDEN_AT = "\ue0a7"
_MRSS = re.compile(
    r"xmlns:([\w-]{1,30})\s{0,10}=\s{0,10}[\"'](?:https?:)?//search\.yahoo\.com/mrss/?[\"']",
    re.IGNORECASE,
)


def clean_xml(text: str) -> tuple[str, Root, tuple[Problem, ...]]:
    """Return a document that begins with its root element and holds legal characters only.

    What stands before the root says nothing that is needed once the text is decoded; the lines it
    took are kept, so that positions stay right. Entities that the document type declares as plain
    text are put in where they are used; others are left as words.
    """
    root = _find_feed_root(text)
    problems = _tell_junk(text, root)
    problems += _tell_illegal(text)
    line, column = count_place(text, root.at)
    text = "\n" * min(line - 1, 1000) + " " * min(column - 1, 1000) + text[root.at :]
    cleaned = _CHARREF.sub(_drop_illegal_reference, _ILLEGAL.sub("", text))
    cleaned = _PERSON.sub(_guard_person, cleaned)
    entities = read_entities(root.doctype)
    if entities:
        cleaned = mend_ampersands(cleaned, entities)
    return prepare_media(cleaned), root, problems


def mend_ampersands(text: str, entities: dict[str, str] | None = None) -> str:
    """Return the text with characters for named entities, and ``&amp;`` for a lone ``&``.

    CDATA sections stay as they are: there an ampersand is only a character.
    """
    declared = entities or {}

    def mend(found: re.Match[str]) -> str:
        """Return what stands for one ampersand and the name after it."""
        name = found[1]
        if not name:
            return "&amp;"
        if name.startswith("#") or name in _XML_NAMES:
            return found[0]
        value = declared.get(name) or html5.get(name + ";")
        return escape(value) if value else f"&amp;{name};"

    mended = []
    for number, part in enumerate(text.split("<![CDATA[")):
        literal, end, markup = part.partition("]]>") if number else ("", "", part)
        if number and not end:
            mended.append(f"<![CDATA[{literal}")
            continue
        start = "<![CDATA[" if number else ""
        mended.append(f"{start}{literal}{end}{_AMPERSAND.sub(mend, markup)}")
    return "".join(mended)


def prepare_media(text: str) -> str:
    """Return the document with captions and groups marked, so that feedparser keeps them apart.

    feedparser reads ``media:description`` and ``itunes:summary`` as one more description: a caption
    becomes the body, and after ``content:encoded`` it even replaces the summary. Under the name
    ``info`` (an element of Atom 0.3 feeds) it keeps value and type and touches nothing else.

    Feeds that misspell the namespace of Media RSS get the right one on the way.
    """
    text = _MRSS.sub(r'xmlns:\1="http://search.yahoo.com/mrss/"', text, count=20)
    for prefix in dict.fromkeys((*_MRSS.findall(text[:20_000]), "media")):
        text = number_groups(text, prefix)
        text = text.replace(f"<{prefix}:description", "<info")
        text = text.replace(f"</{prefix}:description", "</info")
    return text.replace("<itunes:summary", "<info").replace("</itunes:summary", "</info")


def _find_feed_root(text: str) -> Root:
    """Return the feed's root element, past elements of a warning printed before it."""
    first = root = find_root(text)
    while root.name and root.at < _LONGEST_JUNK:
        if root.local in {"rss", "rdf", "feed", "channel", "entry"}:
            return root
        root = find_root(text, root.at + 1)
    return first


def _tell_junk(text: str, root: Root) -> tuple[Problem, ...]:
    """Return a problem if words or elements stand before the document."""
    before = text[: root.at].lstrip("\ufeff")
    lead = before.partition("<")[0]
    if lead.strip() or find_root(before).name:
        return (Problem(what="something stands before the document and was left out"),)
    if lead and "<?xml" in before:
        return (Problem(what="blank lines stand before the XML declaration"),)
    return ()


def _tell_illegal(text: str) -> tuple[Problem, ...]:
    """Return a problem, with its place, if characters or references are not legal in XML."""
    references = (ref for ref in _CHARREF.finditer(text) if not _drop_illegal_reference(ref))
    first = _ILLEGAL.search(text) or next(references, None)
    if not first:
        return ()
    line, column = count_place(text, first.start())
    what = "characters that XML cannot hold were left out"
    return (Problem(what=what, line=line, column=column),)


def count_place(text: str, at: int) -> tuple[int, int]:
    """Return line and column of a position, counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _guard_person(found: re.Match[str]) -> str:
    """Return an author that feedparser may see: not too long, its at sign hidden."""
    opening, words = found[1], found[2].replace("@", HIDDEN_AT)
    end = "]]>" if opening.endswith("<![CDATA[") and "]]>" in words else ""
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].partition("]]>")[0] + end
    return opening + words


def _drop_illegal_reference(found: re.Match[str]) -> str:
    """Return a character reference, or nothing if XML has no such character."""
    digits = (found[1] or found[2]).lstrip("0")
    if not digits or len(digits) > _LONGEST_NUMBER:
        return ""
    number = int(digits, 10 if found[1] else 16)
    legal = number <= _LAST_CHARACTER and not _ILLEGAL.match(chr(number))
    return found[0] if legal else ""
