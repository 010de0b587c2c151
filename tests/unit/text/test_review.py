"""What is said of queries that can be read: what never can be met, what was hardly meant."""

import re
from pathlib import Path

import pytest
from counting import count_calls

from feeds.text.query import parse_query
from feeds.text.review import Review, review_query

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "query.md"
SOURCES = ("bbc-world", "guardian", "valley.example-rss")


def review(text: str, sources: tuple[str, ...] | None = SOURCES) -> Review:
    """Review a query as it is written."""
    return review_query(text, sources)


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
        ("syria Or iraq", 7, "did you mean OR, in capitals?"),
        ("syria And iraq", 7, "did you mean AND, in capitals?"),
        ("syria aNd Iraq", 7, "did you mean AND, in capitals?"),
        ("flood Not sport", 7, "did you mean NOT, in capitals?"),
        ("Not sport", 1, "did you mean NOT, in capitals?"),
        ("flood Not die", 7, "did you mean NOT, in capitals?"),
        ("flood OR Not section:sport", 10, "did you mean NOT, in capitals?"),
        ("Flood nOt Sport", 7, "did you mean NOT, in capitals?"),
        ("syria XOR iraq", 7, "did you mean (a OR b) NOT (a b), for there is no operator XOR?"),
        ("(a OR b) xor c", 10, "there is no operator XOR"),
        ("syria NOR iraq", 7, "did you mean NOT a NOT b, for there is no operator NOR?"),
        ("syria AND/OR iraq", 7, "did you mean OR?"),
        ("flut und/oder sturm", 6, "did you mean OR?"),
        ("syria BUT NOT iraq", 7, "did you mean AND?"),
        ("syria but -iraq", 7, "did you mean AND?"),
        ("source:qq.example", 8, "; url:qq.example finds stories by their address"),
        ("(a OR b) And (c OR d)", 10, "did you mean AND, in capitals?"),
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
        ("genre=(opinion)", 1, "did you mean genre:(opinion)?"),
        ("lang= de", 1, "did you mean language:de?"),
        ("headline：flood", 1, "did you mean headline:flood?"),
        ("headline：（flood OR storm）", 1, "did you mean headline:(flood OR storm)?"),
        ("（flood OR storm） rain", 1, "（ and ） are no parentheses; write ( and )"),
        ("NOT（sport music）", 1, "（ and ） are no parentheses"),
        ("[flood OR storm] rain", 1, "[ and ] are no parentheses"),
        ("＂flood warning＂", 1, 'write "flood warning"'),
        ("flood＊", 1, "A ＊ is no *; write flood*"),
        ("flood ＯＲ storm", 7, "did you mean OR?"),
        ("a|b*", 1, "write (a OR b*)"),
        ("a|b|c", 1, "write (a OR b OR c)"),
        ("section:sport|media", 9, "write section:(sport OR media)"),
        ("flo?d", 1, "A ? stands for no letter; write flo*, or its spellings"),
        ("w?man", 1, "A ? stands for no letter; write its spellings"),
        ("headline:flood~2", 10, "write headline:flood"),
        ("flood^4", 1, "A ^ weighs nothing: a story is found or it is not; write flood"),
        ('"flood warning"~5', 16, "'~5' is looked for in the text; leave it out"),
        ('"flood warning"^2', 16, "'^2' is looked for in the text; leave it out"),
        ("flood NEAR/5 storm", 7, "side by side, words are found wherever they stand"),
        ("flood NEAR storm", 7, "side by side, words are found wherever they stand"),
        ("flood W/5 EU", 7, "side by side, words are found wherever they stand"),
        ("flood W/5 storm", 7, "side by side, words are found wherever they stand"),
        ("flood AROUND(5) storm", 7, "side by side, words are found wherever they stand"),
        ("flood NOT-sport", 7, "NOT stands alone; write NOT sport"),
        ("flut ODER sturm", 6, "did you mean OR?"),
        ("Flut UND (Sturm OR Regen)", 6, "did you mean AND?"),
        ("CDU ODER SPD", 5, "did you mean OR?"),
        ("crue OU tempête", 6, "did you mean OR?"),
        ("crue ET tempête", 6, "did you mean AND?"),
        ("crue SAUF sport", 6, "did you mean NOT?"),
        ("inundación Y sequía", 12, "did you mean AND?"),
        ("Israel Y Palestina", 8, "did you mean AND?"),
        ("alluvione E frana", 11, "did you mean AND?"),
        ("overstroming EN storm", 14, "did you mean AND?"),
        ("наводнение ИЛИ шторм", 12, "did you mean OR?"),
        ("flut oder sturm", 6, "did you mean OR?"),
        ("洪水 或 台风", 4, "did you mean OR?"),
        ("flood* and storm", 8, "did you mean AND, in capitals?"),
        ('"dam break" and flood', 13, "did you mean AND, in capitals?"),
        ("flood language:en OR de", 22, "did you mean language:(en OR de)?"),
        ("language:en OR de flood", 16, "did you mean language:(en OR de)?"),
        ("flood source:bbc OR guardian", 21, "did you mean source:(bbc OR guardian)?"),
        ("language:DE OR EN", 16, "did you mean language:(DE OR EN)?"),
        ("source:BBC OR Guardian", 15, "did you mean source:(BBC OR Guardian)?"),
        ("agency:AP OR AFP", 14, "did you mean agency:(AP OR AFP)?"),
        ("NOT genre:opinion, analysis", 20, "did you mean genre:(opinion OR analysis)?"),
        ("language:en, de", 14, "did you mean language:(en OR de)?"),
        ("language:(en, de)", 15, "did you mean language:(en OR de)?"),
        ("language:(fr,de)", 11, "did you mean (fr OR de)?"),
        ("language:fr;de", 10, "did you mean language:(fr OR de)?"),
        ("language:english,fr", 10, "did you mean language:(en OR fr)?"),
        ("language:klingon", 10, "'klingon' is no tag of a language; languages are compared by"),
        ("language:(en OR klingon)", 17, "'klingon' is no tag of a language"),
        ("language:xx", 10, "'xx' is no tag of a language; languages are compared by"),
        ("flood -language:qq", 17, "'qq' is no tag of a language"),
        ("agency:reuter", 8, "did you mean agency:reuters?"),
        ("agency:(dpa OR Rueters)", 16, "did you mean reuters?"),
        ("agency:blomberg", 8, "did you mean agency:bloomberg?"),
        ("language:englisch", 10, "did you mean language:en?"),
        ("language:cn", 10, "finds only tags that name it, as in zh-cn; did you mean language:zh?"),
        ("language:jp", 10, "did you mean language:ja?"),
        ("language:jp-jp", 10, "'jp-jp' is no tag of a language; did you mean language:ja?"),
        ("language:englis*", 10, "did you mean language:en?"),
        ("language:eng", 10, "did you mean language:en?"),
        ("language:日本語", 10, "did you mean language:ja?"),
        ("source:bbc,guardian", 8, "did you mean source:(bbc OR guardian)?"),
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
        "black and white",
        "Black And White",
        "war and peace OR crime",
        "Not Ruanda",
        "Hunger Not Sudan",
        "Hunger Not lindern",
        "schwere Not Sudan",
        "wirtschaftliche Not der Bauern",
        "Not der Bauern",
        "Not der Bauern OR Hunger",
        "große Not in syrien",
        "black And White",
        "XOR cipher",
        "neither nor dam",
        "hockey NOR SWE",
        "syria BUT iraq",
        "but NOT iraq",
        "Palme Or Cannes",
        "'90s music fans'",
        "’68 protests’",
        "'s avonds'",
        "genre:opinion OR language:de",
        "(flood language:en) OR de",
        "language:fr OR (de flood)",
        "source:bbc OR world cup",
        "agency:AP OR Merkel",
        "agency:dpa OR dam",
        "genre:opinion, Merkel",
        "language:de-at OR language:es-419 OR language:tlh OR language:en*",
        "language:(zh cn)",
        "language:zh NOT language:cn",
        "language:(ca valencia)",
        "language:us OR language:gb OR language:latn",
        "language:za OR language:xk OR language:at OR language:e*",
        "agency:(Reuters OR AFP OR dpa OR apa OR Belta OR belga OR tt)",
        'agency:"Thomson Reuters" OR agency:reuter* OR agency:associated OR agency:bloom*',
        "reuter OR byline:reuter",
        "language:en_GB",
        "why? because",
        "¿inundación? Madrid",
        "~50 2^10",
        '"flood" 5',
        "a=b E=mc2 score=3",
        "title fight",
        "[Video] flood OR storm",
        "[Video from Berlin] flood",
        "NOT-for-profit",
        "W3 N95 n/5",
        "FIRE NEAR LONDON",
        "life AROUND the world",
        "习近平（主席）",
        "NOT （体育）",
        "headline:title=flood",
        "agency:AP Reuters",
        "source:bbc guardian",
        "习近平（主席） 访问 北京：洪水 标题｜网站",
        "洪水和台风",
        "Oder Hochwasser",
        "hochwasser an der oder",
        "World War I memorial",
        "vitamin E deficiency",
        "generación Y trabajo",
        "outbreak E coli",
        "Moira O Conlon",
        "Robert E Lindqvist",
        "plan B O plan C",
        "BANK OF ENGLAND",
        "vitamin OR deficit E health",
        "ET",
    ],
)
def test_what_may_well_be_meant_is_right(text: str) -> None:
    """Nothing is said of it."""
    found = review(text)

    assert ((), ()) == (found.never, found.unmeant)


