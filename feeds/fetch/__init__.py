"""Fetch: what did they answer?

In: a ``Source`` and its ``SourceState``. Out: one of ``Fetched``, ``NotModified``, ``Moved``,
``Gone``, ``Throttled``, ``Failed``. Touches: the network (:mod:`.http`, :mod:`.network`) and the
inbox folder (:mod:`.files`). Next: parse. :mod:`.post` is the way out through the same door: for
what the desk has to tell a server. :mod:`.page` asks for the page of a story, with the leave that
:mod:`.robots` reads.
"""

from feeds.fetch.http import Web, hold_answers, open_web
from feeds.fetch.page import MayAsk, fetch_page, leads_home, may_be_private, tell_manner
from feeds.fetch.post import post_bytes, post_form
from feeds.fetch.robots import fetch_robots
from feeds.fetch.source import fetch_source

__all__ = [
    "MayAsk",
    "Web",
    "fetch_page",
    "fetch_robots",
    "fetch_source",
    "hold_answers",
    "leads_home",
    "may_be_private",
    "open_web",
    "post_bytes",
    "post_form",
    "tell_manner",
]
