"""A line under a picture of Markdown is its caption where it looks like one."""

import pytest
from lxml import etree

from feeds.normalize.pasted.under_pictures import take_captions
from feeds.text.markup import element_to_text, parse_html

_IMG = '<img src="https://root.example/pier.png" alt="">'


def _take(html: str) -> tuple[tuple[str, ...], str, list[str]]:
    """Return the captions of a text, its words without them, and what its pictures say."""
    root = parse_html(f"<html><body>{html}</body></html>")
    assert root is not None
    body = root.find("body")
    assert body is not None
    captions = take_captions(body, "en")
    etree.tostring(body)
    return captions, element_to_text(body), [it.get("alt", "") for it in body.iter("img")]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{_IMG}</p>\n<p><em>A pier of the bridge</em></p>",
        f"<p>{_IMG}</p><p><i>A pier</i> <i>of the bridge</i></p>",
        f"<p>{_IMG}\n<em>A pier of the bridge</em></p>",
        f"<p>{_IMG}<br>A pier of the bridge</p>",
        f"<p>{_IMG}\nA pier of the <b>bridge</b></p>",
        f'<p><a href="https://root.example/"> {_IMG}</a>\n<em>A pier of the bridge</em></p>',
        f"<blockquote><p>{_IMG}</p><p><em>A pier of the bridge</em></p></blockquote>",
    ],
)
def test_a_caption_is_taken_out_and_said_of_its_picture(html: str) -> None:
    """Set in italics, or on the line right below and no sentence."""
    captions, words, said = _take(f"{html}<p>The mayor said.</p>")

    assert captions == ("A pier of the bridge",)
    assert words == "The mayor said."
    assert said == ["A pier of the bridge"]


@pytest.mark.parametrize("line", ["A pier on Friday. Photo: Bo Reed", "The  old Bridge"])
def test_a_line_with_a_credit_or_said_before_is_a_caption(line: str) -> None:
    """What is said in the picture's place stays there."""
    captions, words, said = _take(f'<p><img src="a.png" alt="The old bridge"></p><p>{line}</p>')

    assert captions == (" ".join(line.split()),)
    assert (words, said) == ("", ["The old bridge"])


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{_IMG}</p><p>The piers are of sandstone</p>",
        f"<p>{_IMG}\nThe piers hold, the mayor said.</p>",
        f"<p>{_IMG} The piers are of sandstone</p>",
        f"<p>The piers {_IMG}\n<em>are of sandstone</em></p>",
        f"<p>The piers {_IMG}</p><p><em>are of sandstone</em></p>",
        f"<p>{_IMG}</p><p><em>Correction: the bridge closes on Tuesday.</em></p>",
        f"<p>{_IMG}</p><p><em>By Ada Moreau | 3 March 2026</em></p>",
        f"<p>{_IMG}</p><p><em>{'word ' * 41}</em></p>",
        f"<p>{_IMG}</p><p><em>The piers</em> are of sandstone</p>",
        f"<p>{_IMG}</p><h2><em>The piers</em></h2>",
        f"<p>{_IMG}</p>The piers<p><em>are of sandstone</em></p>",
        f"<p><em>The piers</em></p><p>{_IMG}</p>",
    ],
)
def test_other_lines_are_none(html: str) -> None:
    """A sentence, a paragraph that begins with a picture, a notice, who wrote it, a heading."""
    captions, words, said = _take(html)
    plain = parse_html(html)

    assert captions == ()
    assert plain is not None
    assert words.split() == element_to_text(plain).split()
    assert said == [""]
