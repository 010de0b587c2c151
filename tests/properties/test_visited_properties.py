"""Whatever a feed and a page tell: completing is done once, and is not undone by the next poll."""

from hypothesis import example, given
from hypothesis import strategies as st
from stories import a_story

from feeds.model import Agency, Dateline, Inference, Media, Story, list_page_fields
from feeds.normalize import complete_story
from feeds.normalize.identity import hash_content

_WORDS = st.sampled_from(["", "It is safe.", "The dam holds.", "The dam holds. It is safe."])
_NAMES = st.lists(st.sampled_from(["Ida Brenn", "Jon Vey"]), unique=True, max_size=2).map(tuple)
_AGENCIES = st.lists(
    st.builds(
        Agency, name=st.sampled_from(["AP", "dpa"]), role=st.sampled_from(["credited", "quoted"])
    ),
    unique_by=lambda agency: agency.name,
    max_size=2,
).map(tuple)
_MEDIA = st.sampled_from([(), (Media(url="https://p.example/1.jpg"),)])
_INFERRED = st.sampled_from(
    [
        (),
        (Inference(field="headline", origin="the address"),),
        (Inference(field="body_text", origin="found in the page by trafilatura"),),
        (Inference(field="language", origin="detected from the text"),),
    ]
)


@st.composite
def _stories(draw: st.DrawFn) -> Story:
    """A story with any of its fields left open."""
    story = a_story(
        headline=draw(st.sampled_from(["The dam holds", "Dam: all safe"])),
        standfirst=draw(_WORDS),
        body_text=draw(_WORDS),
        byline=draw(_NAMES),
        agencies=draw(_AGENCIES),
        dateline=draw(st.sampled_from([None, Dateline(place="LORNE"), Dateline(place="AUBEVAL")])),
        section=draw(st.sampled_from(["", "Valley"])),
        language=draw(st.sampled_from([None, "en", "de"])),
        media=draw(_MEDIA),
        inferred=draw(_INFERRED),
    )
    return a_story(
        **{name: getattr(story, name) for name in Story.__dataclass_fields__}
        | {"content_hash": hash_content(story)}
    )


@given(_stories(), _stories())
@example(a_story(standfirst="", body_text=""), a_story(standfirst="It is safe.", body_text="Safe."))
def test_completing_is_done_once_and_survives_each_poll(story: Story, page: Story) -> None:
    """Twice is once; and the feed's story, told again, is completed to the same words."""
    whole = complete_story(story, page)
    again = complete_story(story, whole, list_page_fields(whole))

    assert whole == complete_story(whole, page)
    assert whole.content_hash == again.content_hash
    assert list_page_fields(whole) == list_page_fields(again)


@given(_stories(), _stories())
def test_nothing_that_the_feed_stated_is_lost(story: Story, page: Story) -> None:
    """Its summary, people, section and pictures stay, and no text becomes shorter."""
    whole = complete_story(story, page)
    kept = ("standfirst", "byline", "section", "media")

    assert all(
        getattr(whole, name) == getattr(story, name) for name in kept if getattr(story, name)
    )
    assert len(whole.body_text.split()) >= len(story.body_text.split())
    assert (story.id, story.keys, story.first_seen) == (whole.id, whole.keys, whole.first_seen)
