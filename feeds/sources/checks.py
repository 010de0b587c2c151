"""What a single text of the configuration must look like.

Each check returns the text to go on with, or raises ``ValueError`` with a message for people that
never repeats an address or a header, because those may hold a secret.
"""

import difflib
import re
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from feeds.model import Hours
from feeds.text.hours import read_hours
from feeds.text.selectors import compile_selector, is_path

SLUG = "[a-z0-9][a-z0-9._-]{0,63}"
LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}"
HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"

LISTEN = r"(\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z.-]{1,253}):[0-9]{1,5}"

_SLUG = re.compile(SLUG)
_LANGUAGE = re.compile(LANGUAGE)
_HEADER_NAME = re.compile(HEADER_NAME)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_VISIBLE = re.compile("[\x20-\x7e]*")
_NO_URL = re.compile(r"[\s\\<>\"]")
_MAX_URL = 2000
_HIGHEST_PORT = 65535

# Names that open a device instead of a file on Windows, whatever their extension.
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
_OURS = {"index": "index.html", "feeds": "feeds.opml"}
_SET_BY_DESK = {
    "accept-encoding",
    "connection",
    "content-length",
    "host",
    "if-modified-since",
    "if-none-match",
    "transfer-encoding",
}


def check_text(text: str) -> str:
    """Refuse text that is empty or holds control characters.

    Returns:
        The text on one line, with single spaces.
    """
    line = " ".join(text.split())
    if not line:
        raise ValueError("is empty; give it a value")
    if _CONTROL.search(line):
        raise ValueError("holds a control character; remove it")
    return line


def check_slug(text: str) -> str:
    """Refuse what is no slug."""
    if not _SLUG.fullmatch(text):
        raise ValueError(
            "must be 1 to 64 of a-z, 0-9, dot, underscore and hyphen, beginning with a letter or "
            "digit; capitals are not allowed"
        )
    return text


def check_topic_slug(text: str) -> str:
    """Refuse slugs whose files would be somebody else's: they name files in ``output/``."""
    check_slug(text)
    if text.split(".", maxsplit=1)[0] in _DEVICES:
        raise ValueError(f"{text} names a device on Windows; choose another slug")
    if text in _OURS:
        raise ValueError(f"{text} is taken by our own file {_OURS[text]}; choose another slug")
    if text.endswith(".alerts"):
        raise ValueError("a slug cannot end in .alerts; that is the alerts feed of a topic")
    if text.endswith(".health"):
        raise ValueError("a slug cannot end in .health; that is the feed of how sources are")
    return text


def check_language(text: str) -> str:
    """Refuse what has not the shape of a BCP 47 language tag (RFC 5646, 2.1)."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("must be a language tag (BCP 47), as in en, pt-BR or zh-Hans")
    return text


def check_url(text: str) -> str:
    """Refuse what is no absolute http or https address, or holds a password.

    Returns:
        The address as written.
    """
    if "${" in text:
        raise ValueError("${NAME} may only stand in header values and channel addresses")
    if not text.lower().startswith(("http://", "https://")) or _NO_URL.search(text):
        raise ValueError("must be an address beginning with http:// or https://, without spaces")
    if _CONTROL.search(text) or len(text) > _MAX_URL:
        raise ValueError(f"an address has at most {_MAX_URL} characters, none a control character")
    parts = _split_url(text)
    if "@" in parts.netloc:
        raise ValueError(
            "a user or password cannot stand in an address; put it into headers:, as in "
            "Authorization: Basic ${NAME}"
        )
    if not (parts.hostname or "").strip("."):
        raise ValueError("the address has no host")
    return text


def check_base_url(text: str) -> str:
    """Refuse an address under which no file can stand; return it ending in a slash."""
    check_url(text)
    if "?" in text or "#" in text:
        raise ValueError("must be the address of a folder, without ? and #")
    return text if text.endswith("/") else text + "/"


def check_listen(text: str) -> str:
    """Refuse what is no address and port to listen on."""
    port = int(text.rpartition(":")[2]) if re.fullmatch(LISTEN, text) else 0
    if not 0 < port <= _HIGHEST_PORT:
        raise ValueError("must be an address and a port, as in 127.0.0.1:8080 or [::1]:8080")
    return text


def check_hours(value: object) -> Hours:
    """Refuse what is no two times of day."""
    return read_hours(value if isinstance(value, str) else "")


def check_timezone(text: str) -> str:
    """Refuse what names no time zone."""
    try:
        ZoneInfo(text)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        near = difflib.get_close_matches(text, sorted(available_timezones()), n=1, cutoff=0.8)
        meant = f"did you mean {near[0]}?" if near else "give its IANA name, as in Europe/Lisbon"
        raise ValueError(f"is no time zone; {meant}") from None
    return text


def check_selector(text: str) -> str:
    """Refuse what is neither CSS nor XPath 1.0."""
    line = check_text(text)
    compile_selector(line)
    return line


def check_inner_selector(text: str) -> str:
    """Refuse what is no selector, or looks outside the item it is for."""
    line = check_selector(text)
    if is_path(line) and line.startswith("/"):
        raise ValueError(f"would look in the whole page, not in the item; write .{line[:100]}")
    return line


def check_header_name(text: str) -> str:
    """Refuse what is no field name (RFC 9110, 5.1) or is set by the desk itself."""
    if not _HEADER_NAME.fullmatch(text):
        raise ValueError("is no header name")
    if text.lower() in _SET_BY_DESK:
        raise ValueError("the desk sets this header itself; remove it")
    return text


def check_visible(text: str) -> str:
    """Refuse what cannot stand in a header: line breaks, controls, anything but ASCII."""
    if not text.strip():
        raise ValueError("is empty; give it a value")
    if not _VISIBLE.fullmatch(text):
        raise ValueError("may only hold visible ASCII characters and spaces")
    return text


def _split_url(text: str) -> SplitResult:
    """Return the parts of an address whose host and port can be used."""
    try:
        parts = urlsplit(text)
        _ = parts.port
        (parts.hostname or "").encode("idna")
    except ValueError:
        raise ValueError("the host or port of the address cannot be right") from None
    return parts
