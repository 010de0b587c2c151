"""Why a query selects a story, or does not, and why one story leads another."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_held, a_place, a_story

from feeds.curate import explain_query, match_words, read_words
from feeds.curate.explain import write_query
from feeds.curate.fold import explain_lead, fold_stories
from feeds.model import HeldStory, History
from feeds.text.query import parse_query

WORDS = read_words(
    a_story(headline="Dam holds", body_text="No flood in Aubeval.", section="World", language="en")
)
TEXT = "in its headline, standfirst and text"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("*", ("the topic asks for everything",)),
        ("dam", (f"it has dam {TEXT}",)),
        ("flo*", (f"it has flo* {TEXT}",)),
        ('"no flood" section:world', (f'it has "no flood" {TEXT}', "it has world in its section")),
        ("storm OR dam OR flood", (f"it has dam {TEXT}", f"it has flood {TEXT}")),
        ("dam NOT storm", (f"it has dam {TEXT}",)),
        ("storm", (f"it has no storm {TEXT}",)),
        (
            "dam storm place:ostmark",
            (f"it has no storm {TEXT}", "it has no ostmark in its dateline"),
        ),
        ("Élection", (f"it has no Élection {TEXT}",)),
        ("แผ่นดินไหว 戦争", (f"it has no แผ่นดินไหว {TEXT}", f"it has no 戦争 {TEXT}")),
        ("storm OR (gale wind)", ("it has none of these: storm; gale wind",)),
        ("dam -section:world", ("it has world in its section, which the topic excludes",)),
        ("dam NOT (NOT storm)", ("it matches NOT storm, which the topic excludes",)),
        ("dam NOT (storm OR flood)", (f"it has flood {TEXT}, which the topic excludes",)),
    ],
)
def test_what_decided_is_named(query: str, told: tuple[str, ...]) -> None:
    """What was found where the query selects, and what is not met where it does not."""
    assert told == explain_query(parse_query(query), WORDS)


@pytest.mark.parametrize(
    "query",
    [
        *(
            "*",
            "dam",
            "flo*",
            '"no flo*"',
            "section:world",
            'headline:"a b"',
            "a OR (b c) OR NOT d",
        ),
        *('cats "OR" dogs', '"-cats" dogs', '"NOT"'),
        *("covid-19*", '"a: (b)"', "Élection", "แผ่นดินไหว", "戦争*", '"O’Brien  said"'),
    ],
)
def test_a_query_is_written_in_the_words_of_the_language(query: str) -> None:
    """It reads as the same query again."""
    assert parse_query(query) == parse_query(write_query(parse_query(query)))


def test_every_query_that_is_not_met_says_why() -> None:
    """No reader is left with "not selected" alone."""
    for query in ("storm", "NOT dam", "NOT (NOT storm)", "(storm OR gale) dam"):
        parsed = parse_query(query)
        assert not match_words(parsed, WORDS)
        assert explain_query(parsed, WORDS)


@pytest.mark.parametrize(
    ("better", "worse", "told"),
    [
        ({"rank": 10}, {"rank": 90, "withdrawn": NOON}, "the other one was withdrawn"),
        ({"rank": 90}, {"rank": 10}, "its source has rank 90, the other's 10"),
        ({}, {"body_text": "", "word_count": 99}, "its full text is held, the other's is not"),
        ({"word_count": 20}, {"word_count": 10}, "it has 20 words, the other 10"),
        (
            {"word_count": 20},
            {"word_count": 12, "first_seen": NOON - timedelta(hours=1)},
            "it has 20 words, the other 12",
        ),
        (
            {"word_count": 15, "first_seen": NOON - timedelta(hours=1)},
            {"word_count": 20},
            "it was told first",
        ),
        ({"first_seen": NOON - timedelta(hours=1)}, {}, "it was told first"),
        ({}, {}, "its id comes first"),
    ],
)
def test_the_rule_that_decided_who_leads_is_named(
    better: dict[str, Any], worse: dict[str, Any], told: str
) -> None:
    """The same rules in the same order as those by which the lead is chosen."""

    def hold(name: str, fields: dict[str, Any]) -> HeldStory:
        story = a_story(
            name,
            **{key: value for key, value in fields.items() if key not in {"rank", "withdrawn"}},
        )
        return a_held(
            story,
            membership=a_place(story, fold_id="id-a"),
            history=History(withdrawn=fields.get("withdrawn")),
            rank=fields.get("rank", 50),
        )

    held = [hold("b", worse), hold("a", better)]
    lead, other = fold_stories(held, "events")["id-a"]

    assert "id-a" == lead.story.id
    assert told == explain_lead(lead, other)
