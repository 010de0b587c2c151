"""Who shares a mark, that is a key or a band, with whom: they may be copies."""

from collections.abc import Iterable, Mapping, Sequence

from feeds.model import Sketch

Marked = Mapping[str | int, Sequence[Sketch]]


def index_marks(sketches: Iterable[Sketch]) -> Marked:
    """Return the sketches that have each mark."""
    marked: dict[str | int, list[Sketch]] = {}
    for sketch in sketches:
        for mark in _list_marks(sketch):
            marked.setdefault(mark, []).append(sketch)
    return marked


def list_sharing(sketch: Sketch, marked: Marked) -> list[Sketch]:
    """Return those that share a mark with one, each once."""
    found = {it.story_id: it for mark in _list_marks(sketch) for it in marked.get(mark, ())}
    return list(found.values())


def _list_marks(sketch: Sketch) -> list[str | int]:
    """Return the marks of a sketch."""
    return [*sketch.keys, *sketch.bands]
