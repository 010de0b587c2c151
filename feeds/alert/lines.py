"""What changed, in one line for each kind."""

from typing import Final

from feeds.alert.edits import NAMES, names_kind
from feeds.model import Change, Edit, Kind, Story

_LONGEST: Final = 300


def describe_change(kind: Kind, change: Change) -> str:
    """Say in one line what changed."""
    if change.previous is None or kind is Kind.NEW:
        return f"New: {_cut(change.story.standfirst or change.story.headline)}"
    edit = next((edit for edit in change.revision.edits if edit.kind is kind), None)
    if edit and edit.note:
        return _cut(edit.note) if names_kind(edit) else f"{NAMES[kind]}: {_cut(edit.note)}"
    before, after = _show_both(kind, change.previous.story, change.story, edit)
    if before == after:  # no field of its own to show: the kind says it all
        return f"{NAMES[kind]} changed"
    return f"{NAMES[kind]}: {before} is now {after}"


def _show_both(kind: Kind, before: Story, after: Story, edit: Edit | None) -> tuple[str, str]:
    """Return how something read before, and how it reads now."""
    if edit and (edit.before or edit.after) and kind is not Kind.BODY:
        return f"“{_cut(edit.before)}”", f"“{_cut(edit.after)}”"
    return _shown(kind, before), _shown(kind, after)


def _shown(kind: Kind, story: Story) -> str:
    """Return the field a kind is about, as people read it."""
    match kind:
        case Kind.HEADLINE:
            return f"“{_cut(story.headline)}”"
        case Kind.STANDFIRST:
            return f"“{_cut(story.standfirst)}”"
        case Kind.BODY | Kind.FULL_TEXT:
            return f"{story.word_count} words"
        case Kind.BYLINE:
            return ", ".join(story.byline) or "nobody"
        case Kind.URL:
            return story.url or "no address"
        case _:
            return ""


def _cut(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
