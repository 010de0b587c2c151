"""How much one document may ask of us: the rest is cut before anything slow sees it.

A hostile item must not cost its neighbours: without bounds, one element of a megabyte of
attributes, or one that holds a million others, uses up the time allowed for the whole document.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from lxml import etree

from feeds.model import Problem
from feeds.parse.repair import mend_ampersands
from feeds.parse.salvage import CLOSED, find_starts, name_opening, recover_xml
from feeds.text.embedded import drop_embedded

MOST_ENTRIES = 2000
_LONGEST_ITEM = 512 * 1024
_MOST_TAGS = 10_000
_LONGEST_HEAD = 128 * 1024
# feedparser looks through all prefixes for every element.
_MOST_PREFIXES = 200
_PREFIX = re.compile(r"xmlns:([\w.-]{1,100})\s{0,20}=")
# No start tag is that long but by its attributes, and none of those is worth it.
_LONG_TAG = re.compile(r"<([^<>\s/!?]{1,100})[^<>]{10000,}>")
_CHANNEL = re.compile(r"<(?:[\w-]{1,20}:)?channel(?:\s[^<>]{0,1000})?>")


def shorten_tags(markup: str) -> str:
    """Return markup with the attributes taken off every tag of more than 10,000 characters."""
    return _LONG_TAG.sub(_strip_attributes, markup)


def bound_items(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a feed with no item over the bounds, and what had to be cut.

    At most 2,000 items, each of at most 512 KiB, 10,000 tags and 200 namespaces; the same
    bounds hold, with 128 KiB, for what stands before the first. Pictures inside the text do not
    count, and are left out.
    """
    text = drop_embedded(text)
    shortened = shorten_tags(text)
    starts = find_starts(shortened)
    ends = (*starts[:MOST_ENTRIES], (*starts, len(shortened))[min(len(starts), MOST_ENTRIES)])
    head, pieces = shortened[: ends[0]], [shortened[start:end] for start, end in pairwise(ends)]
    small = _bound_head(head)
    bounded = [_bound_piece(piece, small) for piece in pieces]
    problems = (
        *_tell(shortened != text, "a tag was far too long and lost its attributes"),
        *_tell(head != small, "far too much stands before the entries and was left out"),
        *_tell_cuts(pieces, bounded),
        *_tell(len(starts) > MOST_ENTRIES, f"only the first {MOST_ENTRIES} entries were read"),
    )
    if not problems:
        return text, ()
    return "".join((small, *bounded, _close(shortened, starts, bounded))), problems


def find_outside(text: str, starts: list[int]) -> str:
    """Return what stands outside the items of a bounded document: its head, and what ends it."""
    if not starts:
        return text[:_LONGEST_HEAD]
    return text[: starts[0]] + find_tail(text, starts)


def find_tail(text: str, starts: list[int]) -> str:
    """Return what stands behind the last item, if that is closed and within the bounds."""
    last = max((found.end() for found in CLOSED.finditer(text, starts[-1])), default=len(text))
    tail = text[last:]
    return tail if _find_limit(tail, _LONGEST_HEAD) == len(tail) else ""


def _tell(is_so: bool, what: str) -> tuple[Problem, ...]:  # noqa: FBT001 - reads as a sentence
    """Return a problem if it is so."""
    return (Problem(what=what),) if is_so else ()


def _tell_cuts(pieces: list[str], bounded: list[str]) -> Iterator[Problem]:
    """Yield a problem for each item that was cut, or lost what stood behind it."""
    for number, (piece, kept) in enumerate(zip(pieces, bounded, strict=True), start=1):
        if piece == kept:
            continue
        whole = kept and piece.startswith(kept)
        follows, large = "is followed by far too much, which was left out", "was far too large"
        yield Problem(what=f"entry {number} {follows if whole else f'{large} and was cut'}")


def _strip_attributes(found: re.Match[str]) -> str:
    """Return a tag with its name only."""
    return f"<{found[1]}{'/' if found[0].endswith('/>') else ''}>"


def _find_limit(piece: str, longest: int) -> int:
    """Return where a piece of a document goes over the bounds; its length if it does not."""
    limit = min(len(piece), longest)
    if piece.count("<", 0, limit) > _MOST_TAGS:
        limit = next(islice(re.finditer("<", piece), _MOST_TAGS, None)).start()
    if piece.count("xmlns:", 0, limit) <= _MOST_PREFIXES:
        return limit
    prefixes: set[str] = set()
    for found in _PREFIX.finditer(piece, 0, limit):
        prefixes.add(found[1])
        if len(prefixes) > _MOST_PREFIXES:
            return found.start()
    return limit


def _bound_head(head: str) -> str:
    """Return what stands before the items; only the opening tags if that is over the bounds."""
    if _find_limit(head, _LONGEST_HEAD) == len(head):
        return head
    channel = _CHANNEL.search(head[:_LONGEST_HEAD])
    return name_opening(head) + (channel[0] if channel else "")


def _bound_piece(piece: str, head: str) -> str:
    """Return an item and what follows it, if they keep within the bounds; else what fits of it."""
    if _find_limit(piece, _LONGEST_ITEM) == len(piece):
        return piece
    closed = CLOSED.search(piece)
    item = piece[: closed.end()] if closed else piece
    limit = _find_limit(item, _LONGEST_ITEM)
    if closed and limit == len(item):
        return item
    tree = recover_xml(name_opening(head) + _cut_whole(item[:limit]))
    if tree is None or not len(tree):
        return ""
    return str(etree.tostring(tree[0], encoding="unicode", with_tail=False))


def _cut_whole(item: str) -> str:
    """Return the start of an item without half a tag at its end, its ampersands mended."""
    opened = item.rfind("<")
    whole = item[:opened] if opened > item.rfind(">") else item
    if whole.rfind("<![CDATA[") > whole.rfind("]]>"):
        whole += "]]>"
    return mend_ampersands(whole)


def _close(text: str, starts: list[int], bounded: list[str]) -> str:
    """Return what closes the document behind the last item, if that was cut off."""
    if not starts:
        return ""
    tail = find_tail(text, starts)
    return "" if bounded[-1].endswith(tail) else tail
