"""What the page of a story tells, and what of it the story takes.

A feed and a page state the same things at different length: what the feed says stays, what it does
not say is taken from the page, and the longer text is the body.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from feeds.model import (
    FROM_PAGE,
    Agency,
    Document,
    Inference,
    Source,
    Story,
    Text,
    list_page_fields,
)
from feeds.normalize.genres.genre import settle_genre
from feeds.normalize.identity import hash_content
from feeds.normalize.pages.fulltext import choose_body
from feeds.normalize.pages.walls import is_wall
from feeds.normalize.story import draft_story
from feeds.normalize.summaries import plain_text
from feeds.text.words import count_words, split_words

PAGE_TEXTS: Final = frozenset({"headline", "standfirst", "body_text"})
"""The texts of a story: those of its page hold as long as its feed's own text is the same."""

# Fields that a feed may leave open, each with those that say the same in other words.
_FIELDS: Final = {
    "standfirst": (),
    "byline": (),
    "published": ("published_raw",),
    "updated": ("updated_raw",),
    "section": (),
    "categories": (),
    "media": (),
}
_GUESSED: Final = ("headline", "language")
_HELD: Final = ("headline", "body_text")
_SHORT: Final = 3


def read_visited(document: Document, page: str, source: Source, seen: datetime) -> Story | None:
    """Return what the page of a story tells, as a story without identity; None if it is nothing.

    Args:
        document: The page, parsed.
        page: The same page, decoded.
        source: Whose it is.
        seen: When it was fetched.
    """
    entry = document.entries[0]
    draft = draft_story(entry, document, source, seen)
    if draft is None:
        return None
    own = replace(draft.story, byline=drop_site(draft.story.byline, draft.story.url or ""))
    stated = next((plain_text(text) for text in entry.texts if text.role == "body"), "")
    found = choose_body(own.body_text, page, own.headline, stated)
    if found.reader == "own":
        return own
    body = Text(value=found.text, type="text", role="body")
    texts = (*(text for text in entry.texts if text.role not in {"page", "body"}), body)
    other = draft_story(replace(entry, texts=texts), document, source, seen)
    return _take_body(own, other.story, found.reader) if other else own


def _take_body(own: Story, other: Story, reader: str) -> Story:
    """Return a story with the body that another reader found, and what was read in that."""
    kept = tuple(item for item in own.inferred if item.field != "body_text")
    origin = Inference(field="body_text", origin=f"found in the page by {reader}")
    return replace(
        own,
        body_text=other.body_text,
        body_html=other.body_html,
        dateline=other.dateline,
        agencies=other.agencies,
        inferred=(*kept, origin),
    )


def drop_site(byline: tuple[str, ...], url: str) -> tuple[str, ...]:
    """Return the people without the site they write for, if anybody is left then.

    Some pages name both in one line. Who stands alone stays: a page may bear its author's name.

    Args:
        byline: As read.
        url: Of the page.
    """
    labels = (urlsplit(url).hostname or "").split(".")[:-1]
    people = tuple(
        name
        for name in byline
        if not any("".join(split_words(name)) in label for label in labels)
        and not set(split_words(name)) & set(labels)
    )
    return people or byline


def tells_story(story: Story, page: Story) -> bool:
    """Tell whether a page is the one of the story, and not one that stands before it.

    Pages that want a consent, a password or a program say nothing of what the story says: half of
    the longer words of its headline, or of its summary, must stand in the page. A story of which
    neither was stated is believed, and so is a page with half of the words that it had before.
    Besides, there must be more than what such pages say.
    """
    if is_wall(page.body_text):
        return False
    words = set(split_words(f"{page.headline}\n{page.standfirst}\n{page.body_text}"))
    guessed = any(item.field == "headline" for item in story.inferred)
    before = story.body_text if "body_text" in list_page_fields(story) else ""
    stated = ("" if guessed else story.headline, story.standfirst, before)
    known = [long for long in map(_pick_long, stated) if long]
    return not known or any(2 * len(long & words) >= len(long) for long in known)


