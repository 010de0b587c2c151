"""Pages and pasted texts, read as the inbox reads them."""

from datetime import UTC, datetime

from feeds.model import Body, Source, Story
from feeds.pipeline.read import read_bodies

_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def read_story(content: bytes, name: str, seen: datetime = _SEEN) -> Story | None:
    """Return the story of a file that lies in the inbox; None if there is none in it.

    Args:
        content: The bytes of the file.
        name: Its name; the ending says whether it is a page (``.html``) or text (``.txt``).
        seen: When it was found there.
    """
    source = Source(id="inbox", kind="inbox", path="inbox")
    body = Body(content=content, media_type="", name=name)
    return next(iter(read_bodies((body,), source, seen).stories), None)
