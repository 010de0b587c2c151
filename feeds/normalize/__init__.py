"""What do we hold? An entry in the publisher's words becomes a story in the common schema.

In: a :class:`~feeds.model.Document` with its source and the time it was seen. Out: a
:class:`~feeds.model.Story` for each entry that says something, and problems. Touches: nothing
but the weights that are shipped beside it (``files``); the same input gives the same output, for
ever. Next: ``compare/``.

The way through the room: ``document`` and ``story`` assemble; each other file reads one field
(``texts`` with ``paste`` and ``page``, which share ``furniture``; ``byline``, ``dateline``,
``agencies``, ``dates``, ``media``, ``identity``). A paste is judged line by line (``furniture``),
its report found (``stretch``, ``headline``, ``closing``) and laid out (``layout``) by rules, and
where these may err weighed (``doubt`` with ``features`` and ``files``); so are blocks of a page
(``blocks``, ``margins``, ``unlikely``).
"""

from feeds.normalize.document import normalize_document, normalize_entry
from feeds.normalize.identity import identify_stories

__all__ = ["identify_stories", "normalize_document", "normalize_entry"]
