"""What a sketch keeps of a story."""

import unicodedata

import pytest
from stories import a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.sketches.shingles import (
    band_shingles,
    compare_shingles,
    hash_shingles,
    sample_shingles,
)
from feeds.dedupe.sketches.terms import read_bag
from feeds.normalize.identity import identify_stories

WORDS = tuple(f"word{number}" for number in range(2_000))


def shingle(start: int, end: int) -> tuple[int, ...]:
    """The sample of a text made of some of the words."""
    return sample_shingles(hash_shingles([WORDS[start:end]]))


def test_stored_hashes_never_change() -> None:
    """They are kept in databases: a library that hashes otherwise must not pass unseen."""
    hashes = hash_shingles([WORDS[:20]])

    assert sample_shingles(hashes)[0] == 208_912_022_038_906_668
    assert band_shingles(hashes)[:1] == (63_486_725_161_849_937,)


def test_hashes_fit_a_signed_column_and_are_sorted() -> None:
    """63 bits, ascending, at most 1,600 of them."""
    hashes = shingle(0, 2_000)

    assert len(hashes) == 1_600
    assert list(hashes) == sorted(set(hashes))
    assert 0 <= hashes[0] <= hashes[-1] < 2**63


def test_a_passage_shorter_than_a_shingle_has_none() -> None:
    """Nor does a shingle reach from one passage into the next."""
    assert hash_shingles([WORDS[:3], WORDS[3:6]]) == ((), ())
    assert band_shingles(hash_shingles([WORDS[:10]])) == ()


def bands(*passages: tuple[str, ...]) -> set[int]:
    """The bands of a text."""
    return set(band_shingles(hash_shingles(passages)))


def test_a_passage_is_found_in_a_text_of_any_length() -> None:
    """Forty words of the beginning and a hundred from the middle share bands with the whole."""
    whole = bands(WORDS)

    assert 100 < len(whole) < 200
    assert bands(WORDS[:40]) <= whole
    assert bands(WORDS[1_000:1_100]) & whole


def test_texts_that_share_a_passage_surely_share_a_band() -> None:
    """Nineteen words among the first hundred, or thirty-eight anywhere."""
    before = tuple(f"before{number}" for number in range(400))
    for start in range(60):
        short, long = WORDS[start : start + 19], WORDS[start : start + 38]
        early = bands(before[start : start + 40] + short) & bands(short + before[100:140])
        assert early & bands(short)
        assert bands(before[: 100 + 5 * start] + long + before[:50]) & bands(long)


def test_a_text_of_forty_words_has_few_bands() -> None:
    """Each is written and looked up by itself; a short headline beside a text needs none."""
    counts = [len(bands(WORDS[n : n + 40])) for n in range(0, 2_000, 40)]

    assert max(counts) <= 10
    assert sum(counts) <= 6 * len(counts)
    assert bands(WORDS[:10], WORDS[100:140]) == bands(WORDS[100:140])


def test_bands_depend_on_words_and_not_on_what_stands_before() -> None:
    """Behind another lead-in, and under another headline, the same runs are chosen."""
    text = WORDS[:80]

    moved = bands(("another", "headline"), WORDS[500:512] + text)

    assert bands(text) <= moved


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
    ("guid", "kept"),
    [
        ("https://a.example/story/7", True),
        ("https://a.example/?p=7", True),
        ("https://a.example/", False),
        ("https://[broken/dam", False),
        ("tag:a.example,2026:7", True),
        ("urn:x:7", True),
        ("4bf4b0a2-7c1e-4d0f-9a55-0c0ffee00dad", True),
        ("4BF4B0A2-7C1E-4D0F-9A55-0C0FFEE00DAD", True),
        ("00000000-0000-0000-0000-000000000007", False),
        ("00000000000000000000000000000007", False),
        ("7", False),
        ("the-valley-morning-column", False),
        ("a-valley-post-20261123", False),
    ],
)
def test_only_guids_that_nobody_else_makes_are_kept(guid: str, *, kept: bool) -> None:
    """A number is another story at another source, with zeros before it, too."""
    key = f"guid:{guid}"

    assert (key in sketch_story(a_story(guid=guid, keys=(key,))).keys) == kept


def test_the_address_is_the_one_the_story_is_known_by() -> None:
    """Spelled as for comparing, so that http and https are one page."""
    story = a_story(canonical_url="http://a.example/dam", keys=("url:https://a.example/dam",))

    assert sketch_story(story).keys[0] == "url:https://a.example/dam"


