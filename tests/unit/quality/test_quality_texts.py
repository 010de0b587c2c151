"""How bodies, pasted lines and unlabelled copies are judged."""

from quality.furniture import count_kept, list_furniture
from quality.reference import label_copies
from quality.rows import LabelledStory, read_story
from quality.shingles import count_shared, score_bodies

REPORT = "The dam above Aubeval holds for now, engineers said on Monday, but the lake is rising."


def a_text(name: str, text: str, source: str = "") -> LabelledStory:
    """A story with this text."""
    return read_story({"id": name, "source": source or name, "text": text})


def test_shingles_count_as_often_as_they_stand_there() -> None:
    """Five tokens are two shingles; the same four twice are found once if they are right once."""
    assert count_shared("one two three four five", "one two three four") == (1, 2, 1)
    assert count_shared("a a a a a", "a a a a") == (1, 2, 1)


def test_a_text_shorter_than_a_shingle_is_one_and_no_text_is_none() -> None:
    """As the benchmark counts them."""
    assert count_shared("one two", "one two") == (1, 1, 1)
    assert count_shared("", "one two") == (0, 0, 1)


def test_every_page_counts_the_same() -> None:
    """Precision is the mean of pages where something was found, recall of those with a body."""
    score = score_bodies([("a b c d e", "a b c d"), ("", "w x y z")])

    assert (score.precision, score.recall) == (0.5, 0.5)


def test_copies_are_those_of_which_half_stands_in_the_longer_text() -> None:
    """A cut text is a copy of the whole one; another report of the same is none."""
    longer = f"{REPORT} Two villages were told to be ready to leave before night."
    other = (
        "Engineers do not expect the dam to break, but the lake is rising. Two villages were told."
    )

    copies = label_copies([a_text("1", longer), a_text("2", REPORT), a_text("3", other)])

    assert {("1", "2")} == copies.keys()
    assert copies["1", "2"] == 1.0


def test_what_one_publisher_prints_under_everything_is_no_evidence() -> None:
    """Two short notes with one long notice under them are copies only if another prints it too."""
    notice = "Write to our desk in the old harbour if you know more about any of this than we do."
    one, two = f"A dog was found at the quay. {notice}", f"The ferry to Orrel is late. {notice}"

    assert {} == label_copies([a_text("1", one, "post"), a_text("2", two, "post")])
    assert {("1", "2")} == label_copies([a_text("1", one), a_text("2", two)]).keys()


def test_words_of_the_report_are_counted_each_as_often_as_it_stands_there() -> None:
    """Two words of five were lost; one that stands there once too often does not make up for it."""
    assert count_kept("the dam the dam holds", ["the dam", "dam dam holds"]) == (4, 5)


def test_furniture_is_what_is_neither_headline_nor_report() -> None:
    """A part of a line of the report is the report's; two words that it has by chance are not."""
    text = f"Dam holds\nShare\n{REPORT}\nengineers said on Monday, but\nthe lake\n\nRead more"

    assert ["Share", "the lake", "Read more"] == list_furniture(text, "Dam holds", REPORT)
