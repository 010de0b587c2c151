"""Who told it, and from where? People, agencies, places.

In: a line or a text. Out: a byline, a dateline, agencies. Touches: nothing. Of the room it
imports ``days``.

``byline`` reads people (with ``leads``, ``roles`` and ``capitals``), ``dateline`` the place before
the first sentence (with ``places`` and the ``gazetteer``), ``credited`` which agency is behind a
text (with ``agencies``, their names).
"""
