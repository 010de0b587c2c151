"""What do we hold? An entry in the publisher's words becomes a story in the common schema.

In: a :class:`~feeds.model.Document` with its source and the time it was seen. Out: a
:class:`~feeds.model.Story` for each entry that says something, and problems. Touches: nothing
but the weights that are shipped beside it (``files``); the same input gives the same output, for
ever. Next: ``compare/``.

The way through the room: ``document`` and ``story`` assemble; each other file reads one field
(``texts`` with ``paste`` and ``page``, which share ``furniture``; ``byline``, ``dateline``,
``agencies``, ``dates``, ``media``, ``identity``); ``tails`` cuts what stands below a text and is
none of it (``makers``, ``stood``). A paste is judged line by line (``furniture``), its report found
(``stretch``, ``headline``, ``closing``) and laid out (``layout``) by rules, and where these may err
weighed (``doubt`` with ``features`` and ``files``); so are blocks of a page (``blocks``,
``margins``, ``unlikely``), and of Markdown (``clippings``, ``under_pictures``). What reports no one
event has a genre (``genres`` with ``live``, ``lists`` and ``rubrics``, and with ``opinions`` and
``analyses``, which share ``labels``).
``visited`` reads the page of a story that a feed told, with ``fulltext`` (which reader is right),
``walls`` (pages that stand before it) and ``revised`` (what it says when it is read again).
"""

from feeds.normalize.document import normalize_document, normalize_entry
from feeds.normalize.identity import hash_words, identify_stories, key_guid
from feeds.normalize.revised import is_cut_off, revise_story
from feeds.normalize.visited import (
    PAGE_TEXTS,
    complete_story,
    read_visited,
    tells_story,
)
from feeds.normalize.walls import is_wall

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
