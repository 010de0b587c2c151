"""What programs write above a Markdown text: ``title: …``, in YAML between two lines ``---``.

Or ``title = "…"``, in TOML between two lines ``+++``.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Final

import yaml

from feeds.model import Problem
from feeds.parse.note_marks import show_links
from feeds.parse.values import as_list, as_object, as_text

# What is read takes time and memory; nobody has that much to say.
_LONGEST = 20_000
_FENCED = re.compile(r"---[ \t]*\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLUSSED = re.compile(r"\+\+\+[ \t]*\n(.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")
_SET = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*(.*)")
_THING = re.compile(r"[ \t]*-[ \t]+(.+)")
# What programs call the same thing.
TITLES: Final = ("title", "headline")
SUMMARIES: Final = ("description", "summary", "excerpt")
AUTHORS: Final = ("author", "authors")
PUBLISHED: Final = ("date", "published", "publisheddate", "publishdate", "pubdate", "publishedat")
UPDATED: Final = ("updated", "lastmod", "modified", "lastmodified", "lastmodifiedat", "updatedat")
LABELS: Final = ("tags", "keywords", "categories", "category")
LANGUAGES: Final = ("lang", "language")
ADDRESSES: Final = ("url", "source", "sourceurl", "link", "canonicalurl", "canonical", "permalink")
SITES: Final = ("site", "sitename", "publisher", "publication", "source")
PICTURES: Final = ("image", "cover", "coverimage")
# A sentence may begin as a key does, ``WASHINGTON: …``; these are what programs write, read or not.
_KNOWN: Final = frozenset(
    {
        *(*TITLES, *SUMMARIES, *AUTHORS, *PUBLISHED, *UPDATED, *LABELS),
        *(*LANGUAGES, *ADDRESSES, *SITES, *PICTURES),
        *("created", "createdat", "tag", "slug", "alias", "aliases", "redirectfrom"),
        *("layout", "type", "draft", "cssclass", "cssclasses"),
    }
)

FrontMatter = dict[str, object]


def split_front_matter(text: str) -> tuple[FrontMatter, str, tuple[Problem, ...]]:
    """Return what stands above a text by its small name, the text itself, and what was wrong.

    Lines that are no front matter stay in the text: they have no key that programs write. Values
    are words, lists or objects of them: ``no`` is a word, and a date has no type.
    """
    start = text[:_LONGEST]
    yaml_block, toml_block = _FENCED.match(start), _PLUSSED.match(start)
    found = yaml_block or toml_block
    if found is None:
        return {}, text, ()
    block, rest = found[1], text[found.end() :]
    front, problems = _read_yaml(block) if yaml_block else _read_toml(block)
    if _KNOWN.isdisjoint(front) and block.strip():
        return {}, text, ()
    return front, rest, problems


def _read_toml(block: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Return what lines state by its small name, and what was wrong with them."""
    try:
        stated = tomllib.loads(block)
    except (ValueError, RecursionError):
        wrong = Problem(what="the front matter is no valid TOML and was read line by line")
        return _read_lines(block, _SET), (wrong,)
    return {_fold_key(key): _spell_dates(value) for key, value in stated.items()}, ()


def _spell_dates(value: object) -> object:
    """Return a date as it is written; anything else as it is."""
    return value.isoformat() if isinstance(value, date | time) else value


def _read_yaml(block: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Return what lines state by its small name, and what was wrong with them."""
    try:
        # The reader in C falls over brackets that stand in one another a thousand times.
        stated = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes words only
    except (yaml.YAMLError, RecursionError, ValueError):
        wrong = Problem(what="the front matter is no valid YAML and was read line by line")
        return _read_lines(block, _LINE), (wrong,)
    return {_fold_key(key): value for key, value in as_object(stated).items()}, ()


def list_words(front: FrontMatter, *keys: str) -> tuple[str, ...]:
    """Return the words that stand under the first of some keys that has any."""
    return next(filter(None, (tuple(_read_words(front.get(key))) for key in keys)), ())


def _read_words(value: object) -> Iterator[str]:
    """Yield the words of a value: of a list each, of an object its name."""
    for one in as_list(value):
        words = as_text(as_object(one).get("name") if isinstance(one, dict) else one)
        words = show_links(words)
        if words not in {"", "~", "null"}:
            yield words


def _read_lines(block: str, written: re.Pattern[str]) -> FrontMatter:
    """Return key and value of each line, with the things of lists; nothing if it is other text."""
    found: FrontMatter = {}
    key = ""
    for line in filter(str.strip, block.split("\n")):
        stated, thing = written.fullmatch(line.rstrip()), _THING.fullmatch(line.rstrip())
        if stated:
            key = _fold_key(stated[1])
            found[key] = _unquote(stated[2] or "")
        elif thing and key:
            found[key] = [*as_list(found[key] or None), _unquote(thing[1])]
        elif not line.startswith((" ", "\t", "#")):
            return {}
    return found


def _unquote(words: str) -> str:
    """Return words without the quotes around them."""
    return words.strip().strip("\"'")


def _fold_key(key: object) -> str:
    """Return a key in one spelling: ``Pub Date``, ``pub-date`` and ``pubDate`` are one."""
    return re.sub(r"[\s_-]", "", as_text(key)).lower()
