"""A report out of a page, whole or as a clipper or a feed passes it on.

In: markup. Out: paragraphs, what they stand with, what is doubtful. Touches: nothing. Of the room
it imports all but the fields of a story.

``report`` is the way through: what programs hide or show (``unseen``), ``boxes`` that are none of
the report, its ``body``, what stands ``loose``; then ``margins``, ``cards``, ``teasers`` and what
is ``unlikely`` go, ``lists`` and ``facts`` stay. ``fulltext`` sets several readers against each
other, ``walls`` knows pages that stand before a report, ``clippings`` reads Markdown.
"""
