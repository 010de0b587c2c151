"""Which stories tell of one happening?

In: sketches, and where they stood. Out: events, and what of them is folded. Touches: nothing. Of
the room it imports ``sketches`` and ``copies``.

Sketches are laid out as ``cards``, as of these days (``themes`` counts what is common). ``ties``
says how near two are (with ``spread`` and ``passages``), ``groups`` puts them together (by
``linkage``, ``merging``, ``bars`` and ``contrasts``; large events ``standing``), and ``places``
says where each belongs.
"""
