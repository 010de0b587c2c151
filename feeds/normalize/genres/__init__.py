"""What is no report of one event? A briefing, an opinion, an interview, a live blog.

In: headline, labels, address, text. Out: a genre, or none. Touches: nothing. Of the room it imports
``furniture``.

``genre`` asks one after the other: ``live``, ``lists`` (with ``rubrics``), ``opinions``,
``analyses`` and ``interviews``, which share ``labels``; last the first words (``digests``).
"""
