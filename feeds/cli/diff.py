"""``wiredesk diff``: what differs between two revisions of a story."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.console import Console
from rich.text import Text

from feeds.alert import names_kind
from feeds.cli.held import find_story_id, need_database
from feeds.cli.options import (
    DATA_FOLDER,
    AsJson,
    DataFolder,
    FirstRevision,
    SecondRevision,
    StoryName,
    WholeText,
)
from feeds.cli.terminal import open_console, print_json
from feeds.errors import WiredeskError
from feeds.model import Revision, Story
from feeds.store import open_store, read_revisions
from feeds.text.diff import Piece, diff_words
from feeds.text.sentences import part_text

# So much of a stretch that stays is shown on each side of an edit, or more so that sentences are
# whole.
_CONTEXT = 120
_MOST = 2 * _CONTEXT
_ELIDED = " […] "
_INDENT = "  "
_MOMENTS = frozenset({"published", "updated"})
# As people say, where that is not the name in the schema.
_LABELS = {"body_text": "body", "media": "pictures", "url": "address"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDiff:
    """How one field differs.

    Attributes:
        field: Its name in the common schema.
        pieces: What stays, leaves and comes, in the order of reading.
    """

    field: str
    pieces: tuple[Piece, ...]


def diff(
    name: StoryName,
    first: FirstRevision = None,
    second: SecondRevision = None,
    *,
    whole: WholeText = False,
    as_json: AsJson = False,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Show what differs between two revisions of a story, word by word.

    Without numbers the last two are compared; with one number, that revision and the one before
    it. Where there are no colours, [-what left-] and {+what came+} are bracketed.

    Exit codes: 0 it is held; 1 it is not, the name fits several, or there is no such revision; 4 a
    newer version made the database; 5 the database cannot be used.
    """
    with open_store(need_database(data), upgrade=False) as store, store.read() as tx:
        revisions = read_revisions(tx, find_story_id(tx, name))
    before, after = choose_pair(revisions, first, second)
    fields = diff_stories(before.story, after.story)
    if as_json:
        print_json(_plain(before, after, fields))
    else:
        _print_diff(open_console(), before, after, fields, whole=whole)


def choose_pair(
    revisions: Sequence[Revision], first: int | None, second: int | None
) -> tuple[Revision, Revision]:
    """Return the two revisions that are to be compared; of a story never edited, twice the one.

    Raises:
        WiredeskError: There is no revision of that number.
    """
    if first is not None and first == second:
        raise WiredeskError(f"revision {first} is one: give two different ones")
    by_number = {revision.number: revision for revision in revisions}
    last = second or first or revisions[-1].number
    begin = first if second else max(last - 1, revisions[0].number)
    for number in (last, begin):
        if number not in by_number:
            there = f"{revisions[0].number} to {revisions[-1].number}"
            raise WiredeskError(f"there is no revision {number}; there are {there}")
    return by_number[begin or last], by_number[last]


def diff_stories(before: Story, after: Story) -> tuple[FieldDiff, ...]:
    """Return how the fields differ that people read, in the order of reading."""
    fields = zip(_show_fields(before), _show_fields(after), strict=True)
    return tuple(
        FieldDiff(field=field, pieces=_diff_field(field, one, other))
        for (field, one), (_, other) in fields
        if one != other
    )


def _diff_field(field: str, before: str, after: str) -> tuple[Piece, ...]:
    """Return how a field differs: words by words, but a moment is another one as a whole."""
    if field in _MOMENTS and before and after:
        return (Piece(op="removed", text=before), Piece(op="added", text=after))
    return diff_words(before, after)


