"""The versions of a labelled edit, as stories."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from feeds.model import Media, Story
from feeds.normalize.identity import hash_content
from feeds.text.urls import canonicalize_url
from quality.rows import Row


def list_versions(row: Row) -> tuple[Row, ...]:
    """Return how the story of a row stood, oldest first; the last edit is the labelled one."""
    language = {"language": row["language"]}
    return tuple(
        version | language for version in (*row.get("earlier", ()), row["before"], row["after"])
    )


def tell_version(name: str, version: Row, seen: datetime) -> Story:
    """Return the story of a version, of a source of its own.

    Args:
        name: Of the row: the source's name, and the guid of its only story.
        version: Its fields; what is missing is empty.
        seen: When it was polled.
    """
    url = version.get("url")
    words = [version.get(field) or "" for field in ("headline", "standfirst", "body")]
    story = Story(
        id=str(uuid5(NAMESPACE_URL, name)),
        source_id=name,
        keys=(f"guid:{name}",),
        guid=name,
        url=url,
        canonical_url=canonicalize_url(url) if url else None,
        headline=words[0],
        standfirst=words[1],
        body_text=words[2],
        byline=tuple(version.get("byline") or ()),
        published=_read_time(version, "published"),
        updated=_read_time(version, "updated"),
        first_seen=seen,
        language=version["language"],
        media=tuple(Media(url=it, medium="image") for it in version.get("media") or ()),
        word_count=len(" ".join(words).split()),
    )
    return replace(story, content_hash=hash_content(story))


def _read_time(version: Mapping[str, str | None], field: str) -> datetime | None:
    """Return a time of a version; None if it states none."""
    stated = version.get(field)
    return datetime.fromisoformat(stated).astimezone(UTC) if stated else None
