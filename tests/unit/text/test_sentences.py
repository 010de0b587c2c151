"""Texts are parted into sentences, in many languages."""

from itertools import islice

import pytest
from counting import count_calls

from feeds.text.sentences import part_text, split_sentences, walk_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("The dam holds", ("The dam holds",)),
        ("It rained. The dam holds!", ("It rained.", "The dam holds!")),
        ("He is 32. The police know.", ("He is 32.", "The police know.")),
        ("Heading\n\nThe dam holds.", ("Heading", "The dam holds.")),
        ("“It holds.” She left.", ("“It holds.”", "She left.")),
        ("Llueve. ¿Aguanta la presa? ¡Sí!", ("Llueve.", "¿Aguanta la presa?", "¡Sí!")),
        ("水坝坚固。市长走了。", ("水坝坚固。", "市长走了。")),
        ("बाँध टिका है। सब ठीक।", ("बाँध टिका है।", "सब ठीक।")),
        ("বাঁধ টিকে আছে।সব ঠিক।", ("বাঁধ টিকে আছে।", "সব ঠিক।")),
        ("ڈیم قائم ہے۔کیا سب ٹھیک؟جی۔", ("ڈیم قائم ہے۔", "کیا سب ٹھیک؟", "جی۔")),
        ("ግድቡ ጸንቷል።ሁሉም ደህና።", ("ግድቡ ጸንቷል።", "ሁሉም ደህና።")),
        ("ရေကာတာ ခိုင်သည်။အားလုံးကောင်း။", ("ရေကာတာ ခိုင်သည်။", "အားလုံးကောင်း။")),
        ("أحقا؟! نعم هو كذلك.", ("أحقا؟!", "نعم هو كذلك.")),
        ("「だめだ。」市長は言った。", ("「だめだ。」", "市長は言った。")),
        ("He asked Mr . Nobody knew.", ("He asked Mr .", "Nobody knew.")),
        ("They met “am” 3. Rain fell.", ("They met “am” 3.", "Rain fell.")),
    ],
)
def test_a_stop_before_another_sentence_parts_them(text: str, sentences: tuple[str, ...]) -> None:
    """Closing quotes stay with their sentence; scripts have stops that no space follows."""
    assert sentences == split_sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Moor spoke to Dr. Vale.",
        "The U.S. Navy asked J. P. Moor.",
        "It rose by 3.5 percent to 1.000 euros.",
        "“Why?” she asked.",
        "It costs approx. 5 crowns, see No. 7.",
        "Am 3. Oktober hält der Damm.",
        "Der 2. Weltkrieg, z. B. in Aubeval, ist vorbei.",
        "M. Moor habite av. Foch.",
        "Wait ... there is more.",
        "قال: «لماذا؟»، ثم رحل.",
    ],
)
def test_a_stop_inside_a_sentence_parts_nothing(text: str) -> None:
    """Titles, initials, abbreviations, numbers and ordinals go on."""
    assert (text,) == split_sentences(text)


def test_joined_parts_are_the_text() -> None:
    """Space stays with the sentence before it."""
    text = "  One. Two?\n\n\nThree"

    assert ("  One. ", "Two?\n\n\n", "Three") == part_text(text)


def test_whoever_needs_the_first_sentences_reads_no_others() -> None:
    """A report is about what it says first, however long it is."""
    text = "Mr. Moor left. " * 100

    with count_calls() as calls:
        first = tuple(islice(walk_sentences(text), 2))

    assert first == ("Mr. Moor left.", "Mr. Moor left.")
    assert calls["_goes_on"] < 10


def test_walked_sentences_are_those_of_the_whole_text() -> None:
    """Whether they are asked for one by one or at once."""
    text = "  One. Two?\n\n\nAm 3. Oktober. Three"

    assert tuple(walk_sentences(text)) == split_sentences(text)
