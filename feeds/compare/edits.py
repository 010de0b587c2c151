"""What was edited between two versions of a story, each kind with its words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from feeds.compare.corrections import find_correction
from feeds.compare.excerpts import count_edited, excerpt_edits, join_sentences
from feeds.compare.fields import (
    list_pictures,
    show_dates,
    show_people,
    tell_media,
    tell_people,
)
from feeds.compare.figures import find_figures
from feeds.compare.typography import fold_headline, fold_typography
from feeds.compare.typos import KnowsWord, mends_typos
from feeds.compare.withdrawals import find_withdrawal
from feeds.model import Edit, Kind, Story, list_page_fields
from feeds.text.urls import key_url


def _know_nothing(word: str, language: str | None) -> bool:  # noqa: ARG001 - as a vocabulary is asked
    """Know no word: then no typo is found."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What is taken for a mended typo.

    Attributes:
        letters: So many may differ in a word; 0: every word counts.
        knows_word: Tells whether a word is one of a language.
    """

    letters: int = 0
    knows_word: KnowsWord = _know_nothing


STRICT: Final = Spelling()
"""Every word counts."""


def list_edits(before: Story, after: Story, spelling: Spelling = STRICT) -> tuple[Edit, ...]:
    """Return what was edited, in the order of :class:`Kind`; none if nothing was.

    What only sets a text in another way, or under another genre, is ``trivial``, a date that moved
    is ``date``; each stands alone, where nothing else was edited. A text replaced by the word that
    it is withdrawn is ``withdrawn`` alone.

    Args:
        before: The earlier version.
        after: The later one.
        spelling: What counts as a typo that was mended.
    """
    if notice := find_withdrawal(before, after):
        return (_withdraw(before, after, notice),)
    fields = _list_comparable(before, after)
    edits = (
        *_list_texts(before, after, spelling, fields),
        *_list_meanings(before, after, fields),
        *_list_others(before, after),
    )
    if edits:
        return tuple(sorted(edits, key=lambda edit: _ORDER[edit.kind]))
    return _list_trifles(before, after, fields)


# No report is longer; of what is, only edits of the beginning are shown and understood.
_LONGEST_READ: Final = 60_000
_ORDER: Final = {kind: place for place, kind in enumerate(Kind)}
_Fields = Sequence[tuple[Kind, Callable[[Story], str]]]
_NAMES: Final = {Kind.HEADLINE: "headline", Kind.STANDFIRST: "standfirst", Kind.BODY: "body_text"}
_FIELDS: Final[_Fields] = tuple((kind, attrgetter(name)) for kind, name in _NAMES.items())


def _withdraw(before: Story, after: Story, notice: str) -> Edit:
    """Return the edit of a story that was replaced by a notice."""
    return Edit(kind=Kind.WITHDRAWN, before=before.headline, after=after.headline, note=notice)


def _list_comparable(before: Story, after: Story) -> _Fields:
    """Return the texts but those of the page that were put aside, until it is read again.

    The feed says something else meanwhile; that it has no such text is no edit.
    """
    gone = list_page_fields(before) - list_page_fields(after)
    return [(kind, read) for kind, read in _FIELDS if _NAMES[kind] not in gone or read(after)]


def _list_texts(before: Story, after: Story, spelling: Spelling, fields: _Fields) -> list[Edit]:
    """Return the texts whose words differ."""
    edits = []
    for kind, read in fields:
        one, other = read(before), read(after)
        if one == other or _is_trivial(kind, one, other, spelling, after.language):
            continue
        one, other = one[:_LONGEST_READ], other[:_LONGEST_READ]
        shown = (one, other) if kind is Kind.HEADLINE else excerpt_edits(one, other)
        words = count_edited(one, other)
        edits.append(Edit(kind=kind, before=shown[0], after=shown[1], words=words))
    return edits


def _is_trivial(
    kind: Kind, before: str, after: str, spelling: Spelling, language: str | None
) -> bool:
    """Tell whether a text only is set in another way, or typos in it were mended."""
    if kind is Kind.HEADLINE:
        folded = fold_headline(before, after), fold_headline(after, before)
    else:
        folded = fold_typography(before), fold_typography(after)
    if folded[0] == folded[1]:
        return True
    return mends_typos(*folded, spelling.letters, spelling.knows_word, language)


def _list_meanings(before: Story, after: Story, fields: _Fields) -> list[Edit]:
    """Return the figures that changed, and the correction that appeared."""
    language = after.language or before.language
    figures = [
        pair
        for _, read in fields
        if read(before) != read(after)
        for pair in find_figures(
            read(before)[:_LONGEST_READ], read(after)[:_LONGEST_READ], language
        )
    ]
    edits = []
    if figures:
        ones, others = zip(*dict.fromkeys(figures), strict=True)
        words = sum(count_edited(one, other) for one, other in dict.fromkeys(figures))
        shown = join_sentences(ones), join_sentences(others)
        edits.append(Edit(kind=Kind.FIGURES, before=shown[0], after=shown[1], words=words))
    if any(read(before) != read(after) for _, read in _FIELDS) and (
        notice := find_correction(before, after)
    ):
        edits.append(Edit(kind=Kind.CORRECTION, after=notice, note=notice))
    return edits


def _list_others(before: Story, after: Story) -> list[Edit]:
    """Return whether people, the address or the pictures are others."""
    edits = []
    if tell_people(before.byline) != tell_people(after.byline):
        shown = show_people(before.byline), show_people(after.byline)
        edits.append(Edit(kind=Kind.BYLINE, before=shown[0], after=shown[1]))
    if _name_page(before) != _name_page(after):
        here, there = before.url or "", after.url or ""
        edits.append(Edit(kind=Kind.URL, before=here, after=there))
    if tell_media(before.media) != tell_media(after.media):
        shown = list_pictures(before.media, after.media), list_pictures(after.media, before.media)
        edits.append(Edit(kind=Kind.MEDIA, before=shown[0], after=shown[1]))
    return edits


def _name_page(story: Story) -> str:
    """Return the address of a story in one spelling; http and https are one page."""
    return key_url(story.canonical_url) if story.canonical_url else ""


def _list_trifles(before: Story, after: Story, fields: _Fields) -> tuple[Edit, ...]:
    """Return what differs between versions of which nothing was edited."""
    for _, read in fields:
        if read(before) != read(after):
            one, other = excerpt_edits(
                read(before)[:_LONGEST_READ], read(after)[:_LONGEST_READ], fold=str
            )
            return (Edit(kind=Kind.TRIVIAL, before=one, after=other),)
    if before.body_html != after.body_html:
        return (Edit(kind=Kind.TRIVIAL),)
    if before.url != after.url:
        return (Edit(kind=Kind.TRIVIAL, before=before.url or "", after=after.url or ""),)
    if before.genre != after.genre:
        return (Edit(kind=Kind.TRIVIAL, before=before.genre or "", after=after.genre or ""),)
    dates = show_dates(before, after)
    return (Edit(kind=Kind.DATE, before=dates[0], after=dates[1]),) if dates else ()
