"""Which fields of a story differ, in the monitor's words."""

from feeds.model import Kind, Media, Story


def list_kinds(before: Story, after: Story) -> tuple[Kind, ...]:
    """Return what a reader would find changed, in the order of reading; none if nothing.

    Dates and categories are no reason to call anybody: publishers touch them without an edit.
    """
    differs = {
        Kind.HEADLINE: before.headline != after.headline,
        Kind.STANDFIRST: before.standfirst != after.standfirst,
        Kind.BODY: before.body_text != after.body_text,
        Kind.BYLINE: before.byline != after.byline,
        Kind.URL: before.canonical_url != after.canonical_url,
        Kind.MEDIA: _pictures(before.media) != _pictures(after.media),
    }
    return tuple(kind for kind, changed in differs.items() if changed)


def _pictures(media: tuple[Media, ...]) -> tuple[str, ...]:
    """Return addresses without their query: sizes and signatures change, the picture does not."""
    return tuple(item.url.partition("?")[0] for item in media)
