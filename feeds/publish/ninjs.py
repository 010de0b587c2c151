"""A story as IPTC ninjs 3.2 (https://iptc.org/standards/ninjs/)."""

from typing import Any, Final

from feeds.model import Media, Story
from feeds.publish.clean import clean_url
from feeds.publish.members import drop_blanks
from feeds.publish.types import name_type
from feeds.text.tags import write_tag
from feeds.text.words import count_words

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.2",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
}
_TYPES: Final = {"image": "picture", "audio": "audio", "video": "video"}


def export_ninjs(story: Story) -> dict[str, Any]:
    """Return a story as a ninjs object; what the publisher did not say is left out.

    ninjs knows when an item was created and when its version was: these are the publisher's dates,
    never when the desk saw it.
    """
    return drop_blanks(
        {
            "uri": f"urn:uuid:{story.id}",
            "standard": dict(_STANDARD),
            "type": "text",
            "representationType": "" if story.body_text else "partial",
            "firstCreated": story.published.isoformat() if story.published else None,
            "versionCreated": story.updated.isoformat() if story.updated else None,
            "language": write_tag(story.language or ""),
            "headlines": [_say_text("main", story.headline)],
            "descriptions": [_say_text("summary", story.standfirst)] if story.standfirst else [],
            "by": ", ".join(story.byline),
            "people": [{"name": name, "rel": "author"} for name in story.byline],
            "located": story.dateline.place if story.dateline else None,
            "subjects": _list_subjects(story),
            "infoSources": _list_sources(story),
            "bodies": _list_bodies(story),
            "altIds": [{"role": "guid", "value": story.guid}] if story.guid else [],
            "renditions": _list_pages(story),
            "associations": _list_media(story),
        }
    )


def _say_text(role: str, text: str) -> dict[str, str]:
    """Return a plain text in its role."""
    return {"role": role, "contentType": "text/plain", "value": text}


def _list_bodies(story: Story) -> list[dict[str, Any]]:
    """Return the report as plain text and as HTML; nothing where only a summary is held."""
    if not story.body_text:
        return []
    words = count_words(story.body_text)
    plain = {**_say_text("main", story.body_text), "wordCount": words}
    marked = {"role": "main", "contentType": "text/html", "value": story.body_html}
    return [plain, marked] if story.body_html else [plain]


def _list_subjects(story: Story) -> list[dict[str, str]]:
    """Return the part of the publication, what the story is, and the publisher's own labels."""
    section = [{"name": story.section, "rel": "section"}] if story.section else []
    genre = [{"name": story.genre.value, "rel": "genre"}] if story.genre else []
    return [*section, *genre, *({"name": label, "rel": "category"} for label in story.categories)]


def _list_sources(story: Story) -> list[dict[str, str]]:
    """Return where the desk heard it, where it was republished from, and the agencies behind it."""
    heard = {"literal": story.source_id, "role": "source"}
    first = {"name": story.attribution_title, "role": "publication"}
    agencies = ({"name": agency.name, "role": agency.role} for agency in story.agencies)
    return [heard, *([first] if story.attribution_title else []), *agencies]


def _list_pages(story: Story) -> list[dict[str, str]]:
    """Return where people read it."""
    url = clean_url(story.url)
    return [{"name": "page", "href": url}] if url else []


def _list_media(story: Story) -> list[dict[str, Any]]:
    """Return pictures, sounds and films; a document has no type in ninjs and says none."""
    return [
        _say_medium(f"{medium.medium} {number}", medium, url)
        for number, medium in enumerate(story.media, start=1)
        if (url := clean_url(medium.url))
    ]


def _say_medium(name: str, medium: Media, url: str) -> dict[str, Any]:
    """Return a medium as a ninjs object of its own, under its address."""
    rendition = {
        "name": "main",
        "href": url,
        "contentType": name_type(medium),
        "width": medium.width,
        "height": medium.height,
        "sizeInBytes": medium.bytes,
    }
    return drop_blanks(
        {
            "name": name,
            "uri": url,
            "type": _TYPES.get(medium.medium),
            "descriptions": [_say_text("caption", medium.title)] if medium.title else [],
            "by": medium.credit,
            "renditions": [drop_blanks(rendition)],
        }
    )
