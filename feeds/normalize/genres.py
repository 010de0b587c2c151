"""Genres of what is no report of one event: a morning briefing, a live blog, an opinion."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from feeds.model import Genre, Inference, Story
from feeds.normalize.analyses import is_analysis, is_analysis_label, names_analyses
from feeds.normalize.labels import list_folders
from feeds.normalize.lists import lists_events
from feeds.normalize.live import is_live
from feeds.normalize.opinions import is_opinion, is_opinion_label, names_opinions

# Types of schema.org, and a few words that publishers write in the place of such a type.
_STATED: Final = {
    "liveblogposting": Genre.LIVE_BLOG,
    "live blog": Genre.LIVE_BLOG,
    "opinionnewsarticle": Genre.OPINION,
    "reviewnewsarticle": Genre.OPINION,
    "analysisnewsarticle": Genre.ANALYSIS,
    "backgroundnewsarticle": Genre.ANALYSIS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGenre:
    """What a story is.

    Attributes:
        genre: None if it reports one event.
        inferred: By what that shows, where it is not stated.
    """

    genre: Genre | None = None
    inferred: tuple[Inference, ...] = ()


def find_genre(story: Story, stated: Sequence[str], kicker: str = "") -> FoundGenre:
    """Return the genre of a story.

    Args:
        story: In the common schema, but for its genre.
        stated: What its publisher says that it is: types of schema.org, or words.
        kicker: A few words above its headline.
    """
    for word in stated:
        if genre := _read_stated(word):
            return FoundGenre(genre=genre)
    if genre := _read_headline(story):
        return _infer(genre, "by its headline")
    if genre := _read_label(kicker):
        return _infer(genre, f"by what stands above its headline, {kicker}")
    if any(map(names_opinions, (story.section, *story.categories))):
        return _infer(Genre.OPINION, "by the section it stands in")
    if names_analyses(story.section):
        return _infer(Genre.ANALYSIS, "by the section it stands in")
    folders = list_folders(story.url or "")
    if folder := next(filter(names_opinions, folders), ""):
        return _infer(Genre.OPINION, f"by the folder of its address, {folder}")
    if folder := next(filter(names_analyses, folders), ""):
        return _infer(Genre.ANALYSIS, f"by the folder of its address, {folder}")
    return FoundGenre()


def _read_stated(word: str) -> Genre | None:
    """Return the genre that a type or a word states; None for a report, and for any other word."""
    return _STATED.get(word.casefold().strip()) or _read_label(word)


def _read_label(word: str) -> Genre | None:
    """Return the genre that a label by itself states."""
    if names_opinions(word) or is_opinion_label(word):
        return Genre.OPINION
    return Genre.ANALYSIS if names_analyses(word) or is_analysis_label(word) else None


def _read_headline(story: Story) -> Genre | None:
    """Return the genre that a headline is marked with, or has the form of."""
    if is_live(story.headline):
        return Genre.LIVE_BLOG
    if is_opinion(story.headline):
        return Genre.OPINION
    if is_analysis(story.headline):
        return Genre.ANALYSIS
    return Genre.LIST if lists_events(story.headline, story.language) else None


def _infer(genre: Genre, origin: str) -> FoundGenre:
    """Return a genre that is not stated, with what shows it."""
    return FoundGenre(genre=genre, inferred=(Inference(field="genre", origin=origin),))
