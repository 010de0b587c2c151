"""What did they say? Bytes become entries in the publisher's own words.

In: one :class:`~feeds.model.Body`. Out: a :class:`~feeds.model.Document` with its entries, or
:class:`~feeds.model.Unreadable` with a reason. Touches: nothing, it never opens anything.
Next: ``normalize/`` makes a story of each entry.

The way through the room: ``encoding`` (bytes to text), ``sniff`` (what is it), then one file for
each form: ``syndication`` (RSS, RDF, Atom), ``jsonfeed``, ``page`` (HTML), ``mail``, ``paste``.
"""

from feeds.parse.document import parse_document

__all__ = ["parse_document"]
