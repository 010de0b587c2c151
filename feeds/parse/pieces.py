"""A feed in pieces of few entries, for one that is too much to be read at once.

Each piece is a document of its own, with the head and the end of the whole, so that an entry says
in it what it says among the others. An entry is in one piece, whole, or in none.
"""

import json
import re
from dataclasses import dataclass, replace

from feeds.model import Body, Problem
from feeds.parse.bounds import MOST_ENTRIES, bound_items
from feeds.parse.encoding import decode_bytes
from feeds.parse.jsonfeed import load_jsonfeed
from feeds.parse.repair import clean_xml
from feeds.parse.sniff import refuse_bytes, sniff_text
from feeds.parse.values import as_list, as_object

# What an entry of XML can begin or end with, and what may hold such words without meaning them.
_MARK = re.compile(
    r"<!\[CDATA\[|<!--|<(?P<end>/)?(?P<name>(?:[A-Za-z_][\w-]{0,20}:)?(?:item|entry))(?=[\s>/])"
)
_CLOSED_BY = {"<![CDATA[": "]]>", "<!--": "-->"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A feed taken apart.

    Attributes:
        body: What it came in, without its bytes.
        head: What stands before the entries.
        entries: Each as it stands in the document.
        between: What stands between two of them.
        tail: What stands behind the last.
        problems: What was wrong with the whole, or had to be cut.
    """

    body: Body
    head: str
    entries: tuple[str, ...]
    between: str
    tail: str
    problems: tuple[Problem, ...] = ()


def split_document(body: Body) -> Pieces | None:
    """Return a feed taken apart; None for what is none, or has no entries.

    Like all reading, it belongs into a process with limits.
    """
    if body.name is not None or refuse_bytes(body.content):
        return None
    text, problems = decode_bytes(body.content, body.charset)
    match sniff_text(text, body):
        case "syndication":
            pieces = _split_xml(text, body)
        case "json":
            pieces = _split_json(text, body)
        case _:
            return None
    if pieces is None:
        return None
    empty = replace(body, content=b"", charset="utf-8")
    return replace(pieces, body=empty, problems=problems + pieces.problems)


def join_pieces(pieces: Pieces, start: int, end: int) -> Body:
    """Return some of the entries as a document of their own.

    Args:
        pieces: All of them.
        start: Number of the first, counted from 0.
        end: Number of the one behind the last.
    """
    entries = pieces.between.join(pieces.entries[start:end])
    return replace(pieces.body, content=f"{pieces.head}{entries}{pieces.tail}".encode())


def _split_xml(text: str, body: Body) -> Pieces | None:
    """Return RSS, RDF or Atom taken apart, within the bounds."""
    cleaned, _, problems = clean_xml(text)
    bounded, cuts = bound_items(cleaned)
    starts, last = _find_entries(bounded)
    if not starts or starts[0] == 0:
        return None
    ends = (*starts[1:], last)
    return Pieces(
        body=body,
        head=bounded[: starts[0]].lstrip(),
        entries=tuple(bounded[start:end] for start, end in zip(starts, ends, strict=True)),
        between="",
        tail=bounded[last:],
        problems=problems + cuts,
    )


def _find_entries(text: str) -> tuple[list[int], int]:
    """Return where entries begin, and where the last ends.

    The word in a comment or in a text begins none, nor does an entry in another. One that is never
    closed ends where the next of its name begins.
    """
    starts: list[int] = []
    last = len(text)
    within: str | None = None
    at = 0
    while mark := _MARK.search(text, at):
        name = mark["name"]
        at = _find_end(text, mark)
        if mark["end"] and name == within:
            within, last = None, at
        elif name and not mark["end"] and within in {None, name}:
            starts.append(mark.start())
            closed = text[at - 2 : at] == "/>"
            within, last = (None, at) if closed else (name, len(text))
    return starts, last


def _find_end(text: str, mark: re.Match[str]) -> int:
    """Return the position behind a tag, comment or CDATA section; if it never ends, of its mark."""
    closing = ">" if mark["name"] else _CLOSED_BY[mark[0]]
    end = text.find(closing, mark.end())
    return mark.end() if end < 0 else end + len(closing)


def _split_json(text: str, body: Body) -> Pieces | None:
    """Return a JSON Feed taken apart; of a broken one, the items before the fault."""
    loaded, problems = load_jsonfeed(text)
    feed = as_object(loaded)
    items = as_list(feed.get("items"))
    if not items:
        return None
    if len(items) > MOST_ENTRIES:
        problems += (Problem(what=f"only the first {MOST_ENTRIES} entries were read"),)
    own = {name: value for name, value in feed.items() if name != "items"}
    return Pieces(
        body=body,
        head=json.dumps({**own, "items": []}).removesuffix("]}"),
        entries=tuple(map(json.dumps, items[:MOST_ENTRIES])),
        between=",",
        tail="]}",
        problems=problems,
    )
