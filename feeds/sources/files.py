"""Reads the configuration files: the first, those it includes, and the secrets file."""

import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import final
from urllib.parse import urlsplit

from feeds.errors import ConfigError
from feeds.model import Config, Source
from feeds.sources.alerts import list_named
from feeds.sources.channels import LookAtChat, list_channel_names, make_channels, warn_unnamed
from feeds.sources.characters import MAX_BYTES, decode_text
from feeds.sources.extras import warn_plain_reader
from feeds.sources.fields import FILE_PATH, check_keys, read_value
from feeds.sources.findings import Findings, make_problem
from feeds.sources.nodes import MapNode, Place, ScalarNode, find_key, find_node
from feeds.sources.parts import Part, check_root, list_section
from feeds.sources.settings import make_settings
from feeds.sources.sources import make_sources, tell_no_source
from feeds.sources.topics import make_topics
from feeds.sources.variables import read_variables
from feeds.sources.written import WrittenFile
from feeds.sources.yaml import read_yaml

_OPEN_TO_OTHERS = 0o177
"""Mode bits a secrets file should not have: it is wider than 0600."""


def load_config(
    path: Path,
    environment: Mapping[str, str],
    *,
    content: bytes | None = None,
    look: LookAtChat | None = None,
    plain_reader: bool = False,
) -> Config:
    """Read a configuration file and all it includes, check it whole, and make one value of it.

    Args:
        path: The first file; problems name it as given here.
        environment: For ``${NAME}``; it goes before the secrets file.
        content: What the first file would hold, to try it before it is written; None to read it.
        look: Says how the address of a chat is; None not to look at those.
        plain_reader: Whether to warn that pages are read without the extra that reads better.

    Raises:
        ConfigError: With every problem found, in the order of the files.
    """
    findings = Findings()
    parts, files = _read_parts(path, content, findings)
    if not parts:
        findings.raise_problems(files)
    whole = len(parts) == len(files)
    names = list_channel_names(parts) if whole else None
    settings, secrets = make_settings(parts, names, findings)
    kept = _read_secrets(parts[0], path.parent / secrets, findings) if secrets else {}
    told = {name: value for name, value in environment.items() if value.strip()}
    variables = {**environment, **kept, **told}
    channels = make_channels(parts, variables, findings, look)
    sources = make_sources(parts, settings, variables, findings)
    _warn_missing_folders(parts, findings)
    if plain_reader:
        warn_plain_reader(parts, findings)
    known = None if findings.has_problems() else _list_hosts(sources)
    topics = make_topics(parts, names, known, findings)
    if whole:
        warn_unnamed(parts, list_named(parts), findings)
        tell_no_source(parts, findings)
    findings.raise_problems(files)
    return Config(
        sources=sources,
        topics=topics,
        channels=channels,
        settings=settings,
        files=_list_files(path, files, secrets),
        warnings=findings.list_warnings(),
    )


def _list_hosts(sources: Iterable[Source]) -> dict[str, str]:
    """Return the hosts of all sources by their ids; nothing as that of a folder."""
    return {source.id: urlsplit(source.url or "").hostname or "" for source in sources}


def _list_files(path: Path, files: tuple[str, ...], secrets: str | None) -> tuple[Path, ...]:
    """Return every file that was read, to notice when one changes."""
    return (*map(Path, files), *([path.parent / secrets] if secrets else []))


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A file that is to be read.

    Attributes:
        path: As the user named it.
        place: Where it was asked for; None for the first file.
        chain: The files that led to it, and itself, resolved.
        content: What it would hold; None to read it.
    """

    path: Path
    place: Place | None
    chain: tuple[str, ...]
    content: bytes | None = None


def _read_parts(
    path: Path, content: bytes | None, findings: Findings
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Read the first file and all included ones.

    Returns:
        What could be read, the first file first, then those it includes in order, then theirs;
        and the names of all that were wanted.
    """
    parts: list[Part] = []
    chain = (os.path.realpath(path),)
    wanted = [_Wanted(path=path, place=None, chain=chain, content=content)]
    asked = set(wanted[0].chain)
    for file in wanted:
        root = _read_root(file, findings)
        if root is None:
            continue
        check_keys(root, WrittenFile, findings)
        parts.append(Part(folder=file.path.absolute().parent, root=root))
        included = _list_included(file, root, findings)
        wanted += [found for found in included if _check_once(found, asked, findings)]
    return tuple(parts), tuple(str(file.path) for file in wanted)


def _read_root(file: _Wanted, findings: Findings) -> MapNode | None:
    """Return the document of a file; None if it cannot be read or is no mapping."""
    name = str(file.path)
    try:
        data = file.content
        if data is None:
            data, _ = _read_bytes(file.path, file.place or Place(file=name))
        root = read_yaml(decode_text(data, name), name, findings)
    except ConfigError as error:
        findings.add_problems(error.problems)
        return None
    return check_root(root, name, findings)


