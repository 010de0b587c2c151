"""Parts and headers of MIME messages (RFC 2045, 2047), whatever was written into them."""

from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from feeds.model import Problem
from feeds.parse.encoding import decode_bytes
from feeds.parse.values import as_text

# Decoding costs the square of the length.
_LONGEST_HEADER = 5000


def decode_part(part: Message) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a part; paragraphs that were folded for sending are unfolded."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return "", ()
    text, problems = decode_bytes(payload, read_parameter(part, "charset") or None)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if read_parameter(part, "format").lower() == "flowed":
        text = _unfold(text, keep_space=read_parameter(part, "delsp").lower() != "yes")
    return text, problems


def find_header(message: Message, name: str) -> str:
    """Return the first header of a name as it was sent, on one line, within reason."""
    for key, raw in message.raw_items():
        if key.lower() == name:
            sent = str(raw)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
            return " ".join(_decode_raw(sent, read_parameter(message, "charset")).split())
    return ""


def read_header(message: Message, name: str) -> str:
    """Return a header as text, decoded as far as it can be (RFC 2047)."""
    return as_text(decode_words(find_header(message, name)))


def decode_words(raw: str) -> str:
    """Return a header's value with its encoded words decoded; as it stands if they are broken."""
    try:
        return str(make_header(decode_header(raw)))
    except (ValueError, LookupError, MessageError):
        return raw


def read_parameter(part: Message, name: str) -> str:
    """Return a parameter of the content type; empty if it is missing or broken."""
    value = part.get_param(name)
    return value if isinstance(value, str) else ""


def _unfold(text: str, *, keep_space: bool) -> str:
    """Return flowed text with its paragraphs on one line each (RFC 3676, 4)."""
    pieces: list[str] = []
    for line in text.split("\n"):
        stuffed = line.removeprefix(" ")
        if stuffed.endswith(" ") and stuffed != "-- ":
            pieces.append(stuffed if keep_space else stuffed[:-1])
        else:
            pieces.append(stuffed + "\n")
    return "".join(pieces).removesuffix("\n")


def _decode_raw(sent: bytes, stated: str) -> str:
    """Return a header whose bytes should have been encoded words.

    It is UTF-8 (RFC 6532), or in the encoding of the text, which is no UTF then.
    """
    try:
        return sent.decode()
    except UnicodeDecodeError:
        return decode_bytes(sent, None if stated.lower().startswith("utf") else stated)[0]
