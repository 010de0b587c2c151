"""A topic's feed from its stories."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from uuid import UUID, uuid5

from feeds.curate.dates import date_entry, find_change, find_last_change, find_told
from feeds.curate.fold import fold_stories
from feeds.curate.others import list_possible, name_others, write_others
from feeds.curate.withdrawn import (
    bury_withdrawn,
    is_dropped,
    list_named,
    mark_withdrawn,
    name_entry,
)
from feeds.model import (
    ARRIVALS,
    AlsoReported,
    Attribution,
    Feed,
    FeedItem,
    HeldStory,
    Settings,
    Story,
    Topic,
    Withdrawn,
)

_NAMESPACE = UUID("5c1f2f83-7f0d-5b6e-9b1d-2f6b0c6a7d11")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compose_feed(
    topic: Topic, held: Sequence[HeldStory], settings: Settings, now: datetime
) -> Feed:
    """Return a topic's feed: folded, newest first, limited after folding.

    Args:
        topic: What to fold, how long to keep a story, how many entries to show.
        held: The topic's stories, in any order.
        settings: Where the feed is served.
        now: The time of the run; an entry none of whose stories was first seen within
            ``topic.keep`` is left out.
    """
    folds = order_folds(topic, held, now)
    named = {
        it: list_named(topic.withdrawn, stories)
        for it, stories in folds.items()
        if not is_dropped(topic.withdrawn, stories)
    }
    possible = list_possible(named) if topic.fold == "events" else {}
    shown = tuple(folds.items())[: topic.limit]
    buried = bury_withdrawn(topic.withdrawn, shown)
    items = tuple(
        _compose_item(it, stories, possible.get(it, ()), topic.withdrawn)
        for it, stories in shown
        if not is_dropped(topic.withdrawn, stories)
    )
    return Feed(
        slug=topic.slug,
        topic=topic.slug,
        id=uuid5(_NAMESPACE, topic.slug).urn,
        title=topic.title,
        description=topic.description,
        base_url=settings.base_url,
        language=topic.language or _common_language(items),
        updated=max(
            (*(item.updated for item in items), *(stone.when for stone in buried)),
            default=_EPOCH,
        ),
        items=items,
        tombstones=buried,
    )


def order_folds(
    topic: Topic, held: Sequence[HeldStory], now: datetime
) -> Mapping[str, Sequence[HeldStory]]:
    """Return the stories of each entry, lead first, by its id: the newest entry first.

    Entries none of whose stories was first seen within ``topic.keep`` are left out; the limit is
    not looked at.
    """
    since = now - topic.keep
    kept = (
        (fold_id, stories)
        for fold_id, stories in fold_stories(held, topic.fold).items()
        if max(item.story.first_seen for item in stories) >= since
    )
    return dict(sorted(kept, key=lambda fold: (-find_told(fold[1][0]).timestamp(), fold[0])))


def _compose_item(
    fold_id: str,
    stories: Sequence[HeldStory],
    possible: tuple[AlsoReported, ...],
    withdrawn: Withdrawn,
) -> FeedItem:
    """Return one entry: the lead's words, who else told it, and what may be the same."""
    lead = stories[0]
    story = lead.story
    also = name_others(list_named(withdrawn, stories))
    categories = (story.section, *story.categories) if story.section else story.categories
    item = FeedItem(
        id=name_entry(fold_id),
        title=story.headline,
        url=story.url,
        summary=story.standfirst,
        content_html=_content_html(story, also, possible),
        authors=story.byline,
        published=date_entry(fold_id, stories),
        updated=find_last_change(stories),
        language=story.language,
        categories=tuple(dict.fromkeys(categories)),
        kinds=tuple(kind for kind in lead.history.kinds if kind not in ARRIVALS),
        withdrawn=lead.history.withdrawn,
        media=story.media,
        attribution=_attribute(lead),
        folded=len(stories) - 1,
        also=also,
        possible=possible,
    )
    return mark_withdrawn(item, lead, withdrawn) if item.withdrawn else item


def _attribute(lead: HeldStory) -> Attribution:
    """Name the publication: the one it was republished from, or the source."""
    story = lead.story
    updated = find_change(lead)
    if story.attribution_title:
        url = story.attribution_url or None
        urn = uuid5(_NAMESPACE, story.attribution_title).urn
        return Attribution(id=url or urn, title=story.attribution_title, url=url, updated=updated)
    urn = uuid5(_NAMESPACE, story.source_id).urn
    return Attribution(
        id=lead.source_url or urn, title=lead.source_title, url=lead.source_url, updated=updated
    )


def _content_html(
    story: Story, also: Sequence[AlsoReported], possible: Sequence[AlsoReported]
) -> str:
    """Return the full text if held, and the others; readers show it in place of the summary."""
    others = write_others("Also reported by", also) + write_others("Possibly the same", possible)
    if not others:
        return _body_html(story)
    return (_body_html(story) or _paragraph(story.standfirst)) + others


def _body_html(story: Story) -> str:
    """Return the full text as markup, if it is held."""
    if story.body_html or not story.body_text:
        return story.body_html
    return "".join(_paragraph(text) for text in story.body_text.split("\n\n"))


def _paragraph(text: str) -> str:
    """Return plain text as a paragraph; nothing for none."""
    return f"<p>{escape(text)}</p>" if text else ""


def _common_language(items: Sequence[FeedItem]) -> str | None:
    """Return the language of all items, if it is one."""
    languages = {item.language for item in items}
    return languages.pop() if len(languages) == 1 else None
