"""Genres of what is no report of one event: a morning briefing, an opinion, an interview."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from feeds.model import FROM_PAGE, Genre, Inference, Story, find_origin
from feeds.normalize.furniture.interviewers import asks_and_answers, read_interviewers
from feeds.normalize.genres.analyses import is_analysis, names_analyses
from feeds.normalize.genres.digests import begins_digest, is_alert
from feeds.normalize.genres.interviews import is_interview, names_interviews
from feeds.normalize.genres.labels import list_folders
from feeds.normalize.genres.lists import lists_events
from feeds.normalize.genres.live import is_live
from feeds.normalize.genres.opinions import is_opinion, names_opinions

# Types of schema.org, and words that publishers write in the place of such a type.
_STATED: Final = {
    "liveblogposting": Genre.LIVE_BLOG,
    "live blog": Genre.LIVE_BLOG,
    "live-blog": Genre.LIVE_BLOG,
    "liveblog": Genre.LIVE_BLOG,
    "list": Genre.LIST,
    "editorial": Genre.OPINION,
    "op-ed": Genre.OPINION,
    "opinionnewsarticle": Genre.OPINION,
    "reviewnewsarticle": Genre.OPINION,
    "analysisnewsarticle": Genre.ANALYSIS,
    "backgroundnewsarticle": Genre.ANALYSIS,
}
# Such a type says that it is a report, whatever its headline looks like.
_REPORT: Final = "reportagenewsarticle"
_MENU_BARS: Final = 2
_BY_BYLINE: Final = "by its byline, "


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGenre:
    """What a story is.

    Attributes:
        genre: None if it reports one event.
        inferred: By what that shows, where it is not stated.
    """

    genre: Genre | None = None
    inferred: tuple[Inference, ...] = ()


def find_genre(
    story: Story, stated: Sequence[str], kicker: str = "", signed: Sequence[str] = ()
) -> FoundGenre:
    """Return the genre of a story.

    Args:
        story: In the common schema, but for its genre.
        stated: What its publisher says that it is: types of schema.org, or words.
        kicker: A few words above its headline.
        signed: Its bylines and credits, as they stand there.
    """
    if stated_genre := next(filter(None, map(_read_stated, stated)), None):
        return FoundGenre(genre=stated_genre)
    if _REPORT in map(str.casefold, stated):
        return FoundGenre()
    if genre := _read_headline(story):
        return _infer(genre, "by its headline")
    if genre := _read_kicker(kicker):
        return _infer(genre, f"by what stands above its headline, {kicker}")
    if (by := next(filter(read_interviewers, signed), "")) and asks_and_answers(story.body_text):
        return _infer(Genre.INTERVIEW, f"{_BY_BYLINE}{by}")
    if part := next(filter(names_opinions, (story.section, *story.categories)), ""):
        return _infer(Genre.OPINION, f"by the section or category {part}")
    if genre := _read_part(story.section):
        return _infer(genre, f"by the section {story.section}")
    return _find_below(story)


def _find_below(story: Story) -> FoundGenre:
    """Return the genre that the address of a story or its first words show."""
    for folder in list_folders(story.url or ""):
        if genre := _read_part(folder):
            return _infer(genre, f"by the folder of its address, {folder}")
    if begins_digest(story.standfirst or story.body_text):
        return _infer(Genre.LIST, "by its first words")
    return FoundGenre()


def _read_stated(word: str) -> Genre | None:
    """Return the genre that a type or a word states; None for a report, and for any other word."""
    return _STATED.get(word.casefold().strip()) or _read_part(word)


def _read_part(words: str) -> Genre | None:
    """Return the genre of what stands in a part of a publication that is so called."""
    if names_opinions(words):
        return Genre.OPINION
    if names_analyses(words):
        return Genre.ANALYSIS
    return Genre.INTERVIEW if names_interviews(words) else None


def _read_kicker(kicker: str) -> Genre | None:
    """Return the genre that a kicker names; a menu in one line is none."""
    return _read_part(kicker.strip(" :")) if kicker.count("|") < _MENU_BARS else None


def _read_headline(story: Story) -> Genre | None:
    """Return the genre that a headline is marked with, or has the form of."""
    if is_live(story.headline):
        return Genre.LIVE_BLOG
    if is_opinion(story.headline):
        return Genre.OPINION
    if is_analysis(story.headline):
        return Genre.ANALYSIS
    if is_interview(story.headline):
        return Genre.INTERVIEW
    lists = is_alert(story.headline) or lists_events(
        story.headline, story.language, story.attribution_title
    )
    return Genre.LIST if lists else None


def _infer(genre: Genre, origin: str) -> FoundGenre:
    """Return a genre that is not stated, with what shows it."""
    return FoundGenre(genre=genre, inferred=(Inference(field="genre", origin=origin),))


def settle_genre(story: Story, page: Story) -> Story:
    """Return a story with the genre that is stated, or else the one that it shows as it stands now.

    Its words may be others than those by which its genre was found.

    Args:
        story: With what was taken of its page.
        page: What its page tells; or the story as it was completed before.
    """
    if story.genre and not find_origin(story, "genre"):
        return story
    if page.genre and find_origin(page, "genre") in {"", FROM_PAGE}:
        found = _infer(page.genre, FROM_PAGE)
    else:
        found = find_genre(story, ())
        if found.genre is None and asks_and_answers(story.body_text):
            found = _recall_signed(story) or _recall_signed(page) or found
    others = [item for item in story.inferred if item.field != "genre"]
    inferred = tuple(sorted((*others, *found.inferred), key=lambda item: item.field))
    if found.genre is story.genre and set(inferred) == set(story.inferred):
        return story
    return replace(story, genre=found.genre, inferred=inferred)


def _recall_signed(story: Story) -> FoundGenre | None:
    """Return the genre that a byline showed, which is kept as its names alone."""
    origin = find_origin(story, "genre")
    return _infer(Genre.INTERVIEW, origin) if origin.startswith(_BY_BYLINE) else None
