"""Stories by what people call them."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import or_, select

from feeds.store.database import Transaction
from feeds.store.hashes import hash_key
from feeds.store.members import list_members
from feeds.store.tables import memberships, sightings, sources, stories
from feeds.store.wanted import want_ids
from feeds.text.urls import canonicalize_url, clean_url, key_url
from feeds.text.variants import find_page

MOST_NAMED: Final = 20
"""Stories that a name is found to fit, at most."""


def find_story_ids(tx: Transaction, words: str) -> tuple[str, ...]:
    """Return the ids of stories named by an id, the beginning of one, or a URL; at most 20.

    A URL need not be written as it is held: of none that is, those are meant whose page it shows
    with another scheme or end, ``www.``, tracking parameters or in another form. An entry that
    goes by the id of no story that is held names the first of its stories.
    """
    prefix = words.lower().removeprefix("urn:uuid:")
    by_id = stories.c.story_id.startswith(prefix, autoescape=True)
    query = select(stories.c.story_id).where(or_(by_id, stories.c.url == words))
    found = tuple(tx.scalars(query.order_by(stories.c.number).limit(MOST_NAMED)))
    return found or _find_pages(tx, words) or _find_first(tx, prefix)


def _find_pages(tx: Transaction, words: str) -> tuple[str, ...]:
    """Return the ids of stories that are known by another spelling of a URL."""
    known = [hash_key(f"url:{it}") for it in _list_spellings(words)]
    if not known:
        return ()
    by_key = select(sightings.c.story_id).where(
        sightings.c.source_id.in_(select(sources.c.source_id)), sightings.c.key_hash.in_(known)
    )
    query = select(stories.c.story_id).where(stories.c.story_id.in_(by_key))
    return tuple(tx.scalars(query.order_by(stories.c.number).limit(MOST_NAMED)))


def _list_spellings(words: str) -> Iterable[str]:
    """Return under which addresses a page may be known that somebody names by one of them."""
    url = clean_url(words)
    if url is None:
        return ()
    known = key_url(canonicalize_url(url))
    page = find_page(known)
    wide = page.replace("https://", "https://www.", 1)
    bare = [it.removesuffix("/") for it in (known, page, wide)]
    ends = [f"{it}/" for it in bare if "?" not in it]
    return dict.fromkeys((known, page, wide, *bare, *ends))


def _find_first(tx: Transaction, entry_id: str) -> tuple[str, ...]:
    """Return the id of the first story of an entry."""
    for group in (memberships.c.fold_id, memberships.c.copies_id):
        members = list_members(group, want_ids([entry_id]))
        query = select(stories.c.story_id).where(stories.c.story_id.in_(members))
        first = tx.scalar(query.order_by(stories.c.number).limit(1))
        if first:
            return (first,)
    return ()
