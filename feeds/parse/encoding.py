"""Bytes to text: byte order mark, what was stated, what the document declares, what fits."""

import codecs
import re

from feeds.model import Problem
from feeds.parse.letters import guess_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}[\"']([\w.:-]{1,40})[\"']"
    rb"|<meta[^>]{0,400}?\bcharset\s{0,20}=\s{0,20}[\"']?([\w.:-]{1,40})",
    re.IGNORECASE,
)
# What publishers call by the smaller name is in practice the larger set (WHATWG Encoding).
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Python's codecs of these names are no encodings of documents, or are known as an attack.
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_REFUSED_MORE = frozenset({"utf-7", "mbcs", "oem", "charmap", "unicode_internal"})
_MANY_BYTES = ("utf", "gb", "big5", "cp932", "cp949", "cp950", "euc", "iso2022", "hz", "johab")


def decode_bytes(content: bytes, stated: str | None) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a document, and what was wrong with its encoding.

    A byte order mark decides. Then an encoding that is stated or declared and fits; UTF-8 where it
    fits although a one-byte encoding was named, because text in another encoding is hardly ever
    valid UTF-8 by chance; then the one-byte encoding named, the one its letters speak for, and
    Windows-1252 at last.

    Args:
        content: The bytes.
        stated: The charset parameter of the media type, if any.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), ()
    wide = _guess_wide(content)
    if wide:
        return content.decode(wide, "replace"), ()
    names = [name for name in (stated, _find_declared(content)) if name]
    return _decode_named(content, names)


def _decode_named(content: bytes, names: list[str]) -> tuple[str, tuple[Problem, ...]]:
    """Try the encodings named, in order, then UTF-8, then a guess, then what always fits."""
    usable = [codec for codec in map(_find_codec, names) if codec]
    for codec in (*(c for c in usable if c.startswith(_MANY_BYTES)), "utf-8"):
        text = _decode_strictly(content, codec)
        if text is not None:
            return text, _tell_change(text, names, usable, codec)
    mended = content.decode("utf-8", "replace")
    if _is_mostly_good(mended):
        return mended, (Problem(what="some bytes are not valid UTF-8 and were replaced"),)
    codec = next((c for c in usable if c != "utf-8"), None) or guess_encoding(content) or "cp1252"
    text = content.decode(codec, "replace")
    return text, _tell_change(text, names, usable, codec)


def _tell_change(text: str, names: list[str], usable: list[str], codec: str) -> tuple[Problem, ...]:
    """Return a problem if the text is not in the first encoding that was named."""
    if text.isascii() or (usable and codec == usable[0]) or (not names and codec == "utf-8"):
        return ()
    said = f"encoding said to be {names[0]}" if names else "no encoding stated"
    return (Problem(what=f"{said}, read as {codec}"),)


def _find_declared(content: bytes) -> str | None:
    """Return the encoding an XML declaration or a meta element names near the start."""
    found = _DECLARED.search(content[:2048])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _find_codec(name: str) -> str | None:
    """Return Python's name for an encoding of documents; None if it knows none."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    if codec in _REFUSED or codec in _REFUSED_MORE:
        return None
    return _LARGER.get(codec, codec)


def _decode_strictly(content: bytes, codec: str) -> str | None:
    """Return the text, or None if the bytes are not in this encoding."""
    try:
        return content.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _is_mostly_good(mended: str) -> bool:
    """Tell whether more characters outside ASCII were read than replaced."""
    replaced = mended.count("\ufffd")
    outside_ascii = len(mended) - len(mended.encode("ascii", "ignore"))
    return outside_ascii - replaced > replaced


def _guess_wide(content: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where zero bytes stand as they do in Latin text."""
    match content[:4]:
        case b"<\0\0\0" | b"{\0\0\0":
            return "utf-32-le"
        case b"\0\0\0<" | b"\0\0\0{":
            return "utf-32-be"
        case _:
            sample = content[:400]
    even, odd, half = sample[0::2].count(0), sample[1::2].count(0), len(sample) // 2
    if half and odd * 10 > half * 4 and even * 10 < half:
        return "utf-16-le"
    if half and even * 10 > half * 4 and odd * 10 < half:
        return "utf-16-be"
    return None
