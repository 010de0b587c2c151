"""Which stories are the same text?

In: sketches. Out: what each is a copy of, and by which proof. Touches: nothing. Of the room it
imports ``sketches``.

``places`` looks for the nearest that was told before, ``evidence`` asks what two prove about each
other, ``proof`` when an overlap is enough; ``tellers`` says who told a story, ``marks`` who shares
a key with whom.
"""
