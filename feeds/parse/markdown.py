"""A text in Markdown (https://commonmark.org, with tables), as notes and web clippers keep it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from feeds.model import Document, Entry, Problem, Text
from feeds.parse.front_entry import add_stated, is_draft
from feeds.parse.front_keys import SITES, TITLES
from feeds.parse.front_matter import FrontMatter, list_words, split_front_matter
from feeds.parse.note_marks import show_note_marks, show_words
from feeds.parse.paste import read_paste
from feeds.parse.values import is_web_address, title_text

_LONGEST = 128 * 1024
# For each that is never closed the library looks through the rest of the paragraph.
_MOST_BRACKETS = 2000
# Each costs about as much as ten words do; nobody writes so many.
_MOST_LINES = 10_000
_MOST_STARS = 20_000
_MOST_CELLS = 20_000
# What stands deeper than that is left out by the library.
_DEEPEST = 100
_NUMBER = re.compile(r"(\d{1,9})([.)])")
# Relative addresses are of files beside this one, wherever the report itself stands in the web.
_LOCAL = "file:///"
# Stars and rules stand in pasted text as well.
_STRUCTURE = frozenset(
    {
        *("heading_open", "blockquote_open", "table_open", "fence", "html_block"),
        *("link_open", "image", "html_inline"),
    }
)
_EMPHASIS = frozenset({"em_open", "strong_open", "s_open"})
# Letters of scripts with spaces between words: ``f***ing`` is no emphasis.
_SPACED = r"[^\W\u0e00-\u0eff\u2e80-\ud7ff]"
_STARRED = re.compile(
    rf"(?<!{_SPACED})(?<![*_~\\])(\*{{1,3}}|_{{1,3}}|~~)(?=\S)"
    rf"((?:(?!\n\n)[^*_~]){{1,2000}})(?<=\S)\1(?!{_SPACED})(?![*_~])"
)


def read_markdown(text: str, name: str) -> Document:
    """Return one entry: what the front matter states, and the text as HTML.

    A text without front matter, heading, link, picture, table, quote or list is one that somebody
    pasted; so are one without any mark, and one with thousands of brackets, lines or stars.

    Args:
        text: The decoded text.
        name: Path of the file inside the inbox; it identifies the entry.
    """
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front, words, problems = split_front_matter(whole)
    if unpublished := _find_unpublished(front, words, name):
        return Document(form="markdown", problems=(*problems, unpublished))
    if len(words) > _LONGEST:
        problems += (Problem(what=f"only the first {_LONGEST // 1024} KiB were read"),)
        words = words[:_LONGEST]
    stated = next(iter(list_words(front, *TITLES)), "")
    title = title_text(stated) if stated else None
    words = show_note_marks(words)
    tokens = _parse(words) if _may_be_written(words) else []
    if not (_has_structure(tokens) or (front and _has_emphasis(tokens))):
        (entry,) = read_paste(_drop_emphasis(words, tokens), name).entries
    else:
        heading, tokens = _part_heading(tokens, stated)
        title = title or heading
        words = _render(tokens)
        entry = Entry(guid=name, texts=(Text(value=words, type="html", base=_LOCAL),))
    return Document(
        form="markdown",
        entries=(add_stated(replace(entry, title=title), front),),
        title=next((it for it in list_words(front, *SITES) if not is_web_address(it)), ""),
        problems=problems,
    )


def _find_unpublished(front: FrontMatter, words: str, name: str) -> Problem | None:
    """Return why a file is not published; None if it is.

    A section of a site stands in a file that Hugo and Zola call ``_index``.
    """
    if is_draft(front, name):
        return Problem(what="it is a draft, and not published")
    if PurePath(name).stem == "_index" and front and not words.strip():
        return Problem(what="it names a section of a site and has no text, and is not published")
    return None


def _may_be_written(words: str) -> bool:
    """Tell whether a text has no more lines and marks than somebody writes."""
    stars = sum(map(words.count, "*_~"))
    few = words.count("[") <= _MOST_BRACKETS and stars <= _MOST_STARS
    return few and words.count("\n") <= _MOST_LINES


def _may_have_tables(words: str) -> bool:
    """Tell whether tables are small: the library gives all rows as many cells as the first has."""
    lines = words.split("\n")
    return len(lines) * max(line.count("|") for line in lines) <= _MOST_CELLS


def _parse(words: str) -> list[Token]:
    """Return the pieces of a text.

    Paragraphs that are indented are no code in a report, a line that begins as ``21. November`` or
    ``1. FC Köln`` is no list of one thing, and what stands between two rules is no heading.
    """
    parser = _make_parser()
    if not _may_have_tables(words):
        parser.disable("table")
    tokens = parser.parse(words)
    numbers, rules = list(_list_numbers(tokens)), list(_list_rules(tokens))
    if not numbers and not rules:
        return _show_tags(tokens)
    lines = words.split("\n")
    for number in numbers:
        lines[number] = _NUMBER.sub(r"\1\\\2", lines[number], count=1)
    for rule in rules:
        lines[rule] = f"\n{lines[rule]}"
    return _show_tags(parser.parse("\n".join(lines)))


def _show_tags(tokens: list[Token]) -> list[Token]:
    """Return the pieces with tags that are no HTML as words."""
    for token in tokens:
        for inside in token.children or ():
            if inside.type == "html_inline" and show_words(inside.content) != inside.content:
                inside.type = "text"
        if token.type == "html_block":
            token.content = show_words(token.content)
    return tokens


def _list_rules(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines of rules below a paragraph that has another rule directly above."""
    for above, token in pairwise(tokens):
        ruled = above.type == "hr" and token.type == "heading_open" and token.markup == "-"
        if ruled and above.map and token.map and above.map[1] == token.map[0]:
            yield token.map[1] - 1


