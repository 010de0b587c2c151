"""What programs write above a Markdown text: ``title: …``, in YAML between two lines ``---``.

Or ``title = "…"``, in TOML between two lines ``+++``.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time

import yaml

from feeds.model import Problem
from feeds.parse.front_keys import KNOWN, fold_key
from feeds.parse.front_sentences import list_sentences
from feeds.parse.note_marks import show_links
from feeds.parse.values import as_list, as_object, as_text

# What is read takes time and memory; nobody has that much to say.
_LONGEST = 20_000
# The reader of YAML looks at all open ones for each word.
_MOST_BRACKETS = 1000
_FENCED = re.compile(r"---[ \t]*\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLUSSED = re.compile(r"\+\+\+[ \t]*\n(.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")
_SET = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*(.*)")
_THING = re.compile(r"[ \t]*-[ \t]+(.+)")
_TABLE = re.compile(r"^\[{1,2}[\w .\"'-]{1,80}\]{1,2}[ \t]*$", re.MULTILINE)
# Parts of it in which programs keep what they let everybody add.
_TABLES = ("taxonomies", "extra", "params")
FrontMatter = dict[str, object]


def split_front_matter(text: str) -> tuple[FrontMatter, str, tuple[Problem, ...]]:
    """Return what stands above a text by its small name, the text itself, and what was wrong.

    Lines that are no front matter stay in the text: they have no key that programs write, or are
    sentences that only begin as a key does. Values are words, lists or objects of them: ``no`` is
    a word, and a date has no type.
    """
    start = text[:_LONGEST]
    yaml_block, toml_block = _FENCED.match(start), _PLUSSED.match(start)
    found = yaml_block or toml_block
    if found is None:
        return {}, text, ()
    block, rest = found[1], text[found.end() :]
    stated, problems = _read_yaml(block) if yaml_block else _read_toml(block)
    said = list_sentences(block) if yaml_block else []
    front = _lift_tables(stated)
    for key, _ in said:
        front.pop(key, None)
    if KNOWN.isdisjoint(front) and block.strip():
        return {}, text, ()
    return front, "".join(f"{line}\n\n" for _, line in said) + rest, problems


def _lift_tables(front: FrontMatter) -> FrontMatter:
    """Return front matter with what stands in tables for additions, unless it is stated above."""
    tables = (as_object(front.get(name)) for name in _TABLES)
    added = {fold_key(key): value for table in tables for key, value in table.items()}
    return added | front


def _read_toml(block: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Return what lines state by its small name, and what was wrong with them."""
    try:
        stated = tomllib.loads(block)
    except (ValueError, RecursionError):
        wrong = Problem(what="the front matter is no valid TOML and was read line by line")
        return _read_lines(_TABLE.sub("#", block), _SET), (wrong,)
    return {fold_key(key): _spell_value(value) for key, value in stated.items()}, ()


def _spell_value(value: object) -> object:
    """Return a date or truth value as it is written, also in a table; anything else as it is."""
    match value:
        case bool():
            return str(value).lower()
        case date() | time():
            return value.isoformat()
        case dict():
            return {key: _spell_value(one) for key, one in value.items()}
        case _:
            return value


def _read_yaml(block: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Return what lines state by its small name, and what was wrong with them."""
    try:
        stated = _load_yaml(block)
    except (yaml.YAMLError, RecursionError, ValueError):
        wrong = Problem(what="the front matter is no valid YAML and was read line by line")
        return _read_lines(block, _LINE), (wrong,)
    return {fold_key(key): value for key, value in as_object(stated).items()}, ()


def _load_yaml(block: str) -> object:
    """Return what YAML says, in words only."""
    if block.count("[") + block.count("{") > _MOST_BRACKETS:
        raise ValueError("too many brackets")
    # The reader in C falls over brackets that stand in one another a thousand times.
    return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes words only


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
        value = found.get(key)
        if stated:
            key = fold_key(stated[1])
            found.setdefault(key, _unquote(stated[2] or ""))
        elif thing and key and not (value and isinstance(value, str)):
            found[key] = [*as_list(value or None), _unquote(thing[1])]
        elif line.startswith((" ", "\t")) and value and isinstance(value, str):
            found[key] = f"{value} {_unquote(line)}"
        elif not line.startswith((" ", "\t", "#")):
            return {}
    return found


def _unquote(words: str) -> str:
    """Return words without the quotes around them."""
    return words.strip().strip("\"'")
