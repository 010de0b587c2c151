"""Saved pages and e-mails: the whole report and nothing of what stands around it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Body, Document, Source, Story
from feeds.normalize import normalize_document
from feeds.parse import parse_document

_ROOT = Path(__file__).parents[4]
_CORPUS = _ROOT / "tests" / "corpus" / "normalize"
_SAVED = sorted(path for it in ("html", "eml", "mhtml", "md") for path in _CORPUS.glob(f"*.{it}"))
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _normalize_file(path: Path) -> Story:
    """Return the story of one file of an inbox."""
    document = parse_document(Body(content=path.read_bytes(), media_type="", name=path.name))
    assert isinstance(document, Document)
    inbox = Source(id="inbox", kind="inbox", path=Path("/inbox"))
    (story,), _ = normalize_document(document, inbox, _SEEN)
    return story


@pytest.mark.parametrize("path", _SAVED, ids=lambda path: path.name)
def test_a_saved_article_becomes_its_report_alone(path: Path) -> None:
    """Headline, standfirst, byline, dateline, agencies, date and every paragraph, as expected."""
    story = _normalize_file(path)
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))

    found = {
        "headline": story.headline,
        "standfirst": story.standfirst,
        "dateline": story.dateline and {"place": story.dateline.place, "date": story.dateline.date},
        "agencies": [[agency.name, agency.role] for agency in story.agencies],
        "byline": list(story.byline),
        "attribution": story.attribution_title,
        "language": story.language,
        "published": story.published and story.published.isoformat(),
        "paragraphs": story.body_text.split("\n\n"),
    }

    assert expected == found


@pytest.mark.parametrize(
    ("name", "place", "agency", "first"),
    [
        ("train-de-nuit.html", "SAINT-ELME, Vernois", "AFP", "SAINT-ELME"),
        ("orrel-valley-second-site.html", "KESTREL BRIDGE, Orrel Province", "Reuters", "KESTREL"),
        ("ceasefire-newsletter.eml", "BRENN FORD, Lower Velm", "AP", "BRENN FORD"),
    ],
)
def test_the_inbox_that_is_shipped_is_read_whole(
    name: str, place: str, agency: str, first: str
) -> None:
    """The body begins with its dateline and ends with a sentence of the report."""
    path = _ROOT / "inbox" / name
    if not path.exists():
        pytest.skip("the inbox is not shipped with the tests")
    story = _normalize_file(path)

    assert story.dateline is not None
    assert place == story.dateline.place
    assert [agency] == [it.name for it in story.agencies]
    assert story.body_text.startswith(first)
    assert "unsubscribe" not in story.body_text.lower()
    assert story.body_text.endswith((".", '"', "»."))
