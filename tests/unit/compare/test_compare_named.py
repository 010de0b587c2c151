"""Notices name what they withdraw, and whoever only tells of it names nothing.

A line of ``corpus/compare/named`` is a story of a few words: whether it withdraws the report
"Minister resigns over leak" of its source.
"""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from stories import NOON, a_story

from feeds.compare import Told, find_named, name_withdrawn, tells_anew
from feeds.compare.named import fold_name

_CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "compare" / "named" / "notices.jsonl"
ROWS = [json.loads(line) for line in _CORPUS.read_text("utf-8").splitlines()]
HEADLINE = "Minister resigns over leak"
EARLY = NOON - timedelta(hours=1)
NAMES = frozenset({fold_name(HEADLINE)})
NOTICE = a_story("notice", headline=f"KILL: {HEADLINE}")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['headline']} {row['text'][:30]}")
def test_a_report_is_named_by_notices_only(row: dict[str, str | bool]) -> None:
    """In the form of a wire or a newspaper, in seven languages."""
    story = a_story(headline=row["headline"], standfirst=row["text"], body_text="")

    assert row["named"] is (fold_name(HEADLINE) in name_withdrawn(story))


def test_the_corpus_is_there() -> None:
    """With what is a notice and, as often as not, what only looks like one."""
    assert len([row for row in ROWS if row["named"]]) >= 30
    assert len([row for row in ROWS if not row["named"]]) >= 30


def test_a_rubric_of_one_or_two_words_is_no_headline_that_is_named() -> None:
    """It comes again and again."""
    assert not name_withdrawn(a_story(headline="KILL: Sports digest"))


def test_the_text_of_a_report_may_stand_below_a_kill() -> None:
    """Wires send it along, so that it is found."""
    long = "The minister resigned on Monday. " * 40

    assert name_withdrawn(replace(NOTICE, body_text=long)) == NAMES
    assert not name_withdrawn(replace(NOTICE, headline="Withdrawn: a plan", body_text=long))


def a_told(name: str, headline: str = HEADLINE, told: datetime = EARLY) -> Told:
    """A report that was seen as it was told."""
    return Told(f"id-{name}", fold_name(headline), told, told)


def test_one_report_is_meant_however_its_headline_is_set() -> None:
    """Case, signs and accents are the publisher's style."""
    told = (a_told("dam", "The dam holds"), a_told("leak", "MINISTER RESIGNS – “over leak”"))

    assert find_named(NAMES, told, NOTICE) == "id-leak"


@pytest.mark.parametrize(
    "told",
    [
        (a_told("longer", f"{HEADLINE} of papers"),),
        (a_told("later", told=NOON + timedelta(minutes=1)),),
        (a_told("one"), a_told("two")),
        (a_told("notice"),),
    ],
)
def test_another_report_is_not_meant(told: tuple[Told, ...]) -> None:
    """One that says more, that came later, one of two, or the notice itself."""
    assert find_named(NAMES, told, NOTICE) is None


@pytest.mark.parametrize(
    ("report", "notice", "meant"),
    [
        (None, None, False),
        (EARLY, None, False),
        (None, EARLY, False),
        (EARLY, EARLY, False),
        (EARLY, EARLY + timedelta(minutes=1), True),
        (EARLY, EARLY - timedelta(minutes=1), False),
    ],
)
def test_dates_order_what_came_together(
    report: datetime | None, notice: datetime | None, *, meant: bool
) -> None:
    """Without them it may be the substitute that has the headline."""
    told = (Told("id-leak", fold_name(HEADLINE), report or NOON, NOON),)

    assert meant is (find_named(NAMES, told, replace(NOTICE, published=notice)) is not None)


@pytest.mark.parametrize(
    ("before", "after", "anew"),
    [
        ("It holds. 3 comments.", "It holds. 14 comments.", False),
        ("It holds. Told 3 minutes ago.", "It holds. Told 2 hours ago.", False),
        ("It holds. It is old.", "It holds.", False),
        ("It “holds”.", 'It "holds"', False),
        ("It holds.", "It holds. It is old.", True),
        ("It holds.", "It broke.", True),
    ],
)
def test_a_story_is_told_anew_where_it_says_something_else(
    before: str, after: str, *, anew: bool
) -> None:
    """And not where it is counted, dated, cut or set in another way."""
    assert anew is tells_anew(a_story(body_text=before), a_story(body_text=after))
