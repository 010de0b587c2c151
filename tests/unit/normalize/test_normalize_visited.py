"""What a story takes of its page."""

from typing import Any

import pytest
from pages import PARAGRAPHS, REPORT
from stories import a_story

from feeds.model import Agency, Dateline, Genre, Inference, Media, Story, list_page_fields
from feeds.normalize import complete_story, tells_story
from feeds.normalize.identity import hash_content
from feeds.normalize.visited import drop_site


def told(**fields: Any) -> Story:
    """A story as a feed tells it: a headline and a sentence."""
    values: dict[str, Any] = {"body_text": "", "standfirst": "It is safe."}
    story = a_story(**values | fields)
    return a_story(**values | fields | {"content_hash": hash_content(story)})


def page(**fields: Any) -> Story:
    """What its page tells."""
    return a_story("page", **{"headline": "The dam holds", "body_text": REPORT} | fields)


def test_what_the_feed_says_stays() -> None:
    """Headline, summary and byline of the feed go before those of the page."""
    story = told(byline=("Ida Brenn",), section="Valley")
    other = page(headline="Dam: all safe", standfirst="Other.", byline=("Jon Vey",), section="News")
    whole = complete_story(story, other)

    assert ("The dam holds", "It is safe.") == (whole.headline, whole.standfirst)
    assert (("Ida Brenn",), "Valley") == (whole.byline, whole.section)
    assert REPORT == whole.body_text
    assert (story.id, story.keys, story.url) == (whole.id, whole.keys, whole.url)


def test_what_the_feed_leaves_open_is_taken_with_its_origin() -> None:
    """Each field says that it is the page's, and how it was found there."""
    media = (Media(url="https://post.example/dam.jpg", medium="image"),)
    other = page(
        standfirst="Nobody has to leave.",
        byline=("Jon Vey",),
        section="Valley",
        genre=Genre.OPINION,
        media=media,
        inferred=(Inference(field="body_text", origin="found in the page"),),
    )
    whole = complete_story(told(standfirst=""), other)
    origins = {item.field: item.origin for item in whole.inferred}

    assert ("Nobody has to leave.", ("Jon Vey",)) == (whole.standfirst, whole.byline)
    assert ("Valley", media, Genre.OPINION) == (whole.section, whole.media, whole.genre)
    assert "article page: found in the page" == origins["body_text"]
    assert "article page" == origins["byline"]
    assert {"body_text", "byline", "genre", "media", "section", "standfirst"} == list_page_fields(
        whole
    )


def test_a_guess_gives_way_to_what_the_page_states() -> None:
    """A headline out of an address, a language out of the words; but not to another guess."""
    guess = (Inference(field="headline", origin="the address"),)
    stated = complete_story(told(headline="Dam holds", inferred=guess), page())
    guessed = complete_story(
        told(headline="Dam holds", inferred=guess),
        page(inferred=(Inference(field="headline", origin="first sentence of the text"),)),
    )

    assert ("The dam holds", "Dam holds") == (stated.headline, guessed.headline)


def test_dateline_and_agencies_come_with_the_body() -> None:
    """They stand in it; an agency that is credited anywhere is credited."""
    ap = Agency(name="AP", role="quoted")
    other = page(
        dateline=Dateline(place="AUBEVAL"),
        agencies=(Agency(name="AP", role="credited"), Agency(name="dpa", role="quoted")),
    )
    whole = complete_story(told(agencies=(ap,)), other)

    assert Dateline(place="AUBEVAL") == whole.dateline
    assert [("AP", "credited"), ("dpa", "quoted")] == [(a.name, a.role) for a in whole.agencies]


@pytest.mark.parametrize("held", [{"body_text": REPORT}, {"standfirst": REPORT, "body_text": ""}])
def test_less_than_the_feed_has_is_not_taken(held: dict[str, str]) -> None:
    """A page behind a wall shows one paragraph."""
    story = told(**held)
    whole = complete_story(story, page(body_text=PARAGRAPHS[0]))

    assert (story.body_text, story.standfirst) == (whole.body_text, whole.standfirst)


def test_a_summary_that_the_body_begins_with_is_not_taken() -> None:
    """It would be told twice."""
    whole = complete_story(told(standfirst=""), page(standfirst=PARAGRAPHS[0][:60]))

    assert "" == whole.standfirst


def test_completing_again_changes_nothing() -> None:
    """Nor does it when the feed tells its own words again, which is each poll."""
    story, other = told(standfirst=""), page(standfirst="Nobody has to leave.", byline=("Jon Vey",))
    whole = complete_story(story, other)
    again = complete_story(story, whole, list_page_fields(whole))

    assert whole == complete_story(whole, other)
    assert whole.content_hash == again.content_hash != story.content_hash
    assert list_page_fields(whole) == list_page_fields(again)


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        (("Ida Brenn", "Aubeval Post"), ("Ida Brenn",)),
        (("Ida Brenn", "APO Business"), ("Ida Brenn",)),
        (("Ida Brenn", "Jon Vey"), ("Ida Brenn", "Jon Vey")),
        (("Aubeval Post",), ("Aubeval Post",)),
    ],
)
def test_a_site_is_no_author_beside_its_authors(
    byline: tuple[str, ...], people: tuple[str, ...]
) -> None:
    """Its name stands in its address; alone it stays, for it may be a person's."""
    assert people == drop_site(byline, "https://www.aubevalpost.apo.example/news/dam")


def test_the_page_of_the_story_is_told_from_others() -> None:
    """Half of the longer words of its headline, or of its summary, stand in it."""
    story = told(headline="Engineers open second sluice", standfirst="The mill stands still.")

    assert tells_story(story, page())
    assert not tells_story(story, page(headline="Nine soups", body_text="Peel, cook, eat. " * 20))
    assert tells_story(
        told(headline="Nine soups", standfirst="", inferred=(_GUESS,)),
        page(headline="x", body_text=REPORT),
    )


_GUESS = Inference(field="headline", origin="the address")
