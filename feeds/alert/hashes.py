"""What tells two changes apart, whoever made them: their words, folded."""

import hashlib

from feeds.model import Change, Edit, Kind, Story
from feeds.text.words import split_words

_BYTES = 8


def hash_words(change: Change, kinds: tuple[Kind, ...], copies_id: str) -> tuple[str, ...]:
    """Return a hash for each of some kinds of a change, in order: 8 bytes in hex.

    What counts is how it reads now; where words were only taken out, which ones; and of a story
    that is gone or back, whose text it is.

    Args:
        change: What changed.
        kinds: Some of its kinds.
        copies_id: Of the set of copies that its story is in.
    """
    edits = {edit.kind: edit for edit in change.revision.edits}
    words = (_show_words(kind, edits.get(kind), change) for kind in kinds)
    return tuple(_hash(kind, told or copies_id) for kind, told in zip(kinds, words, strict=True))


def _hash(kind: Kind, words: str) -> str:
    """Return the hash of one kind."""
    folded = " ".join((kind.value, *split_words(words)))
    return hashlib.blake2b(folded.encode(), digest_size=_BYTES).hexdigest()


def _show_words(kind: Kind, edit: Edit | None, change: Change) -> str:
    """Return the words of one kind that count: never the desk's own, which say when it looked."""
    match kind:
        case Kind.WITHDRAWN:
            return edit.note if edit and _is_noticed(change) else ""
        case Kind.RESTORED:
            return ""
        case Kind.REVERTED:
            return _show_field(kind, change.story)
        case _:
            return _show_edit(edit) if edit else _show_field(kind, change.story)


def _is_noticed(change: Change) -> bool:
    """Whether a story was withdrawn by words that took the place of its text."""
    before = change.previous
    return before is not None and before.story.content_hash != change.story.content_hash


def _show_edit(edit: Edit) -> str:
    """Return the words of an edit that count."""
    return edit.note or edit.after or f"without {edit.before}"


def _show_field(kind: Kind, story: Story) -> str:
    """Return the words that a kind is about, of an edit that has none of its own."""
    match kind:
        case Kind.HEADLINE:
            return story.headline
        case Kind.STANDFIRST:
            return story.standfirst
        case Kind.BYLINE:
            return " ".join(story.byline)
        case Kind.URL:
            return story.url or ""
        case Kind.MEDIA:
            return " ".join(item.url for item in story.media)
        case _:
            return f"{story.headline} {story.standfirst} {story.body_text}"
