"""Language tags: which language they name, and how they are written."""

import pytest

from feeds.text.tags import find_language, write_tag


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (("en", "en-GB", "EN-us"), "en"),
        (("no", "nb", "nb-NO", "nn"), "nb"),
        (("hr", "sr-Latn-RS", "bs", "sh"), "sh"),
        (("tl", "fil-PH"), "fil"),
        (("zh-Hans", "zh", "yue-HK", "cmn"), "zh"),
        (("",), ""),
    ],
)
def test_tags_name_one_written_language(tags: tuple[str, ...], language: str) -> None:
    """Without script and region; a whole and its parts are one."""
    assert {language} == {find_language(tag) for tag in tags}


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
