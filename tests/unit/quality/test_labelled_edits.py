"""The labelled edits hold what their README says."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from quality.versions import list_versions, tell_version

from feeds.model import Kind

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8")
LANGUAGES = "de en es fr it nl pt".split()
KINDS = [kind.value for kind in Kind if kind not in {Kind.NEW, Kind.FULL_TEXT}]
TEXTS = "headline standfirst body".split()
FIELDS = {*TEXTS, "byline", "url", "published", "updated", "media"}
LABELS = {"id", "language", "before", "after", "kinds", "why"}
# These say by themselves what became of the texts.
WHOLE = {"withdrawn", "restored", "trivial"}

Row = dict[str, Any]
ROWS: list[Row] = [
    json.loads(line) for line in (SETS / "edits.jsonl").read_text("utf-8").splitlines()
]


def count_kind(kind: str) -> tuple[int, int]:
    """Return how many edits are of a kind, and how many are nearly."""
    near = sum(kind in row.get("not", ()) for row in ROWS)
    return sum(kind in row["kinds"] for row in ROWS), near


def count_edits(rows: Sequence[Row]) -> tuple[int, int, int]:
    """Return edits, those of several kinds, and near misses."""
    several = sum(len(row["kinds"]) > 1 for row in rows)
    return len(rows), several, sum("not" in row for row in rows)


def list_differing(row: Row) -> set[str]:
    """Return the fields that differ."""
    return {field for field in FIELDS if row["before"][field] != row["after"][field]}


def test_every_edit_has_the_fields_of_the_readme() -> None:
    """No field is missing, none is there that nobody told of, and ids are given once."""
    for row in ROWS:
        assert set(row) - {"earlier", "also", "not", "typo"} == LABELS
        assert [
            v for v in (*row.get("earlier", ()), row["before"], row["after"]) if set(v) != FIELDS
        ] == []
        assert row["why"]
    assert len({row["id"] for row in ROWS}) == len(ROWS) >= 300


def test_kinds_are_known_and_in_order() -> None:
    """A label is one that the desk has, and nothing is both a kind and a near miss."""
    for row in ROWS:
        for label in (row["kinds"], row.get("also", []), row.get("not", [])):
            assert label == [kind for kind in KINDS if kind in label]
        assert not set(row["kinds"]) & {*row.get("not", ()), *row.get("also", ())}


@pytest.mark.parametrize("language", [*LANGUAGES, "all"])
def test_the_readme_counts_edits_right(language: str) -> None:
    """The rows of its table are what the file holds."""
    rows = [row for row in ROWS if language in {row["language"], "all"}]

    assert " | ".join(["\n| " + language, *map(str, count_edits(rows))]) + " |\n" in README


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_counts_kinds_right(kind: str) -> None:
    """Every kind has at least 15 edits."""
    edits, near = count_kind(kind)

    assert f"\n| {kind} | {edits} | {near} |\n" in README
    assert edits >= 15


def test_it_is_hard_where_it_matters() -> None:
    """Figures and corrections have 60 edits and 60 near misses; of all, two in five are near."""
    for kind in ("figures", "correction"):
        assert min(count_kind(kind)) >= 60
    edits, several, near = count_edits(ROWS)
    assert several >= edits / 3
    assert near >= edits * 0.4


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_labels_fit_the_fields_that_differ(row: Row) -> None:
    """A field is labelled if its words differ, and dates if nothing else does."""
    differing, kinds = list_differing(row), set(row["kinds"])

    assert differing
    if not kinds & WHOLE and kinds:
        assert kinds & set(TEXTS) == differing & set(TEXTS)
    if "trivial" in kinds:
        assert kinds == {"trivial"}
    if kinds == {"date"}:
        assert differing <= {"published", "updated"}
    assert {"byline", "url", "media"} & kinds <= differing
    assert "figures" not in kinds or kinds & set(TEXTS)
    assert ("earlier" in row) >= bool(kinds & {"restored", "reverted"})


def test_a_reverted_story_stands_as_it_stood_once() -> None:
    """Its texts are those of an earlier version, and not of the last one."""
    for row in ROWS:
        earlier = [[version[t] for t in TEXTS] for version in row.get("earlier", ())]
        now = [row["after"][text] for text in TEXTS]
        may = "restored" in row["kinds"]
        assert may or ("reverted" in row["kinds"]) == (now in earlier)


def test_a_version_becomes_a_story() -> None:
    """All that a row states is in it, and what it does not state is not invented."""
    seen = datetime(2026, 12, 1, tzinfo=UTC)
    row = {
        "language": "en",
        "before": {"headline": "Dam holds", "url": "https://post.example/dam?utm_source=rss"},
        "after": {
            "headline": "Dam holds",
            "byline": ["Ilse Maren"],
            "media": ["https://a.example/1"],
        },
    }

    before, after = (tell_version("1", version, seen) for version in list_versions(row))

    assert before.canonical_url == "https://post.example/dam"
    assert (before.standfirst, before.published, before.byline) == ("", None, ())
    assert (after.byline, after.media[0].url) == (("Ilse Maren",), "https://a.example/1")
    assert (before.id, before.keys) == (after.id, after.keys)
    assert before.content_hash != after.content_hash