def test_what_several_entries_share_is_no_key() -> None:
    """Four stories under one constant guid that link to one live page."""
    address = "https://a.example/live"
    told = [
        a_story(
            name,
            keys=(),
            guid="urn:x:live",
            url=address,
            canonical_url=address,
            standfirst="",
            body_text=f"{name} and what became of it",
        )
        for name in ("dam", "ferry", "harbour", "orchestra")
    ]

    sketches = [sketch_story(story) for story in identify_stories(told)]

    assert [sketch.keys for sketch in sketches] == [()] * 4


def test_a_text_of_few_words_is_no_key() -> None:
    """Too few words to tell texts apart."""
    story = a_story(keys=(), body_text="too few words to tell texts apart")

    assert sketch_story(story).keys == ()


def test_the_text_key_ignores_case_and_punctuation() -> None:
    """The same words under the same headline are the same text."""
    one, other = (
        sketch_story(a_story(keys=(), body_text=text)).keys
        for text in (
            "Engineers said: the old dam of Aubeval would hold.",
            "ENGINEERS said the old dam of Aubeval would hold",
        )
    )

    assert one == other
    assert one[0].startswith("text:")


def test_terms_are_words_names_and_numbers() -> None:
    """No words that say nothing; a star marks the headline, a caret a name, a hash a number."""
    story = a_story(
        language="en",
        headline="The dam's 3 gates in Köln",
        body_text="Engineers opened all of the gates in Köln by noon. The mayor and her deputy "
        "watched from a bridge while crowds cheered beneath umbrellas on 4 March.",
    )

    terms = sketch_story(story).terms

    assert {"*dam", "*gates", "*koln", "#3", "^koln", "engine", "opened", "#4"} <= set(terms)
    assert not {"*the", "the", "all", "^engine", "^gates"} & set(terms)
    assert len(terms) == len(set(terms))


def test_the_terms_of_a_headline_have_no_names() -> None:
    """They would count twice, as words and as names."""
    story = a_story(language="en", headline="Floods in Aubeval", body_text="")

    assert set(sketch_story(story).terms) == {"*floods", "*aubeva"}


def test_terms_are_weighed_strongest_first() -> None:
    """Rare words before frequent ones; the squares add up to one; the first are as written."""
    sketch = sketch_story(a_story(language="en", headline="Aubeval dam holds", body_text=""))

    assert (sketch.terms[0], sketch.signs[0], sketch.spelled[0]) == ("*aubeva", "aubeva", "Aubeval")
    assert list(sketch.weights) == sorted(sketch.weights, reverse=True)
    assert 0.99 < sum((weight / 10_000) ** 2 for weight in sketch.weights) < 1.01


def test_a_long_text_is_known_by_what_tells_most_of_it() -> None:
    """Sixty-four terms are enough, whatever the length."""
    words = " ".join(f"{a}{b}{c}vor" for a in "bdfgk" for b in "aeiou" for c in "lmnrs")
    sketch = sketch_story(a_story(language="en", body_text=words))

    assert len(sketch.terms) == len(sketch.weights) == 64
    assert len(sketch.signs) == len(sketch.spelled) == 12


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1,200 homes", {"#1200"}),
        ("1.200 Wohnungen", {"#1200"}),
        ("1 200 logements", {"#1200"}),
        ("12\N{NARROW NO-BREAK SPACE}500\N{NO-BREAK SPACE}000", {"#12500000"}),
        ("magnitude 5.4", {"#5.4"}),
        ("Stärke 5,4", {"#5.4"}),
        ("1,200.50 crowns", {"#1200.50"}),
        ("at 13:59", {"#13", "#59"}),
        ("in 2013 500 came", {"#2013", "#500"}),
        ("MS08-078", {"#ms08", "#078"}),
        ("v1.2b", {"#v1", "#2b"}),
        ("Covid-19 and COVID‑19", set()),
        ("an F-35 and MH-17", {"#f-35", "#mh-17"}),
        ("Dax-15.000 and Euro-12,5", {"#15000", "#12.5"}),
        ("a 2-1 win, 22-year-olds", {"#2", "#1", "#22"}),
    ],
)
def test_a_number_is_one_however_it_is_written(written: str, numbers: set[str]) -> None:
    """Thousands are parted and fractions begun as each language does."""
    terms = sketch_story(a_story(language="en", headline=written, body_text="")).terms

    assert {term for term in terms if term.startswith("#")} == numbers


