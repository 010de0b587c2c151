"""What stands in the last lines of a text and is none of it: who made it, where it stood first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from feeds.normalize.furniture.interviewers import names_asked
from feeds.normalize.furniture.lines import ends_sentence
from feeds.normalize.furniture.makers import read_makers
from feeds.normalize.furniture.stood import says_where
from feeds.text.characters import join_line
from feeds.text.markup import BLOCKS, html_to_text, sanitize_html

_LAST: Final = 3
_MOST_BRACKETS: Final = 3
_LONGEST: Final = 5_000
_BREAK: Final = re.compile(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})\b[^<>]*>")
_LINE_BREAK: Final = "<br>"
_MARKED: Final = re.compile(r"[<>&]")
_TAG: Final = re.compile(r"<[^<>]*>")
_LINK: Final = re.compile(r"<a\b[^<>]*>(.*?)</a>", re.DOTALL)
_CLOSED: Final = re.compile(r"(?:</[a-z0-9]+>\s*)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CutText:
    """A text without such lines.

    Attributes:
        html: As it came where nothing was cut.
        makers: Who reported, as lines of names.
        lines: What was cut, plain.
    """

    html: str = ""
    makers: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def cut_tail(html: str, headline: str) -> CutText:
    """Return sanitized HTML without what stands in its last lines and is no part of it.

    Brackets behind the last sentence of a line may be such a line by themselves.

    Args:
        html: Where a line ends at the end of an element, and at a line break inside it.
        headline: Of the report.
    """
    makers: list[str] = []
    lines: list[str] = []
    for start, end in islice(_list_last_lines(html), _LAST):
        line = html[start:end]
        for place in _list_starts(line):
            rest = line[place:]
            words = _read_line(rest)
            who = _read_who(words, rest, headline)
            if who is not None and not names_asked(words, html[:start]):
                kept = line[:place].rstrip() + "".join(_TAG.findall(rest))
                html = html[:start] + kept + html[end:]
                makers.append(who)
                lines.append(words)
                break
    if not lines:
        return CutText(html=html)
    return CutText(
        html=_drop_breaks(sanitize_html(html)),
        makers=tuple(filter(None, reversed(makers))),
        lines=tuple(reversed(lines)),
    )


def _read_who(words: str, html: str, headline: str) -> str | None:
    """Return who reported, as a line that is no part of the text says; None if it is part of it."""
    links = [_read_line(link) for link in _LINK.findall(html)]
    if says_where(words, links, headline):
        return ""
    return None if words in links else read_makers(words)


def _list_last_lines(html: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the lines with words stand, the last one first."""
    breaks = [(0, 0), *(found.span() for found in _BREAK.finditer(html)), (len(html), len(html))]
    between = ((end, start) for (start, _), (_, end) in pairwise(reversed(breaks)))
    return ((start, end) for start, end in between if _TAG.sub("", html[start:end]).strip())


def _list_starts(line: str) -> Iterator[int]:
    """Yield where in a line something may begin that is no part of the text."""
    if len(line) > _LONGEST:
        return
    yield 0
    brackets = [it.start() for it in re.finditer(r"[(（\[]", line)][-_MOST_BRACKETS:]
    yield from (place for place in brackets if place and ends_sentence(_read_line(line[:place])))


def _drop_breaks(html: str) -> str:
    """Return HTML without line breaks at its end."""
    closed = _CLOSED.search(html)
    end = closed.start() if closed else len(html)
    kept = end
    while kept:
        while html[kept - 1 : kept].isspace():
            kept -= 1
        if not html.endswith(_LINE_BREAK, 0, kept):
            break
        kept -= len(_LINE_BREAK)
    return html[:kept] + html[end:]


def _read_line(html: str) -> str:
    """Return the words of a line; most are plain, and cost no parser."""
    return join_line(html_to_text(html) if _MARKED.search(html) else html)
