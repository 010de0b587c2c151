"""Queries become trees, and what is no query becomes a sentence with a caret."""

import re
from pathlib import Path

import pytest

from feeds.errors import QueryError
from feeds.model import And, Everything, Genre, Not, Or, Query, Term
from feeds.text.query import QUERY_FIELDS, parse_query, split_terms
from feeds.text.review import review_query

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "query.md"


def word(text: str, field: str | None = None, *, prefix: bool = False) -> Term:
    """A term as the parser makes it."""
    return Term(words=tuple(text.split()), field=field, prefix=prefix)


A, B, C = word("a"), word("b"), word("c")


def read_reference(language: str) -> list[str]:
    """Return the lines of the reference's fenced blocks in one language."""
    blocks = re.findall(rf"```{language}\n(.*?)```", REFERENCE.read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("a b", And(parts=(A, B))),
        ("a AND b c", And(parts=(A, B, C))),
        ("a OR b", Or(parts=(A, B))),
        ("a b OR c", Or(parts=(And(parts=(A, B)), C))),
        ("a (b OR c)", And(parts=(A, Or(parts=(B, C))))),
        ("((a))", A),
        ("a NOT b", And(parts=(A, Not(part=B)))),
        ("a -b", And(parts=(A, Not(part=B)))),
        ("-(a b)", Not(part=And(parts=(A, B)))),
        ("NOT NOT a", Not(part=Not(part=A))),
        ("*", Everything()),
        (" * ", Everything()),
        ("a\n\tb", And(parts=(A, B))),
    ],
)
def test_operators_build_the_tree(text: str, tree: Query) -> None:
    """AND binds closer than OR, NOT closest; one part needs no wrapper."""
    assert tree == parse_query(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Köln", word("koln")),
        ("flood*", word("flood", prefix=True)),
        ('"Flood Warning"', word("flood warning")),
        ("“flood warning”", word("flood warning")),
        ('"dam break*"', word("dam break", prefix=True)),
        ("hydro-electric", word("hydro electric")),
        ("10:30", word("10 30")),
        ("https://a.example/x", word("https a example x")),
        ("Aubeval's", word("aubeval s")),
        ("ANDROID", word("android")),
        ('"a OR b"', word("a or b")),
        ("or", word("or")),
        ("東京", word("東 京")),
        ("ไทย", word("ไ ท ย")),
        ("สี", word("สี")),
        ("มือ*", word("มื อ", prefix=True)),
        ("বাংলা", word("বাংলা")),
    ],
)
def test_words_are_folded(text: str, term: Term) -> None:
    """Case, accents, quotation marks and joints make no difference."""
    assert term == parse_query(text)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("section:a", word("a", "section")),
        ("Section: a", word("a", "section")),
        ('headline:"a b*"', word("a b", "headline", prefix=True)),
        ("text:a", A),
        ("body:(a OR b)", Or(parts=(word("a", "body"), word("b", "body")))),
        ("body:(a text:b)", And(parts=(word("a", "body"), B))),
        ("-section:a", Not(part=word("a", "section"))),
        ("url:https://a.example/b", word("https a example b", "url")),
    ],
)
def test_a_field_holds_for_what_follows(text: str, tree: Query) -> None:
    """It is distributed over a parenthesis; a field inside wins, and text is none."""
    assert tree == parse_query(text)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", 1, "empty"),
        (" \n ", 1, "empty"),
        ("(a OR b", 1, "never closed"),
        ("a (b (c)", 3, "never closed"),
        ("a)", 2, "No parenthesis is open"),
        ("a ()", 4, "nothing between"),
        ("a OR", 3, "After OR something is missing"),
        ("a OR OR b", 3, "After OR something is missing"),
        ("(a AND)", 4, "After AND something is missing"),
        ("AND a", 1, "Before AND something is missing"),
        ("a NOT", 3, "After NOT something is missing"),
        ("section:", 1, "After section: something is missing"),
        ("section:OR b", 1, "After section: something is missing"),
        ("a hedline:b", 3, "did you mean headline:"),
        ("title:b", 1, "did you mean headline:"),
        ("qqq:b", 1, "the fields are headline, standfirst"),
        ("a genre:opinon", 9, "no genre 'opinon'; did you mean opinion? The genres are list, "),
        ("genre:report", 7, "no genre 'report'; the genres are list, \"live blog\", opinion, "),
        ("genre:liveblog", 7, 'did you mean "live blog"?'),
        ("genre:(list or opinion)", 13, "did you mean OR, in capitals?"),
        ("genre:pin*", 7, "no genre 'pin'"),
        ('genre:"blog live"', 7, "no genre 'blog live'"),
        ("a *", 3, "stands alone"),
        ("(*)", 2, "stands alone"),
        ("section:*", 9, "stands alone"),
        ('"a *"', 4, "stands alone"),
        ("sy*ria", 3, "only at the end"),
        ("flood*|storm*", 6, "A | is no OR; write (flood* OR storm*)"),
        ("flood*|storm", 6, "write (flood* OR storm)"),
        ("a*|b*c", 2, "only at the end"),
        ("*ria", 1, "only at the end"),
        ('a ""', 3, "no word between"),
        ('"&"', 1, "no word between"),
        ("a && b", 3, "no letter or figure in '&&' to look for; write AND, or nothing"),
        ("body:&", 6, "no letter or figure in '&'"),
        ("a NOT & b", 7, "no letter or figure in '&'"),
        ("a OR 🔥", 6, "no letter or figure in '🔥'"),
        ("🔥", 1, "no letter or figure in '🔥'"),
        ("a ^ b", 3, "no letter or figure"),
        ("a || b", 3, "write OR"),
        ("a , b", 3, "no letter or figure"),
        ("site:b.example", 1, "did you mean url:"),
        ("titel:b", 1, "did you mean headline:"),
        ("sec:sport", 1, "did you mean section:?"),
        ("sport_:b", 1, "the fields are headline"),
        ("intext:b", 1, "did you mean text:?"),
        ("after:2026-01-01", 1, "no query asks for dates: how long a story stays in a topic"),
        ("date:2026", 1, "as in keep: 14d. Words with a colon need quotation marks"),
        ("filetype:pdf", 1, "the fields are headline"),
        ("NOT:sport", 1, "did you mean NOT and a space?"),
        ("genre:opinion|analysis", 7, "did you mean genre:(opinion OR analysis)?"),
        ("genre:(list opinion,analysis)", 13, "did you mean (opinion OR analysis)?"),
        ('genre:"opinion OR list"', 7, "did you mean genre:(opinion OR list)?"),
        ("genre : opinion", 7, "is followed by its colon at once; write genre:opinion"),
        ("lang = (de OR fr)", 6, "write language:(de OR fr)"),
        ("a : b", 3, "no letter or figure in ':' to look for"),
        ("headline:-flood", 1, "stands before the field's name; write -headline:flood"),
        ("headline:NOT flood", 1, "write NOT headline:flood"),
        ("headline:-(a OR b)", 1, "write -headline:(…)"),
        ("a NOT + b", 7, "write AND, or nothing"),
        ("a / b", 3, "write OR"),
        ("a « b c » d", 3, 'write straight marks, as in "b c"'),
        ("a - storm", 3, "as in -storm; leave it out if it excludes nothing"),
        ('a "b', 3, "quotation mark is never closed"),
        ("a - b", 3, "minus stands right before"),
        (")-", 2, "minus stands right before"),
    ],
)
def test_a_mistake_is_pointed_at(text: str, column: int, said: str) -> None:
    """The message says what was expected, the column where."""
    with pytest.raises(QueryError, match=re.escape(said)) as caught:
        parse_query(text)

    assert column == caught.value.column
    assert "\n" not in caught.value.query


