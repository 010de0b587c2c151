"""Of Markdown the site's furniture is left out, and what somebody wrote stays."""

import pytest
from stories import NOON

from feeds.model import Body, Document, Source, Story
from feeds.normalize import normalize_document
from feeds.parse import parse_document

_FIRST = (
    "HARLOW — The old bridge over the Rhene closes for lorries on Monday, the mayor said there."
)
_SECOND = "Nobody knows until when, and the detour over Orme is twelve kilometres longer."
_LAST = "The council meets on Friday evening, and will hear from the engineers first."


def _read(*parts: str, front: str = "") -> Story:
    """Return the story of a Markdown file with these parts."""
    text = "\n\n".join((f"{front}# The bridge *closes*", *parts))
    document = parse_document(Body(content=text.encode(), media_type="", name="a.md"))
    assert isinstance(document, Document)
    assert [it.role for it in document.entries[0].texts] == ["body"]
    (story,), _ = normalize_document(document, Source(id="inbox", kind="inbox"), NOON)
    return story


@pytest.mark.parametrize(
    "said",
    [
        "Share this article",
        "Advertisement",
        "**Advertisement**",
        "Subscribe to our newsletter",
        "Follow us on Facebook and Twitter",
        "### Share this article",
        "## Advertisement",
        "- Share\n- Tweet\n- Email",
        "- [Facebook](https://a.example/f)\n- [WhatsApp](https://a.example/w)",
        "Related:\n\n- [Mayor to marry](https://a.example/m)\n- [New ferry](https://a.example/f)",
        "## Related\n\n[Mayor to marry](https://a.example/m)",
        "### Read more\n\n* [Mayor to marry](https://a.example/m)",
        "Zum Thema\n\n- [Neue Fähre](https://a.example/f)\n- [Tunnel](https://a.example/t)",
        "Related: [Mayor to marry](https://a.example/m)",
    ],
)
def test_what_the_site_says_is_no_text(said: str) -> None:
    """Above the report (but for links under a label), between its paragraphs and below it."""
    within = _read(_FIRST, said, _SECOND, _LAST)
    below = _read(_FIRST, _SECOND, _LAST, said)

    assert within.body_text == below.body_text == f"{_FIRST}\n\n{_SECOND}\n\n{_LAST}"


@pytest.mark.parametrize(
    "said",
    [
        "## Video",
        "## More\n\n- [Minutes](https://a.example/m)\n- [Report](https://a.example/r)",
        "## See also\n\n- [Bridges of Orme](bridges.md)\n- [Harlow](harlow.md)",
        "- [Minutes](https://a.example/m)\n- [Report](https://a.example/r)",
        "[Minutes of the council](https://a.example/m)",
        "> Advertisement",
        "> Subscribe to our newsletter",
        "1. Share\n2. Ask Ann",
        "My thoughts",
        "- one\n- two",
        "| a | b |\n|---|---|\n| Share | Tweet |",
        "| Pier | Share |\n|---|---|\n| 1 | 2 |",
        "See also [the map of it](map.md)",
        "Pro\n\nIt holds\n\nPro\n\nIt is old",
        "*A line in italics*",
        "Harlow, 3 March 2026",
        "Share ![pier](https://a.example/pier.png)",
    ],
)
def test_what_somebody_wrote_stays(said: str) -> None:
    """Lists, quotes, tables, headings, links of one's own; in doubt a line is kept."""
    for parts in ((_FIRST, said, _SECOND), (said, _FIRST, _SECOND), (_FIRST, _SECOND, said)):
        story = _read(*parts)
        words = [word for word in said.replace("*", "").split() if word.isalpha()]

        assert [word for word in words if word not in story.body_text] == []


def test_a_note_without_a_paragraph_is_kept_whole() -> None:
    """There is nothing that could stand around one."""
    assert _read("Share", "- one\n- two", "Related").body_text == "Share\n\none\n\ntwo\n\nRelated"


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Moreau | 3 March 2026",
        "*By Ada Moreau | 3 March 2026*",
        "By Ada Moreau\n\n3 March 2026",
        "By **Ada Moreau**\n\nPublished 3 March 2026",
        "Ada Moreau | 3 March 2026",
    ],
)
def test_who_wrote_it_and_when_is_read_above_it(line: str) -> None:
    """As it is of pasted text; it is no paragraph."""
    story = _read(line, _FIRST, _SECOND)

    assert story.byline == ("Ada Moreau",)
    assert story.published is not None
    assert story.published.isoformat()[:10] == "2026-03-03"
    assert story.body_text == f"{_FIRST}\n\n{_SECOND}"


def test_what_front_matter_states_goes_before_it() -> None:
    """The line is no paragraph all the same."""
    front = "---\nauthor: Bo Reed\ndate: 2026-03-04\n---\n"
    story = _read("By Ada Moreau | 3 March 2026", _FIRST, _SECOND, front=front)

    assert story.byline == ("Bo Reed",)
    assert story.published is not None
    assert story.published.day == 4
    assert "Moreau" not in story.body_text


def test_what_is_held_apart_is_no_text_above_it() -> None:
    """Site, labels and authors stand in fields of their own; a heading stays."""
    front = "---\nsite: The Post\ntags: [Bridges, News]\nauthor: Bo Reed\n---\n"
    story = _read("The Post", "News", "Bo Reed", "## Bridges", _FIRST, _SECOND, front=front)

    assert story.body_text == f"Bridges\n\n{_FIRST}\n\n{_SECOND}"


def test_a_note_that_is_deeper_than_a_tree_is_kept() -> None:
    """It is no harm."""
    assert "deep" in _read(f"{'<div>' * 300}deep", _FIRST).body_text
