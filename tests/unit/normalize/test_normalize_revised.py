"""What a story takes of its page when that is read again."""

from stories import a_story

from feeds.model import Genre, Inference
from feeds.normalize import revise_story


def test_a_live_blog_that_ends_as_a_report_is_one() -> None:
    """Its genre was that of the headline it has no more."""
    live = a_story(
        headline="Live: trams stop in Aubeval",
        genre=Genre.LIVE_BLOG,
        inferred=(Inference(field="genre", origin="by its headline"),),
    )
    page = a_story("page", headline="Trams run again in Aubeval after the storm")
    revised = revise_story(live, page, live.headline)

    assert page.headline == revised.headline
    assert revised.genre is None
    assert ["headline"] == [item.field for item in revised.inferred]
