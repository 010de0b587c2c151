"""What a story is that reports no one event."""

from dataclasses import replace
from typing import Any

import pytest
from stories import a_story

from feeds.model import Genre, Inference, Story
from feeds.normalize.genres.genre import FoundGenre, find_genre, settle_genre


def infer(genre: Genre, origin: str) -> FoundGenre:
    """A genre that is not stated."""
    return FoundGenre(genre=genre, inferred=(Inference(field="genre", origin=origin),))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"headline": "Strike live: trams stop"}, infer(Genre.LIVE_BLOG, "by its headline")),
        ({"headline": "Opinion: The trams must run"}, infer(Genre.OPINION, "by its headline")),
        ({"headline": "Analysis: Why they stop"}, infer(Genre.ANALYSIS, "by its headline")),
        (
            {"headline": "Morning briefing: quake, rail talks and a swan", "language": "en"},
            infer(Genre.LIST, "by its headline"),
        ),
        ({"section": "Opinion"}, infer(Genre.OPINION, "by the section or category Opinion")),
        ({"categories": ("A", "Op-Ed")}, infer(Genre.OPINION, "by the section or category Op-Ed")),
        (
            {"url": "https://post.example/opinion/trams"},
            infer(Genre.OPINION, "by the folder of its address, opinion"),
        ),
        ({"section": "Analysis"}, infer(Genre.ANALYSIS, "by the section Analysis")),
        ({"headline": "Interview: “They stop”"}, infer(Genre.INTERVIEW, "by its headline")),
        ({"section": "Interviews"}, infer(Genre.INTERVIEW, "by the section Interviews")),
        (
            {"url": "https://post.example/interviews/trams"},
            infer(Genre.INTERVIEW, "by the folder of its address, interviews"),
        ),
        ({"categories": ("Analysis", "Interview")}, FoundGenre()),
        (
            {"url": "https://post.example/uk/news-analysis/trams"},
            infer(Genre.ANALYSIS, "by the folder of its address, news-analysis"),
        ),
        (
            {"url": "https://post.example/%D0%BC%D0%BD%D0%B5%D0%BD%D0%B8%D1%8F/17"},
            infer(Genre.OPINION, "by the folder of its address, мнения"),
        ),
        ({"url": "https://opinion.example/news/opinion"}, FoundGenre()),
        ({"url": "https://post.example/news/trams?from=/opinion/"}, FoundGenre()),
        ({"url": None}, FoundGenre()),
        ({"section": "News", "categories": ("Trams",)}, FoundGenre()),
    ],
)
def test_a_genre_is_found_with_what_shows_it(told: dict[str, Any], found: FoundGenre) -> None:
    """By how outlets mark it; a report of one event has none."""
    assert found == find_genre(a_story(**told), ())


@pytest.mark.parametrize(
    ("stated", "genre"),
    [
        (("NewsArticle", "OpinionNewsArticle"), Genre.OPINION),
        (("OpinionNewsArticle",), Genre.OPINION),
        (("ReviewNewsArticle",), Genre.OPINION),
        (("AnalysisNewsArticle",), Genre.ANALYSIS),
        (("BackgroundNewsArticle",), Genre.ANALYSIS),
        (("LiveBlogPosting",), Genre.LIVE_BLOG),
        (("NewsArticle", "Analysis"), Genre.ANALYSIS),
        (("NewsArticle", "Op-Ed"), Genre.OPINION),
        (("Editorial",), Genre.OPINION),
        (("Meinung",), Genre.OPINION),
        (("Live-Blog",), Genre.LIVE_BLOG),
        (("NewsArticle", "Interview"), Genre.INTERVIEW),
        (("list",), Genre.LIST),
        (("NewsArticle", "crónica"), None),
        (("NewsArticle", "leader"), None),
        (("NewsArticle",), None),
        (("ReportageNewsArticle", "news", "Opinion polls"), None),
        ((), None),
    ],
)
def test_what_a_publisher_states_holds(stated: tuple[str, ...], genre: Genre | None) -> None:
    """It is not inferred."""
    assert FoundGenre(genre=genre) == find_genre(a_story(), stated)


@pytest.mark.parametrize(
    ("kicker", "genre"),
    [
        ("OPINION", Genre.OPINION),
        ("Opinion:", Genre.OPINION),
        ("Opinion | Trams", Genre.OPINION),
        ("Explainer", Genre.ANALYSIS),
        ("Im Interview", Genre.INTERVIEW),
        ("News | Sport | Opinion", None),
        ("Comment", None),
        ("Tribune", None),
        ("Trams", None),
        ("Public opinion", None),
    ],
)
def test_what_stands_above_a_headline_is_its_kicker(kicker: str, genre: Genre | None) -> None:
    """By itself it is a label; with other words it is none."""
    origin = f"by what stands above its headline, {kicker}"

    assert (infer(genre, origin) if genre else FoundGenre()) == find_genre(a_story(), (), kicker)


def test_what_is_stated_goes_before_what_the_headline_says() -> None:
    """A live blog of opinions is what its publisher calls it."""
    story = a_story(headline="Live: what we make of the vote")

    assert FoundGenre(genre=Genre.OPINION) == find_genre(story, ("OpinionNewsArticle",))


def test_a_report_that_says_so_is_none_of_these() -> None:
    """Whatever its headline and section look like."""
    story = a_story(headline="Opinion: polls open in Aubeval", section="Opinion")

    assert FoundGenre() == find_genre(story, ("ReportageNewsArticle",))


def genre_of(story: Story) -> tuple[Genre | None, list[str]]:
    """Return the genre of a story, and by what it shows."""
    return story.genre, [it.origin for it in story.inferred if it.field == "genre"]


LIVE = a_story(
    headline="Live: trams stop in Aubeval",
    genre=Genre.LIVE_BLOG,
    inferred=(Inference(field="genre", origin="by its headline"),),
)


def test_what_shows_a_genre_no_more_gives_none() -> None:
    """A live blog ends, and its page has the headline of a report."""
    ended = replace(LIVE, headline="Trams run again in Aubeval after the storm")

    assert (None, []) == genre_of(settle_genre(ended, a_story("page")))
    assert LIVE is settle_genre(LIVE, a_story("page"))


def test_what_the_page_states_goes_before_what_the_story_shows() -> None:
    """And stays as long as the page states it; a guess of the page counts nothing."""
    states = a_story("page", genre=Genre.ANALYSIS)
    guesses = replace(LIVE, id="page")
    settled = settle_genre(LIVE, states)
    again = settle_genre(settled, a_story("page"))

    assert (Genre.ANALYSIS, ["article page"]) == genre_of(settled)
    assert settled is settle_genre(settled, settled)
    assert (Genre.LIVE_BLOG, ["by its headline"]) == genre_of(again)
    assert (None, []) == genre_of(settle_genre(a_story(), guesses))


def test_what_the_story_states_stays() -> None:
    """As a saved page does."""
    stated = a_story(genre=Genre.OPINION)

    assert stated is settle_genre(stated, a_story("page", genre=Genre.ANALYSIS))
