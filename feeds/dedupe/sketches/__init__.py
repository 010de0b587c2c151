"""What is a story about? Made once, kept with it, and all that comparing needs.

In: a story. Out: a :class:`~feeds.model.Sketch`. Touches: nothing but the tables that are shipped
beside it (``files``). Imports nothing else of the room.

``sketching`` makes it of two things: ``shingles`` of its ``pieces``, by which copies are found and
proven; and ``terms`` (read by ``reading``, ``numbers``, ``segments`` and ``sentences``), which
``vectors`` weigh by how often words are used (``frequencies``). ``parts`` takes a sketch apart
again; ``vocabulary`` knows words that say little.
"""