def test_the_more_digits_a_number_has_the_more_it_tells() -> None:
    """Many stories have a 3 and few 1,200; forty digits are no more than three."""
    story = a_story(language="en", headline=f"Dam 3 or 12 or 1,200 or {'7' * 40}", body_text="")
    sketch = sketch_story(story)
    weights = dict(zip(sketch.terms, sketch.weights, strict=True))

    assert weights["#3"] < weights["#12"] < weights["#1200"] == weights["#" + "7" * 40]


def test_numbers_count_as_much_as_one_of_them_tells() -> None:
    """A 3 that stands alone takes less than a long one does."""
    weights = []
    for number in ("3", "1,200"):
        story = a_story(language="en", headline=f"Dam holds {number} gates", body_text="")
        sketch = sketch_story(story)
        weights.append(dict(zip(sketch.terms, sketch.weights, strict=True)))

    assert weights[0]["#3"] ** 2 < 0.15 * 10_000**2 < 0.2 * 10_000**2 < weights[1]["#1200"] ** 2


def test_words_that_stand_together_in_a_name_are_kept() -> None:
    """Once each, and only where both tell something."""
    text = (
        "In Saint-Ambrelin the mayor Edda Stolz, who lives in Saint Ambrelin, met Mr Tann of "
        "Covid-19 F-35 on Monday Ostmark time, and a senator, Dell'Utri Marcello. The Larnich "
        "choir sang, said Stolz."
    )
    sketch = sketch_story(a_story(language="en", headline="Choir sings", body_text=text))

    assert sketch.names == ("saint ambrel", "edda stolz", "mr tann", "utri marcel")
    assert {it for name in sketch.names for it in name.split()} <= set(sketch.terms)


def test_scripts_without_spaces_are_read_in_pairs_of_characters() -> None:
    """Two headlines in Japanese share what they say, though neither has a word apart."""
    story = a_story(language="ja", headline="大地震が東京を襲う", body_text="")

    assert {"*大地", "*地震", "*東京"} <= set(sketch_story(story).terms)


def test_the_parts_of_a_word_without_spaces_are_one_name() -> None:
    """A town of three characters is two pairs, and no more than a word; a long run is several."""
    text = "葛見市で地震。港町倉庫火災。東京電力福島第一原子力発電所。スタジアムの工事。"
    sketch = sketch_story(a_story(language="ja", headline="地震", body_text=text))

    assert "葛見 見市" in sketch.names
    assert "福島 島第" in sketch.names
    assert "一原 原子" not in sketch.names
    assert {"港町", "町倉", "倉庫", "庫火", "火災", "スタシアム"} <= set(sketch.terms)
    assert not [term for term in sketch.terms if "て" in term or "の" in term]


def test_a_run_of_thai_letters_is_read_in_fours() -> None:
    """A run that is shorter is one, and one letter is none; what is common in Thai is left out."""
    story = a_story(language=None, headline="ประชาชน กรม ก", body_text="")
    known = a_story(language="th", headline="ประชาชน กรม ก", body_text="")

    assert set(read_bag(story).headline) == {"ประช", "ระชา", "ะชาช", "ชาชน", "กรม"}
    assert set(read_bag(known).headline) == {"ระชา", "ะชาช", "ชาชน", "กรม"}


def test_no_term_holds_a_space_whatever_a_letter_stands_for() -> None:
    """Unicode makes words of some letters, as of ﷺ; terms are kept with spaces between them."""
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    spaced = [it for it in letters if " " in unicodedata.normalize("NFKD", it)]
    text = " ".join(f"{it} be{it}ta Ga'{it}mma 5{it} 1{it}000" for it in spaced if it.isprintable())
    sketch = sketch_story(a_story(language="ar", headline="ﷺ", body_text=text))

    assert len(spaced) > 50
    assert {"#5", "be", "ta"} <= set(sketch.terms)
    assert not [term for term in sketch.terms if not term.strip("*^#") or term.split() != [term]]


def test_what_has_no_end_is_no_word() -> None:
    """Its beginning is; and a text without spaces is read whole, with every pair."""
    (number,) = read_bag(a_story(headline="7" * 200_000, body_text="")).terms
    (word,) = read_bag(a_story(headline="x" * 200_000, body_text="")).terms
    run = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
    pairs = read_bag(a_story(headline=run, body_text="", language="ja")).headline

    assert (41, "*xxxxxx") == (len(number), word)
    assert {run[place : place + 2] for place in range(499)} == pairs


def test_a_headline_alone_is_sketched() -> None:
    """Nothing but a headline: terms, but no proof of copying."""
    sketch = sketch_story(a_story(keys=(), body_text=""))

    assert (sketch.keys, sketch.bands) == ((), ())
    assert set(sketch.terms) == {"*dam", "*holds"}
