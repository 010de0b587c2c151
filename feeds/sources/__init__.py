"""Whom do we listen to? The configuration is read, checked whole, and made into one value.

In: the path of ``sources.yaml``, its ``include:`` files, and the environment for ``${NAME}``.
Out: a :class:`feeds.model.Config`, or a :class:`feeds.errors.ConfigError` with every problem.
Touches: files (only ``files.py``).
Next: ``fetch`` asks each source; ``curate`` and ``alert`` read the topics.

The way of a file: bytes, ``characters`` (text), ``yaml`` (nodes that know their place), ``fields``
(plain values, checked against the types in ``written``), and one file for each part of it:
``settings``, ``channels``, ``sources``, ``topics``.
"""

from feeds.sources.files import load_config
from feeds.sources.schema import config_schema, render_schema

__all__ = ["config_schema", "load_config", "render_schema"]
