"""Where the memory lies, for commands that only read it."""

import os
from pathlib import Path

from feeds.errors import DataError


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
