"""The labelled sets hold what their README says: a wrong label measures the wrong thing."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8")
LANGUAGES = "de en es fr it pt".split()
FIELDS = "event language source told headline standfirst text".split()

Row = dict[str, Any]


def read_rows(name: str) -> list[Row]:
    """Return the objects of a set."""
    return [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]


EVENTS = read_rows("events.jsonl")
COPIES = read_rows("copies.jsonl")
BOTH = pytest.mark.parametrize("rows", [EVENTS, COPIES], ids=["events", "copies"])


def count_pairs(labels: Counter[str]) -> int:
    """Return how many pairs have one label."""
    return sum(n * (n - 1) // 2 for n in labels.values())


def count_events(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return stories, events of several, events of one and stories without text."""
    sizes = Counter(row["event"] for row in rows)
    one = sum(size == 1 for size in sizes.values())
    return len(rows), len(sizes) - one, one, sum(not row["text"] for row in rows)


def count_copies(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return stories, texts, pairs of copies and hard negative pairs."""
    sizes = Counter(row["copies"] for row in rows)
    near = sum(len(row["near"]) for row in rows) // 2
    return len(rows), len(sizes), count_pairs(sizes), near


def twins() -> list[tuple[str, str]]:
    """Return the pairs of events that the README calls twins."""
    rows = [line.split("`") for line in README.splitlines() if line.startswith("| two ")]
    return [(row[1], row[3]) for row in rows]


@BOTH
def test_every_story_has_the_fields_of_the_readme(rows: list[Row]) -> None:
    """No field is missing or of another type, and none is there that nobody told of."""
    own = {"copies", "near"} if rows is COPIES else set()

    assert [row["id"] for row in rows if set(row) != {"id", *FIELDS} | own] == []
    assert [row["id"] for row in rows if not all(isinstance(row[f], str) for f in FIELDS)] == []


@BOTH
def test_an_id_is_given_once_and_tells_no_label(rows: list[Row]) -> None:
    """Ids follow the clock of their language, so neither they nor their order give events away."""
    for language in LANGUAGES:
        told = [row["told"] for row in rows if row["language"] == language]
        assert told == sorted(told)
    assert len({row["id"] for row in rows}) == len(rows)


@BOTH
def test_every_story_says_something_at_a_time(rows: list[Row]) -> None:
    """There is a headline, a standfirst or text, and a time in UTC."""
    for row in rows:
        assert row["headline"].strip()
        assert row["standfirst"] or row["text"]
        assert datetime.fromisoformat(row["told"]).tzinfo == UTC
        assert "" not in row["text"].split("\n\n") or not row["text"]


@BOTH
def test_an_event_has_one_language(rows: list[Row]) -> None:
    """Six languages, and no event in two of them."""
    spoken = {(row["event"], row["language"]) for row in rows}

    assert {language for _, language in spoken} == set(LANGUAGES)
    assert len(spoken) == len({event for event, _ in spoken})


@pytest.mark.parametrize("language", [*LANGUAGES, "all"])
def test_the_readme_counts_right(language: str) -> None:
    """The rows of its tables are what the files hold."""
    events = [row for row in EVENTS if language in {row["language"], "all"}]
    copies = [row for row in COPIES if language in {row["language"], "all"}]

    for counts in (count_events(events), count_copies(copies)):
        assert " | ".join(["\n| " + language, *map(str, counts)]) + " |\n" in README


def test_events_are_told_by_three_to_six_outlets() -> None:
    """Each outlet tells an event once; at least 60 events, 40 single stories, 260 stories."""
    outlets = defaultdict(list)
    for row in EVENTS:
        outlets[row["event"]].append(row["source"])
    several = [told for told in outlets.values() if len(told) > 1]

    assert [told for told in several if not 3 <= len(set(told)) == len(told) <= 6] == []
    assert len(several) >= 60
    assert len(outlets) - len(several) >= 40
    assert len(EVENTS) >= 260


def test_at_least_half_of_the_events_have_a_twin() -> None:
    """Twins are two events of one language, told by several outlets within one week."""
    begun = {}
    for row in reversed(EVENTS):
        begun[row["event"]] = datetime.fromisoformat(row["told"])
    sizes = Counter(row["event"] for row in EVENTS)

    assert len({event for pair in twins() for event in pair}) == 2 * len(twins()) >= 30
    for one, other in twins():
        assert one[:2] == other[:2]
        assert min(sizes[one], sizes[other]) >= 3
        assert abs((begun[one] - begun[other]).days) < 7


def test_hard_negatives_are_named_on_both_sides_and_are_negatives() -> None:
    """They are there, of one language, and never copies; at least 150 pairs of at least 300."""
    by_id = {row["id"]: row for row in COPIES}
    for row in COPIES:
        for other in (by_id[name] for name in row["near"]):
            assert row["id"] in other["near"]
            assert row["copies"] != other["copies"]
            assert row["language"] == other["language"]
    *_, positive, negative = count_copies(COPIES)

    assert negative >= 150
    assert positive + negative >= 300


def test_copies_are_of_one_event() -> None:
    """Stories that print one text tell of one happening."""
    pairs = {(row["copies"], row["event"]) for row in COPIES}

    assert len(pairs) == len({copies for copies, _ in pairs})


def test_stories_of_different_copies_are_different_texts() -> None:
    """No text is printed word for word under two labels."""
    labels = defaultdict(set)
    for row in COPIES:
        labels[row["text"] or row["standfirst"]].add(row["copies"])

    assert [text for text, names in labels.items() if len(names) > 1] == []
