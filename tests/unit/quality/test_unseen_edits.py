"""The labelled edits that no rule was made from."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from feeds.model import Kind

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8").partition("## `edits-unseen.jsonl`")[2]
TEXTS = {"headline", "standfirst", "body"}
WHOLE = {"withdrawn", "restored", "trivial"}
KINDS = [kind.value for kind in Kind if kind not in {Kind.NEW, Kind.FULL_TEXT}]

Row = dict[str, Any]


def read_set(name: str) -> list[Row]:
    """Return the rows of a set of edits."""
    return [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]


ROWS = read_set("edits-unseen.jsonl")


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_counts_the_kinds_of_unseen_edits_right(kind: str) -> None:
    """The rows of its table are what the file holds."""
    edits = sum(kind in row["kinds"] for row in ROWS)
    near = sum(kind in row.get("not", ()) for row in ROWS)

    assert f"\n| {kind} | {edits} | {near} |\n" in README


def test_every_language_has_twenty_unseen_edits() -> None:
    """None of the six is left out."""
    counted = Counter(row["language"] for row in ROWS)

    assert sorted(counted) == "de en es fr it pt".split()
    assert min(counted.values()) >= 20


def test_no_unseen_edit_stands_in_the_set_that_rules_are_made_from() -> None:
    """What is in both sets is no longer unseen."""
    seen = {row[side]["body"] for row in read_set("edits.jsonl") for side in ("before", "after")}

    assert [row["id"] for row in ROWS if row["after"]["body"] in seen] == []


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_labels_of_unseen_edits_fit_the_fields_that_differ(row: Row) -> None:
    """A field is labelled if its words differ; kinds are in order, and none is a near miss too."""
    differing = {field for field, told in row["before"].items() if row["after"][field] != told}
    kinds = set(row["kinds"])

    assert differing
    assert row["kinds"] == [kind for kind in KINDS if kind in kinds]
    assert not kinds & {*row.get("not", ()), *row.get("also", ())}
    if not kinds & WHOLE:
        assert kinds & TEXTS == differing & TEXTS
    assert {"byline", "url", "media"} & kinds <= differing
