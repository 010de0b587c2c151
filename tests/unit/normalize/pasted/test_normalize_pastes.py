"""Pasted articles in many languages: the whole report and nothing of the site around it."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Document, Entry, Genre, Source, Story, Text
from feeds.normalize import normalize_document
from feeds.normalize.pasted.paste import read_paste

_CORPUS = Path(__file__).parents[3] / "corpus" / "normalize"
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _normalize_paste(text: str, name: str) -> Story:
    """Return the story of one file of an inbox."""
    entry = Entry(guid=name, texts=(Text(value=text, role="paste"),))
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    (story,), _ = normalize_document(Document(form="text", entries=(entry,)), inbox, _SEEN)
    return story


@pytest.mark.parametrize("path", sorted(_CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_pasted_article_becomes_its_report_alone(path: Path) -> None:
    """Headline, standfirst, byline, dateline, agencies, date and every paragraph, as expected."""
    story = _normalize_paste(path.read_text("utf-8"), path.name)
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))

    found = {
        "headline": story.headline,
        "standfirst": story.standfirst,
        "dateline": story.dateline and {"place": story.dateline.place, "date": story.dateline.date},
        "agencies": [[agency.name, agency.role] for agency in story.agencies],
        "byline": list(story.byline),
        "language": story.language,
        "published": story.published and story.published.isoformat(),
        "paragraphs": story.body_text.split("\n\n"),
    }

    assert expected == found


def test_the_seed_story_is_held_without_furniture(shared: Path) -> None:
    """The case the desk was built for."""
    text = (shared / "seed-story.txt").read_text("utf-8")
    story = _normalize_paste(text, "seed-story.txt")
    lines = [line.strip() for line in text.split("\n") if line.strip()]

    assert (lines[1], lines[2]) == (story.headline, story.standfirst)
    assert lines[4:] == story.body_text.split("\n\n")
    assert [("Reuters", "quoted")] == [(agency.name, agency.role) for agency in story.agencies]
    assert (lines[4].split(" — ")[0], None) == (
        story.dateline and story.dateline.place,
        story.published,
    )


def test_the_notice_above_the_seed_story_need_not_be_known(shared: Path) -> None:
    """Another sentence on top, of no known phrase, is left out all the same."""
    text = (shared / "seed-story.txt").read_text("utf-8")
    first = text.split("\n", maxsplit=1)[0]
    told = _normalize_paste(
        text.replace(first, "Pages look their best when the window is wide and the light is low."),
        "seed-story.txt",
    )

    plain = _normalize_paste(text, "seed-story.txt")

    assert (plain.headline, plain.standfirst) == (told.headline, told.standfirst)
    assert plain.body_text == told.body_text


@pytest.mark.parametrize(
    ("byline", "dateline", "people", "agencies"),
    [
        ("", "(서울=연합뉴스) 김민수 기자 = ", ("김민수",), ("Yonhap",)),
        ("By Jane Doe", "(서울=연합뉴스) 김민수 기자 = ", ("Jane Doe",), ("Yonhap",)),
        ("By MARY SMITH AND TOM HILL", "", ("Mary Smith", "Tom Hill"), ()),
        (
            "By The Associated Press and Reuters, with additional reporting by Tom Hill",
            *("", ("Tom Hill",), ("AP", "Reuters")),
        ),
    ],
)
def test_people_and_agencies_are_told_where_they_sign(
    byline: str, dateline: str, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    """Above the report, or in its dateline where no line above names anybody."""
    first = "The bridge was opened again on Monday by the mayor, who said that it would hold."
    second = "Hundreds of people crossed it on foot before the first cars were let through."
    text = f"Bridge of Aubeval is open again\n\n{byline}\n\n{dateline}{first}\n\n{second}\n"
    story = _normalize_paste(text, "bridge.txt")

    assert people == story.byline
    assert agencies == tuple(agency.name for agency in story.agencies)


_COLUMN = """The council of Hollin keeps the trams for nobody to ride

Jane Doe

For three winters in a row the trams of Hollin have stood, and the council has called it thrift.

They who wait in the snow at the harbour call it something else, and they are right about that.

Nobody on the council has waited there, and nobody has said when the trams will run again."""


@pytest.mark.parametrize(
    ("above", "genre"),
    [
        ("OPINION\n\n", Genre.OPINION),
        ("Home › Opinion › Hollin\n", Genre.OPINION),
        ("Explainer:\n\n", Genre.ANALYSIS),
        ("Sections\nOpinion\n", None),
        ("Share\nSave\nComment\n", None),
        ("Local news\n\n", None),
        ("News\nSport\nCulture\nOpinion\n", None),
        ("Public opinion\n\n", None),
        ("", None),
    ],
)
def test_what_stands_right_above_a_headline_may_be_its_genre(
    above: str, genre: Genre | None
) -> None:
    """The last item of a menu says nothing of the report below it."""
    story = _normalize_paste(f"{above}{_COLUMN}", "column.txt")

    assert "The council of Hollin keeps the trams for nobody to ride" == story.headline
    assert genre is story.genre


def test_what_an_answer_quotes_is_no_standfirst() -> None:
    """It stays where it stands, above the paragraphs."""
    paragraph = (
        "Harlow council leader Dan Swift resigned on Thursday after the auditor found two flats."
    )
    text = f"Hi Jane,\n\n> Can we have a statement?\n\n{paragraph}\n\n{paragraph[:-1]} more.\n"

    report = read_paste(text, "Statement on Harlow council")

    assert report.standfirst == ""
    assert report.paragraphs[:2] == ("> Can we have a statement?", paragraph)


def test_thousands_of_short_lines_take_time_as_they_are_many() -> None:
    """No line is compared with all others."""
    start = time.process_time()
    report = read_paste("Bridge closes to lorries\n\n" + "- a\n" * 32_000)

    assert time.process_time() - start < 5
    assert len(report.paragraphs) + len(report.standfirst) == 32_000