@pytest.mark.parametrize("text", ["genre:Opinion", "genre:ana*", 'genre:"live blog"', "genre:live"])
def test_a_genre_is_named_whole_or_in_part(text: str) -> None:
    """There are four: another word would find nothing, and nobody would notice."""
    assert isinstance(parse_query(text), Term)


def test_a_term_knows_where_it_begins() -> None:
    """Behind its field, and at its quotation mark."""
    query = parse_query('a\nheadline:b "c d"')

    assert isinstance(query, And)
    assert [1, 12, 14] == [part.column for part in query.parts if isinstance(part, Term)]


def test_the_longest_query_is_read_and_a_longer_one_is_refused() -> None:
    """10,000 characters are the bound."""
    assert isinstance(parse_query("a " * 5_000), And)
    with pytest.raises(QueryError, match="10001 characters"):
        parse_query("a" * 10_001)


@pytest.mark.parametrize(("opened", "closed"), [("(", ")"), ("NOT ", ""), ("-(", ")")])
def test_deep_nesting_is_refused(opened: str, closed: str) -> None:
    """Beyond 100 there is an error, not a crash."""
    parse_query(opened * 50 + "a" + closed * 50)
    with pytest.raises(QueryError, match="nested more than 100 deep"):
        parse_query(opened * 101 + "a" + closed * 101)
    with pytest.raises(QueryError, match="nested more than 100 deep"):
        parse_query(opened * 2_400 + "a" + closed * 2_400)


