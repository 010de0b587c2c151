"""What a page makes known of its story: its whole text, an edit, or that it is gone or back."""

from dataclasses import dataclass, replace

from feeds.compare import restore_story, settle_passages, withdraw_story
from feeds.model import (
    Change,
    Kind,
    Past,
    Revision,
    Settings,
    Source,
    SourceState,
    Story,
    Unchanged,
    Visited,
    list_page_fields,
)
from feeds.normalize import complete_story, revise_story
from feeds.pipeline.comparing import compare_held
from feeds.pipeline.revisits import find_proof
from feeds.store import Transaction, count_neighbours, read_pasts, recall_stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose story a page tells.

    Attributes:
        source: The source; None if it is not configured any more.
        state: What is remembered of it; None if that is nothing.
        settings: What holds for the whole desk.
    """

    source: Source | None
    state: SourceState | None
    settings: Settings

    @property
    def reads(self) -> bool:
        """Whether the texts of its pages are wanted."""
        return self.source is not None and self.source.full_text

    @property
    def watches(self) -> bool:
        """Whether edits of its pages are."""
        return self.source is not None and self.source.watch == "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a visit made known.

    Attributes:
        visited: The visit, with what is to be remembered of the page.
        change: Of the story; None if nothing changed.
        note: What is to be said of the page itself; None if nothing.
    """

    visited: Visited
    change: Change | None = None
    note: str | None = None


def hear_page(tx: Transaction, visited: Visited, last: Revision, whose: Whose) -> Heard:
    """Return what a visit made known of its story.

    Args:
        tx: What is held.
        visited: The visit.
        last: How the story stands.
        whose: Whose it is.
    """
    visit, page = visited.visit, visited.page
    heard = Heard(visited=visited)
    if visited.gone:
        told = Kind.WITHDRAWN in last.kinds
        proof = "" if told else find_proof(visited, count_neighbours(tx, visit, visited.at))
        if not proof:
            return heard
        return replace(heard, change=withdraw_story(last, proof, visited.at, _recall(tx, last)))
    if not visited.there:
        return heard
    if visit.state == "withdrawn":
        return _hear_return(tx, heard, last, whose)
    if page is None or not whose.reads:
        return heard
    whole = complete_story(last.story, page)
    new = list_page_fields(whole) - list_page_fields(last.story)
    if visit.state == "due" or "body_text" in new:
        if Kind.WITHDRAWN in last.kinds:
            return replace(heard, note="its publisher took the story back: the page is left alone")
        return replace(heard, change=_complete(visited, whole, last, whose.state))
    return _hear_edit(tx, heard, last, whose) if whose.watches else heard


def _complete(
    visited: Visited, whole: Story, last: Revision, state: SourceState | None
) -> Change | None:
    """Return a story with what its page tells; None if that is nothing more.

    A story that came with the first good poll of its source is as little told of as then.
    """
    if whole == last.story:
        return None
    first_ok = state.first_ok if state else None
    return Change(
        revision=Revision(
            story=whole, number=last.number + 1, seen=visited.at, kinds=(Kind.FULL_TEXT,)
        ),
        previous=last,
        baseline=first_ok is None or last.story.first_seen <= first_ok,
        reason="its page was read",
    )


def _hear_edit(tx: Transaction, heard: Heard, last: Revision, whose: Whose) -> Heard:
    """Return what differs in a watched page, without what is ticking in it."""
    visited = heard.visited
    if visited.page is None:
        return heard
    held, page = last.story, visited.page
    visit, note = visited.visit, None
    if "body_text" in list_page_fields(held) and page.body_text:
        settled = settle_passages(held.body_text, page.body_text, visit.ticking)
        as_before = settled.left and settled.text == held.body_text
        markup = held.body_html if as_before else page.body_html
        page = replace(page, body_text=settled.text, body_html=markup)
        visit = replace(visit, ticking=settled.ticking)
        note = _tell_left(settled.left)
    revised = revise_story(held, page, visit.headline)
    if revised.headline != held.headline and "headline" not in list_page_fields(held):
        visit = replace(visit, feed_headline=held.headline)
    found = _compare(tx, revised, visited, whose.settings)
    change = found if isinstance(found, Change) else None
    return Heard(visited=replace(visited, visit=visit), change=change, note=note)


def _hear_return(tx: Transaction, heard: Heard, last: Revision, whose: Whose) -> Heard:
    """Return that a story is back, with what differs in it where its page is watched."""
    visited, story = heard.visited, last.story
    if visited.page and whose.watches:
        story = revise_story(story, visited.page, visited.visit.headline)
    found = _compare(tx, story, visited, whose.settings)
    proof = f"its page is there again, seen at {visited.at:%Y-%m-%d %H:%M} UTC"
    change = restore_story(last, found, proof, visited.at, _recall(tx, last))
    return replace(heard, change=change)


def _recall(tx: Transaction, last: Revision) -> tuple[Past, ...]:
    """Return what all revisions of a story were like."""
    return read_pasts(tx, [last.story.id])[last.story.id]


def _compare(
    tx: Transaction, story: Story, visited: Visited, settings: Settings
) -> Change | Unchanged:
    """Decide whether a story that is held is news, as for one that a feed tells."""
    remembered = recall_stories(tx, story.source_id, story.keys)
    (found,) = compare_held(tx, (story,), remembered, settings, baseline=False, now=visited.at)
    return found


def _tell_left(left: int) -> str | None:
    """Say that passages were left as they were; None if none were."""
    if not left:
        return None
    what = "a passage is" if left == 1 else f"{left} passages are"
    return f"{what} left as it was: it changes at every visit"
