"""How people call publishers."""

import pytest
from stories import a_story

from feeds.model import SourceState
from feeds.pipeline.names import name_publisher

FEED = "https://post.example/rss"


@pytest.mark.parametrize(
    ("named", "state", "publisher"),
    [
        ("", SourceState(source_id="post", url=FEED, title="Valley Post"), "Valley Post"),
        ("", SourceState(source_id="post", url=FEED), "post"),
        ("Lorne Mail", SourceState(source_id="post", url=FEED, title="Valley Post"), "Lorne Mail"),
        ("Lorne Mail", SourceState(source_id="saved"), "Lorne Mail"),
        ("Lorne Mail", None, "Lorne Mail"),
        ("", SourceState(source_id="saved", title="Saved"), None),
        ("", None, None),
    ],
)
def test_a_story_is_of_whom_it_names_or_of_a_source_that_has_an_address(
    named: str, state: SourceState | None, publisher: str | None
) -> None:
    """A folder publishes nothing, whatever it is called; nor does what nobody remembers."""
    assert publisher == name_publisher(a_story(attribution_title=named), state)