@pytest.mark.case("C-14")
@pytest.mark.parametrize("text", ["(" * 9_999, ")" * 9_999, '"' * 9_999, "-" * 9_999, "a:" * 4_999])
def test_hostile_queries_are_refused_quickly(text: str) -> None:
    """No input of the greatest length does more than raise."""
    with pytest.raises(QueryError):
        parse_query(text)


@pytest.mark.case("C-14", "CVE-2026-33981")
@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("env", word("env")),
        ("${HOME}", word("home")),
        ("__import__('os')", And(parts=(word("import"), word("os")))),
        ("{0.__class__}", word("0 class")),
        ("story.__dict__", word("story dict")),
    ],
)
def test_nothing_in_a_query_is_run(text: str, tree: Query) -> None:
    """What looks like code is words to look for: the grammar has nothing else."""
    assert tree == parse_query(text)


def test_terms_of_a_text_are_those_of_a_query() -> None:
    """An apostrophe parts words on both sides; so does every ideograph."""
    assert ("l", "eau", "d", "aubeval") == split_terms("L’eau d'Aubeval")
    assert split_terms("東京 2026") == ("東", "京", "2026")
    assert split_terms("ｶﾅ") == ("カ", "ナ")


@pytest.mark.parametrize("line", read_reference("query"))
def test_every_query_of_the_reference_is_read(line: str) -> None:
    """The documents cannot drift: each example line is a query, of which nothing is to be said."""
    found = review_query(line, ["bbc-world"])

    assert ((), ()) == (found.never, found.unmeant)


def test_the_reference_shows_a_mistake_as_it_is_told() -> None:
    """Sentence, query and caret stand there as a user sees them."""
    said, query, caret = read_reference("text")
    with pytest.raises(QueryError) as caught:
        parse_query(query)

    assert f"{said}\n{query}\n{caret}" == f"{caught.value}\n{caught.value.pointed()}"


def test_the_reference_names_every_field() -> None:
    """The table of fields is complete and in the same order."""
    rows = re.findall(r"^\| `(\w+)` \|", REFERENCE.read_text("utf-8"), re.MULTILINE)

    assert list(QUERY_FIELDS) == rows


@pytest.mark.parametrize("page", ["query.md", "schema.md"])
def test_the_reference_names_every_genre(page: str) -> None:
    """As it is written in a query, and in the schema."""
    text = REFERENCE.with_name(page).read_text("utf-8")
    (row,) = re.findall(r"^\| `genre` \| ([^|]+) \|", text, re.MULTILINE)

    assert set(Genre) == {name.strip('"') for name in re.findall(r"`([^`]+)`", row)}
