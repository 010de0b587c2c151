"""Characters that belong into a text, and how much text is enough."""

import re
import unicodedata
from typing import Final

# Control characters but newline, surrogates, characters that turn the direction of reading
# around, invisible ones that break words for comparing, and what Unicode calls no characters.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\uffff\ufdd0-\ufdef\ud800-\udfff"
    "\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)
# Joiners that join nothing: newsletters fill the line with them that is shown beside the subject.
_FILLERS: Final = re.compile("(?:\u034f\u200c*)+(?=\\s|&nbsp;|<|$)")
# As Python splits lines: word processors write a vertical tab, and pages of print a form feed.
_LINE_BREAK: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Texts are cleaned again and again, and most are clean: one look tells that they have only such.
_RARE: Final = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u034e\u0350-\u1fff\u2010-\u2027\u2030-\u205f"
    "\u2070-\ud7ff\uff01-\uffee]"
)


def clean_characters(text: str) -> str:
    """Return the text in Unicode NFC, with a line feed as its only control character.

    Tabs become spaces. Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) stay:
    Persian, emoji and Arabic need them.
    """
    if _RARE.search(text) is None:
        return unicodedata.normalize("NFC", text)
    lines = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _FILLERS.sub("", _UNWANTED.sub("", lines)))


def join_line(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(text.split())


def cut_text(text: str, limit: int) -> str:
    """Return at most ``limit`` characters, cut between words where that loses little."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    last = max(head.rfind(" "), head.rfind("\n"))
    return head[: last if last > limit // 2 else limit].rstrip()


def clean_line(text: str, limit: int = 300) -> str:
    """Return words of strangers as one harmless line for logs, reports and terminals.

    Control characters, line breaks and characters that turn the direction of reading around are
    gone; what is longer than ``limit`` is cut at a word and ends in an ellipsis.
    """
    # Ten characters for each that may stay: enough, and a title of megabytes costs nothing.
    line = join_line(clean_characters(text[: 10 * limit]))
    if len(line) <= limit and len(text) <= 10 * limit:
        return line
    return f"{cut_text(line, limit - 1)}…"
