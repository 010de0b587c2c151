"""A plain text somebody put into the inbox."""

from feeds.model import Document, Entry, Text


def read_paste(text: str, name: str) -> Document:
    """Return one entry with the whole text.

    Nothing is guessed here and no line is left out: headline, furniture and paragraphs are found
    in ``normalize/``.

    Args:
        text: The decoded text.
        name: Path of the file inside the inbox; it identifies the entry.
    """
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    paste = Text(value=whole, type="text", role="paste")
    return Document(form="text", entries=(Entry(guid=name, texts=(paste,)),))
