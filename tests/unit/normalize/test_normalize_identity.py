"""Keys and hashes that outlive the way words are read."""

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
