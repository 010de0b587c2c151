"""What a sketch keeps of a story."""

import pytest
from stories import a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.shingles import band_shingles, compare_shingles, hash_shingles, sample_shingles

WORDS = tuple(f"word{number}" for number in range(2_000))


def shingle(start: int, end: int) -> tuple[int, ...]:
    """The sample of a text made of some of the words."""
    return sample_shingles(hash_shingles([WORDS[start:end]]))


def test_stored_hashes_never_change() -> None:
    """They are kept in databases: a library that hashes otherwise must not pass unseen."""
    hashes = hash_shingles([WORDS[:20]])

    assert hashes[0] == 208_912_022_038_906_668
    assert band_shingles(hashes)[:2] == (9_032_280_964_542_219_257, 44_962_273_605_074_142)


def test_hashes_fit_a_signed_column_and_are_sorted() -> None:
    """63 bits, ascending, at most 400 of them."""
    hashes = shingle(0, 2_000)

    assert len(hashes) == 400
    assert list(hashes) == sorted(set(hashes))
    assert 0 <= hashes[0] <= hashes[-1] < 2**63


def test_a_passage_shorter_than_a_shingle_has_none() -> None:
    """Nor does a shingle reach from one passage into the next."""
    assert hash_shingles([WORDS[:3], WORDS[3:6]]) == ()
    assert band_shingles(hash_shingles([WORDS[:10]])) == ()


@pytest.mark.parametrize(("end", "containment"), [(300, 1.0), (1_200, 1.0), (450, 2 / 3)])
def test_containment_is_estimated_from_samples(end: int, containment: float) -> None:
    """The shorter text's share that stands in the longer one, within sampling error."""
    long = shingle(0, 300) if end == 450 else shingle(0, 2_000)
    short = shingle(100, 400) if end == 450 else shingle(0, end)

    assert compare_shingles(long, short).containment == pytest.approx(containment, abs=0.03)


def test_balance_tells_a_part_from_the_whole() -> None:
    """Half of a long text has a balance of a half, though both samples are full."""
    assert compare_shingles(shingle(0, 2_000), shingle(0, 1_000)).balance == pytest.approx(
        0.5, abs=0.08
    )
    assert compare_shingles((), shingle(0, 50)).containment == 0.0


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"guid": "https://a.example/story/7"}, ["guid:https://a.example/story/7"]),
        ({"guid": "https://a.example/"}, []),
        ({"guid": "tag:a.example,2026:7"}, ["guid:tag:a.example,2026:7"]),
        ({"guid": "urn:x:7"}, ["guid:urn:x:7"]),
        ({"guid": "7"}, []),
        ({"guid": "the-valley-morning-column"}, []),
        ({"guid": "a-valley-post-20261123"}, ["guid:a-valley-post-20261123"]),
        ({"canonical_url": "https://a.example/dam"}, ["url:https://a.example/dam"]),
        ({"canonical_url": "https://a.example/?p=7"}, ["url:https://a.example/?p=7"]),
        ({"canonical_url": "https://a.example/"}, []),
        ({"canonical_url": "https://[broken/dam"}, []),
        ({"body_text": "too few words to tell texts apart"}, []),
    ],
)
def test_only_keys_that_hold_across_sources_are_kept(
    fields: dict[str, str], keys: list[str]
) -> None:
    """A bare number is another story at another source; a home page is every story's."""
    plain = {"guid": "", "canonical_url": None, "body_text": ""}

    assert keys == list(sketch_story(a_story(**plain | fields)).keys)


def test_the_text_key_ignores_case_and_punctuation() -> None:
    """The same words under the same headline are the same text."""
    one, other = (
        sketch_story(a_story(guid="", canonical_url=None, body_text=text)).keys
        for text in (
            "Engineers said: the old dam of Aubeval would hold.",
            "ENGINEERS said the old dam of Aubeval would hold",
        )
    )

    assert one == other
    assert one[0].startswith("text:")


def test_terms_are_the_telling_words_of_headline_and_first_sentence() -> None:
    """No stop words, no bare figures; a plus marks what only the sentence has."""
    story = a_story(
        headline="The dam's 3 gates in Köln",
        body_text="Engineers had opened all of the gates by noon on Monday. Nobody was hurt.",
    )

    marked = ("+engineers", "+monday", "+noon", "+opened")
    assert sketch_story(story).terms == (*marked, "dam", "gates", "koln")


def test_a_headline_alone_is_sketched() -> None:
    """Nothing but a headline: terms, but no proof of copying."""
    sketch = sketch_story(a_story(guid="", canonical_url=None, body_text=""))

    assert (sketch.keys, sketch.bands) == ((), ())
    assert sketch.terms == ("dam", "holds")
