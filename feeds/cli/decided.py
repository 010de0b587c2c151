"""Decisions of editors, as ``wiredesk decisions`` says them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.text import Text

from feeds.cli.overruled import SHORT, Named, shorten_story, tell_story
from feeds.cli.terminal import print_item, show_second
from feeds.model import Ruling, list_ruled
from feeds.pipeline.decided import Decision, Effect
from feeds.store import Transaction, read_last_revisions

_MOST_LISTED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision, and what came of it.

    Attributes:
        decided: When.
        said: ``split`` or ``merge``.
        effect: What came of it.
        overruled_by: The times of later decisions that say otherwise of the same two texts.
        stories: About which was decided, as far as they are held.
        missing: Ids of those that are not.
        remembered: Headlines of these, by id, as far as the file of rulings has them.
        rulings: What was said, of each two stories.
    """

    decided: datetime
    said: str
    effect: Effect
    overruled_by: tuple[datetime, ...]
    stories: tuple[Named, ...]
    missing: tuple[str, ...]
    remembered: Mapping[str, str]
    rulings: tuple[Ruling, ...]


def tell_decisions(
    tx: Transaction, decisions: Sequence[Decision], headlines: Mapping[str, str]
) -> tuple[Told, ...]:
    """Return the decisions with the names of their stories.

    Args:
        tx: A transaction.
        decisions: What was decided.
        headlines: Those that the file of rulings has, by the ids of stories.
    """
    ids = {it for one in decisions for it in list_ruled(one.rulings)}
    found = read_last_revisions(tx, ids)
    named = {it: shorten_story(revision.story) for it, revision in found.items()}
    return tuple(_tell(one, named, headlines) for one in decisions)


def _tell(decision: Decision, named: Mapping[str, Named], headlines: Mapping[str, str]) -> Told:
    """Return one decision with the names of its stories."""
    ids = list_about(decision.rulings)
    missing = tuple(it for it in ids if it not in named)
    return Told(
        decided=decision.ruled,
        said=say_which(decision.rulings),
        effect=decision.effect,
        overruled_by=decision.overruled_by,
        stories=tuple(named[it] for it in ids if it in named),
        missing=missing,
        remembered={it: headlines[it] for it in missing if it in headlines},
        rulings=decision.rulings,
    )


def say_which(rulings: Sequence[Ruling]) -> str:
    """Return the command that decided so.

    Who merges two entries may have to say of some that they stay together, never the reverse.
    """
    return "merge" if any(one.together for one in rulings) else "split"


def list_about(rulings: Sequence[Ruling]) -> list[str]:
    """Return about which stories was decided; of a split the one parted from all others first."""
    counted = Counter(it for one in rulings for it in one.pair)
    return sorted(counted, key=lambda it: (-counted[it], it))


def print_decisions(console: Console, told: Sequence[Told], name: str | None, options: str) -> None:
    """Print for people.

    Args:
        console: Where to.
        told: What was decided, the last first.
        name: The story that was asked for; None for all.
        options: Those of the command that are not the usual ones.
    """
    for one in told:
        console.print(f"{show_second(one.decided)}: {one.said}, {_say_effect(one)}")
        _print_about(console, one)
    about = f" {name}" if name else ""
    if told:
        end = f"The first is taken back by: wiredesk undo{about}{options}"
    else:
        end = "Nothing was decided" + (f" about{about}." if name else ".")
    console.print(end, markup=False, soft_wrap=True)


def _say_effect(told: Told) -> str:
    """Say what came of a decision."""
    by = " and ".join(show_second(it) for it in told.overruled_by)
    match told.effect:
        case Effect.HOLDS:
            return "holds so far" if told.missing else "holds"
        case Effect.IN_PART:
            return "holds in part" + (f": the rest is overruled by {by}" if by else "")
        case Effect.OVERRULED:
            return f"overruled by {by}" if by else "overruled: it contradicts later decisions"
        case Effect.WAITS:
            return "waits for stories that are not held"
        case Effect.UNMET:
            return "not obeyed yet"


def _print_about(console: Console, told: Told) -> None:
    """List the stories about which was decided, those that are not held too."""
    word = "with" if told.said == "merge" else "from"
    held = {story.id: story for story in told.stories}
    ids = list_about(told.rulings)
    for number, story_id in enumerate(ids[:_MOST_LISTED]):
        story = held.get(story_id)
        line = tell_story(story) if story else _tell_missing(story_id, told.remembered)
        print_item(console, Text(f"{word} " if number else "") + line)
    if len(ids) > _MOST_LISTED:
        console.print(f"  and {word} {len(ids) - _MOST_LISTED} more; --json lists them all")


def _tell_missing(story_id: str, remembered: Mapping[str, str]) -> Text:
    """Return what is known of a story that is not held; one with a headline was, then."""
    headline = remembered.get(story_id)
    told = Text(f"{headline} (no longer held)  " if headline else "a story that is not held  ")
    return told.append(story_id[:SHORT], style="dim")
