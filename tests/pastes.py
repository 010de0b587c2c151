"""Text as somebody pasted it, and what the desk holds of it."""

from datetime import UTC, datetime

from stories import a_source

from feeds.model import Document, Entry, Story, Text
from feeds.normalize import normalize_document

SEEN = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def normalize_paste(text: str, language: str | None = None, assumed: str | None = None) -> Story:
    """Return the story in pasted text, in a language that is stated, or assumed for the source."""
    entry = Entry(texts=(Text(value=text, role="paste", type="text"),), language=language)
    document = Document(form="text", entries=(entry,))
    (story,), _ = normalize_document(document, a_source("inbox", language=assumed), SEEN)
    return story
