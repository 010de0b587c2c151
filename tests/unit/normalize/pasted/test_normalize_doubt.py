"""Lines of which rules are not sure: what is weighed, and what never is."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pastes import normalize_paste

from feeds.model import Document, Entry, Source, Text
from feeds.normalize import normalize_document
from feeds.normalize.pasted.doubt import choose_lines, rate_lines
from feeds.normalize.pasted.features import describe_lines
from feeds.normalize.pasted.files import read_weights
from feeds.normalize.pasted.layout import Layout, lay_out
from feeds.normalize.pasted.paste import read_paste
from feeds.normalize.pasted.weights import FEATURES, Weights

_HEADLINE = "Ferry at Orme sinks in calm water"
_REPORT = (
    "The ferry between Orme and Hask sank at its moorings on Monday night, the harbour said.",
    "Nobody was on board, and the two cars on deck were empty, according to the police.",
    "What had been loaded",
    "Divers found forty crates of pears in the hold, and a piano that nobody has missed yet.",
    "It will be raised.",
    "The ferry was built at Lorne sixty years ago, and has been repaired more often than painted.",
)
_SITE = "We and our partners use cookies to make this page better."
_LABEL = "Advertisement"


def _lay_out(*lines: str) -> Layout:
    """Return the layout of lines below the headline."""
    return lay_out([(_HEADLINE, *lines)])


def _weights(threshold: float, **features: float) -> Weights:
    """Return weights that speak of a few features only."""
    weighed = tuple(features.get(name.replace(" ", "_"), 0.0) for name in FEATURES)
    return Weights(features=weighed, bias=0.0, trust=0.0, threshold=threshold)


def _texts(layout: Layout, places: tuple[int, ...] | frozenset[int]) -> list[str]:
    """Return the lines at places."""
    return [layout.lines[place].text for place in sorted(places)]


def test_every_feature_of_every_line_has_a_weight() -> None:
    """No more and no less are shipped than are described."""
    described = describe_lines(_lay_out(*_REPORT, _LABEL))

    assert {len(FEATURES)} == {len(features) for features in described}
    assert len(FEATURES) == len(set(FEATURES)) == len(read_weights().features)


def test_a_report_is_kept_whole() -> None:
    """With the weights that are shipped; a subheading and a short sentence, too."""
    assert read_paste("\n\n".join((_HEADLINE, *_REPORT))).paragraphs == _REPORT


def test_a_single_paragraph_is_kept() -> None:
    """However little there is around it."""
    assert read_paste(f"{_HEADLINE}\n\n{_REPORT[0]}").paragraphs == (_REPORT[0],)


def test_nothing_takes_a_paragraph_a_sentence_or_a_subheading_from_a_report() -> None:
    """Even if all speaks against them; two titles in a row are another matter."""
    titles = ("Pears, forty crates", "Piano, one")
    layout = _lay_out(*_REPORT[:4], *titles, *_REPORT[4:])

    choice = choose_lines(layout, _weights(1.0))

    assert set(titles) <= set(_texts(layout, layout.report))
    assert tuple(_texts(layout, choice.places)) == _REPORT


def test_a_line_as_long_as_a_sentence_is_kept_in_doubt() -> None:
    """Though no stop ends it, and all speaks against it; a shorter one goes."""
    words = "pears in forty crates and a piano that was lost from the ferry".split()
    long, short = (" ".join(words[:count]).capitalize() for count in (12, 11))
    layout = _lay_out(*_REPORT, long, short)

    choice = choose_lines(layout, _weights(1.0))

    assert {long, short}.isdisjoint(_texts(layout, layout.report))
    assert tuple(_texts(layout, choice.places)) == (*_REPORT, long)
    assert long in _texts(layout, choice.doubtful)


def test_nothing_brings_back_what_is_said_in_so_many_words() -> None:
    """The site about itself, its labels, captions, bylines, dates and what stands there again."""
    gone = (
        _SITE,
        _LABEL,
        "Photo: Ina Moll",
        "By Ina Moll",
        "21 November 2026",
        _HEADLINE,
        _REPORT[0],
    )
    layout = _lay_out(*_REPORT, *gone, _REPORT[1])

    choice = choose_lines(layout, _weights(0.0))

    assert tuple(_texts(layout, choice.places)) == _REPORT


def test_nothing_brings_back_what_is_said_of_the_author() -> None:
    """The report has ended there."""
    layout = _lay_out("By Ina Moll", *_REPORT, "Moll covers harbours for the Post.", "Piano, one")

    choice = choose_lines(layout, _weights(0.0))

    assert tuple(_texts(layout, choice.places)) == _REPORT


def test_a_line_that_rules_drop_is_kept_and_marked_if_more_speaks_for_it() -> None:
    """A line of a list, here one that has commas."""
    layout = _lay_out(*_REPORT, "Pears, forty crates", "Piano")

    choice = choose_lines(layout, _weights(0.6, comma=1.0, rules=1.0))

    assert "Pears, forty crates" not in _texts(layout, layout.report)
    assert _texts(layout, choice.places)[-1] == "Pears, forty crates"
    assert "Pears, forty crates" in _texts(layout, choice.doubtful)


@pytest.mark.parametrize(("threshold", "kept"), [(0.5, True), (0.9, False)])
def test_the_threshold_tells_how_much_must_speak_for_a_line(threshold: float, kept: bool) -> None:  # noqa: FBT001
    """It can be set without learning anew."""
    layout = _lay_out(*_REPORT, "Pears, forty crates")

    choice = choose_lines(layout, _weights(threshold, comma=1.0))

    assert kept == ("Pears, forty crates" in _texts(layout, choice.places))


def test_a_line_that_rules_keep_needs_less() -> None:
    """By the trust in them, in log odds; it is marked where it would not be kept without."""
    titles = ["Pears, forty crates", "Piano, one"]
    layout = _lay_out(*_REPORT[:4], *titles, *_REPORT[4:])
    doubted = _weights(0.5, comma=-1.0)

    assert not set(titles) & set(_texts(layout, choose_lines(layout, doubted).places))
    choice = choose_lines(layout, replace(doubted, trust=2.0))
    assert set(titles) <= set(_texts(layout, choice.places))
    assert set(titles) <= set(_texts(layout, choice.doubtful))


def test_a_line_known_only_by_how_it_begins_may_come_back() -> None:
    """And a word with a number, which may head a section; shorter labels may not."""
    back = ("Subscribe to the pears that fell from the ferry", "Day 1")
    layout = _lay_out(*_REPORT[:4], *back, "Subscribe to us", *_REPORT[4:])

    choice = choose_lines(layout, _weights(0.0))

    assert not set(back) & set(_texts(layout, layout.report))
    assert set(_texts(layout, choice.places)) == {*_REPORT, *back}


def test_chances_are_chances() -> None:
    """Between 0 and 1, and higher for a paragraph than for a label below it."""
    chances = rate_lines(_lay_out(*_REPORT, _LABEL), read_weights())

    assert all(0 < chance < 1 for chance in chances)
    assert chances[1] > chances[-1]


def test_a_story_says_which_lines_were_doubtful_and_which_were_captions() -> None:
    """Nothing of what stood in the paste is lost without a word."""
    caption = "The ferry in better days. INA MOLL (EFE)"
    text = "\n\n".join((_HEADLINE, *_REPORT[:2], caption, "No longer afloat", *_REPORT[3:]))
    entry = Entry(guid="ferry.txt", texts=(Text(value=text, role="paste"),))
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    document = Document(form="text", entries=(entry,))
    (story,), _ = normalize_document(document, inbox, datetime(2026, 11, 23, tzinfo=UTC))

    marks = [it.origin for it in story.inferred if it.field == "body_text"]

    assert caption not in story.body_text
    assert "No longer afloat" in story.body_text
    assert marks == [
        "found in pasted text",
        "kept in doubt: No longer afloat",
        f"left out as a caption: {caption}",
    ]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("(Reporting by Jane Doe in Orme; Editing by John Roe)", []),
        ("(Reporting by Jane Doe;  Editing by John Roe)", []),
        ("Pears float. (Reporting by Jane Doe; Editing by John Roe)", ["Pears float."]),
    ],
)
def test_of_a_doubtful_line_only_what_is_kept_is_marked(line: str, kept: list[str]) -> None:
    """Its credits are the byline, and no text that anybody could look at again."""
    text = "\n\n".join((_HEADLINE, *_REPORT[:2], _REPORT[3], line))
    assert read_paste(text).doubtful == (line,)

    story = normalize_paste(text)

    assert story.byline == ("Jane Doe",)
    assert story.body_text.split("\n\n")[3:] == kept
    marks = [it.origin for it in story.inferred if "doubt" in it.origin]
    assert marks == [f"kept in doubt: {it}" for it in kept]


def test_what_follows_a_label_of_the_site_stays_out() -> None:
    """A list right below a report may be its own; one behind a share button is not."""
    layout = _lay_out(*_REPORT, "Pears, forty crates", "Share", "Pianos, one")

    choice = choose_lines(layout, _weights(0.6, comma=1.0))

    assert "Pears, forty crates" in _texts(layout, choice.places)
    assert "Pianos, one" not in _texts(layout, choice.places)


def test_marks_are_few_and_short() -> None:
    """A paste that is all doubt does not fill the story with it."""
    caption = f"Photo: {'the ferry at Orme ' * 20}"
    text = "\n\n".join((_HEADLINE, _REPORT[0], *([caption] * 30), _REPORT[1]))
    entry = Entry(guid="ferry.txt", texts=(Text(value=text, role="paste"),))
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    document = Document(form="text", entries=(entry,))
    (story,), _ = normalize_document(document, inbox, datetime(2026, 11, 23, tzinfo=UTC))

    marks = [it.origin for it in story.inferred if "caption" in it.origin]

    assert len(marks) == 20
    assert max(map(len, marks)) < 250
