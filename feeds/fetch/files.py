"""The inbox: a folder in which every article file is a report."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from feeds.fetch.failures import FetchError, make_failed
from feeds.fetch.unread import advise, is_bundle, is_companion, is_hidden, is_unfinished
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

# A folder of an album or an office is told in a few lines, below which faults are found.
_MANY_UNREAD = 5
_MOST_UNREAD = 100


def read_inbox(folder: Path, state: SourceState, max_bytes: int) -> Fetched | NotModified | Failed:
    """Return the article files of a folder and its subfolders, sorted by name.

    A file that cannot be read, or is larger than ``max_bytes``, becomes a problem and costs only
    itself; so does one that nobody here can read, as a PDF. Hidden and unfinished files are passed
    over, so a file can be written under another name and renamed when it is whole. So is a folder
    that a browser put beside a page: its frames are no reports. Links out of the folder are not
    followed.

    Args:
        folder: Absolute.
        state: Its body hash is compared.
        max_bytes: Of one file.

    Returns:
        Failed: Kind ``missing`` or ``unreadable``, for the folder itself.
    """
    errors: list[OSError] = []
    unread: list[Path] = []
    paths = sorted(_find_files(folder, errors, unread))
    if errors and errors[0].filename == str(folder):
        return _explain_folder(errors[0], folder)
    bodies: list[Body] = []
    problems = [_describe(Path(error.filename), folder, error) for error in errors]
    for path in paths:
        try:
            bodies.append(_read_body(path, folder, max_bytes))
        except (OSError, FetchError) as error:
            problems.append(_describe(path, folder, error))
    problems += _tell_unread(sorted(_leave_out_pieces(unread, paths)), folder)
    body_hash = _hash_inbox(bodies, problems)
    if body_hash == state.body_hash:
        return NotModified()
    return Fetched(bodies=tuple(bodies), body_hash=body_hash, problems=tuple(problems))


def _find_files(folder: Path, errors: list[OSError], unread: list[Path]) -> Iterator[Path]:
    """Yield the article files below a folder.

    Folders that cannot be listed go to ``errors``, files that are no articles to ``unread``, unless
    they belong to a page.
    """
    near_pages: set[Path] = set()
    for at, folders, names in os.walk(folder, onerror=errors.append):
        parent = Path(at)
        own = [name for name in names if not (is_hidden(name) or is_unfinished(name))]
        pages = {fold_name(Path(name).stem) for name in own if _is_page(name)}
        if parent.parent in near_pages or any(_may_have_pictures(name) for name in own):
            near_pages.add(parent)
        shown = [name for name in folders if not is_hidden(name)]
        unread += [parent / name for name in shown if is_bundle(name)]
        folders[:] = [name for name in shown if _may_hold_articles(name, pages)]
        for name in own:
            if Path(name).suffix.lower() in MEDIA_TYPES:
                yield parent / name
            elif not (parent in near_pages and is_companion(name)):
                unread.append(parent / name)


def _may_hold_articles(folder: str, pages: set[str]) -> bool:
    """Tell a folder of people from what a program keeps as one."""
    is_download = folder.lower().endswith(".download")
    return not (is_download or name_page_beside(folder) in pages)


def _leave_out_pieces(unread: Sequence[Path], read: Sequence[Path]) -> list[Path]:
    """Return what is told: of a bundle one line only, and none of one that holds an article.

    That is a folder of people, who gave it such a name.
    """
    of_people = {folder for path in read for folder in path.parents}
    bundles = {path for path in unread if is_bundle(path.name)} - of_people
    return [path for path in unread if path not in of_people and bundles.isdisjoint(path.parents)]


def _is_page(name: str) -> bool:
    """Tell a page, beside which a browser may have put a folder with its pictures and frames."""
    return "html" in MEDIA_TYPES.get(Path(name).suffix.lower(), "")


def _may_have_pictures(name: str) -> bool:
    """Tell what may show pictures that lie beside it."""
    return _is_page(name) or MEDIA_TYPES.get(Path(name).suffix.lower()) == "text/markdown"


def _tell_unread(paths: Sequence[Path], folder: Path) -> list[str]:
    """Return a line for each file that is no article; of many of one kind one for all."""
    kinds = defaultdict[str, list[Path]](list)
    for path in paths:
        kinds[advise(path.name)].append(path)
    lines: list[str] = []
    for advice, its in kinds.items():
        told = its[:1] if len(its) > _MANY_UNREAD else its
        more = f"and {len(its) - 1} more like it: " if len(told) < len(its) else ""
        lines += [_describe(it, folder, FetchError("unreadable", more + advice)) for it in told]
    rest = len(lines) - _MOST_UNREAD
    return [*lines[:_MOST_UNREAD], *([f"and {rest} more lines like these"] if rest > 0 else [])]


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
        raise FetchError(
            "too large", f"larger than {max_bytes // 1024} KiB: raise max_bytes of the settings"
        )
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
