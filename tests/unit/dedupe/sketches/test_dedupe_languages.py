"""In which letters texts of a language are compared, and by which words."""

from pathlib import Path

import pytest
from stories import a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.copies.evidence import may_share_language
from feeds.dedupe.sketches.frequencies import COMMON, UNKNOWN, find_frequency, find_table
from feeds.dedupe.sketches.languages import fold_letters
from feeds.dedupe.sketches.terms import cut_word, read_bag
from feeds.text.tags import find_language

TABLES = sorted(Path("feeds/dedupe/sketches/tables").glob("*.txt"))


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        *(("no", "ikke"), ("hr", "nije"), ("tl", "ng"), ("is", "ekki"), ("lv", "nav")),
        *(("ms", "yang"), ("bn", "এবং"), ("hi", "में"), ("ta", "என்று"), ("ja", "日本")),
        *(("zh", "我们"), ("zh-TW", "我們"), ("sr-Cyrl", "није")),
    ],
)
def test_what_is_common_in_a_language_tells_nothing(tag: str, word: str) -> None:
    """Where English is asked instead, these are the rarest of words."""
    cut = cut_word(fold_letters(word, tag))

    assert find_frequency(cut, tag) > COMMON / 2
    assert find_frequency(cut, "en") < COMMON / 20


@pytest.mark.parametrize(
    ("tag", "text", "folded"),
    [
        ("sr", "Ђоковић, Њујорк и Џон", "đokovic, njujork i dzon"),
        ("sr-Latn", "Đoković, Njujork i Džon", "đokovic, njujork i dzon"),
        ("ru", "Ёлка", "елка"),
        ("zh-TW", "發佈預警", "发布预警"),
        ("ja", "發佈預警", "發佈預警"),
        (None, "發佈", "發佈"),
    ],
)
def test_two_scripts_of_one_language_meet(tag: str | None, text: str, folded: str) -> None:
    """Letters of other languages stay as they are."""
    assert folded == fold_letters(text, tag)


def test_the_article_of_arabic_is_no_part_of_a_word() -> None:
    """Nor what is written in one with it; a word that begins so for itself stays."""
    assert fold_letters("القارب والقارب بالقارب للقارب", "ar") == "قارب قارب قارب قارب"
    assert fold_letters("ﺍﻟﻘﺎﺭﺏ", "ar") == "قارب"
    assert fold_letters("الف ليلة", "ar-EG") == "الف ليلة"
    assert fold_letters("القارب", "fa") == "القارب"


def test_a_name_that_begins_as_the_article_stays_whole() -> None:
    """Germany, German and the Germans, with vowels or without."""
    assert fold_letters("ألمانيا والألمانية الْأَلمَان", "ar") == "المانيا المانية المان"


def test_a_text_of_unknown_language_meets_one_that_is_known_to_be_arabic() -> None:
    """It was a copy of it once; in a text of other letters nothing is taken off."""
    text = "أعلنت وزارة الداخلية اليوم أن الشرطة اعتقلت ثلاثة رجال"

    assert fold_letters(text, None) == fold_letters(text, "ar") != fold_letters(text, "ur")
    assert fold_letters("Ölpreis", None) == "olpreis"


def test_a_name_is_a_name_in_either_script() -> None:
    """Reports of one event in Cyrillic and in Latin share their terms."""
    stories = (
        a_story(language="sr-Cyrl", headline="Пожар у Чачку", body_text="Ватра у згради."),
        a_story(language="sr-Latn", headline="Požar u Čačku", body_text="Vatra u zgradi."),
    )
    cyrillic, latin = map(read_bag, stories)

    assert cyrillic.terms == latin.terms
    assert "^cacku" in cyrillic.terms


def test_a_language_without_a_table_is_weighed_as_english() -> None:
    """No word of it stands there, so all tell much: repetition alone makes them tell less."""
    assert find_table("zu") is find_table(None) is find_table("en")
    assert find_frequency("ngokuba", "zu") == UNKNOWN


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.stem))
def test_every_table_is_found_by_its_language(path: Path) -> None:
    """A table that a tag leads away from would never be read."""
    assert find_language(path.stem) == path.stem
    assert len(find_table(path.stem)) > 1_000


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("no", "nb-NO", True),
        ("hr", "sr", True),
        ("en-GB", "en-US", True),
        ("sv", "no", False),
        (None, "no", True),
    ],
)
def test_reports_in_one_written_language_may_tell_one_event(
    one: str | None, other: str | None, *, may: bool
) -> None:
    """Two publishers of one country name its language differently."""
    sketches = [sketch_story(a_story(f"{tag}", language=tag)) for tag in (one, other)]

    assert may_share_language(*sketches) is may
