"""Keys and hashes that outlive the way words are read."""

import pytest
from stories import a_story

from feeds.normalize.identity import hash_words, identify_stories


def test_what_is_kept_of_words_never_changes() -> None:
    """It stands in databases: a story would be another one, and its page be forgotten."""
    story = a_story(
        keys=(),
        guid="",
        canonical_url=None,
        headline="बाढ़ से गांव खाली",
        standfirst="ปี 2569 น้ำท่วม",
        body_text="तीन हजार लोग, don’t",
    )
    (known,) = identify_stories([story])

    assert known.keys == ("text:a2a50b02d86106d19e0c3ef5cee630f9",)
    assert hash_words(story)[:16] == "a6336b40d3062bb1"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf", "0965104610e41144"),
        ("\u0930\u094d\u200c\u092f \u0926\u0947\u0936", "7bc2765be136d2b1"),
    ],
)
def test_joiners_part_what_is_kept(text: str, known: str) -> None:
    """They are inside a word, and were once taken for the end of it."""
    assert known == hash_words(a_story(standfirst="", body_text=text))[:16]
