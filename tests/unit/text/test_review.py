"""What is said of queries that can be read: what never can be met, what was hardly meant."""

import re
from pathlib import Path

import pytest
from counting import count_calls

from feeds.errors import QueryError
from feeds.text.query import parse_query
from feeds.text.review import Review, review_query

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "query.md"
SOURCES = ("bbc-world", "guardian", "valley.example-rss")


def review(text: str, sources: tuple[str, ...] | None = SOURCES) -> Review:
    """Review a query as it is written."""
    return review_query(text, parse_query(text), sources)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("genre:(opinion analysis)", 16, "did you mean genre:(opinion OR analysis)?"),
        ("genre:opinion a genre:list", 23, "one genre, and here it is asked for opinion and list"),
        ('genre:("live blog" opinion)', 20, 'did you mean genre:("live blog" OR opinion)?'),
        ("a (b (genre:opinion genre:list))", 27, "did you mean genre:(opinion OR list)?"),
        ("a NOT a", 7, "NOT a leaves nothing of a, which is asked for too"),
        ("a -A", 4, "NOT A leaves nothing of a"),
        ("a NOT (a OR b)", 8, "NOT a leaves nothing of a"),
        ("(a OR b) NOT a NOT b", 14, "NOT a NOT b leaves nothing of a OR b"),
        ("a (b (c NOT a))", 13, "NOT a leaves nothing of a"),
        ("flood NOT flo*", 11, "NOT flo* leaves nothing of flood"),
        ('"a b" NOT b', 11, 'NOT b leaves nothing of "a b"'),
        ("headline:a NOT a", 16, "NOT a leaves nothing of headline:a"),
        ("language:en-gb NOT language:en", 29, "NOT language:en leaves nothing"),
    ],
)
def test_what_can_never_be_met_is_sure(text: str, column: int, said: str) -> None:
    """No story can meet the query, whatever the sources are."""
    (told,) = review(text, None).never

    assert said in str(told)
    assert (column, ()) == (told.column, review(text, None).unmeant)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("NOT genre:(opinion analysis)", 20, "did you mean genre:(opinion OR analysis)?"),
        ("a OR (b (genre:opinion genre:list))", 30, "did you mean genre:(opinion OR list)?"),
        ('ukraine OR ("new york times" NOT times)', 34, "NOT times leaves nothing of"),
        ("flood NOT (storm NOT storm)", 22, "NOT storm leaves nothing of storm"),
        ("NOT genre:live blog", 16, 'did you mean genre:"live blog"?'),
        ("genre: live blog", 13, "'blog' is looked for in the text, as genre: holds for the one"),
        ("genre:opinion OR analysis", 18, "did you mean genre:(opinion OR analysis)?"),
        ("language:fr OR de", 16, "did you mean language:(fr OR de)?"),
        ("source:bbc OR guardian", 15, "did you mean source:(bbc OR guardian)?"),
        ("language:(en de)", 14, "did you mean language:(en OR de)?"),
        ("source:(bbc guardian)", 13, "did you mean source:(bbc OR guardian)?"),
        ("NOT genre:list OR NOT genre:opinion", 29, "finds everything; did you mean NOT genre:("),
        ("NOT language:en OR -language:de", 30, "did you mean NOT language:(en OR de)?"),
        ("source:gaurdian", 8, "No source has 'gaurdian' in its id; did you mean guardian?"),
        ("NOT source:bbcc", 12, "did you mean bbc?"),
        ("source:qq", 8, "the sources are bbc-world, guardian, valley.example-rss"),
        ("language:english", 10, "did you mean language:en?"),
        ("language:Français", 10, "did you mean language:fr?"),
        ("syria or iraq", 7, "did you mean OR, in capitals?"),
        ("syria And iraq", 7, "did you mean AND, in capitals?"),
        ("not sport", 1, "did you mean NOT, in capitals?"),
        ("headline:(syria or iraq)", 17, "did you mean OR, in capitals?"),
        ("source:(bbc or guardian)", 13, "did you mean OR, in capitals?"),
        ("«islamic state»", 1, 'write "islamic state"'),
        ("a 'islamic state' b", 3, 'write "islamic state"'),
        ("a !sport", 3, "write NOT sport to exclude it"),
        ("genre:!opinion", 7, "write NOT genre:opinion to exclude it"),
        ("a –sport*", 3, "write NOT sport* to exclude it"),
        ("syria|iraq", 1, "write (syria OR iraq)"),
        ("syria&&iraq", 1, "write (syria AND iraq)"),
        ("genre=opinion", 1, "did you mean genre:opinion?"),
        ("genre :opinion", 1, "did you mean genre:opinion?"),
    ],
)
def test_what_was_hardly_meant_is_told(text: str, column: int, said: str) -> None:
    """With the column, and with what to write instead."""
    (told,) = review(text).unmeant

    assert said in str(told)
    assert (column, ()) == (told.column, review(text).never)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "flood* OR storm NOT football",
        'NOT genre:(opinion OR analysis OR list OR "live blog")',
        "genre:(live blog)",
        "genre:opinion syria",
        'genre:opinion OR "analysis"',
        "genre:opinion OR text:analysis",
        "NOT genre:opinion NOT genre:list",
        "language:(en OR de)",
        "language:(fr ca)",
        "language:en NOT language:en-gb",
        "language:de OR EU",
        "NOT language:english-lessons",
        "source:(bbc world)",
        "source:bbc-* OR source:valley.example",
        "section:(world politics)",
        "place:(berlin paris)",
        "flo* NOT flood",
        "a NOT headline:a",
        "(a OR b) NOT b",
        "a a",
        "a OR NOT a",
        'syria "or" iraq',
        '"war and peace"',
        "prix or",
        "or OR argent",
        "“islamic state”",
        "«état» d'urgence",
        "rock 'n' roll",
        "AT&T AC/DC C++ +49",
        "url:https://a.example/?b=c|d",
        "10–12",
        "syria, iraq",
    ],
)
def test_what_may_well_be_meant_is_right(text: str) -> None:
    """Nothing is said of it."""
    assert Review() == review(text)


def test_sources_nobody_knows_are_not_missed() -> None:
    """Where not all could be read, an id may be one of the others."""
    assert Review() == review("source:gaurdian", None)


def test_of_a_query_that_is_wrong_all_over_the_first_are_told() -> None:
    """Each is shown with its query, so that thousands would be megabytes."""
    assert len(review("or " * 3_000).unmeant) == 20
    assert len(review(" ".join(f"source:zq{n}" for n in range(700))).unmeant) == 20


def list_mistakes() -> list[str]:
    """Return what stands in the first column of the reference's tables of mistakes."""
    _, _, told = REFERENCE.read_text("utf-8").partition("## Limits and mistakes")
    cells = re.findall(r"^\| (`.*?) \|", told, re.MULTILINE)
    return [text.replace("\\", "") for cell in cells for text in re.findall("`([^`]*)`", cell)]


@pytest.mark.parametrize("text", list_mistakes())
def test_every_mistake_of_the_reference_is_told(text: str) -> None:
    """The documents cannot drift."""
    try:
        told = review(text) != Review()
    except QueryError:
        told = True

    assert told


def test_the_reference_tells_of_mistakes() -> None:
    """They are found where they are looked for."""
    assert {"genre:opinon", "syria|iraq", "–sport"} <= set(list_mistakes())


def test_parentheses_in_parentheses_are_looked_at_once() -> None:
    """A query may be nested a hundred times; what is asked together is compared once."""
    text = "(" * 60 + "a -b" + " c)" * 60

    with count_calls() as calls:
        review(text)

    assert calls["_find_contradictions"] < 10
