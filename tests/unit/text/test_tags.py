"""Language tags as they are written."""

import pytest

from feeds.text.tags import write_tag


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "gsw",
        "en-GB",
        "es-419",
        "sr-Latn",
        "zh-Hant-TW",
        "sgn-BE-FR",
        "de-CH-1901",
        "sl-rozaj-biske-1994",
        "en-CA-x-ca",
        "az-Latn-x-latn",
        "de-DE-u-co-phonebk",
        "x-de",
        "i-klingon",
        "",
    ],
)
def test_a_tag_is_written_as_recommended(tag: str) -> None:
    """The examples are those of RFC 5646; the case in which a tag comes says nothing."""
    assert tag == write_tag(tag.lower()) == write_tag(tag.upper())
