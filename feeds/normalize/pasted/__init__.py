"""A report out of text that was copied from anywhere.

In: text. Out: headline, standfirst, paragraphs, what is doubtful. Touches: nothing but the weights
that are shipped beside it (``files``). Of the room it imports ``days``, ``credits``, ``furniture``
and ``genres``.

``paste`` is the way through: lines that were broken are joined (``wrapped``, ``hyphens`` with
``word_rests``, ``broken_headlines``, ``quotations``), and what stands where is found by rules
(``layout``): ``notices`` above, what is for ``newsrooms``, the ``headline`` with ``short_heads``,
who ``signed`` it, its ``points`` above, the ``stretch`` of the report, its ``items``, ``sections``,
``answers``, ``chronology``, lines ``under_pictures`` and short ones (``behind``, ``unmarked``), its
end (``closing``, ``lasts``, ``past_end`` with ``reader_comments``). ``content`` tells roughly what
it is about. Where rules may err lines are weighed (``doubt`` with ``features`` and ``weights``).
``blocks`` judges those of a page.
"""
