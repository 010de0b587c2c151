"""Which extras are installed: libraries that Wiredesk does without where they are missing.

Asking imports none of them: that would take a second.
"""

from importlib.util import find_spec


def has_apprise() -> bool:
    """Return whether the extra ``notify`` is installed."""
    return find_spec("apprise") is not None


def has_trafilatura() -> bool:
    """Return whether the extra ``fulltext`` is installed."""
    return find_spec("trafilatura") is not None
