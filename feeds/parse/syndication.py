"""RSS 0.9x to 2.0, RDF (RSS 1.0) and Atom, read by feedparser (https://feedparser.readthedocs.io).

feedparser gets text that is decoded and cleaned here, and no address: what it makes absolute by
itself includes guids, which must stay as stated.
"""

import io
import xml.sax
from typing import Any

import feedparser

from feeds.model import Document, Entry, Problem, Unreadable
from feeds.parse.bounds import bound_items
from feeds.parse.channel import read_channel
from feeds.parse.deletions import read_deletions, settle_deletions
from feeds.parse.item import Surroundings, read_item, read_people
from feeds.parse.item_texts import read_name
from feeds.parse.prolog import Root
from feeds.parse.repair import clean_xml, mend_ampersands
from feeds.parse.salvage import find_starts, is_cut_short, salvage_xml
from feeds.parse.values import as_text, holds_nothing, join_url, tell_empty

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"


def read_syndication(text: str, url: str) -> Document | Unreadable:
    """Return the document with every entry that can be read.

    Args:
        text: The decoded document.
        url: Its address, the base of relative links; empty if unknown.
    """
    cleaned, root, problems = clean_xml(text)
    cleaned, cuts = bound_items(cleaned)
    starts = find_starts(cleaned)
    parsed, faults = _read_best(cleaned, starts)
    if parsed is None or not (parsed["entries"] or not parsed["bozo"]):
        reason = faults[0].what if faults else "feedparser could not read it"
        return Unreadable(kind="malformed", reason=f"broken feed: {reason}")
    if not (parsed["entries"] or parsed["version"]):
        return Unreadable(kind="not a feed", reason="XML without entries, not a feed")
    feed = dict(parsed["feed"])
    surroundings = _read_surroundings(feed, url, as_text(parsed["version"]))
    entries, losses = _read_entries(
        parsed["entries"], surroundings, cut_short=is_cut_short(cleaned, starts)
    )
    channel = read_channel(cleaned, starts, url)
    return Document(
        form=_name_form(as_text(parsed["version"]), root),
        entries=entries,
        title=read_name(feed),
        link=join_url(url, as_text(feed.get("link"))),
        language=surroundings.language,
        problems=problems + cuts + faults + losses,
        pace=channel.pace,
        hubs=channel.hubs,
        self_url=channel.self_url,
        generator=as_text(feed.get("generator")),
        deletions=settle_deletions(entries, read_deletions(cleaned)),
        damaged=bool(cuts or faults),
    )


def _read_best(text: str, starts: list[int]) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """Return the reading with the most entries: as it is, mended, or saved piece by piece."""
    first = _run_feedparser(text)
    if first and not first["bozo"]:
        return first, ()
    faults: tuple[Problem, ...] = (_tell_fault(first),)
    mended = mend_ampersands(text)
    best = _choose_better(first, _run_feedparser(mended))
    if best and not best["bozo"]:
        return best, faults
    saved = salvage_xml(mended, find_starts(mended))
    best = _choose_better(best, _run_feedparser(saved) if saved else None)
    count = len(best["entries"]) if best else 0
    if count < len(starts):
        what = f"{len(starts)} entries seem to be there, {count} could be read"
        faults += (Problem(what=what),)
    return best, faults


def _run_feedparser(text: str) -> dict[str, Any] | None:
    """Return feedparser's reading, or None if it failed altogether."""
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return dict(
            feedparser.parse(
                io.BytesIO((_DECLARATION + text).encode()),
                response_headers=headers,
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        )
    except Exception:  # noqa: BLE001 - it lets many kinds escape on broken input; another try follows
        return None


def _choose_better(
    one: dict[str, Any] | None, other: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Return the reading with more entries; of equals the well-formed one, else the first."""
    if not one or not other:
        return one or other

    def worth(reading: dict[str, Any]) -> tuple[int, bool]:
        """Count entries first."""
        return len(reading["entries"]), not reading["bozo"]

    return other if worth(other) > worth(one) else one


def _tell_fault(parsed: dict[str, Any] | None) -> Problem:
    """Return what was wrong with the XML, in words, and where."""
    error = parsed.get("bozo_exception") if parsed else None
    if isinstance(error, xml.sax.SAXParseException):
        line, column = error.getLineNumber(), error.getColumnNumber()
        shift = len(_DECLARATION) if line == 1 else 0
        said = error.getMessage().removeprefix("not well-formed ").strip("()")
        what = f"not well-formed XML: {said}"
        return Problem(what=what, line=line, column=None if column is None else column + 1 - shift)
    return Problem(what=f"not well-formed XML: {error}" if error else "not well-formed XML")


def _read_surroundings(feed: dict[str, Any], url: str, version: str) -> Surroundings:
    """Return what the entries inherit; only Atom says that its authors are inherited."""
    atom = version.startswith("atom")
    return Surroundings(
        base=url or as_text(feed.get("link")),
        language=as_text(feed.get("language")) or None,
        authors=read_people(feed) if atom else (),
        guid_is_link=not atom,
        about_is_link=version in {"rss090", "rss10"},
    )


def _read_entries(
    items: list[dict[str, Any]], surroundings: Surroundings, *, cut_short: bool
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries that hold something, and what was left out."""
    read = [read_item(dict(item), surroundings) for item in items]
    problems: tuple[Problem, ...] = ()
    last = read[-1] if read else Entry()
    if cut_short and not (last.guid or last.links or holds_nothing(last)):
        problems = (Problem(what="the last entry is cut off and was left out"),)
        read.pop()
    entries = tuple(entry for entry in read if not holds_nothing(entry))
    return entries, problems + tell_empty(len(read) - len(entries))


def _name_form(version: str, root: Root) -> str:
    """Return feedparser's name of the dialect; the DOCTYPE tells the RSS 0.91 of Netscape."""
    if version == "rss091u" and "netscape" in root.doctype.lower():
        return "rss091n"
    return version or "xml"