HOSTS = {
    "bbc-world": "feeds.bbc.co.uk",
    "dw": "rss.dw.com",
    "bbci": "feeds.bbci.co.uk",
    "orf": "rss.orf.at",
    "gov": "www.gov.uk",
    "lake": "lake.post.example",
    "hills": "www.post.example",
    "saved": "",
    "n-1": "news.example",
    "n-2": "news.example",
    "n-3": "eu.news.example",
    "n-4": "news.example",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bbc.co.uk", "did you mean bbc-world, which is at that host?"),
        ("www.BBC.co.uk", "did you mean bbc-world, which"),
        ("https://www.dw.com/de/themen?a=1", "did you mean dw, which"),
        ("world.dw.com", "did you mean dw, which"),
        ("lake.post.example", "did you mean source:(lake OR hills), which are at that host?"),
        ("news.example", "sources at that host are n-1, n-2, n-3, …"),
        ("ost.example", "url:ost.example finds"),
        ("bbci.co.uk", "did you mean bbci, which"),
        ("news.orf.at", "did you mean orf, which"),
        ("orf.at", "did you mean orf, which"),
        ("gov.uk", "did you mean gov, which"),
        ("co.uk", "url:co.uk finds"),
        ("feeds.co.uk", "url:feeds.co.uk finds"),
        ("com.au", "url:com.au finds"),
        ("lake.n", "did you mean lake?"),
    ],
)
def test_a_source_is_found_by_its_host(written: str, meant: str) -> None:
    """Whoever names the site means the source that is at it; a part of a name is no host."""
    (told,) = review_query(f"source:{written}", tuple(HOSTS), HOSTS).unmeant

    assert meant in str(told)