def shorten_pieces(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces without the middle of long stretches that stay: the edits are what is read."""
    last = len(pieces) - 1
    return tuple(
        piece if piece.op != "same" else _shorten(piece, at_start=not place, at_end=place == last)
        for place, piece in enumerate(pieces)
    )


def _shorten(piece: Piece, *, at_start: bool, at_end: bool) -> Piece:
    """Return a stretch that stays as far as it is next to an edit."""
    text = piece.text
    head = "" if at_start else _begin(text)
    tail = "" if at_end else _end(text)
    short = f"{head}{_ELIDED}{tail}"
    return Piece(op="same", text=short) if len(short) < len(text) else piece


def _begin(text: str) -> str:
    """Return how a text begins: whole sentences, or where they are long whole words."""
    ends = accumulate(len(sentence) for sentence in part_text(text))
    length = next((end for end in ends if end >= _CONTEXT), len(text))
    return text[:length].rstrip() if length <= _MOST else text[:_CONTEXT].rpartition(" ")[0]


def _end(text: str) -> str:
    """Return how a text ends: whole sentences, or where they are long whole words."""
    ends = accumulate(len(sentence) for sentence in reversed(part_text(text)))
    length = next((end for end in ends if end >= _CONTEXT), len(text))
    return text[-length:] if length <= _MOST else text[-_CONTEXT:].partition(" ")[2]


def _show_fields(story: Story) -> tuple[tuple[str, str], ...]:
    """Return the fields that are compared, as text."""
    return (
        ("headline", story.headline),
        ("standfirst", story.standfirst),
        ("byline", ", ".join(story.byline)),
        ("dateline", story.dateline.place if story.dateline else ""),
        ("body_text", story.body_text),
        ("media", "\n".join(media.url for media in story.media)),
        ("url", story.url or ""),
        ("published", story.published.isoformat() if story.published else story.published_raw),
        ("updated", story.updated.isoformat() if story.updated else story.updated_raw),
        ("section", story.section),
        ("categories", ", ".join(story.categories)),
    )


def _print_diff(
    console: Console,
    before: Revision,
    after: Revision,
    fields: Sequence[FieldDiff],
    *,
    whole: bool,
) -> None:
    """Print for people."""
    story = after.story
    console.print(Text(story.headline, style="bold"), soft_wrap=True)
    console.print(Text(f"{story.id}, told by {story.source_id}"), soft_wrap=True)
    if before.number == after.number:
        console.print(f"Revision {after.number} is the first: there is none before to compare.")
        return
    for revision in (before, after):
        kinds = ", ".join(revision.kinds)
        seen = f"{revision.seen:%Y-%m-%d %H:%M} UTC"
        console.print(f"  revision {revision.number}  {seen}  {kinds}", soft_wrap=True)
    for edit in after.edits:
        if edit.note:
            name = "" if names_kind(edit) else f"{edit.kind.value}: "
            console.print(Text(f"  {name}{edit.note}"), soft_wrap=True)
    if not fields:
        console.print("Nothing that people read differs.")
    for one in fields:
        console.print(f"\n{_LABELS.get(one.field, one.field)}", style="bold")
        pieces = one.pieces if whole else shorten_pieces(one.pieces)
        console.print(paint_pieces(pieces, coloured=_has_colours(console)), soft_wrap=True)


def _has_colours(console: Console) -> bool:
    """Tell whether colours are shown: on a terminal that has them, and without NO_COLOR."""
    return bool(console.color_system) and not console.no_color


def paint_pieces(pieces: Sequence[Piece], *, coloured: bool) -> Text:
    """Return pieces for a terminal: in colours, or in brackets where there are none."""
    text = Text(_INDENT)
    for piece in pieces:
        words = piece.text.replace("\n", f"\n{_INDENT}")
        match piece.op:
            case "same":
                text.append(words)
            case "removed":
                text.append(words if coloured else f"[-{words}-]", style="red strike")
            case "added":
                text.append(words if coloured else f"{{+{words}+}}", style="green")
    return text


def _plain(before: Revision, after: Revision, fields: Sequence[FieldDiff]) -> dict[str, object]:
    """Return what scripts need."""
    story = after.story
    return {
        "story": {"id": story.id, "source": story.source_id, "url": story.url},
        "before": {"revision": before.number, "seen": before.seen},
        "after": {"revision": after.number, "seen": after.seen, "kinds": after.kinds},
        "edits": after.edits if before.number == after.number - 1 else (),
        "fields": fields,
    }
