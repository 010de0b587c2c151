"""What do we hold? An entry in the publisher's words becomes a story in the common schema.

In: a :class:`~feeds.model.Document` with its source and the time it was seen. Out: a
:class:`~feeds.model.Story` for each entry that says something, and problems. Touches: nothing
but what is shipped beside it (``files`` of ``days`` and ``pasted``); the same input gives the same
output, for ever. Next: ``compare/``.

The way through the room: ``document`` and ``story`` assemble, ``fields`` and ``texts`` (with
``summaries``) read,
``identity`` says which report it is. ``visited`` reads the page of a story that a feed told,
``revised`` what it says when it is read again.

What they ask is in rooms of their own, each of which imports those before it only: ``days``
(when?), ``media``, ``credits`` (who told it, and from where?), ``furniture`` (what do sites write
around reports?), ``genres`` (what is no report of one event?), ``pasted`` (a report out of text
that was copied) and ``pages`` (a report out of a page).
"""

from feeds.normalize.document import normalize_document, normalize_entry
from feeds.normalize.identity import hash_words, identify_stories, key_guid
from feeds.normalize.pages.walls import is_wall
from feeds.normalize.revised import is_cut_off, revise_story
from feeds.normalize.visited import (
    PAGE_TEXTS,
    complete_story,
    read_visited,
    tells_story,
)

__all__ = [
    "PAGE_TEXTS",
    "complete_story",
    "hash_words",
    "identify_stories",
    "is_cut_off",
    "is_wall",
    "key_guid",
    "normalize_document",
    "normalize_entry",
    "read_visited",
    "revise_story",
    "tells_story",
]
