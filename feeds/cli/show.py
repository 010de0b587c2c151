"""``wiredesk show``: one story, its revisions, its copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import typer
from rich.console import Console
from rich.markup import escape

from feeds.cli.channels import show_end
from feeds.cli.dates import show_date
from feeds.cli.evidence import tell_evidence
from feeds.cli.held import find_story_id, need_database
from feeds.cli.options import DATA_FOLDER, AsJson, DataFolder, ExportAs, StoryName
from feeds.cli.page import show_page
from feeds.cli.terminal import open_console, print_json
from feeds.clock import SystemClock
from feeds.model import Kind, Membership, Revision, Story, Visit
from feeds.pipeline.names import name_publisher
from feeds.pipeline.silence import read_story_mute
from feeds.publish import export_jsonld, export_ninjs
from feeds.store import (
    Store,
    open_store,
    read_companions,
    read_histories,
    read_last_revisions,
    read_memberships,
    read_revisions,
    read_source_states,
    read_visits,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything ``show`` says of a story; its publisher is None if nobody knows."""

    story: Story
    publisher: str | None
    revisions: tuple[Revision, ...]
    membership: Membership
    companions: tuple[tuple[Membership, Story], ...]
    withdrawn: datetime | None = None
    muted_until: datetime | None = None
    visit: Visit | None = None


def show(
    name: StoryName,
    *,
    as_json: AsJson = False,
    export: ExportAs = None,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Show a story: what is held of it, its revisions, and the stories it is folded with.

    Its publisher is the one that it names, or else its source; of a text in an inbox that names
    none, nobody knows. A story that was withdrawn says since when, and how that is known; one that
    is muted, until when.

    Exit codes: 0 it is held; 1 it is not, or the name fits several; 4 a newer version made the
    database; 5 the database cannot be used.
    """
    if as_json and export:
        raise typer.BadParameter("give one of --json and --as")
    with open_store(need_database(data), upgrade=False) as store:
        shown = _find(store, name)
    match export:
        case "ninjs":
            print_json(export_ninjs(shown.story))
        case "jsonld":
            print_json(export_jsonld(shown.story))
        case None if as_json:
            print_json(shown)
        case None:
            _print_story(open_console(), shown)


def _find(store: Store, name: str) -> Shown:
    """Find one story and all that belongs to it."""
    with store.read() as tx:
        story_id = find_story_id(tx, name)
        revisions = read_revisions(tx, story_id)
        place = read_memberships(tx, [story_id])[story_id]
        others = [m for m in read_companions(tx, place) if m.story_id != story_id]
        stories = read_last_revisions(tx, [other.story_id for other in others])
        withdrawn = read_histories(tx, [story_id])[story_id].withdrawn
        muted_until = read_story_mute(tx, story_id, SystemClock().now())
        visit = read_visits(tx, [story_id]).get(story_id)
        states = read_source_states(tx)
    story = revisions[-1].story
    return Shown(
        story=story,
        publisher=name_publisher(story, states.get(story.source_id)),
        revisions=revisions,
        membership=place,
        companions=tuple((other, stories[other.story_id].story) for other in others),
        withdrawn=withdrawn,
        muted_until=muted_until,
        visit=visit,
    )


def _print_story(console: Console, shown: Shown) -> None:
    """Print for people."""
    story = shown.story
    console.print(escape(story.headline), style="bold")
    for label, value in (*_tell_state(shown), *_facts(story, shown.publisher)):
        if value:
            console.print(f"[dim]{label:>12}[/dim]  {escape(value)}", soft_wrap=True)
    if story.standfirst:
        console.print(f"\n[italic]{escape(story.standfirst)}[/italic]", soft_wrap=True)
    if story.body_text:
        console.print(f"\n{escape(story.body_text)}", soft_wrap=True)
    console.print("\nRevisions", style="bold")
    for revision in shown.revisions:
        kinds = ", ".join(revision.kinds)
        headline = escape(revision.story.headline)
        console.print(
            f"  {revision.number}  {revision.seen:%Y-%m-%d %H:%M} UTC  {kinds}: {headline}",
            soft_wrap=True,
        )
    fold_id = shown.membership.fold_id
    folded = [(place, it) for place, it in shown.companions if place.fold_id == fold_id]
    possible = [(place, it) for place, it in shown.companions if place.fold_id != fold_id]
    _print_companions(console, "Folded with", folded, shown.membership)
    _print_companions(console, "Possibly the same", possible, shown.membership)


def _print_companions(
    console: Console, title: str, some: Sequence[tuple[Membership, Story]], own: Membership
) -> None:
    """List stories of the same event, each with the evidence; nothing where there are none."""
    if some:
        console.print(f"\n{title}", style="bold")
    for place, other in some:
        word = "copy: " if place.copies_id == own.copies_id else ""
        why = escape(f"{word}{tell_evidence(place, other, some, own)}")
        name = f"{escape(other.source_id)}: {escape(other.headline)}"
        console.print(f"  {name} ({why})  [dim]{other.id[:8]}[/dim]", soft_wrap=True)


def _tell_state(shown: Shown) -> tuple[tuple[str, str], ...]:
    """Return whether a story is withdrawn or muted, and how its page is."""
    proof = next(
        (
            edit.note
            for revision in reversed(shown.revisions)
            for edit in revision.edits
            if edit.kind == Kind.WITHDRAWN
        ),
        "",
    )
    since = f"{shown.withdrawn:%Y-%m-%d %H:%M} UTC: {proof}" if shown.withdrawn else ""
    page = show_page(shown.visit) if shown.visit else ""
    until = shown.muted_until
    muted = f"in alerts{show_end(until)}" if until else ""
    return (("withdrawn", since), ("muted", muted), ("page", page))


def _facts(story: Story, publisher: str | None) -> tuple[tuple[str, str], ...]:
    """Return the fields people ask for, with their names."""
    dateline = story.dateline
    inferred = "; ".join(f"{item.field}: {item.origin}" for item in story.inferred)
    return (
        ("id", story.id),
        ("source", story.source_id),
        ("publisher", publisher or "unknown: the text names none"),
        ("address", story.url or ""),
        ("by", ", ".join(story.byline)),
        ("dateline", dateline.place if dateline else ""),
        ("agencies", ", ".join(f"{agency.name} ({agency.role})" for agency in story.agencies)),
        ("published", show_date(story.published, story.published_raw)),
        ("updated", show_date(story.updated, story.updated_raw)),
        ("first seen", story.first_seen.isoformat()),
        ("language", story.language or ""),
        ("section", story.section),
        ("genre", story.genre or ""),
        ("categories", ", ".join(story.categories)),
        ("words", str(story.word_count)),
        ("inferred", inferred),
    )
