"""What did they say? Bytes become entries in the publisher's own words.

In: one :class:`~feeds.model.Body`. Out: a :class:`~feeds.model.Document` with its entries, or
:class:`~feeds.model.Unreadable` with a reason. Touches: nothing, it never opens anything.
Next: ``normalize/`` makes a story of each entry.

The way through the room: ``encoding`` (bytes to text), ``sniff`` (what is it), then one file for
each form: ``syndication`` (RSS, RDF, Atom; ``channel`` and ``pace`` read what a feed says of
itself), ``jsonfeed``, ``sitemap``, ``listing`` (a page that lists reports), ``page`` (an
article's), ``mhtml`` (one saved as a single file), ``mail`` (``mime`` reads its parts; ``notes``
and ``forwards``, which knows the ``mail_words`` of many languages, find the message that was sent
on in it), ``markdown`` (with its ``front_matter``, which ``front_entry`` adds), ``paste``.
``visited`` reads the page of one story.
``pieces`` takes a feed apart that is too much to be read at once.
Before a source is added, ``discovery`` finds the feeds of a page and ``preview`` looks at one.
"""

from feeds.parse.discovery import FeedLink, find_feeds, guess_feeds
from feeds.parse.document import parse_document
from feeds.parse.pieces import Pieces, join_pieces, split_document
from feeds.parse.preview import Preview, preview_body
from feeds.parse.visited import VisitedPage, parse_visited

__all__ = [
    "FeedLink",
    "Pieces",
    "Preview",
    "VisitedPage",
    "find_feeds",
    "guess_feeds",
    "join_pieces",
    "parse_document",
    "parse_visited",
    "preview_body",
    "split_document",
]
