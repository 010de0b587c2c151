"""Who told a story: its source, or the publication that an inbox or an aggregator passes on."""

from feeds.model import Sketch

Teller = tuple[str, str]


def name_teller(sketch: Sketch) -> Teller:
    """Return the source of a story, and the publication that it names, if it is another's.

    Nobody knows who told an anonymous one, so it has a teller of its own.
    """
    return sketch.source_id, sketch.story_id if sketch.anonymous else sketch.publication


def is_own(new: Sketch, old: Sketch) -> bool:
    """Tell whether one source reported both, as far as is known.

    Of a story of an aggregator that names no publication nothing is, but most are of one.
    """
    return may_be_own(new, old) and not (new.anonymous or old.anonymous)


def may_be_own(new: Sketch, old: Sketch) -> bool:
    """Tell whether one source reported both, and not as those of two publications."""
    if new.source_id != old.source_id:
        return False
    unknown = not (new.publication and old.publication)
    return unknown or new.publication == old.publication
