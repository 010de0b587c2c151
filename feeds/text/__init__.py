"""Pure tools on words, URLs and markup, for every room.

In: text. Out: text. Touches: nothing. Imports: nothing of ours but the model and errors.
"""
