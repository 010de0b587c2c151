"""A text in Markdown (https://commonmark.org, with tables), as notes and web clippers keep it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from feeds.model import Document, Entry, Link, Problem, RawMedia, RawPerson, Text
from feeds.parse.dates import read_stamp
from feeds.parse.front_matter import FrontMatter, list_words, split_front_matter
from feeds.parse.paste import read_paste
from feeds.parse.values import is_web_address, only_once, title_text

_LONGEST = 512 * 1024
# What stands deeper than that is left out by the library.
_DEEPEST = 100
_NUMBER = re.compile(r"(\d{1,9})([.)])")
# Relative addresses are of files beside this one, wherever the report itself stands in the web.
_LOCAL = "file:///"
_PLAIN_BLOCKS = frozenset({"paragraph_open", "inline", "paragraph_close"})
_PLAIN_WORDS = frozenset({"text", "text_special", "softbreak", "hardbreak"})
_ADDRESSES = ("url", "source", "sourceurl", "link", "canonicalurl", "canonical", "permalink")
_SITES = ("site", "sitename", "publisher", "publication", "source")
_PUBLISHED = ("date", "published", "publisheddate", "publishdate", "pubdate", "publishedat")
_UPDATED = ("updated", "lastmod", "modified", "lastmodified", "lastmodifiedat", "updatedat")
_LABELS = ("tags", "keywords", "categories", "category")


def read_markdown(text: str, name: str) -> Document:
    """Return one entry: what the front matter states, and the text as HTML.

    A text without any mark is one that somebody pasted.

    Args:
        text: The decoded text.
        name: Path of the file inside the inbox; it identifies the entry.
    """
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front, words, problems = split_front_matter(whole)
    if len(words) > _LONGEST:
        problems += (Problem(what=f"only the first {_LONGEST // 1024} KiB were read"),)
        words = words[:_LONGEST]
    stated = next(iter(list_words(front, "title", "headline")), "")
    title = title_text(stated) if stated else None
    tokens = _parse(words)
    if _is_plain(tokens):
        (entry,) = read_paste(words, name).entries
    else:
        heading, tokens = _part_heading(tokens, stated)
        title = title or heading
        words = _render(tokens)
        entry = Entry(guid=name, texts=(Text(value=words, type="html", base=_LOCAL),))
    return Document(
        form="markdown",
        entries=(_add_stated(replace(entry, title=title), front),),
        title=next((it for it in list_words(front, *_SITES) if not is_web_address(it)), ""),
        problems=problems,
    )


def _add_stated(entry: Entry, front: FrontMatter) -> Entry:
    """Return an entry with what the front matter says of it."""
    stated = (url for key in _ADDRESSES for url in list_words(front, key))
    address = next(filter(is_web_address, stated), "")
    told = " ".join(list_words(front, "description", "summary", "excerpt"))
    summary = (Text(value=told, type=title_text(told).type, role="summary"),) if told else ()
    labels = (label for key in _LABELS for label in list_words(front, key))
    language = next(iter(list_words(front, "lang", "language")), "")
    pictures = list_words(front, "image", "cover", "coverimage")
    return replace(
        entry,
        links=(Link(href=address),) if address else (),
        texts=(*summary, *entry.texts),
        published=read_stamp(next(iter(list_words(front, *_PUBLISHED)), "")),
        updated=read_stamp(next(iter(list_words(front, *_UPDATED)), "")),
        authors=only_once(RawPerson(name=it) for it in list_words(front, "author", "authors")),
        categories=only_once(word for label in labels for word in _split_label(label)),
        language=language.replace("_", "-") or None,
        media=tuple(RawMedia(url=it, medium="image") for it in pictures if is_web_address(it)),
    )


def _split_label(label: str) -> list[str]:
    """Return the labels in a line of them: ``bridges, harlow``."""
    return [word.strip().removeprefix("#") for word in label.split(",") if word.strip(" #")]


def _parse(words: str) -> list[Token]:
    """Return the pieces of a text.

    Paragraphs that are indented are no code in a report, a line that begins as ``21. November`` or
    ``1. FC Köln`` is no list of one thing, and what stands between two rules is no heading.
    """
    parser = _make_parser()
    tokens = parser.parse(words)
    numbers, rules = list(_list_numbers(tokens)), list(_list_rules(tokens))
    if not numbers and not rules:
        return tokens
    lines = words.split("\n")
    for number in numbers:
        lines[number] = _NUMBER.sub(r"\1\\\2", lines[number], count=1)
    for rule in rules:
        lines[rule] = f"\n{lines[rule]}"
    return parser.parse("\n".join(lines))


def _list_rules(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines of rules below a paragraph that has another rule directly above."""
    for above, token in pairwise(tokens):
        ruled = above.type == "hr" and token.type == "heading_open" and token.markup == "-"
        if ruled and above.map and token.map and above.map[1] == token.map[0]:
            yield token.map[1] - 1


def _list_numbers(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines of numbered lists that have one thing only."""
    around: list[Token] = []
    things: Counter[int] = Counter()
    for token in tokens:
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                around.append(token)
            case "list_item_open":
                things[id(around[-1])] += 1
            case "ordered_list_close" | "bullet_list_close":
                closed = around.pop()
                is_numbered = closed.type == "ordered_list_open"
                if is_numbered and things[id(closed)] == 1 and closed.map:
                    yield closed.map[0]


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Tell whether a text holds no mark of Markdown."""
    inside = (it for token in tokens for it in token.children or ())
    return all(it.type in _PLAIN_BLOCKS for it in tokens) and all(
        it.type in _PLAIN_WORDS for it in inside
    )


def _part_heading(tokens: list[Token], stated: str) -> tuple[Text | None, list[Token]]:
    """Return the heading that is the headline, and the pieces without it.

    It is the one at the beginning, or the only one of the first rank. Where another headline is
    stated it stays in the text.
    """
    at = _find_heading(tokens)
    if at is None:
        return None, tokens
    inline = tokens[at + 1]
    plain = "".join(it.content for it in inline.children or () if it.type != "image")
    if not plain.strip() or (stated and _fold(plain) != _fold(stated)):
        return None, tokens
    title = Text(value=_render([inline]), type="html", role="title")
    return title, tokens[:at] + tokens[at + 3 :]


def _find_heading(tokens: Sequence[Token]) -> int | None:
    """Return where the heading of the whole text stands."""
    headings = [at for at, it in enumerate(tokens) if it.type == "heading_open" and not it.level]
    if headings[:1] == [0]:
        return 0
    first = [at for at in headings if tokens[at].tag == "h1"]
    return first[0] if len(first) == 1 else None


def _fold(words: str) -> str:
    """Return a headline for comparing."""
    return " ".join(words.casefold().split())


def _render(tokens: Sequence[Token]) -> str:
    """Return pieces as HTML, with the markup that stands among them as it is."""
    parser = _make_parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


def _make_parser() -> MarkdownIt:
    """Return the reader of the library."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"]).disable("code")
