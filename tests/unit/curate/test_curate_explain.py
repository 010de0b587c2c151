"""Why a query selects a story, or does not, and why one story leads another."""

from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_held, a_place, a_story

from feeds.curate import explain_query, match_words, read_words
from feeds.curate.explain import write_query
from feeds.curate.fold import explain_lead, explain_leading, fold_stories
from feeds.model import Agency, Dateline, Genre, HeldStory, History
from feeds.text.query import parse_query

WORDS = read_words(
    a_story(headline="Dam holds", body_text="No flood in Aubeval.", section="World", language="en")
)
TEXT = "in its headline, standfirst or text"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("*", ("the topic asks for everything",)),
        ("dam", (f"it has dam {TEXT}",)),
        ("flo*", (f"it has flo* {TEXT}",)),
        ('"no flood" section:world', (f'it has "no flood" {TEXT}', "it is in the section world")),
        ("storm OR dam OR flood", (f"it has dam {TEXT}", f"it has flood {TEXT}")),
        ("dam NOT storm", (f"it has dam {TEXT}",)),
        ("storm", (f"it has no storm {TEXT}",)),
        (
            "dam storm place:ostmark",
            (f"it has no storm {TEXT}", "it has no dateline"),
        ),
        ("Élection", (f"it has no Élection {TEXT}",)),
        ("แผ่นดินไหว 戦争", (f"it has no แผ่นดินไหว {TEXT}", f"it has no 戦争 {TEXT}")),
        ("storm OR (gale wind)", ("none of these applies: storm; gale wind",)),
        ("dam -section:world", ("it is in the section world, which the topic excludes",)),
        ("dam NOT (NOT storm)", ("it matches NOT storm, which the topic excludes",)),
        ("dam NOT (storm OR flood)", (f"it has flood {TEXT}, which the topic excludes",)),
    ],
)
def test_what_decided_is_named(query: str, told: tuple[str, ...]) -> None:
    """What was found where the query selects, and what is not met where it does not."""
    assert told == explain_query(parse_query(query), WORDS)


TOLD = read_words(
    a_story(
        source_id="valley-post",
        headline="Dam holds",
        standfirst="So far.",
        categories=("Rivers",),
        genre=Genre.INTERVIEW,
        agencies=(Agency(name="dpa", role="quoted"),),
        byline=("Ada Moreau",),
        dateline=Dateline(place="AUBEVAL"),
        section="World news",
        language="en",
    )
)
BARE = read_words(a_story(headline="Dam holds", body_text="", url=None))


@pytest.mark.parametrize(
    ("query", "found", "missed"),
    [
        ("headline:dam", "it has dam in its headline", ""),
        ("standfirst:far", "it has far in its standfirst", "it has no standfirst"),
        ("body:aubeval", "it has aubeval in its text", "its text is not held"),
        ("section:world", "it is in the section world", "it names no section"),
        ("category:rivers", "it is filed under rivers", "it names no category"),
        ("genre:interview", "it is an interview", "it is not an interview"),
        ("source:valley", "it comes from the source valley", ""),
        ("agency:dpa", "it names the agency dpa", "it names no agency"),
        ('byline:"ada moreau"', 'it is by "ada moreau"', "it names no author"),
        ("place:aubeval", "its dateline names aubeval", "it has no dateline"),
        ("language:en", "its language is en", "its language is not known"),
        ("url:post.example", "its address has post.example", "it has no address"),
    ],
)
def test_a_field_is_told_in_plain_words(query: str, found: str, missed: str) -> None:
    """That it has what was asked for; or, of a story without the field, that it has no such."""
    assert (found,) == explain_query(parse_query(query), TOLD)
    if missed:
        assert (missed,) == explain_query(parse_query(query), BARE)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("headline:flood", "it has no flood in its headline"),
        ("section:sport", "it is not in the section sport"),
        ("category:fish", "it is not filed under fish"),
        ("genre:opinion", "it is not an opinion"),
        ("genre:list", "it is not a list"),
        ("genre:l*", "it is not a list or a live blog"),
        ("source:lorne", "it does not come from the source lorne"),
        ("agency:afp", "it does not name the agency afp"),
        ("byline:ude", "it is not by ude"),
        ("place:lorne", "its dateline does not name lorne"),
        ("language:de", "its language is not de"),
        ("url:lorne.example", "its address does not have lorne.example"),
        ("NOT genre:interview", "it is an interview, which the topic excludes"),
    ],
)
def test_what_a_field_has_not_is_told_in_plain_words(query: str, told: str) -> None:
    """Of a story that has the field."""
    assert (told,) == explain_query(parse_query(query), TOLD)


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


@pytest.mark.parametrize(
    ("ranks", "told"),
    [
        ((50, 50, 50, 50, 90), "before 4 by the rank of its source, before 1 by its id"),
        ((50, 10), "before all 2 others by the rank of its source"),
        ((50,), "its source has rank 90, the other's 50"),
    ],
)
def test_why_a_story_leads_is_told_of_each_of_the_others(ranks: tuple[int, ...], told: str) -> None:
    """The rule that held against the next one alone is no reason against the rest."""
    held = [
        a_held(story, membership=a_place(story, fold_id="id-a"), rank=rank)
        for name, rank in zip("abcdefg", (90, *ranks), strict=False)
        for story in [a_story(name)]
    ]
    lead, *others = fold_stories(held, "events")["id-a"]

    assert "id-a" == lead.story.id
    assert told == explain_leading(lead, others)
