"""Pictures, sound and film of a story.

In: what an entry encloses and shows. Out: media, each once. Touches: nothing. Imports nothing else
of the room.

``attached`` collects them; ``renditions`` chooses one form of each, by ``sizes``.
"""
