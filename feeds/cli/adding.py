"""What ``add`` and ``opml import`` share: a configuration file that gets more sources."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from feeds.errors import ConfigError, WiredeskError
from feeds.model import Config, Source
from feeds.sources import (
    Addition,
    insert_sources,
    load_config,
    read_file,
    replace_file,
    show_sources,
)

_ANY = Addition(url="https://wiredesk.invalid/")


def load_for_adding(path: Path) -> Config:
    """Load a configuration; one that is right but for having no source yet is right.

    Raises:
        ConfigError: It cannot be used.
    """
    try:
        return load_config(path, os.environ)
    except ConfigError as error:
        config = _load_empty(path)
        if config is None:
            raise error from None
        return config


def add_sources(
    path: Path, config: Config, additions: Sequence[Addition], *, dry_run: bool
) -> tuple[Source, ...]:
    """Write sources into a configuration file, after the whole was read again as it will be.

    Args:
        path: The file.
        config: What it says now, with all it includes.
        additions: New ones.
        dry_run: Whether to stop before the file is written.

    Returns:
        The new sources.

    Raises:
        ConfigError: The file cannot be read or written.
        WiredeskError: It is written in a way that is not touched; the message says what to add.
    """
    if not additions:
        return ()
    before = read_file(path)
    after = insert_sources(before, additions, str(path))
    added = _check_result(path, config, additions, after)
    if not dry_run:
        replace_file(path, before=before, after=after)
    return added


def _load_empty(path: Path) -> Config | None:
    """Return the configuration of a file without a source; None if that is not all it lacks."""
    try:
        content = insert_sources(read_file(path), (_ANY,), str(path))
        config = load_config(path, os.environ, content=content)
    except WiredeskError:
        return None
    return replace(config, sources=()) if len(config.sources) == 1 else None


def _check_result(
    path: Path, config: Config, additions: Sequence[Addition], content: bytes
) -> tuple[Source, ...]:
    """Return the new sources of a file to be; refuse one in which anything else would change."""
    refusal = WiredeskError(
        f"{path} is written in a way in which nothing can be added safely; it is as it was. "
        "Add by hand, below sources:\n" + "\n".join(show_sources(additions))
    )
    try:
        whole = load_config(path, os.environ, content=content)
    except ConfigError:
        raise refusal from None
    before = set(config.sources)
    added = tuple(source for source in whole.sources if source not in before)
    kept = tuple(source for source in whole.sources if source in before)
    if kept != config.sources or [s.url for s in added] != [a.url for a in additions]:
        raise refusal
    return added
