"""The summary of an entry: what of it is the standfirst, and what stands under its pictures."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from feeds.model import Text
from feeds.normalize.furniture.tails import CutText, cut_tail
from feeds.normalize.pages.figures import mark_captions, part_captions
from feeds.text.characters import clean_characters
from feeds.text.markup import (
    has_markup,
    html_to_text,
    mark_paragraphs,
    sanitize_html,
    tidy_paragraphs,
)

MAX_BODY: Final = 256 * 1024
MAX_MARKUP: Final = 4 * MAX_BODY
_FOOTER: Final = re.compile(
    r"(?:the post .{1,300} (?:appeared first|first appeared) on [^.,;:]{1,80}\.?$|"
    r"continue reading\b|read more\b)",
    re.IGNORECASE,
)


def plain_text(text: Text) -> str:
    """Return a text construct as plain paragraphs."""
    value = clean_characters(text.value[:MAX_MARKUP])
    if text.type != "text" or has_markup(value):
        return html_to_text(value)
    return tidy_paragraphs(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The summary of an entry, and what of it is no standfirst.

    Attributes:
        text: With its captions marked; None without a summary.
        standfirst: Its words.
        captions: What stood under its pictures.
        cut: Who made the report, as its last lines say.
    """

    text: Text | None = None
    standfirst: str = ""
    captions: tuple[str, ...] = ()
    cut: CutText = field(default_factory=CutText)


def read_summary(summary: Text, title: str) -> Summary:
    """Return a summary without its captions and what was added under it, and these."""
    value = clean_characters(summary.value[:MAX_MARKUP])
    if summary.type == "text" and not has_markup(value):
        words, cut = _drop_footer(plain_text(summary), title)
        return Summary(text=summary, standfirst=words, cut=cut)
    marked = replace(summary, value=mark_captions(value))
    html, captions = part_captions(marked.value)
    if not (plain := html_to_text(html)):
        marked, captions, plain = summary, (), html_to_text(value)
    words, cut = _drop_footer(plain, title)
    return Summary(text=marked, standfirst=words, captions=captions, cut=cut)


def clean_summary(summary: Text | None, base: str) -> str:
    """Return a summary as safe HTML if it shows pictures."""
    if summary is None or "<img" not in summary.value.lower():
        return ""
    return sanitize_html(summary.value[:MAX_BODY], summary.base or base)


def _drop_footer(text: str, title: str) -> tuple[str, CutText]:
    """Return a summary without what blog programs and agencies add under it, and what they add."""
    head, _, last = text.rpartition("\n\n")
    words = head if _FOOTER.match(last) else text
    read = cut_tail(mark_paragraphs(words), title)
    return (html_to_text(read.html) if read.lines else words), read
