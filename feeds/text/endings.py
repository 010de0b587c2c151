"""What the ending of an address tells about a picture, a sound, a film or a document.

The standard library's ``mimetypes`` knows more endings, but asks the files of the machine and has
other answers in other versions of Python: here the same address means the same everywhere.
"""

from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

Medium: TypeAlias = Literal["image", "audio", "video", "document"]

_TYPES: Final[dict[Medium, dict[str, str]]] = {
    "image": {
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "png": "image/png",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "svg": "image/svg+xml",
        "heic": "image/heic",
    },
    "audio": {
        "mp3": "audio/mpeg",
        "m4a": "audio/mp4",
        "ogg": "audio/ogg",
        "oga": "audio/ogg",
        "opus": "audio/ogg",
        "wav": "audio/wav",
        "aac": "audio/aac",
        "flac": "audio/flac",
    },
    "video": {
        "mp4": "video/mp4",
        "m4v": "video/mp4",
        "webm": "video/webm",
        "mov": "video/quicktime",
        "ogv": "video/ogg",
        "m3u8": "application/vnd.apple.mpegurl",
        "avi": "video/x-msvideo",
    },
    "document": {"pdf": "application/pdf"},
}


def find_medium(url: str) -> Medium:
    """Return what an address leads to, by its ending; a document where that tells nothing."""
    ending = _read_ending(url)
    return next((medium for medium, types in _TYPES.items() if ending in types), "document")


def find_type(url: str, medium: Medium) -> str:
    """Return the media type that the ending of an address tells.

    Args:
        url: The address.
        medium: What is known of it: an ending that contradicts it tells nothing. A document can
            be anything.

    Returns:
        Empty if the ending is unknown.
    """
    ending = _read_ending(url)
    return _TYPES[find_medium(url) if medium == "document" else medium].get(ending, "")


def _read_ending(url: str) -> str:
    """Return the ending of the path, in small letters and without its dot; empty for no address."""
    try:
        path = urlsplit(url).path
    except ValueError:  # brackets that are no IPv6 address, letters that stand for others
        return ""
    return path.rpartition(".")[2].strip().lower()
