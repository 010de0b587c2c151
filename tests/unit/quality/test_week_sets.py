"""The labelled weeks, towns and scripts: what is said of them, and what keeps them fair."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8")

Row = dict[str, Any]


def read_set(name: str) -> list[Row]:
    """Return the stories of a set."""
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text("utf-8").splitlines()]


HALVES = (("week", "week-unseen"), ("themes", "themes-unseen"))
TOWNS = ("towns", "towns-unseen")
SCRIPTS = ("scripts", "scripts-unseen")
WEEKS = {name: read_set(name) for pair in (*HALVES, TOWNS, SCRIPTS) for name in pair}
ALL = [row for rows in WEEKS.values() for row in rows]


@pytest.mark.parametrize("name", WEEKS)
def test_the_readme_counts_the_week_right(name: str) -> None:
    """The rows of its table are what the files hold, language by language."""
    for language in {row["language"] for row in WEEKS[name]}:
        rows = [row for row in WEEKS[name] if row["language"] == language]
        sizes = Counter(row["event"] for row in rows)
        one = sum(size == 1 for size in sizes.values())
        bare = sum(not row["text"] for row in rows)
        told = (name, language, len(rows), len(sizes) - one, one, bare)
        assert f"| {' | '.join(map(str, told))} |" in README


@pytest.mark.parametrize("halves", HALVES)
def test_no_language_stands_in_both_halves(halves: tuple[str, str]) -> None:
    """What is learnt from one half says nothing of a happening in the other."""
    seen, unseen = ({row["language"] for row in WEEKS[name]} for name in halves)

    assert (sorted(seen), sorted(unseen)) == (["en", "fr", "it"], ["de", "es", "pt"])


def test_no_two_stories_of_a_week_share_a_long_sentence() -> None:
    """Then they would be found as copies, and nothing would be measured of events."""
    sentences = Counter(
        sentence.strip()
        for row in ALL
        for sentence in f"{row['standfirst']} {row['text']}".split(". ")
        if len(sentence.split()) > 4
    )

    assert [it for it, count in sentences.items() if count > 1] == []


def test_an_event_of_a_week_is_told_within_three_days() -> None:
    """So far reports of one happening are looked for."""
    days: dict[str, set[str]] = {}
    for row in ALL:
        days.setdefault(row["event"], set()).add(row["told"][:10])

    assert max(int(max(some)[8:]) - int(min(some)[8:]) for some in days.values()) <= 3
    assert len({row["id"] for row in ALL}) == len(ALL)


@pytest.mark.parametrize("name", [*TOWNS, *SCRIPTS])
def test_no_outlet_tells_an_event_twice(name: str) -> None:
    """What one source tells is compared in another way, and is not what is measured here."""
    tellings = Counter((row["event"], row["source"]) for row in WEEKS[name])

    assert {1} == set(tellings.values())


def test_no_town_stands_in_both_halves() -> None:
    """What is learnt from one half says nothing of the other."""
    seen, unseen = ({row["event"].split("-")[1] for row in WEEKS[name]} for name in TOWNS)

    assert (len(seen), len(unseen)) == (32, 30)
    assert seen.isdisjoint(unseen)


def test_the_readme_counts_the_copies_in_other_letters_right() -> None:
    """The rows of its table are what the file holds, language by language."""
    rows = read_set("scripts-copies")
    assert len({row["id"] for row in rows}) == len(rows)
    for language in {row["language"] for row in rows}:
        sizes = Counter(row["copies"] for row in rows if row["language"] == language)
        pairs = sum(size * (size - 1) // 2 for size in sizes.values())
        told = ("scripts-copies", language, sizes.total(), len(sizes), pairs)
        assert f"| {' | '.join(map(str, told))} |" in README
