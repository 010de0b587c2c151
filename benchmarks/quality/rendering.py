"""The lines a page shows, as a browser puts them on the clipboard.

Styles are not applied, so menus that a browser would fold stand there in full.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from feeds.text.markup import BLOCKS

_UNSHOWN: Final = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "iframe", "svg", "math", "object"),
        *("textarea", "select", "option", "datalist", "canvas", "video", "audio", "embed"),
    }
)
_HIDDEN: Final = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_BLOCKS: Final = BLOCKS | {"thead", "tbody", "tfoot", "button"}
# What has a blank line above and below it.
_APART: Final = frozenset({"p", "ul", "ol", "dl", "blockquote", "pre", "h1", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A line.

    Attributes:
        text: Without spaces around; cells of a row are parted by a tab.
        element: The block it stands in.
        apart: Whether a blank line stands above it.
    """

    text: str
    element: "etree._Element"
    apart: bool


@dataclass(slots=True, kw_only=True)
class _Pen:
    """What is being written.

    Attributes:
        block: The element in which the line stands.
        pieces: Of the line.
        apart: Whether a blank line is due.
        lines: Those that are done.
    """

    block: "etree._Element"
    pieces: list[str] = field(default_factory=list)
    apart: bool = False
    lines: list[Rendered] = field(default_factory=list)

    def end_line(self, name: str) -> None:
        """End the line where an element of this name begins or ends."""
        text = re.sub(r" *\t[ \t]*", "\t", re.sub(" +", " ", "".join(self.pieces))).strip()
        if text:
            self.lines.append(Rendered(text=text, element=self.block, apart=self.apart))
        self.apart = name in _APART or (self.apart and not text)
        self.pieces.clear()


def render_lines(root: "etree._Element") -> list[Rendered]:
    """Return the lines of a page, in order."""
    pen = _Pen(block=root)
    hidden: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if hidden is None and event == "start":
            if _is_hidden(element):
                hidden = element
            else:
                _open(pen, element)
        elif event == "end" and hidden in {None, element}:
            if hidden is None:
                _close(pen, element, root)
            hidden = None
            pen.pieces.append(_collapse(element.tail) if element is not root else "")
    pen.end_line("")
    return pen.lines


def _open(pen: _Pen, element: "etree._Element") -> None:
    """Write what stands before an element and its first words."""
    name = str(element.tag)
    if name in _BLOCKS or name == "br":
        pen.end_line(name)
    if name in _BLOCKS:
        pen.block = element
    if name in {"td", "th"} and pen.pieces:
        pen.pieces.append("\t")
    pen.pieces.append(_collapse(element.text))


def _close(pen: _Pen, element: "etree._Element", root: "etree._Element") -> None:
    """End the line of a block."""
    if str(element.tag) not in _BLOCKS:
        return
    pen.end_line(str(element.tag))
    pen.block = next((it for it in element.iterancestors() if it.tag in _BLOCKS), root)


def _is_hidden(element: "etree._Element") -> bool:
    """Tell whether an element is not shown."""
    if element.tag in _UNSHOWN or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style", "")) is not None


def _collapse(text: str | None) -> str:
    """Return text with each run of white space as one space."""
    return re.sub(r"\s+", " ", text) if text else ""
