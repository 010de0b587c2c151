"""Other reports that an entry names: those folded into it, and those that may be the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final
from urllib.parse import urlsplit

from feeds.curate.withdrawn import entitle_withdrawn
from feeds.model import AlsoReported, HeldStory, Story
from feeds.text.urls import key_url, names_page

# Of entries that may be the same, a reader is told so many.
_MOST_POSSIBLE: Final = 5


def name_story(held: HeldStory) -> AlsoReported:
    """Return what a reader needs to reach a story, and to know where it was withdrawn."""
    story = held.story
    title = story.attribution_title or held.source_title
    headline = entitle_withdrawn(story.headline) if held.history.withdrawn else story.headline
    return AlsoReported(headline=headline, source_title=title, url=story.url)


def name_others(stories: Sequence[HeldStory]) -> tuple[AlsoReported, ...]:
    """Return what a reader needs to reach the stories behind the lead, each page once.

    One page in several feeds of a site, or of a source under another id, is one report.

    Args:
        stories: Of an entry, lead first.
    """
    firsts = {_name_page(it.story): it.story.id for it in reversed(stories)}
    shown = {*firsts.values()}
    return tuple(name_story(it) for it in stories[1:] if it.story.id in shown)


def _name_page(story: Story) -> tuple[str, ...]:
    """Return what a page is known by; a story without one of its own, by its id.

    Two outlets that state one canonical address are two, and so are two marks on a page.
    """
    if not story.url or not story.canonical_url or not names_page(story.canonical_url):
        return (story.id,)
    address = urlsplit(story.url)
    return (key_url(story.canonical_url), address.netloc, address.fragment)


def list_possible(
    folds: Mapping[str, Sequence[HeldStory]],
) -> dict[str, tuple[AlsoReported, ...]]:
    """Return the leads of other entries of the same event, at most five, by the id of an entry.

    None of a page that the entry leads to or names already.

    Args:
        folds: The stories of each entry of a topic that folds events, lead first.
    """
    events: defaultdict[str, list[str]] = defaultdict(list)
    for fold_id, stories in folds.items():
        events[stories[0].membership.event_id].append(fold_id)
    return {
        fold_id: _name_elsewhere(folds[fold_id], (folds[it][0] for it in together if it != fold_id))
        for together in events.values()
        for fold_id in together
    }


def _name_elsewhere(
    stories: Sequence[HeldStory], leads: Iterable[HeldStory]
) -> tuple[AlsoReported, ...]:
    """Return those of some leads that are on pages of their own, each page once, at most five.

    Args:
        stories: Of the entry that names them.
        leads: Of others.
    """
    shown = {it.story.url for it in stories if it.story.url}
    pages = {_name_page(it.story) for it in stories}
    named: list[AlsoReported] = []
    for lead in leads:
        page = _name_page(lead.story)
        if page not in pages and lead.story.url not in shown:
            named.append(name_story(lead))
            pages.add(page)
        if len(named) == _MOST_POSSIBLE:
            break
    return tuple(named)


def write_others(title: str, others: Sequence[AlsoReported]) -> str:
    """Return a list of others as markup, below a title; nothing for none."""
    if not others:
        return ""
    return f"<p>{title}:</p><ul>{''.join(_write_line(other) for other in others)}</ul>"


def _write_line(other: AlsoReported) -> str:
    """Return one of the others, linked where it has a page."""
    headline = escape(other.headline)
    if other.url:
        headline = f'<a href="{escape(other.url)}">{headline}</a>'
    return f"<li>{escape(other.source_title)}: {headline}</li>"
