"""The inbox: a folder in which every article file is a report."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from feeds.fetch.failures import FetchError, make_failed
from feeds.model import Body, Failed, Fetched, NotModified, SourceState
from feeds.text.beside import fold_name, name_page_beside
from feeds.text.characters import clean_characters, join_line

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".eml": "message/rfc822",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
}
"""Which files are read, and what they are taken for."""

_NOT_OURS = (".", "~")
"""How hidden files, and the lock files of office programs, begin."""


def read_inbox(folder: Path, state: SourceState, max_bytes: int) -> Fetched | NotModified | Failed:
    """Return the article files of a folder and its subfolders, sorted by name.

    A file that cannot be read, or is larger than ``max_bytes``, becomes a problem and costs only
    itself. Hidden files and unknown endings are passed over, so a file can be written under
    another name and renamed when it is whole. So is a folder that a browser put beside a page: its
    frames are no reports. Links out of the folder are not followed.

    Args:
        folder: Absolute.
        state: Its body hash is compared.
        max_bytes: Of one file.

    Returns:
        Failed: Kind ``missing`` or ``unreadable``, for the folder itself.
    """
    errors: list[OSError] = []
    paths = sorted(_find_files(folder, errors))
    if errors and errors[0].filename == str(folder):
        return _explain_folder(errors[0], folder)
    bodies: list[Body] = []
    problems = [_describe(Path(error.filename), folder, error) for error in errors]
    for path in paths:
        try:
            bodies.append(_read_body(path, folder, max_bytes))
        except (OSError, FetchError) as error:
            problems.append(_describe(path, folder, error))
    body_hash = _hash_inbox(bodies, problems)
    if body_hash == state.body_hash:
        return NotModified()
    return Fetched(bodies=tuple(bodies), body_hash=body_hash, problems=tuple(problems))


def _find_files(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    """Yield the article files below a folder; folders that cannot be listed go to ``errors``."""
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        pages = {fold_name(Path(name).stem) for name in names if _is_page(name)}
        folders[:] = [
            name
            for name in folders
            if not name.startswith(_NOT_OURS) and name_page_beside(name) not in pages
        ]
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower() in MEDIA_TYPES and not name.startswith(_NOT_OURS):
                yield path


def _is_page(name: str) -> bool:
    """Tell a page, beside which a browser may have put a folder with its pictures and frames."""
    media_type = MEDIA_TYPES.get(Path(name).suffix.lower(), "")
    return "html" in media_type and not name.startswith(_NOT_OURS)


def _read_body(path: Path, folder: Path, max_bytes: int) -> Body:
    """Return one file.

    Raises:
        FetchError: For a link out of the folder, something that is no file, or too many bytes.
        OSError: As the disk tells it.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(folder)):
        raise FetchError("unreadable", "the link leads out of the inbox")
    if real.exists() and not real.is_file():
        raise FetchError("unreadable", "this is no plain file")
    with real.open("rb") as file:
        content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise FetchError("too large", f"larger than {max_bytes // 1024} KiB")
    media_type = MEDIA_TYPES[path.suffix.lower()]
    return Body(content=content, media_type=media_type, name=_name_file(path, folder))


def _name_file(path: Path, folder: Path) -> str:
    """Return the path inside the folder, with ``/``: different for different files, and lasting.

    A name that would lose something on its way through the desk (bytes that are no UTF-8,
    decomposed letters, spaces in a row) is percent-encoded behind ``./``, with which no other
    name begins.
    """
    raw = os.fsencode(path.relative_to(folder).as_posix())
    name = raw.decode("utf-8", "replace")
    if name.encode() == raw and name == join_line(clean_characters(name)):
        return name
    return f"./{quote(raw)}"


def _hash_inbox(bodies: list[Body], problems: list[str]) -> str:
    """Return the hash of names, contents and problems: a new problem is told, an old one is not."""
    total = hashlib.blake2b(digest_size=16)
    parts = [part for body in bodies for part in ((body.name or "").encode(), body.content)]
    for part in [*parts, *(problem.encode() for problem in problems)]:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def _describe(path: Path, folder: Path, error: OSError | FetchError) -> str:
    """Return what is wrong with a file in one line for people."""
    what = error.what if isinstance(error, FetchError) else _name_error(error)
    return make_failed("unreadable", what, where=_name_file(path, folder)).reason


def _explain_folder(error: OSError, folder: Path) -> Failed:
    """Return why the inbox itself cannot be read."""
    if isinstance(error, FileNotFoundError):
        return make_failed("missing", "there is no such folder", where=str(folder))
    return make_failed("unreadable", _name_error(error), where=str(folder))


def _name_error(error: OSError) -> str:
    """Return what the system says: ``Permission denied``."""
    return error.strerror or "it cannot be read"
