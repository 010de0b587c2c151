"""Of which type the media of an item are."""

from feeds.model import Media
from feeds.publish.formats import UNKNOWN_TYPE
from feeds.text.endings import find_type


def name_type(media: Media) -> str:
    """Return the media type stated, else what the address's ending tells; empty if neither does."""
    return media.type.strip() or find_type(media.url, media.medium)


def tell_type(media: Media) -> str:
    """Return the media type where one must be told: what is stated, or what the ending tells.

    A document without one has the type of anything; what is known for a picture, a sound or a
    film is not called so: where no ending tells more, the type is empty.
    """
    unknown = UNKNOWN_TYPE if media.medium == "document" else ""
    return name_type(media) or unknown
