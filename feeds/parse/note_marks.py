"""Marks that programs for notes add to Markdown, and words that only look like its HTML."""

import re
from html import escape
from typing import Final

from lxml.html.defs import tags

# ``[[Ann Reed]]``, ``[[people/ann|Ann Reed]]``; ``[[1]](https://…)`` is a link of Markdown.
_LINK: Final = re.compile(r"(!?)\[\[([^\[\]|\n]{1,200}?)(?:\\?\|([^\[\]\n]{1,200}))?\]\](?![(\[])")
_FILE: Final = re.compile(
    r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp|heic|tiff?|pdf|canvas|base|mp[34]|m4a|m4v|mov|mkv|og[agv]"
    r"|wav|webm|flac|3gp)$",
    re.IGNORECASE,
)
# ``> [!note] Title``
_CALLOUT: Final = re.compile(
    r"^((?:[ \t]{0,3}>){1,20}[ \t]?)\[![\w-]{1,40}(?:\|[^\]\n]{0,100})?\][-+]?[ \t]*(.*)$",
    re.MULTILINE,
)
# What pandoc adds to a link, a picture or a heading: ``{#next .wide width="50%"}``.
_ADDED: Final = (
    r"\{(?:(?:[#.][\w:-]{1,80}|[\w-]{1,40}=(?:\"[^\"{}\n]{0,200}\"|[^\s\"{}]{1,200})|-)"
    r"[ \t]{0,4}){1,10}\}"
)
_LINK_ADDED: Final = re.compile(rf"(?<=\)){_ADDED}")
_HEADING_ADDED: Final = re.compile(
    rf"^(#{{1,6}}[ \t][^\n]{{1,500}}?)[ \t]{{1,4}}{_ADDED}[ \t]{{0,4}}$", re.MULTILINE
)
# ``[words]{.wide}``
_SPAN: Final = re.compile(rf"\[([^\[\]\n]{{0,500}})\]{_ADDED}")
# ``::: note`` above a box and ``:::`` below it.
_FENCE: Final = re.compile(
    r"^[ \t]{0,3}:{3,20}[ \t]{0,4}(?:[\w-]{1,40}[ \t]{0,4})?"
    rf"(?:{_ADDED}[ \t]{{0,4}})?:{{0,20}}[ \t]{{0,4}}$",
    re.MULTILINE,
)
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,100})([^<>=]{0,200})>")
_ELEMENTS: Final = tags | {
    *(
        "bdi",
        "data",
        "dialog",
        "frame",
        "main",
        "nobr",
        "noframes",
        "picture",
        "plaintext",
        "portal",
    ),
    *(
        "rb",
        "rtc",
        "search",
        "slot",
        "template",
        "xmp",
        "defs",
        "g",
        "path",
        "text",
        "tspan",
        "use",
    ),
    *("mfrac", "mi", "mn", "mo", "mrow", "msub", "msup", "mtext", "semantics"),
}


def show_note_marks(words: str) -> str:
    """Return a text with the words of links and boxes in the place of their marks.

    Files that are shown in a note are left out: nobody else can reach them.
    """
    return _CALLOUT.sub(_name_box, show_links(_drop_added(words)))


def show_links(words: str) -> str:
    """Return a text with the words of links to other notes in their place."""
    return _LINK.sub(_name_link, words)


def show_words(markup: str) -> str:
    """Return HTML in which tags that are none, as in ``<Reuters> said so``, are words.

    Elements that a page may define itself have a hyphen, and what has attributes is no word.
    """
    return _TAG.sub(_write_tag, markup)


def _drop_added(words: str) -> str:
    """Return a text without what pandoc adds to its links, pictures, headings and boxes."""
    for added, kept in ((_LINK_ADDED, ""), (_HEADING_ADDED, r"\1"), (_SPAN, r"\1"), (_FENCE, "")):
        words = added.sub(kept, words)
    return words


def _name_link(found: re.Match[str]) -> str:
    """Return the words of a link; none for a file that is shown."""
    shown, target, words = found.groups()
    return "" if shown and _FILE.search(target) else words or target


def _name_box(found: re.Match[str]) -> str:
    """Return the title of a box on a line of its own, or nothing where it has none."""
    quote, title = found.groups()
    return f"{quote}{title}\n{quote}" if title.strip() else quote


def _write_tag(found: re.Match[str]) -> str:
    """Return a tag of HTML as it is, any other one as words."""
    name = found[1].lower()
    is_element = name in _ELEMENTS or ("-" in name and name == found[1])
    return found[0] if is_element else escape(found[0], quote=False)