def _read_bytes(path: Path, place: Place) -> tuple[bytes, int]:
    """Return the bytes of a file, one more than allowed at most, and its mode.

    Raises:
        ConfigError: It is missing, no plain file, or cannot be read; told at the place given.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise ConfigError((make_problem(place, f"{path} is not a file"),))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), stat.S_IMODE(mode)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise ConfigError((make_problem(place, message),)) from None


def read_file(path: Path) -> bytes:
    """Return the bytes of one configuration file.

    Raises:
        ConfigError: It is missing, no plain file, or cannot be read.
    """
    return _read_bytes(path, Place(file=str(path)))[0]


def replace_file(path: Path, *, before: bytes, after: bytes) -> None:
    """Put new bytes in the place of a configuration file, in one step; mode and owner stay.

    Args:
        path: The file; behind a symbolic link, the file it leads to.
        before: What it held when the new bytes were made from it.
        after: The new bytes.

    Raises:
        ConfigError: Somebody changed it meanwhile, or it cannot be written; it is as it was.
    """
    try:
        if read_file(path) != before:
            message = "the file was changed by somebody else just now; try again"
            raise ConfigError((make_problem(Place(file=str(path)), message),))
        _replace_bytes(path.resolve(), after)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise ConfigError((make_problem(Place(file=str(path)), message),)) from None


def _replace_bytes(path: Path, content: bytes) -> None:
    """Write beside the file, then rename over it."""
    old = path.stat()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a descriptor has no path
            if (old.st_uid, old.st_gid) != (os.getuid(), os.getgid()):
                with suppress(PermissionError):  # only root may give a file away
                    os.fchown(handle, old.st_uid, old.st_gid)
            os.fchmod(handle, stat.S_IMODE(old.st_mode))
            stream.write(content)
            stream.flush()
            os.fsync(handle)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _list_included(file: _Wanted, root: MapNode, findings: Findings) -> list[_Wanted]:
    """Return the files that a file includes."""
    included: list[_Wanted] = []
    for node in list_section(root, "include", findings):
        text = read_value(node, FILE_PATH, findings)
        if text is None:
            continue
        paths = _match_paths(file.path.parent, text)
        if not paths:
            findings.add_warning(node.place, f"no file matches {text}")
        included.extend(
            _Wanted(path=path, place=node.place, chain=(*file.chain, os.path.realpath(path)))
            for path in paths
        )
    return included


def _match_paths(folder: Path, text: str) -> list[Path]:
    """Return the files that a path or glob stands for, sorted; a path stands for itself."""
    if not any(char in text for char in "*?["):
        return [folder / text]
    pattern = Path(text)
    if pattern.is_absolute():
        folder = Path(pattern.anchor)
        pattern = pattern.relative_to(folder)
    try:
        return sorted(path for path in folder.glob(str(pattern)) if path.is_file())
    except ValueError:  # two stars beside other letters, before Python 3.13
        return []


def _check_once(file: _Wanted, asked: set[str], findings: Findings) -> bool:
    """Return whether a file is asked for the first time; tell it if not."""
    own = file.chain[-1]
    if own not in asked:
        asked.add(own)
        return True
    if file.place is not None and own in file.chain[:-1]:
        findings.add_problem(file.place, f"{file.path} includes itself in a circle")
    elif file.place is not None:
        findings.add_problem(file.place, f"{file.path} is included twice; once is enough")
    return False


def _warn_missing_folders(parts: tuple[Part, ...], findings: Findings) -> None:
    """Warn of inboxes that are no folders; they may be made later."""
    for part in parts:
        for node in list_section(part.root, "sources", findings):
            path = find_key(node, "path")
            if not isinstance(path, ScalarNode) or not path.text.strip():
                continue
            folder = part.folder / path.text
            if not os.path.isdir(folder):  # noqa: PTH112 - it never raises, whatever the path
                findings.add_warning(path.place, f"there is no folder {path.text}")


def _read_secrets(part: Part, path: Path, findings: Findings) -> dict[str, str]:
    """Return the variables of the secrets file, and warn if others may read it."""
    place = find_node(part.root, ("settings", "secrets")).place
    try:
        data, mode = _read_bytes(path, place)
        text = decode_text(data, str(path))
    except ConfigError as error:
        findings.add_problems(error.problems)
        return {}
    if mode & _OPEN_TO_OTHERS:
        findings.add_warning(place, f"{path} has mode {mode:04o}; make it 0600")
    variables, bad = read_variables(text)
    for line in bad:
        message = "a secrets file has lines NAME=value"
        findings.add_problem(Place(file=str(path), line=line), message)
    return variables
