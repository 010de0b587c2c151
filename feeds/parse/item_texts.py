"""Title, summary and bodies of an item, and the title of its feed."""

from typing import Any, Final, Literal

from feeds.model import Text
from feeds.parse.bounds import shorten_tags
from feeds.parse.repair import HIDDEN_AT
from feeds.parse.values import as_object, as_text, join_url, only_once, title_text
from feeds.text.markup import plain_line

_TYPES: dict[str, Literal["text", "html", "xhtml"]] = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "xhtml",
}

_LONGEST_NAME: Final = 20_000


def read_title(item: dict[str, Any]) -> Text | None:
    """Return the headline with the type feedparser found."""
    value = as_text(item.get("title"))
    detail = as_object(item.get("title_detail"))
    if not value:
        return None
    if as_text(dict.get(detail, "value")) != value:
        return title_text(value)
    return Text(
        value=value,
        type=_name_type(detail),
        role="title",
        language=as_text(dict.get(detail, "language")) or None,
    )


def read_name(feed: dict[str, Any]) -> str:
    """Return the title of a feed in plain words: unlike a headline it is read nowhere else."""
    title = read_title(feed)
    if title is None:
        return ""
    return plain_line(title.value[:_LONGEST_NAME], markup=title.type != "text")


def read_texts(item: dict[str, Any], base: str) -> tuple[Text, ...]:
    """Return summary and bodies in that order; a caption only where there is nothing else.

    feedparser copies a body into ``summary`` when none is stated: a summary without its own detail
    is such a copy.
    """
    summary = _make_text(as_object(item.get("summary_detail")), "summary", base)
    bodies = [_make_text(as_object(content), "body", base) for content in item.get("content", ())]
    texts = only_once(text for text in (summary, *bodies) if text)
    if texts:
        return texts
    caption = _make_text(as_object(item.get("info_detail")), "summary", base)
    return (caption,) if caption else ()


def _make_text(detail: dict[str, Any], role: Literal["summary", "body"], base: str) -> Text | None:
    """Return a text construct, or None if it has no words."""
    value = as_text(dict.get(detail, "value")).replace(HIDDEN_AT, "@")
    if not value:
        return None
    kind = _name_type(detail)
    own_base = as_text(dict.get(detail, "base"))
    return Text(
        value=value if kind == "text" else shorten_tags(value),
        type=kind,
        role=role,
        language=as_text(dict.get(detail, "language")) or None,
        base=join_url(base, own_base) if own_base else base,
    )


def _name_type(detail: dict[str, Any]) -> Literal["text", "html", "xhtml"]:
    """Return our word for a media type; markup of an unknown kind is treated as HTML."""
    stated = as_text(dict.get(detail, "type")).lower()
    if stated.endswith(("+xml", "/xml")):
        return "xhtml"
    return _TYPES.get(stated, "html")
