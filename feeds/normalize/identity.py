"""Which report is it? Keys that stay the same when the database is built anew."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from feeds.model import Story
from feeds.text.urls import key_url, names_page
from feeds.text.words import fold_text

# Made once, for this use only; another value would give every story another id.
_NAMESPACE: Final = UUID("6f2b1c9e-4f0a-5d3b-9a77-0b8f5c1d2e34")
_LONGEST_GUID: Final = 300
# Not what words are, which may be known better some day: the keys and hashes must stay. So a
# joiner parts them, though it is inside a word.
_RUN: Final = re.compile(r"\w++(?:['’]\w++)*+")
# What programs write where they have no guid.
_NO_GUIDS: Final = frozenset({"", "0", "-1", "null", "none", "None", "undefined", "false", "n/a"})


def identify_stories(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return the stories of one document with keys and ids; one told twice is there once.

    A guid counts unless entries that differ in address or words bear it too; an address counts
    if it names a page and no entry with another guid or other words bears it too; what is left is
    the words themselves.

    Args:
        stories: All of the document's, complete but for ``keys`` and ``id``; or identified already
            among the few that stood with them in a piece of it: then that is done again.
    """
    words = [story.keys[-1] if story.keys else _key_words(story) for story in stories]
    urls = [_key_url(story) for story in stories]
    rows = list(zip(stories, urls, words, strict=True))
    shared_guids = _find_shared((story.guid, (url, text)) for story, url, text in rows)
    shared_urls = _find_shared((url, (story.guid, text)) for story, url, text in rows)
    found: dict[str, Story] = {}
    for story, url, text in rows:
        keys = (
            key_guid(story.guid) if story.guid not in shared_guids | _NO_GUIDS else "",
            url if url not in shared_urls else "",
            text,
        )
        stated = tuple(key for key in keys if key)
        found.setdefault(stated[0], replace(story, keys=stated, id=make_id(story, stated[0])))
    return tuple(found.values())


def make_id(story: Story, key: str) -> str:
    """Return the id of a story: a UUID (version 5, RFC 9562) of its source and first key."""
    return str(uuid5(_NAMESPACE, f"{story.source_id}\n{key}"))


def hash_content(story: Story) -> str:
    """Return a hash of what a reader reads: dates and categories are not in it."""
    read = (
        story.headline,
        story.standfirst,
        story.body_text,
        *story.byline,
        repr(story.dateline),
        repr(story.agencies),
        story.canonical_url or "",
        *(item.url.partition("?")[0] for item in story.media),
    )
    return sha256("\x1e".join(read).encode()).hexdigest()


def hash_words(story: Story) -> str:
    """Return a hash of the words of standfirst and body, each for itself."""
    texts = (story.standfirst, story.body_text)
    return sha256("\x1e".join(" ".join(_list_runs(text)) for text in texts).encode()).hexdigest()


def _find_shared(pairs: Iterable[tuple[str, Hashable]]) -> set[str]:
    """Return the keys under which different things stand."""
    things: defaultdict[str, set[Hashable]] = defaultdict(set)
    for key, thing in pairs:
        things[key].add(thing)
    return {key for key, different in things.items() if len(different) > 1}


def key_guid(guid: str) -> str:
    """Return the key of a guid; a very long one is hashed."""
    if len(guid) <= _LONGEST_GUID:
        return f"guid:{guid}"
    return f"guid:sha256:{sha256(guid.encode()).hexdigest()}"


def _key_url(story: Story) -> str:
    """Return the key of an address; nothing if it names only a host."""
    url = story.canonical_url
    return f"url:{key_url(url)}" if url and names_page(url) else ""


def _key_words(story: Story) -> str:
    """Return the key of a story's words; one without words is known by its addresses."""
    words = _list_runs(f"{story.headline}\n{story.standfirst}\n{story.body_text}")
    addresses = (story.url or "", *(item.url for item in story.media))
    plain = (
        " ".join(words)
        if story.standfirst or story.body_text
        else (f"{' '.join(words)}\n{' '.join(addresses)}")
    )
    return f"text:{sha256(plain.encode()).hexdigest()[:32]}"


def _list_runs(text: str) -> Sequence[str]:
    """Return the runs of letters and digits of a text, folded."""
    parted = text.replace("\u200c", " ").replace("\u200d", " ")
    return _RUN.findall(fold_text(parted).replace("_", " "))
