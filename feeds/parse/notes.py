"""What stands around the report in a mail: a private note above it, and what it answers below."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lxml import etree

from feeds.model import Text
from feeds.parse.answers import find_answered
from feeds.parse.forwards import Forward, find_forward, strip_quotes
from feeds.text.markup import BLOCKS, MAX_DEPTH, measure_depth, parse_html, remove_element

_UNREAD: Final = frozenset({"head", "script", "style", "title"})
_WORDLESS: Final = frozenset({"img", "hr"})

# Where words stand: in an element ("text") or behind it ("tail"); a picture stands "whole".
_Line = list[tuple["etree._Element", str]]  # noqa: SLF001 - lxml has no other name for it


def cut_note(text: Text, subject: str, *, sent_on: bool) -> tuple[Text, Forward | None]:
    """Return the text of the message that was sent on, and its header.

    As it stands, and None, where no header of such a message is found for sure.

    Args:
        text: Of the message as it came.
        subject: Without prefixes.
        sent_on: Whether the subject says that the message was sent on.
    """
    if text.type == "html":
        return _cut_page(text, subject, sent_on=sent_on)
    lines = text.value.split("\n")
    forward = find_forward(lines, subject, sent_on=sent_on)
    if forward is None:
        return text, None
    rest = strip_quotes(lines[forward.end :], forward.quoted)
    return replace(text, value="\n".join(rest).lstrip("\n")), forward


def cut_answered(text: Text, subject: str) -> Text:
    """Return the text of an answer without the message that it answers, if that ends it.

    Args:
        text: Of the answer as it came.
        subject: Without prefixes.
    """
    if text.type != "html":
        lines = text.value.split("\n")
        places = find_answered(lines, subject)
        kept = (*lines[: places.start], *lines[places.stop :])
        return replace(text, value="\n".join(kept)) if places else text
    root = parse_html(text.value) if measure_depth(text.value) <= MAX_DEPTH else None
    if root is None:
        return text
    shown = _list_lines(root)
    places = find_answered([_mark_quoted(line) + _read_line(line) for line in shown], subject)
    return _clear_lines(text, root, shown[places.start : places.stop]) if places else text


def _cut_page(text: Text, subject: str, *, sent_on: bool) -> tuple[Text, Forward | None]:
    """Return HTML without the words and pictures down to the header, and the header."""
    root = parse_html(text.value) if measure_depth(text.value) <= MAX_DEPTH else None
    if root is None:
        return text, None
    lines = _list_lines(root)
    forward = find_forward([_read_line(line) for line in lines], subject, sent_on=sent_on)
    if forward is None:
        return text, None
    return _clear_lines(text, root, lines[: forward.end]), forward


def _clear_lines(text: Text, root: "etree._Element", lines: Iterable[_Line]) -> Text:
    """Return HTML without the words and pictures of some of its lines."""
    for element, where in (place for line in lines for place in line):
        _clear_place(element, where)
    return replace(text, value=str(etree.tostring(root, encoding="unicode", method="html")))


def _read_line(line: _Line) -> str:
    """Return the words of a line."""
    return "".join(_read_place(*place) for place in line)


def _mark_quoted(line: _Line) -> str:
    """Return the sign before a line that is quoted, as plain text has it."""
    element, where = line[0] if line else (None, "")
    if element is None:
        return ""
    quoted = next(element.iterancestors("blockquote"), None) is not None
    return "> " if quoted or (element.tag == "blockquote" and where == "text") else ""


def _list_lines(root: "etree._Element") -> list[_Line]:
    """Return where the words and pictures of each line of a page stand."""
    lines: list[_Line] = [[]]
    unread: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag)
        if event == "start" and unread is None and name in _UNREAD:
            unread = element
        if unread is not None and not (event == "end" and unread is element):
            continue
        unread = None
        if (name in BLOCKS and lines[-1]) or (name == "br" and event == "end"):
            lines.append([])
        if event == "start" and name in _WORDLESS:
            lines[-1].append((element, "whole"))
        where = "text" if event == "start" else "tail"
        if _read_place(element, where).strip():
            lines[-1].append((element, where))
    return lines


def _read_place(element: "etree._Element", where: str) -> str:
    """Return the words of a place."""
    return (element.text if where == "text" else element.tail if where == "tail" else "") or ""


def _clear_place(element: "etree._Element", where: str) -> None:
    """Leave no words, or no picture, in a place."""
    if where == "text":
        element.text = None
    elif where == "tail":
        element.tail = None
    else:
        remove_element(element)
