"""Who told a story: its source, or the publication that an inbox or an aggregator passes on."""

from feeds.model import Sketch

Teller = tuple[str, str]


def name_teller(sketch: Sketch) -> Teller:
    """Return the source of a story, and the publication that it names, if it is another's."""
    return sketch.source_id, sketch.publication


def is_own(new: Sketch, old: Sketch) -> bool:
    """Tell whether one source reported both, and not as those of two publications.

    Of a story that names none nothing is known: it may be of any that its source passes on.
    """
    if new.source_id != old.source_id:
        return False
    unknown = not (new.publication and old.publication)
    return unknown or new.publication == old.publication
