"""From the bytes of a configuration file to its characters."""

import codecs
import re

from feeds.errors import ConfigError
from feeds.sources.findings import make_problem
from feeds.sources.nodes import Place

MAX_BYTES = 1024 * 1024
"""Of one file; who needs more uses ``include:``."""

# YAML 1.2.2, section 5.1: what may stand in a document.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_text(data: bytes, file: str) -> str:
    """Return the text of a file: UTF-8, with or without a byte order mark.

    Args:
        data: The whole file, or its first ``MAX_BYTES + 1`` bytes.
        file: Its name, for the message.

    Raises:
        ConfigError: Too large, not UTF-8, or with characters that YAML does not allow; the
            problem says where.
    """
    if len(data) > MAX_BYTES:
        message = "the file is larger than 1 MiB; split it with include:"
        raise ConfigError((make_problem(Place(file=file), message),))
    if data.startswith(_UTF_16):
        message = "the file is UTF-16; save it as UTF-8"
        raise ConfigError((make_problem(Place(file=file), message),))
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        before = body[: error.start].decode()
        message = f"the byte 0x{body[error.start]:02X} is not UTF-8; save the file as UTF-8"
        raise ConfigError((make_problem(_find_end(before, file), message),)) from None
    if found := _UNPRINTABLE.search(text):
        message = f"the character U+{ord(found.group()):04X} is not allowed; remove it"
        raise ConfigError((make_problem(_find_end(text[: found.start()], file), message),))
    return text


def _find_end(before: str, file: str) -> Place:
    """Return the place just after a text."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(file=file, line=len(lines), column=len(lines[-1]) + 1)
