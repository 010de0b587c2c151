"""Laws of the query language and of composing."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import NOON, a_place, a_story

from feeds.curate import compose_feed, match_story
from feeds.model import (
    And,
    Everything,
    Genre,
    HeldStory,
    History,
    Not,
    Or,
    Query,
    Settings,
    Story,
    Term,
    Topic,
)
from feeds.text.query import QUERY_FIELDS, parse_query
from feeds.text.review import review_query

WORDS = "aubeval boiler dam flood gate gates harbour".split()

TERMS = st.builds(
    Term,
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple),
    prefix=st.booleans(),
    field=st.sampled_from([None, *(it for it in QUERY_FIELDS if it not in {"text", "genre"})]),
) | st.builds(
    # Other words than those of a genre are a mistake.
    Term,
    words=st.sampled_from(Genre).map(lambda genre: tuple(genre.split())),
    prefix=st.booleans(),
    field=st.just("genre"),
)


def join(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    """A query made of smaller ones."""
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.builds(And, parts=parts) | st.builds(Or, parts=parts) | st.builds(Not, part=inner)


QUERIES: st.SearchStrategy[Query] = st.recursive(TERMS, join, max_leaves=8)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
STORIES = st.builds(
    a_story,
    headline=TEXTS,
    standfirst=TEXTS,
    body_text=TEXTS,
    section=TEXTS,
    language=st.none(),
    genre=st.none() | st.sampled_from(Genre),
)


def write(query: Query) -> str:
    """Write a tree as a query, with every parenthesis."""
    match query:
        case Everything():
            return "*"
        case Term(words=words, prefix=prefix, field=field):
            phrase = f'"{" ".join(words)}{"*" if prefix else ""}"'
            return f"{field}:{phrase}" if field else phrase
        case And(parts=parts):
            return " ".join(f"({write(part)})" for part in parts)
        case Or(parts=parts):
            return " OR ".join(f"({write(part)})" for part in parts)
        case Not(part=part):
            return f"NOT ({write(part)})"


@given(query=QUERIES)
def test_a_tree_written_and_read_is_the_same(query: Query) -> None:
    """What the parser makes, and nothing else, stands in the text."""
    assert query == parse_query(write(query))


@given(text=st.text(max_size=60) | st.text('ab":*()-&|~=,?#[]«»（）： ORNOTAD\n', max_size=60))
def test_anything_is_a_query_or_a_pointed_mistake(text: str) -> None:
    """Never another error, and the caret stands under the query or right behind it."""
    review = review_query(text, WORDS)
    told = (*review.never, *review.unmeant)

    assert all(1 <= error.column <= len(error.query) + 1 for error in told)


@given(one=QUERIES, other=QUERIES, story=STORIES)
def test_queries_obey_the_laws_of_logic(one: Query, other: Query, story: Story) -> None:
    """AND and OR commute, NOT NOT is nothing, and De Morgan was right."""

    def found(query: Query) -> bool:
        return match_story(query, story)

    assert found(And(parts=(one, other))) == found(And(parts=(other, one)))
    assert found(Or(parts=(one, other))) == found(Or(parts=(other, one)))
    assert found(Not(part=Not(part=one))) == found(one)
    neither = And(parts=(Not(part=one), Not(part=other)))
    assert found(Not(part=Or(parts=(one, other)))) == found(neither)


@given(parts=st.lists(TERMS | st.builds(Not, part=TERMS), min_size=2, max_size=5), story=STORIES)
def test_what_is_said_never_to_be_met_is_never_met(parts: list[Query], story: Story) -> None:
    """No query of words side by side is refused that finds a story."""
    text = write(And(parts=tuple(parts)))
    query = parse_query(text)

    assert not (review_query(text).never and match_story(query, story))


HISTORIES = st.builds(
    History, revised=st.none() | st.just(NOON), withdrawn=st.none() | st.just(NOON)
)


@st.composite
def held_stories(draw: st.DrawFn) -> list[HeldStory]:
    """Stories that share copies, events, ranks and times."""
    count = draw(st.integers(0, 8))
    hours = st.integers(0, 30)
    held = []
    for number in range(count):
        story = a_story(
            f"s{number}",
            first_seen=NOON - timedelta(hours=draw(hours)),
            published=draw(st.none() | hours.map(lambda n: NOON - timedelta(hours=n))),
            word_count=draw(st.integers(0, 2)),
        )
        copies = f"id-s{draw(st.integers(0, number))}"
        held.append(
            HeldStory(
                story=story,
                membership=a_place(story, copies_id=copies, event_id=f"id-s{number % 2}"),
                history=draw(HISTORIES),
                rank=draw(st.integers(0, 2)),
                source_title=draw(st.sampled_from(["Valley Post", "Ostmark Times"])),
                source_url=None,
            )
        )
    return held


@pytest.mark.case("P-07")
@given(
    held=held_stories(),
    fold=st.sampled_from(["none", "copies", "events"]),
    limit=st.integers(1, 5),
    data=st.data(),
)
def test_a_feed_does_not_depend_on_the_order_of_its_stories(
    held: list[HeldStory], fold: str, limit: int, data: st.DataObject
) -> None:
    """The same stories make the same feed, with distinct ids and no time of ours."""
    topic = Topic(
        slug="t",
        title="T",
        match="*",
        query=Everything(),
        fold=fold,  # type: ignore[arg-type]
        limit=limit,
        keep=timedelta(hours=24),
    )
    feed = compose_feed(topic, held, Settings(), NOON)
    shuffled = data.draw(st.permutations(held))

    assert feed == compose_feed(topic, shuffled, Settings(), NOON)
    assert len({item.id for item in feed.items}) == len(feed.items) <= limit
