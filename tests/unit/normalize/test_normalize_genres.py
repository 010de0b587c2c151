"""What a story is that reports no one event."""

from typing import Any

import pytest
from stories import a_story

from feeds.model import Genre, Inference
from feeds.normalize.genres import FoundGenre, find_genre


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
        ({"section": "Opinion"}, infer(Genre.OPINION, "by the section it stands in")),
        ({"categories": ("A", "Op-Ed")}, infer(Genre.OPINION, "by the section it stands in")),
        (
            {"url": "https://post.example/opinion/trams"},
            infer(Genre.OPINION, "by the folder of its address, opinion"),
        ),
        ({"section": "Analysis"}, infer(Genre.ANALYSIS, "by the section it stands in")),
        ({"categories": ("Analysis",)}, FoundGenre()),
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
        ("Editorial", Genre.OPINION),
        ("Opinion | Trams", Genre.OPINION),
        ("Explainer", Genre.ANALYSIS),
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
