"""Where the memory lies, and what is found in it by name."""

import os
from pathlib import Path

from feeds.errors import DataError, WiredeskError
from feeds.store import MOST_NAMED, Transaction, find_story_ids, read_headlines


def find_database(data: Path) -> Path | None:
    """Return the database in a data directory; None if nothing was ever held there.

    Raises:
        DataError: The directory is none, or this user may not read in it.
    """
    path = data / "wiredesk.db"
    try:
        path.stat()
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise DataError(f"{data} is a file; --data names the folder of the memory") from None
    except OSError as error:
        raise DataError(f"{path} is not readable for this user: {error.strerror}") from None
    if not os.access(path, os.R_OK):
        raise DataError(f"{path} is not readable for this user (user id {os.geteuid()})")
    return path


def need_database(data: Path) -> Path:
    """Return the database in a data directory.

    Raises:
        WiredeskError: Nothing was ever held there.
        DataError: The directory is none, or this user may not read in it.
    """
    path = find_database(data)
    if path is None:
        raise WiredeskError(f"nothing is held yet in {data}: run wiredesk fetch first")
    return path


def find_story_id(tx: Transaction, name: str) -> str:
    """Return the id of the one story that is named by an id, its beginning, or an address.

    The id of an entry of a feed names the story whose id that is, or else the first of the entry.

    Raises:
        WiredeskError: There is none, or more than one.
    """
    if not name.strip():
        raise WiredeskError("the name is empty: give an id, its first digits, or an address")
    ids = find_story_ids(tx, name)
    if not ids:
        raise WiredeskError(f"no story has the id or the address {name}")
    if len(ids) > 1:
        headlines = read_headlines(tx, ids)
        listed = "".join(f"\n  {it}  {headlines[it]}" for it in ids)
        more = "\n  and perhaps others" if len(ids) == MOST_NAMED else ""
        raise WiredeskError(f"{name} fits several stories:{listed}{more}")
    return ids[0]
