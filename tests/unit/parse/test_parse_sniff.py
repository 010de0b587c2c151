"""What a document is, is told by its bytes."""

import pytest

from feeds.model import Body, Unreadable
from feeds.parse.sniff import refuse_bytes, sniff_text


def sniff(text: str, name: str | None = None, media_type: str = "") -> str:
    """Return the form of a text, or the reason it has none."""
    form = sniff_text(text, Body(content=b"", media_type=media_type, name=name))
    return form.reason if isinstance(form, Unreadable) else form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<rss version='2.0'>", "syndication"),
        ("\ufeff\n <?xml version='1.0'?><!-- <html> --><feed>", "syndication"),
        ("<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", "syndication"),
        ("<RDF:rdf>", "syndication"),
        ("oops\n<?xml version='1.0'?><rss >", "syndication"),
        ('{"version": 1}', "json"),
        ("[{}]", "json"),
        ("<!doctype html><p>", "html"),
        ("<div>We mean <rss-reader></div>", "html"),
        ("<opml/>", "a list of feeds (OPML), not a feed"),
        ("<x/>", "XML with the root element <x>, not a feed"),
        ("words", "plain text, not a feed"),
        ("\0\1\2\3\4\5", "binary data, not a feed"),
        ("\ufeff \n", "nothing: the document is empty"),
    ],
)
def test_form_of_what_a_source_answers(text: str, form: str) -> None:
    """From a source only feeds are taken; the rest is named."""
    assert sniff(text) == form


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("words", "a.txt", "text"),
        ("[1] words", "a.txt", "text"),
        ("{words}", "a.txt", "text"),
        ("<John> said <3", "a.txt", "text"),
        ("words <p>and</p> more", "a.txt", "text"),
        ("words <p>and</p> more", "a.html", "html"),
        ("From: a@b.example\nTo: c\nSubject: d\n\nwords", "a.txt", "email"),
        ("Subject: d\n\nwords", "a.eml", "email"),
        ("Subject: d\n\nwords", "a.txt", "text"),
        ("<rss/>", "a.txt", "syndication"),
        ("\x00\x01\x02\x03", "a.bin", "binary data, not a feed"),
    ],
)
def test_form_of_what_lies_in_an_inbox(text: str, name: str, form: str) -> None:
    """An inbox may hold articles of any form; the name helps only where bytes say nothing."""
    assert sniff(text, name) == form


@pytest.mark.parametrize("content", [b"", b" \r\n\0", b"%PDF-1.7", b"\x1f\x8b\x08", b"PK\x03\x04"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    """Known kinds of binary data are refused before anything is decoded."""
    refusal = refuse_bytes(content)
    assert refusal
    assert refusal.kind == "not a feed"
