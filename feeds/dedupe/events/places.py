"""Which stories tell one event, surely or possibly, and by what that shows."""

from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from feeds.dedupe.copies.places import order_told
from feeds.dedupe.events.cards import Card
from feeds.dedupe.events.groups import Groups, group_cards
from feeds.dedupe.events.passages import find_echoes
from feeds.dedupe.events.standing import recall_tree
from feeds.dedupe.events.ties import Ties, tie_around
from feeds.dedupe.naming import name_groups
from feeds.model import Level, Membership, Ruling, Standing

_NAMED_TERMS: Final = 5
# Scores that differ by less are told as they were: each one told anew is written.
_SAME_SCORE: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A set of copies: it counts as one report, however many outlets carry it.

    Attributes:
        card: Of the story that stands for it.
        story_ids: Of all its stories, in the order they were told.
    """

    card: Card
    story_ids: tuple[str, ...]


def place_events(
    cards: Sequence[Card],
    places: Mapping[str, Membership],
    before: Mapping[str, Membership],
    fresh: Container[str],
    rulings: Sequence[Ruling] = (),
    *,
    anew: Collection[str] = (),
    standing: Sequence[Standing] = (),
) -> dict[str, Membership]:
    """Return where each story stands, now that all of them are known.

    Args:
        cards: Of all stories.
        places: Where each stands among the copies.
        before: Where those stood that had a place before.
        fresh: Ids of the stories that are new or changed.
        rulings: What an editor decided, as far as it holds.
        anew: Ids of stories that may go by their own id again.
        standing: Events that are not grouped again: not all of their stories are here.
    """
    texts = _list_texts(cards, places)
    homes = [_find_home(text, before, fresh) for text in texts]
    fronts = [text.card for text in texts]
    rows = {story_id: row for row, text in enumerate(texts) for story_id in text.story_ids}
    ruled = _read(rulings, rows)
    stands = {event.event_id for event in standing}
    ties = tie_around(fronts, [home.event_id if home else "" for home in homes], stands)
    groups = group_cards(fronts, ties, homes, ruled, recall_tree(homes, rows, standing))
    stood = {it: one for it, one in before.items() if one.event_id in stands}
    known = {it: one.event_id for it, one in before.items()}
    events = _name(groups.events, texts, known, anew, stands)
    known = {it: one.fold_id for it, one in before.items()}
    folds = _name(groups.folds, texts, known, anew, {one.fold_id for one in stood.values()})
    placed: dict[str, Membership] = {}
    for row, text in enumerate(texts):
        twin = _find_twin(row, ties, groups, ruled)
        for story_id in text.story_ids:
            moved = _move(places[story_id], folds[row], events[row])
            stays = moved == stood.get(story_id) and moved.level is not Level.ALONE
            if not (stays or moved.is_copy or _is_shown(moved, twin, before, fresh, texts)):
                moved = _match(moved, twin, texts)
            placed[story_id] = moved
    return placed


def _move(place: Membership, fold_id: str, event_id: str) -> Membership:
    """Return the place in this fold and event; most stand there already."""
    if (place.fold_id, place.event_id) == (fold_id, event_id):
        return place
    return replace(place, fold_id=fold_id, event_id=event_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Twin:
    """By which other text one came into its event.

    Attributes:
        level: Whether it is folded with it, or possibly the same.
        row: Of the text itself.
        other: Of its twin.
        near: How near what they were in was when it was put together, 0 to 1.
        likes: All texts that might have been named in the place of the twin.
    """

    level: Level
    row: int
    other: int
    near: float
    likes: tuple[int, ...]


def _list_texts(cards: Sequence[Card], places: Mapping[str, Membership]) -> list[Text]:
    """Return the sets of copies; the story that founded it stands for one, if it is here."""
    sets: defaultdict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: order_told(card.sketch)):
        sets[places[card.sketch.story_id].copies_id].append(card)
    return [
        Text(
            card=next((card for card in some if card.sketch.story_id == copies_id), some[0]),
            story_ids=tuple(card.sketch.story_id for card in some),
        )
        for copies_id, some in sets.items()
    ]


def _find_home(
    text: Text, before: Mapping[str, Membership], fresh: Container[str]
) -> Membership | None:
    """Return where a text stood before, by what told it first; None if it is new or changed."""
    if text.card.sketch.story_id in fresh:
        return None
    known = [before[it] for it in text.story_ids if it in before]
    first = [place for place in known if not place.is_copy]
    return next(iter(first + known), None)


def _read(rulings: Sequence[Ruling], rows: Mapping[str, int]) -> tuple[tuple[int, int, bool], ...]:
    """Return the rulings about these texts, by their rows."""
    return tuple(
        (rows[ruling.story_id], rows[ruling.other_id], ruling.together)
        for ruling in rulings
        if ruling.story_id in rows and ruling.other_id in rows
    )


def _name(
    groups: Sequence[Sequence[int]],
    texts: Sequence[Text],
    known: Mapping[str, str],
    anew: Collection[str],
    standing: Collection[str],
) -> dict[int, str]:
    """Return the id of the group that each text is in."""
    story_ids = [[it for row in sorted(group) for it in texts[row].story_ids] for group in groups]
    names = name_groups(story_ids, known, anew, standing)
    return {row: name for group, name in zip(groups, names, strict=True) for row in group}


def _find_twin(
    row: int, ties: Ties, groups: Groups, ruled: Sequence[tuple[int, int, bool]]
) -> _Twin | None:
    """Return the text of what it, or what had joined it, joined; None if that is nothing.

    So each text but the first leads to one that was told before, and all to the first. It is the
    nearest one, or the one with which an editor put it together where words alone do not.
    """
    joint = groups.joints.get(row)
    if joint is None:
        return None
    near = ties.get(row, {})
    best = min(joint.rows, key=lambda other: (-near.get(other, 0.0), other))
    if joint.ruled and not joint.sure:
        pairs = [(one, other) for one, other, together in ruled if together]
        partners = [one + other - row for one, other in pairs if row in {one, other}]
        best = next((it for it in reversed(partners) if it in joint.rows), best)
        return _Twin(level=Level.RULED, row=row, other=best, near=1.0, likes=(best,))
    level = Level.EVENT if best in groups.fold_of[row] else Level.MAYBE
    return _Twin(level=level, row=row, other=best, near=joint.near, likes=joint.rows)


def list_shared(one: Card, other: Card) -> tuple[str, ...]:
    """Return what tells most of what two texts share, as one of them wrote it."""
    shared = (one.vector.keys() & other.vector.keys()) - find_echoes(one, other)
    order = sorted(shared, key=lambda term: (-one.vector[term] * other.vector[term], term))
    spelled = dict(zip(other.sketch.signs, other.sketch.spelled, strict=True))
    spelled |= dict(zip(one.sketch.signs, one.sketch.spelled, strict=True))
    words = (spelled[term] for term in order if term in spelled)
    return tuple(dict.fromkeys(words))[:_NAMED_TERMS]


def _is_shown(
    place: Membership,
    twin: _Twin | None,
    before: Mapping[str, Membership],
    fresh: Container[str],
    texts: Sequence[Text],
) -> bool:
    """Tell whether the evidence of before still shows why a story stands where it does."""
    told = before.get(place.story_id)
    if told is None or place != told or place.story_id in fresh or told.twin_id in fresh:
        return False
    if twin is None or twin.level is not told.level:
        return twin is None and told.level is Level.ALONE
    likes = (texts[row].story_ids for row in twin.likes)
    named = any(told.twin_id in story_ids for story_ids in likes)
    return named and abs(twin.near - told.score) <= _SAME_SCORE


def _match(place: Membership, twin: _Twin | None, texts: Sequence[Text]) -> Membership:
    """Return the place with the evidence for it."""
    if twin is None:
        return replace(place, level=Level.ALONE, twin_id=None, reason="", score=0.0)
    one, other = texts[twin.row].card, texts[twin.other].card
    return replace(
        place,
        level=twin.level,
        twin_id=other.sketch.story_id,
        reason=_tell_reason(twin.level, one, other),
        score=round(twin.near, 3),
    )


def _tell_reason(level: Level, one: Card, other: Card) -> str:
    """Say why two texts stand together."""
    if level is Level.RULED:
        return "an editor put them together"
    shared = ", ".join(list_shared(one, other))
    return f"shares {shared}" if shared else "shares words with others of the event"
