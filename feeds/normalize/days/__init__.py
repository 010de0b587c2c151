"""When? Days and times as publishers write them, read if they can be, never invented.

In: a text, or what a feed states. Out: a moment, or the lines that say when. Touches: nothing but
the names of months that are shipped beside it (``files``). Imports nothing else of the room.

``dates`` reads what a field states, ``stamps`` the lines that say when a report was published
(with ``stamp_words`` and ``reading_times``; ``relative`` as seen from now), ``months`` dates in
running text. ``calendars`` and ``worded`` know what each language calls its months, ``clocks``
times of day.
"""
