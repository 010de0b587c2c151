"""Entries whose stories were all withdrawn by their publishers: what a topic says of them."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from feeds.model import FeedItem, HeldStory, Tombstone, Withdrawn


def name_entry(fold_id: str) -> str:
    """Return the id of an entry, which is the same for ever."""
    return f"urn:uuid:{fold_id}"


def entitle_withdrawn(headline: str) -> str:
    """Return the headline of a withdrawn story as it is shown."""
    return f"Withdrawn: {headline}"


def is_dropped(withdrawn: Withdrawn, stories: Sequence[HeldStory]) -> bool:
    """Tell whether a feed has no entry for stories, lead first, because all were withdrawn."""
    return withdrawn == "drop" and stories[0].history.withdrawn is not None


def list_named(withdrawn: Withdrawn, stories: Sequence[HeldStory]) -> Sequence[HeldStory]:
    """Return the stories of an entry, lead first, that a feed names.

    What was withdrawn is named behind one that stands, but where the topic drops it.
    """
    if withdrawn != "drop":
        return stories
    lead, *others = stories
    return (lead, *(it for it in others if it.history.withdrawn is None))


def bury_withdrawn(
    withdrawn: Withdrawn, folds: Sequence[tuple[str, Sequence[HeldStory]]]
) -> tuple[Tombstone, ...]:
    """Return the tombstones of a topic, as it says what becomes of a withdrawn entry.

    Args:
        withdrawn: The topic's policy.
        folds: Id and stories of each entry, lead first; a lead is withdrawn only where all are.
    """
    if withdrawn == "keep":
        return ()
    return tuple(
        Tombstone(id=name_entry(fold_id), when=when, comment=_say_withdrawn(stories[0]))
        for fold_id, stories in folds
        if (when := stories[0].history.withdrawn)
    )


def mark_withdrawn(item: FeedItem, lead: HeldStory, withdrawn: Withdrawn) -> FeedItem:
    """Return an entry that says that its story was withdrawn, with its text if that is kept.

    What was withdrawn may be wrong, or hurt somebody: it is said again only where asked for.
    """
    notice = _say_withdrawn(lead)
    marked = replace(item, title=entitle_withdrawn(item.title))
    if withdrawn == "keep":
        text = item.content_html or f"<p>{escape(item.summary)}</p>"
        return replace(marked, content_html=f"<p><strong>{escape(notice)}</strong></p>{text}")
    return replace(
        marked, summary=notice, content_html=f"<p>{escape(notice)}</p>", media=(), possible=()
    )


def _say_withdrawn(lead: HeldStory) -> str:
    """Say who withdrew a story, when that was noticed, and how it is known."""
    when = lead.history.withdrawn
    noticed = f" (noticed {when:%Y-%m-%d %H:%M} UTC)" if when else ""
    proof = f": {lead.proof}" if lead.proof else ""
    return f"{lead.source_title} withdrew this story{noticed}{proof}"
