"""Wiredesk: a news desk in a box.

A report walks through eight rooms, each once::

    sources -> fetch -> parse -> normalize -> compare -> dedupe -> curate -> publish -> alert
    Source     Fetched  Entry    Story        Change     Event     Feed      Rendition  Alert

Only :mod:`feeds.pipeline` knows that order.
"""

__version__ = "0.1.0"
