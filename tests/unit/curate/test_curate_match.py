"""What a query finds in a story."""

import pytest
from counting import count_calls
from stories import a_story

from feeds.curate import match_story, match_words, read_words
from feeds.model import Agency, Dateline, Genre
from feeds.text.query import parse_query

STORY = a_story(
    headline="Flood warning for Aubeval's old bridge",
    standfirst="L’eau monte à Köln",
    body_text="The dam broke on Monday.\n\nNobody was hurt, the mayor told reporters.",
    section="World",
    categories=("Severe weather", "Rivers"),
    byline=("Ada Moreau", "Jon Vik"),
    agencies=(Agency(name="Reuters", role="credited"),),
    dateline=Dateline(place="AUBEVAL, Ostmark"),
    language="en-gb",
    source_id="valley-post",
    genre=Genre.OPINION,
    url="https://valley-post.example/world/dam?id=7",
    canonical_url="https://valley-post.example/world/dam?id=7",
)


@pytest.mark.parametrize(
    "query",
    [
        "*",
        "flood",
        "FLOOD dam",
        "nothing OR dam",
        "aubeval",
        "eau koln",
        '"flood warning"',
        '"dam broke on mon*"',
        "brid*",
        "flood -snow",
        "NOT NOT flood",
        "headline:flood",
        "text:dam",
        "section:world",
        "genre:opinion",
        "genre:(list OR opin*)",
        'category:"severe weather"',
        'byline:"ada moreau"',
        "agency:reuters",
        "place:ostmark",
        "language:en",
        "source:valley",
        "url:valley-post.example",
        "standfirst:(koln OR bonn)",
    ],
)
def test_a_query_finds_the_story(query: str) -> None:
    """Whole words, phrases, prefixes and every field."""
    assert match_story(parse_query(query), STORY)


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("lodz tromso", "Flights from Łódź to Tromsø"),
        ("Łódź Tromsø", "Flights from Lodz to Tromso"),
        ("isparta", "Isparta'da deprem: ISPARTA"),
        ("ısparta", "ISPARTA'DA DEPREM"),
        ("kırmızı", "KIRMIZI ALARM"),
        ("oeuvre aeroskobing thingvellir", "Œuvre, Ærøskøbing, Þingvellir"),
        ("dang", "Đặng Thị Ngọc"),
    ],
)
def test_letters_that_keyboards_lack_are_found_either_way(query: str, headline: str) -> None:
    """Strokes, the Turkish i without a dot, joined letters."""
    assert match_story(parse_query(query), a_story(headline=headline))


@pytest.mark.parametrize(
    "query",
    [
        "snow",
        "floods",
        "ridge",
        "flood snow",
        "NOT flood",
        '"warning flood"',
        '"bridge l eau"',
        '"dam broke mon*"',
        "standfirst:flood",
        "genre:analysis",
        "NOT genre:opinion",
        "body:flood",
        'category:"weather rivers"',
        'byline:"moreau jon"',
        "section:world -language:en",
        "language:de",
    ],
)
def test_a_query_passes_the_story_by(query: str) -> None:
    """No part of a word, no other order, no phrase across fields or values."""
    assert not match_story(parse_query(query), STORY)


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("Smith & Sons", "Smith & Sons closes its mill"),
        ("Smith & Sons", "Smith and Sons closes its mill"),
        ('"Smith & Sons"', "Smith & Sons closes its mill"),
        ("AT&T", "AT&T lays a cable"),
        ("R&D", "More money for R&D"),
        ("C++", "C++ is taught again"),
        ("24/7", "The ferry runs 24/7"),
        ("St. John's", "Fog over St John’s"),
        ("O'Neill", "O’Neill wins"),
        ("storm 🔥 👍🏽 ❤️", "Storm over the valley"),
        ("Köln – Bonn", "Zug Köln–Bonn fällt aus"),
        ("€ 5 fine", "A fine of €5"),
        ("東京 & 大阪", "東京と大阪の間で"),
    ],
)
def test_signs_among_words_do_not_hinder(query: str, headline: str) -> None:
    """What stands between names is not looked for, and the names are."""
    assert match_story(parse_query(query), a_story(headline=headline))


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("Smith & Sons", "Smith closes its mill"),
        ('"Smith & Sons"', "Sons of Smith close the mill"),
        ("R&D", "D before R"),
        ("24/7", "24 boats, 7 crews"),
    ],
)
def test_words_around_signs_are_all_asked_for(query: str, headline: str) -> None:
    """A sign that is left out makes no word optional."""
    assert not match_story(parse_query(query), a_story(headline=headline))


def test_words_read_once_answer_every_query() -> None:
    """Many topics ask one story without folding it again."""
    words = read_words(STORY)

    assert [True, False] == [match_words(parse_query(q), words) for q in ("dam", "snow")]


def test_only_the_fields_that_queries_name_are_read() -> None:
    """Long texts take long to fold, and each field is folded once, whoever asks."""
    with count_calls() as calls:
        words = read_words(STORY)
        match_words(parse_query("*"), words)
        assert not calls["_read_passages"]
        for slug in ("post", "mail"):
            match_words(parse_query(f"source:{slug}"), words)

    assert calls["_read_passages"] == 1


def test_what_is_absent_is_not_found() -> None:
    """A story without section, place and language is only found by NOT."""
    story = a_story(language=None)

    words = {"genre": "opinion"}
    for field in ("section", "place", "language", "agency", "byline", "category", "genre"):
        term = f"{field}:{words.get(field, 'x*')}"
        assert not match_story(parse_query(term), story)
        assert match_story(parse_query(f"NOT {term}"), story)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ท่วม", "ชาวบ้านหนีน้ำท่วมภาคใต้", True),
        ("สี", "ส้มในสวน", False),
        ("สี*", "ขายเสื้อสีแดง", True),
        ("ปี", "ไปป่า", False),
        ("กิน", "ด้วยกัน", False),
        ("ဆိုင်", "ဈေးဆိုင်များ", True),
        ("বাংলা", "আজ বাংলা সংবাদ", True),
        ("বাংলা", "বল ল", False),
    ],
)
def test_vowel_signs_are_part_of_what_is_looked_for(query: str, text: str, *, found: bool) -> None:
    """In scripts without spaces a word is found anywhere, but no other that looks alike."""
    story = a_story(headline="", body_text=text, language=None)

    assert found is match_story(parse_query(query), story)
