"""Which changes of a topic are told."""

from uuid import UUID, uuid5

from feeds.model import Alert, Change, Kind, Story, Topic

# Names what is made with uuid5; a fixed value, so that ids are the same for ever.
_NAMESPACE = UUID("a9b4a5f0-5a63-5c0e-9a8e-0f5c8d1f2b37")


def decide_alerts(topic: Topic, change: Change) -> tuple[Alert, ...]:
    """Return the alert a topic asked for about a change in it; none for a backlog.

    Several rules of one topic make one alert: it is told once.
    """
    wanted = {kind for rule in topic.alerts for kind in rule.on}
    kinds = tuple(kind for kind in change.revision.kinds if kind in wanted)
    if change.baseline or not kinds:
        return ()
    story, number = change.story, change.revision.number
    alert = Alert(
        id=str(uuid5(_NAMESPACE, f"{topic.slug}\n{story.id}\n{number}")),
        topic=topic.slug,
        story_id=story.id,
        revision=number,
        kinds=kinds,
        headline=story.headline,
        text="\n".join(_describe(kind, change) for kind in kinds),
        url=story.url,
        source_id=story.source_id,
        created=change.revision.seen,
    )
    return (alert,)


def _describe(kind: Kind, change: Change) -> str:
    """Say in one line what changed."""
    if change.previous is None or kind is Kind.NEW:
        return f"New: {change.story.standfirst or change.story.headline}"
    before, after = _shown(kind, change.previous.story), _shown(kind, change.story)
    if before == after:  # no field of its own to show: the kind says it all
        return f"{kind.value.capitalize()} changed"
    return f"{kind.value.capitalize()}: {before} is now {after}"


def _shown(kind: Kind, story: Story) -> str:
    """Return the field a kind is about, as people read it."""
    match kind:
        case Kind.HEADLINE:
            return f"“{story.headline}”"
        case Kind.STANDFIRST:
            return f"“{story.standfirst}”"
        case Kind.BODY | Kind.FULL_TEXT:
            return f"{story.word_count} words"
        case Kind.BYLINE:
            return ", ".join(story.byline) or "nobody"
        case Kind.URL:
            return story.url or "no address"
        case _:
            return ""
