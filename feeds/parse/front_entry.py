"""An entry with what the front matter of its text states."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from feeds.model import Entry, Link, RawMedia, RawPerson, Stamp, Text
from feeds.parse.dates import read_stamp
from feeds.parse.front_keys import (
    ADDRESSES,
    AUTHORS,
    CANONICALS,
    LABELS,
    LANGUAGES,
    PICTURES,
    PUBLISHED,
    SUMMARIES,
    UPDATED,
)
from feeds.parse.front_matter import FrontMatter, list_words
from feeds.parse.values import as_text, is_web_address, only_once, title_text

# Of these Jekyll and Obsidian read ``a b c`` as three labels.
_SPACED = frozenset({"tags", "categories"})
# Where programs say whether a text is to be seen; the first may hold a date as well.
_SHOWN = ("published", "publish")
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?=-)")


def is_draft(front: FrontMatter, name: str) -> bool:
    """Tell whether a text is not published yet, as its front matter or its folder says.

    Args:
        front: As :func:`feeds.parse.front_matter.split_front_matter` returns it.
        name: Path of the file inside the inbox.
    """
    words = {key: as_text(front.get(key)).lower() for key in ("draft", "status", *_SHOWN)}
    hidden = any(words[key] in _NO for key in _SHOWN)
    return (
        hidden or words["draft"] in _YES or words["status"] == "draft" or _lies_in(name, "_drafts")
    )


def add_stated(entry: Entry, front: FrontMatter) -> Entry:
    """Return an entry with what the front matter says of it, but for its title.

    Args:
        entry: As read from the text.
        front: As :func:`feeds.parse.front_matter.split_front_matter` returns it.
    """
    address = _find_address(front, ADDRESSES)
    told = " ".join(list_words(front, *SUMMARIES))
    summary = (Text(value=told, type=title_text(told).type, role="summary"),) if told else ()
    language = next(iter(list_words(front, *LANGUAGES)), "")
    pictures = list_words(front, *PICTURES)
    return replace(
        entry,
        links=(Link(href=address),) if address else (),
        canonical=_find_address(front, CANONICALS),
        texts=(*summary, *entry.texts),
        published=_find_date(front, PUBLISHED) or _read_name(entry.guid),
        updated=None if _is_of_note(front) else _find_date(front, UPDATED),
        authors=only_once(RawPerson(name=it) for it in list_words(front, *AUTHORS)),
        categories=only_once(label for key in LABELS for label in _list_labels(front, key)),
        language=language.replace("_", "-") or None,
        media=tuple(RawMedia(url=it, medium="image") for it in pictures if is_web_address(it)),
    )


def _is_of_note(front: FrontMatter) -> bool:
    """Tell whether its dates are those of the note, which programs state as made and changed."""
    return "created" in front and not any(list_words(front, key) for key in PUBLISHED)


def _find_address(front: FrontMatter, keys: tuple[str, ...]) -> str:
    """Return the first address of the web under some keys; empty if there is none."""
    stated = (url for key in keys for url in list_words(front, key))
    return next(filter(is_web_address, stated), "")


def _find_date(front: FrontMatter, keys: tuple[str, ...]) -> Stamp | None:
    """Return the first date under some keys; ``published: true`` states none."""
    stated = (words for key in keys for words in list_words(front, key))
    return read_stamp(next((it for it in stated if any(map(str.isdigit, it))), ""))


def _read_name(name: str) -> Stamp | None:
    """Return the date with which the name of a post begins, as Jekyll does."""
    begun = _DATED.match(PurePath(name).name)
    return read_stamp(begun[0]) if begun and _lies_in(name, "_posts") else None


def _lies_in(name: str, folder: str) -> bool:
    """Tell whether a file lies in a folder of that name."""
    return folder in PurePath(name).parts[:-1]


def _list_labels(front: FrontMatter, key: str) -> Iterator[str]:
    """Yield the labels under a key, which may stand on one line: ``bridges, harlow``."""
    stated = front.get(key)
    spaced = key in _SPACED and isinstance(stated, str) and not any(map(stated.count, ",["))
    for words in list_words(front, key):
        for label in words.split() if spaced else words.split(","):
            if label.strip(" #"):
                yield label.strip().removeprefix("#")