def _list_numbers(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines of numbered lists that have one thing only."""
    for opened, things in _count_things(tokens):
        if opened.type == "ordered_list_open" and things == 1 and opened.map:
            yield opened.map[0]


def _count_things(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Yield how each list begins, and how many things it has; those inside another first."""
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
                yield closed, things[id(closed)]


def _has_structure(tokens: Sequence[Token]) -> bool:
    """Tell whether a text holds marks that stand in no pasted one."""
    inside = (it for token in tokens for it in token.children or ())
    marks = (it for it in (*tokens, *inside) if it.type in _STRUCTURE)
    return any(it.type != "html_block" or "<" in it.content for it in marks) or _has_list(tokens)


def _has_list(tokens: Sequence[Token]) -> bool:
    """Tell whether a list of two things or more stands in a text."""
    return any(things > 1 for _, things in _count_things(tokens))


def _has_emphasis(tokens: Sequence[Token]) -> bool:
    """Tell whether words are set apart in a text."""
    inside = (it.type for token in tokens for it in token.children or ())
    return not _EMPHASIS.isdisjoint(inside)


def _drop_emphasis(words: str, tokens: Sequence[Token]) -> str:
    """Return pasted text without the stars around words."""
    return _STARRED.sub(r"\2", words) if _has_emphasis(tokens) else words


def _part_heading(tokens: list[Token], stated: str) -> tuple[Text | None, list[Token]]:
    """Return the heading that is the headline, and the pieces without it and its like."""
    at = _find_heading(tokens, stated)
    if at is None:
        return None, _drop_repeated(tokens, stated)
    title = Text(value=_render([tokens[at + 1]]), type="html", role="title")
    return title, _drop_repeated(tokens[:at] + tokens[at + 3 :], _say(tokens[at + 1]))


def _find_heading(tokens: Sequence[Token], stated: str) -> int | None:
    """Return where the heading of the whole text stands.

    It is the one at the beginning, or the only one of the first rank. Where a headline is stated it
    is the one that says the same; all others stay in the text.
    """
    headings = [at for at, it in enumerate(tokens) if it.type == "heading_open" and not it.level]
    if stated:
        same = (at for at in headings if _fold(_say(tokens[at + 1])) == _fold(stated))
        return next(same, None)
    first = [at for at in headings if tokens[at].tag == "h1"]
    found = headings[:1] if headings[:1] == [0] else first
    return found[0] if len(found) == 1 and _fold(_say(tokens[found[0] + 1])) else None


def _drop_repeated(tokens: list[Token], headline: str) -> list[Token]:
    """Return the pieces without a first paragraph that is the headline again."""
    begun = [token.type for token in tokens[:2]] == ["paragraph_open", "inline"]
    is_headline = begun and headline and _fold(_say(tokens[1])) == _fold(headline)
    return tokens[3:] if is_headline else tokens


def _say(inline: Token) -> str:
    """Return the words of a line, without its pictures."""
    inside = (it for it in inline.children or () if it.type != "image")
    return "".join(" " if it.type.endswith("break") else it.content for it in inside)


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
