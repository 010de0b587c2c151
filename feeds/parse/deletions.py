"""Tombstones: entries that a feed says were deleted (RFC 6721). feedparser passes over them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from lxml import etree

from feeds.model import Deletion, Entry
from feeds.parse.dates import read_stamp
from feeds.parse.pace import local_name
from feeds.parse.salvage import recover_xml
from feeds.text.characters import clean_line

_SPACE: Final = "{http://purl.org/atompub/tombstones/1.0}"
_LONGEST: Final = 2000
_MOST: Final = 1000


def read_deletions(cleaned: str) -> tuple[Deletion, ...]:
    """Return what an Atom document says was deleted, in its order; the first thousand.

    Args:
        cleaned: The document, beginning with its root, within the bounds.
    """
    if "deleted-entry" not in cleaned:
        return ()
    root = recover_xml(cleaned)
    if root is None:
        return ()
    holder = next((child for child in root if local_name(child) == "channel"), root)
    graves = (child for child in holder if child.tag == f"{_SPACE}deleted-entry")
    read = [_read_deletion(grave) for _, grave in zip(range(_MOST), graves, strict=False)]
    return tuple(deletion for deletion in read if deletion.ref)


def settle_deletions(
    entries: Sequence[Entry], deletions: Sequence[Deletion]
) -> tuple[Deletion, ...]:
    """Return the tombstones that hold: of an entry and its tombstone, the later (RFC 6721, 4).

    An entry without a date, or beside a tombstone without one, is believed to be back.
    """
    by_ref = {entry.guid: entry for entry in entries}
    return tuple(deletion for deletion in deletions if _holds(deletion, by_ref.get(deletion.ref)))


def _read_deletion(grave: "etree._Element") -> Deletion:
    """Return one as stated."""
    stamp = read_stamp(grave.get("when", ""))
    return Deletion(
        ref=grave.get("ref", "").strip()[:_LONGEST],
        when=stamp.parsed if stamp else None,
        comment=clean_line(grave.findtext(f"{_SPACE}comment", "")),
    )


def _holds(deletion: Deletion, entry: Entry | None) -> bool:
    """Tell whether an entry was deleted after it was last changed."""
    if entry is None:
        return True
    last = _find_last(entry)
    return deletion.when is not None and last is not None and last < deletion.when


def _find_last(entry: Entry) -> datetime | None:
    """Return when an entry was last changed, as stated."""
    stamps = (entry.updated, entry.published)
    return max((stamp.parsed for stamp in stamps if stamp and stamp.parsed), default=None)
