"""Whom do we listen to? The configuration is read, checked whole, and made into one value.

In: the path of ``sources.yaml``, its ``include:`` files, and the environment for ``${NAME}``.
Out: a :class:`feeds.model.Config`, or a :class:`feeds.errors.ConfigError` with every problem.
Touches: files (only ``files.py``), to write them where a command adds sources.
Next: ``fetch`` asks each source; ``curate`` and ``alert`` read the topics.

The way of a file: bytes, ``characters`` (text), ``yaml`` (nodes that know their place), ``fields``
(plain values, checked against the types in ``written``), and one file for each part of it:
``settings``, ``channels``, ``sources``, ``topics``. The other way: ``additions`` are checked and
named, ``insert`` writes them into the text; ``opml`` reads and says lists of feeds.
"""

from feeds.sources.additions import (
    Addition,
    check_addition,
    choose_new,
    find_source,
    group_folders,
)
from feeds.sources.checks import check_listen
from feeds.sources.fields import suggest_name
from feeds.sources.files import load_config, read_file, replace_file
from feeds.sources.insert import insert_sources, show_sources
from feeds.sources.opml import read_opml, render_opml
from feeds.sources.schema import config_schema, render_schema

__all__ = [
    "Addition",
    "check_addition",
    "check_listen",
    "choose_new",
    "config_schema",
    "find_source",
    "group_folders",
    "insert_sources",
    "load_config",
    "read_file",
    "read_opml",
    "render_opml",
    "render_schema",
    "replace_file",
    "show_sources",
    "suggest_name",
]
