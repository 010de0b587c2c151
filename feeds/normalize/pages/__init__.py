"""A report out of a page, whole or as a clipper or a feed passes it on.

In: markup. Out: paragraphs, what they stand with, what is doubtful. Touches: nothing. Of the room
it imports all but the fields of a story.

``report`` is the way through: what programs hide or show (``unseen``), ``boxes`` that are none of
the report, unless they have ``held`` it, its ``body``, what stands ``loose``; then ``margins``,
``cards``, ``teasers`` and what is ``unlikely`` go; what is ``listed`` (``counted``), ``lists``,
short ``sections``, ``facts``, ``figures`` and ``formulas`` stay. ``signed`` reads who and when.
``fulltext`` sets several readers against each other, and what is ``stated`` for programs; ``walls``
knows pages that stand before a report, ``companions`` the folder beside a saved one, ``clippings``
reads Markdown.
"""
