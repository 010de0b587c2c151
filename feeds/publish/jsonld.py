"""A story as JSON-LD in the words of schema.org (https://schema.org/NewsArticle)."""

from typing import Any, Final

from feeds.model import FROM_PAGE, Agency, Dateline, Genre, Media, Story, find_origin
from feeds.publish.clean import clean_url
from feeds.publish.members import drop_blanks
from feeds.publish.types import name_type
from feeds.text.tags import write_tag
from feeds.text.words import count_words

# The member and the type for each medium.
_MEDIA: Final = {
    "image": ("image", "ImageObject"),
    "audio": ("audio", "AudioObject"),
    "video": ("video", "VideoObject"),
    "document": ("associatedMedia", "MediaObject"),
}
_PIXEL: Final = "E37"  # UN/CEFACT, Recommendation 20


def export_jsonld(story: Story) -> dict[str, Any]:
    """Return a story as a NewsArticle, or a kind of it; what was not said is left out."""
    dateline = story.dateline
    return drop_blanks(
        {
            "@context": "https://schema.org",
            "@type": _name_kind(story),
            "@id": f"urn:uuid:{story.id}",
            "identifier": story.guid,
            "url": clean_url(story.url),
            "headline": story.headline,
            "description": story.standfirst,
            "author": [{"@type": "Person", "name": name} for name in story.byline],
            "sourceOrganization": _list_agencies(story.agencies, "credited"),
            "mentions": _list_agencies(story.agencies, "quoted"),
            "publisher": _say_publisher(story),
            "dateline": _say_dateline(dateline) if dateline else None,
            "locationCreated": {"@type": "Place", "name": dateline.place} if dateline else None,
            "datePublished": story.published.isoformat() if story.published else None,
            "dateModified": story.updated.isoformat() if story.updated else None,
            "inLanguage": write_tag(story.language or ""),
            "articleSection": story.section,
            "genre": story.genre or "",
            "keywords": list(story.categories),
            "articleBody": story.body_text,
            "wordCount": count_words(story.body_text) if story.body_text else None,
            **_sort_media(story.media),
        }
    )


def _name_kind(story: Story) -> str:
    """Return the type of an article; a live blog is no NewsArticle there, and has no dateline.

    Readers take it for what the publisher states: what was only inferred is but its ``genre``.
    """
    stated = find_origin(story, "genre") in {"", FROM_PAGE}
    match story.genre if stated else None:
        case Genre.OPINION:
            return "OpinionNewsArticle"
        case Genre.ANALYSIS:
            return "AnalysisNewsArticle"
        case _:
            return "NewsArticle"


def _list_agencies(agencies: tuple[Agency, ...], role: str) -> list[dict[str, str]]:
    """Return the agencies in a role as organizations."""
    named = (agency.name for agency in agencies if agency.role == role)
    return [{"@type": "Organization", "name": name} for name in named]


def _say_publisher(story: Story) -> dict[str, Any] | None:
    """Return the publication a story was republished from; the desk's own source is not told."""
    if not story.attribution_title:
        return None
    return drop_blanks(
        {
            "@type": "Organization",
            "name": story.attribution_title,
            "url": clean_url(story.attribution_url),
        }
    )


def _say_dateline(dateline: Dateline) -> str:
    """Return a dateline as printed, but for the dash."""
    return f"{dateline.place}, {dateline.date}" if dateline.date else dateline.place


def _sort_media(media: tuple[Media, ...]) -> dict[str, list[dict[str, Any]]]:
    """Return the media under the members that schema.org has for them."""
    sorted_media: dict[str, list[dict[str, Any]]] = {}
    for medium in media:
        if url := clean_url(medium.url):
            member, kind = _MEDIA[medium.medium]
            sorted_media.setdefault(member, []).append(_say_medium(medium, kind, url))
    return sorted_media


def _say_medium(medium: Media, kind: str, url: str) -> dict[str, Any]:
    """Return a medium as a MediaObject."""
    size = f"{medium.bytes} B" if medium.bytes is not None else None
    return drop_blanks(
        {
            "@type": kind,
            "contentUrl": url,
            "encodingFormat": name_type(medium),
            "width": _say_pixels(medium.width),
            "height": _say_pixels(medium.height),
            "contentSize": size,
            "caption" if kind != "MediaObject" else "name": medium.title,
            "creditText": medium.credit,
        }
    )


def _say_pixels(number: int | None) -> dict[str, Any] | None:
    """Return a length in pixels: schema.org takes no bare number for it."""
    if number is None:
        return None
    return {"@type": "QuantitativeValue", "value": number, "unitCode": _PIXEL}