def complete_story(story: Story, page: Story, fields: Collection[str] | None = None) -> Story:
    """Return a story with what its page tells beyond it, each field with its origin.

    The same story and page give the same result, and completing twice changes nothing.

    Args:
        story: As its feed tells it; or as an earlier reading of the page completed it.
        page: What the page tells; or the story as it was completed before.
        fields: What may be taken; None for everything. Of these, headline and body are taken even
            if they are no better: the page was edited since they were.
    """
    better = _list_better(story, page)
    if fields is None:
        chosen = [field for field in better if not _repeats_body(field, story, page)]
    else:
        wanted = dict.fromkeys((*better, *_HELD))
        chosen = [field for field in wanted if field in fields and getattr(page, field)]
    names = [name for field in chosen for name in (field, *_FIELDS.get(field, ()))]
    taken: dict[str, Any] = {name: getattr(page, name) for name in names}
    if not taken:
        return settle_genre(story, page)
    if "body_text" in taken:
        taken |= take_with_body(story, page)
    origins = {item.field: item.origin for item in page.inferred}
    inferred = tuple(
        Inference(field=field, origin=_name_origin(origins.get(field, ""))) for field in chosen
    )
    kept = tuple(item for item in story.inferred if item.field not in chosen)
    in_order = tuple(sorted((*kept, *inferred), key=lambda item: item.field))
    whole = settle_genre(replace(story, **taken, inferred=in_order), page)
    text = f"{whole.headline}\n{whole.standfirst}\n{whole.body_text}"
    whole = replace(whole, word_count=count_words(text))
    return replace(whole, content_hash=hash_content(whole))


def _list_better(story: Story, page: Story) -> list[str]:
    """Return the fields that the page tells better."""
    before = list_page_fields(story)
    guessed = {item.field for item in story.inferred} - before
    told = [field for field in _FIELDS if getattr(page, field)]
    better = [field for field in told if field in before or not getattr(story, field)]
    open_ones = guessed | before
    better += [field for field in _GUESSED if field in open_ones and _is_stated(field, page)]
    if _is_fuller(story, page):
        better.append("body_text")
    return better


def _is_stated(field: str, page: Story) -> bool:
    """Tell whether the page states a field, which was not guessed there too."""
    origins = {item.field: item.origin for item in page.inferred}
    return bool(getattr(page, field)) and origins.get(field, FROM_PAGE).startswith(FROM_PAGE)


def _is_fuller(story: Story, page: Story) -> bool:
    """Tell whether the page has more of the report than the feed gave.

    Read again, it goes before what it said, if it did not lose half of that.
    """
    told, body, standfirst = (
        count_words(text) for text in (page.body_text, story.body_text, story.standfirst)
    )
    held = body // 2 if "body_text" in list_page_fields(story) else body
    return told > max(held, standfirst)


def _repeats_body(field: str, story: Story, page: Story) -> bool:
    """Tell whether a field is a summary that says how the body begins."""
    if field != "standfirst":
        return False
    body = (page.body_text or story.body_text)[: 2 * len(page.standfirst) + 100]
    return " ".join(split_words(body)).startswith(" ".join(split_words(page.standfirst)))


def take_with_body(story: Story, page: Story) -> dict[str, Any]:
    """Return what stands in the body and goes with it: its markup, dateline and agencies."""
    return {
        "body_html": page.body_html,
        "dateline": page.dateline or story.dateline,
        "agencies": _join_agencies(story.agencies, page.agencies),
    }


def _join_agencies(one: tuple[Agency, ...], other: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """Return the agencies of both, each once; one that is credited anywhere is credited."""
    roles: dict[str, Agency] = {}
    for agency in (*one, *other):
        if agency.role == "credited" or agency.name not in roles:
            roles[agency.name] = agency
    return tuple(roles.values())


def _name_origin(origin: str) -> str:
    """Return where a field of the page came from, said once."""
    if origin.startswith(FROM_PAGE):
        return origin
    return f"{FROM_PAGE}: {origin}" if origin else FROM_PAGE


def _pick_long(text: str) -> frozenset[str]:
    """Return the longer words of a text: the others are in every text."""
    return frozenset(word for word in split_words(text) if len(word) > _SHORT)
