"""Fetch: what did they answer?

In: a ``Source`` and its ``SourceState``. Out: one of ``Fetched``, ``NotModified``, ``Moved``,
``Gone``, ``Throttled``, ``Failed``. Touches: the network (:mod:`.http`, :mod:`.network`) and the
inbox folder (:mod:`.files`). Next: parse.
"""

from feeds.fetch.http import Web, open_web
from feeds.fetch.source import fetch_source

__all__ = ["Web", "fetch_source", "open_web"]