def test_a_host_in_a_parenthesis_is_answered_as_one() -> None:
    """The field's name stands there already."""
    (told,) = review_query("source:(dw OR post.example)", tuple(HOSTS), HOSTS).unmeant

    assert "did you mean (lake OR hills), which are" in str(told)


def test_sources_nobody_knows_are_not_missed() -> None:
    """Where not all could be read, an id may be one of the others."""
    assert () == review("source:gaurdian", None).unmeant


@pytest.mark.parametrize(
    ("text", "never", "unmeant"),
    [
        ("sec:sport or genre:opinon (storm", [1, 20, 27], [11]),
        ("(flood or storm sec:x", [1, 17], [8]),
        ('flood or storm "rain', [16], [7]),
        ('(flood or storm "rain', [17], [8]),
        ("source:gaurdian (storm", [17], [8]),
        ("source:(bbc flood", [8], []),
        ("a) b) c", [2, 5], []),
        ("(((a", [1, 2, 3], []),
        ("a or b ((", [8, 9], [3]),
        ("a OR OR b AND", [3, 11], []),
        ("headline: OR b", [1], []),
        ("headline:() b", [11], []),
        ("flood NOT (flood", [11], []),
        ("a && b && c !d", [3, 8], [13]),
        ("« flood warning » or storm", [1], [19]),
        ("x" * 10_001, [61], []),
        ("(" * 200 + "a" + ")" * 200, [201], []),
        ("", [1], []),
    ],
)
def test_all_is_told_at_once(text: str, never: list[int], unmeant: list[int]) -> None:
    """What is wrong hides nothing else; what is there only because of it is not told."""
    found = review(text)

    assert found.query is None
    assert (never, unmeant) == (
        [error.column for error in found.never],
        [error.column for error in found.unmeant],
    )


def test_a_query_that_is_right_is_given_back() -> None:
    """Whoever reviews one need not read it again."""
    assert parse_query("a OR b") == review("a OR b").query


def test_a_source_is_guessed_at_the_same_cost_among_many() -> None:
    """Of ten thousand names no more are compared than of a hundred."""
    work = []
    for count in (100, 10_000):
        sources = tuple(f"valley-{number}-news" for number in range(count))
        review("source:valley-1-news", sources)
        with count_calls() as calls:
            (told,) = review("source:valey-77-news", sources).unmeant
        work.append(calls["real_quick_ratio"])
        assert "did you mean valley-77-news?" in str(told)

    assert max(work) <= 20


def test_languages_do_not_depend_on_the_version_of_python() -> None:
    """The tags are ours: tables of locales change from one version to the next."""
    assert () == review("language:(es sv)").unmeant
    assert 1 == len(review("language:(uk en)").unmeant)


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
    found = review(text)

    assert found.never or found.unmeant


def test_the_reference_tells_of_mistakes() -> None:
    """They are found where they are looked for."""
    assert {"genre:opinon", "syria|iraq", "–sport"} <= set(list_mistakes())


def test_parentheses_in_parentheses_are_looked_at_once() -> None:
    """A query may be nested a hundred times; what is asked together is compared once."""
    text = "(" * 60 + "a -b" + " c)" * 60

    with count_calls() as calls:
        review(text)

    assert calls["find_contradictions"] < 10
