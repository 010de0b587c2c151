"""Words as they are written."""

import pytest

from feeds.dedupe.sketches.reading import read_words


def list_read(text: str) -> list[str]:
    """Return the words of a text."""
    return [word for word, _, _ in read_words(text, None)]


def list_names(text: str) -> list[str]:
    """Return the names of a text."""
    return [word for word, is_name, _ in read_words(text, None) if is_name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Watch https://www.example.com/news?v=1#top now", ["Watch", "now"]),
        ("Videos (WWW.example.org/videos) of crews", ["Videos", "of", "crews"]),
        ("全文はhttps://example.jp/a/12。大阪", ["全文", "は", "大阪"]),
        ("全文はhttps://example.jp/a/を見る", ["全文", "は", "を", "見", "る"]),
        ("См. https://пример.рф/новости сегодня", ["См", "сегодня"]),
        ("Crews pic.twitter.com/aB3 dig t.co/x1 on", ["Crews", "dig", "on"]),
        ("See BBC.com/news now", ["See", "now"]),
        ("자세히 https://example.kr에서 보기", ["자세히", "에서", "보기"]),
        ("記者はtaro@example.jpに語った", ["記者", "は", "に", "語", "った"]),
        ("Write to desk@post.example.org, please", ["Write", "to", "please"]),
        ("The https scheme and www hosts", ["The", "https", "scheme", "and", "www", "hosts"]),
        ("St.Gallen/Zürich and 3.5/4", ["St", "Gallen", "Zürich", "and", "3.5", "4"]),
    ],
)
def test_addresses_are_no_words(text: str, words: list[str]) -> None:
    """Of pages and of persons, in any script, with or without a scheme."""
    assert words == list_read(text)


def test_a_sentence_ends_behind_an_address() -> None:
    """Its full stop is none of the address, so the next word is no name for its capital."""
    assert list_names("Read https://post.example/dam. Engineers met in Aubeval.") == ["Aubeval"]
    assert list_names("Mail desk@post.example. Engineers met in Aubeval.") == ["Aubeval"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("বাংলাদেশের সরকার", ["বাংলাদেশের", "সরকার"]),
        ("முதல்வர் இன்று", ["முதல்வர்", "இன்று"]),
        ("מַבּוּל בָּעִיר", ["מַבּוּל", "בָּעִיר"]),
        ("ျမန္မာ", ["ျမန္မာ"]),
        ("NATO加盟国は2026年", ["NATO", "加盟国", "は", "2026", "年"]),
        ("ปี ๒๕๖๙ น้ำท่วม", ["ปี", "๒๕๖๙", "น้ำ", "ท่วม"]),
        ("1.5万人", ["1.5", "万人"]),
        ("米軍のF-35、墜落", ["米軍", "の", "F-35", "墜落"]),
        ("COVID-19感染", ["COVID-19", "感染"]),
        ("ශ්\u200dරී ලංකාව", ["ශ්\u200dරී", "ලංකාව"]),
        ("ꯃꯅꯤꯄꯨꯔ 宮﨑駿", ["ꯃꯅꯤꯄꯨꯔ", "宮﨑駿"]),
        ("32명 사망", ["32", "명", "사망"]),
        ("1,200км", ["1,200", "км"]),
        ("90s and 5G", ["90s", "and", "5G"]),
    ],
)
def test_words_are_whole_in_any_script(text: str, words: list[str]) -> None:
    """Marks do not break them, and what is written without spaces is parted from the rest."""
    assert words == list_read(text)


def test_capitals_make_names_but_not_where_all_have_them() -> None:
    """The first word of a sentence has one anyway, and most words of a title have."""
    assert list_names("Crews of Aubeval. Talks in Ostmark") == ["Aubeval", "Ostmark"]
    assert list_names("Crews Of Aubeval Dig") == []


def test_a_name_stands_behind_a_title() -> None:
    """The full stop of a title, an initial or an abbreviation ends no sentence."""
    assert list_names("Crews and the mayor met Mr. Moor there") == ["Mr", "Moor"]
    assert "Moor" in list_names("The pilot was J. P. Moor")
    assert "Gallen" in list_names("Der Zug fuhr nach St. Gallen")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crews in Saint-Ambrelin and New York dig", ["Ambrelin", "York"]),
        ("the mayor Edda Stolz met Chancellor Uwe Tann there", ["Stolz", "Uwe", "Tann"]),
        ("Mayor Stolz met him there", ["Stolz"]),
        ("in Saint‑Ambrelin and in New\u00a0York", ["Ambrelin", "York"]),
        ("A row of Aubeval, Ostmark; Larnich. Trains", []),
        ("Fire in Aubeval and in Ostmark", []),
        ("Fire Guts Saint-Ambrelin School", []),
    ],
)
def test_a_name_goes_on_behind_a_space_or_a_hyphen(text: str, words: list[str]) -> None:
    """Not behind a comma, and not where most words have a capital."""
    assert words == [word for word, _, goes_on in read_words(text, None) if goes_on]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh-CN", "青岚县今天发生地震", ["青岚县", "今天", "发生", "地震"]),
        ("zh-TW", "青嵐縣今天發生地震", ["青嵐縣", "今天", "發生", "地震"]),
        ("zh-TW", "總統訪問法國並發表講話", ["總統", "訪問", "法國", "並", "發表", "講話"]),
        ("zh-CN", "习近平会见拜登", ["习近", "平会", "见拜登"]),
        ("zh-TW", "習近平會見拜登", ["習近", "平會", "見拜登"]),
        ("zh-CN", "这是他的", ["这", "是", "他", "的"]),
        ("ja", "葛見市でサッカー大会", ["葛見市", "で", "サッカー", "大会"]),
        ("th", "เตือนว่าจะมีฝนตก", ["เตือน", "ว่า", "จะ", "มี", "ฝนตก"]),
        ("lo", "ປະເທດລາວ", ["ປະເທດລາວ"]),
    ],
)
def test_words_are_found_where_no_spaces_part_them(
    language: str, text: str, words: list[str]
) -> None:
    """In Chinese and Thai by a model, in Japanese where its scripts change."""
    assert words == [word for word, _, _ in read_words(text, language)]


def test_a_sentence_ends_where_no_space_follows() -> None:
    """The first word of the next one has a capital anyway; inside of it that is a name."""
    text = "工場で火災。Aubeval工場とOstmark工場が閉鎖。"

    assert ["Ostmark"] == [word for word, is_name, _ in read_words(text, "ja") if is_name]
