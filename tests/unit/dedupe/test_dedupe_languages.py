"""Which tags name one written language."""

from pathlib import Path

import pytest
from stories import a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.evidence import may_share_language
from feeds.dedupe.frequencies import COMMON, UNKNOWN, find_frequency, find_table
from feeds.dedupe.languages import find_language

TABLES = sorted(Path("feeds/dedupe/tables").glob("*.txt"))


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (("en", "en-GB", "EN-us"), "en"),
        (("no", "nb", "nb-NO", "nn"), "nb"),
        (("hr", "sr-Latn-RS", "bs", "sh"), "sh"),
        (("tl", "fil-PH"), "fil"),
        (("zh-Hans", "zh"), "zh"),
        (("",), ""),
    ],
)
def test_tags_name_one_written_language(tags: tuple[str, ...], language: str) -> None:
    """Without script and region; a whole and its parts are one."""
    assert {language} == {find_language(tag) for tag in tags}


@pytest.mark.parametrize(
    ("tag", "word"),
    [("no", "ikke"), ("hr", "nije"), ("tl", "ng"), ("is", "ekki"), ("lv", "nav"), ("ms", "yang")],
)
def test_what_is_common_in_a_language_tells_nothing(tag: str, word: str) -> None:
    """Where English is asked instead, these are the rarest of words."""
    assert find_frequency(word, tag) > COMMON / 2
    assert find_frequency(word, "en") < COMMON / 20


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
