"""Bytes become text by the mark, the word or the fit."""

import pytest

from feeds.parse.encoding import decode_bytes


@pytest.mark.parametrize(
    ("content", "stated", "text"),
    [
        ("é".encode("utf-8-sig"), None, "é"),
        ("é".encode("utf-8-sig"), "iso-8859-1", "é"),
        ("<é>".encode("utf-16-le"), "utf-8", "<é>"),
        ("<é".encode("utf-32-be"), None, "<é"),
        ("é".encode("cp1252"), "ISO-8859-1", "é"),
        ("“é”".encode("cp1252"), "us-ascii", "“é”"),
        ("中文".encode("gb18030"), "gb2312", "中文"),
        (
            b'<?xml version="1.0" encoding="koi8-r"?>\xf0',
            None,
            '<?xml version="1.0" encoding="koi8-r"?>П',
        ),
        (b'<meta charset="windows-1251">\xcf', None, '<meta charset="windows-1251">П'),
    ],
)
def test_text_is_found(content: bytes, stated: str | None, text: str) -> None:
    """Each way to know an encoding leads to the text."""
    assert decode_bytes(content, stated) == (text, ())


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "unicode_escape", "utf-7", "rot13", "\0", "x"]
)
def test_names_that_are_no_encoding_are_passed_over(name: str) -> None:
    """Codecs that are no encodings of documents are never used."""
    assert decode_bytes(b"+AGE- \\u0061", name)[0] == "+AGE- \\u0061"


def test_a_wrong_word_is_told() -> None:
    """A problem names the encoding said and the one used."""
    text, (problem,) = decode_bytes("é".encode(), "windows-1251")
    assert text == "é"
    assert problem.what == "encoding said to be windows-1251, read as utf-8"


def test_a_few_bad_bytes_do_not_spoil_the_rest() -> None:
    """Text that is mostly UTF-8 stays UTF-8."""
    text, problems = decode_bytes("Žlutá loď".encode() + b"\xff", None)
    assert text == "Žlutá loď\ufffd"
    assert len(problems) == 1
