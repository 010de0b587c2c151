"""Why two stories are, or are not, one entry, in words."""

from collections.abc import Sequence
from typing import assert_never

from feeds.cli.evidence import name_story
from feeds.model import Comparison, Membership, Parting, Ruling, Story, Vagueness
from feeds.pipeline.beside import Beside

# What counts of a likeness is told apart from it if it is less by so much.
_LESS = 0.01


def tell_beside(
    story: Story, place: Membership, beside: Beside, rulings: Sequence[Ruling] = ()
) -> list[str]:
    """Say how two stories stand to each other, and by what.

    Args:
        story: One of them.
        place: Where it belongs.
        beside: The other one.
        rulings: What an editor decided about the first, as far as it holds.
    """
    lines = [f"{_tell_stand(place, beside.place)} {name_story(beside.story)}."]
    lines += [
        "An editor put them together." if ruling.together else "An editor parted them."
        for ruling in rulings
        if beside.story.id in ruling.pair
    ]
    if place.copies_id == beside.place.copies_id:
        return lines
    return [*lines, _tell_text(beside.comparison), *_tell_event(story, place, beside)]


def _tell_stand(place: Membership, other: Membership) -> str:
    """Say how one stands to the other, up to its name."""
    if place.copies_id == other.copies_id:
        return "It is folded, as a copy, with"
    if place.fold_id == other.fold_id:
        return "It is folded, where a topic folds events, with"
    if place.event_id == other.event_id:
        return "It is possibly the same, and not folded, as"
    return "It is neither folded with nor possibly the same as"


def _tell_text(found: Comparison) -> str:
    """Say how far they are from being copies."""
    if found.needed is None:
        return "No copy: one of them has too few words to prove one."
    shares = f"{round(100 * found.contained)} % of the shorter text stands in the longer one"
    if found.own:
        return (
            f"No copy: {shares}; of texts of one source nearly all has to, under headlines that"
            " agree, within half a day."
        )
    if found.contained < found.needed:
        return f"No copy: {shares}; of one as long, {round(100 * found.needed)} % has to."
    if found.copy:
        return f"{shares}, which makes a copy; each is with those that were there before."
    return f"No copy: {shares}, which is enough, but it is short and the headlines do not agree."


def _tell_event(story: Story, place: Membership, beside: Beside) -> list[str]:
    """Say how far they are from being reports of one event."""
    for one in (story, beside.story):
        if one.genre:
            return [f"No report of one event: {name_story(one)} is {one.genre.named}."]
    found = beside.comparison
    folded = place.fold_id == beside.place.fold_id
    if found.parting:
        alone = "By themselves not" if folded else "Not"
        return [f"{alone} one event: {_tell_parting(found.parting)}."]
    bars = _tell_lower_bar(found) if folded else _tell_bars(place, beside)
    return [_tell_likeness(found), *bars]


def _tell_parting(parting: Parting) -> str:
    """Say what keeps two reports apart, whatever they share."""
    match parting:
        case Parting.TIME:
            return "they were told, or first seen if they state no date, more than three days apart"
        case Parting.LANGUAGE:
            return "they are in two languages, which are not compared"
        case Parting.SERIES:
            return (
                "one source may have told both, half a day or more apart and under nearly one"
                " headline: they are parts of a series"
            )
        case Parting.FIGURES:
            return (
                "one source may have told both, in the same words with figures of their own: they"
                " are one form, filled in twice"
            )
        case Parting.NAMES:
            return (
                "one source may have told both, in the same words, and each headline names what"
                " the other text has not: they are one form, filled in twice"
            )
    assert_never(parting)


def _tell_likeness(found: Comparison) -> str:
    """Say how alike they are, by which words, and what of that counts."""
    if not found.shared:
        return "What they are about has no word in common."
    alike = f"What they are about is {found.alike:.2f} alike ({', '.join(found.shared)})"
    if found.near >= found.alike - _LESS:
        return f"{alike}."
    if not found.near:
        return f"{alike}: no more than any two reports of a kind."
    if found.own:
        why = "one source told both, so only their headlines count, and by half"
    elif found.vagueness:
        why = _tell_vagueness(found.vagueness)
    else:
        why = "it hangs on a word or a name, or they were told days apart"
    return f"{alike}, of which {found.near:.2f} counts: {why}."


def _tell_vagueness(vagueness: Vagueness) -> str:
    """Say why what two reports share cannot make sure."""
    match vagueness:
        case Vagueness.FEW:
            return "but for days, that is one word or name"
        case Vagueness.SUBJECTS:
            return "neither has what the headline of the other is about"
        case Vagueness.COMMON:
            return "nothing of it is rare enough to be sure of"
    assert_never(vagueness)


def _tell_lower_bar(found: Comparison) -> list[str]:
    """Say how two reports can be folded that by themselves are not near enough."""
    if found.near >= found.fold_bar:
        return []
    bar = f"From about {found.fold_bar:.2f} on two reports are folded"
    less = "where no other comes near, or where others of the entry are near to both"
    return [f"{bar}; from less {less}."]


def _tell_bars(place: Membership, beside: Beside) -> list[str]:
    """Say how near they had to be; where they are, others have kept them apart."""
    found = beside.comparison
    if not found.near:
        return []
    possible = place.event_id == beside.place.event_id
    bars = (
        f"From about {found.event_bar:.2f} on two reports are possibly the same, from"
        f" {found.fold_bar:.2f} on they are folded"
    )
    if found.near < (found.fold_bar if possible else found.event_bar):
        return [f"{bars}."]
    if possible and found.vagueness:
        return [f"{bars}, if what they share can make sure."]
    gathering = beside.gathering
    if gathering is None:
        return [f"{bars}; but another report was nearer to one of them."]
    one, other = (name_story(beside.stories[it]) for it in gathering.farthest)
    mean = "what counts is the mean with the reports that each is put together with"
    return [
        f"{bars}; but {mean}, {gathering.near:.2f}.",
        f"Of these {one} and {other} have least in common.",
    ]
