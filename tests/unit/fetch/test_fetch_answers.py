"""What an answer states about itself."""

import pytest

from feeds.fetch.answers import read_media_type


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("", ("", None)),
        ("text/xml", ("text/xml", None)),
        ("Application/Atom+XML; Charset=UTF-8", ("application/atom+xml", "UTF-8")),
        ('text/xml;type=feed ; charset="koi8-r"', ("text/xml", "koi8-r")),
        ("text/html; charset=", ("text/html", None)),
        ("text/xml, text/html", ("text/xml", None)),
    ],
)
def test_media_type_and_charset_are_parted(stated: str, expected: tuple[str, str | None]) -> None:
    """The type is folded to lower case; the charset stays as stated, without quotes."""
    assert read_media_type(stated) == expected
