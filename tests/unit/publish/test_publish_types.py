"""Of which type the media of an item are."""

import pytest

from feeds.model import Media
from feeds.publish.types import tell_type


@pytest.mark.parametrize(
    ("media", "told"),
    [
        (Media(url="https://a.example/1.jpg", type=" image/webp ", medium="image"), "image/webp"),
        (Media(url="https://a.example/1.jpg", type=" ", medium="image"), "image/jpeg"),
        (Media(url="https://a.example/1.jpg", medium="image"), "image/jpeg"),
        (Media(url="https://a.example/1", type="\n", medium="image"), ""),
        (Media(url="https://a.example/1", medium="document"), "application/octet-stream"),
    ],
)
def test_a_type_that_is_nothing_but_space_is_not_stated(media: Media, told: str) -> None:
    """Then the ending tells; a reader is not given a picture or a sound of an empty type."""
    assert tell_type(media) == told
