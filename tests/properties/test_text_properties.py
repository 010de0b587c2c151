"""Whatever the texts are, what is shown of their difference is all of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from feeds.text.diff import diff_words
from feeds.text.sentences import part_text, split_sentences
from feeds.text.tokens import split_tokens

# Few words and many stops, so that sentences often meet.
_WORDS = st.sampled_from(
    "dam dam holds 12 15 1,000 the The of U.S. Mr. a. b! “Go.” 。 水 \n\n isn't — z. B.".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join))


@given(before=TEXTS, after=TEXTS)
def test_the_pieces_rebuild_both_texts(before: str, after: str) -> None:
    """Nothing is lost or made up, no piece is empty, and neighbours differ in kind."""
    pieces = diff_words(before, after)

    assert before == "".join(piece.text for piece in pieces if piece.op != "added")
    assert after == "".join(piece.text for piece in pieces if piece.op != "removed")
    assert all(piece.text for piece in pieces)
    assert all(one.op != other.op for one, other in pairwise(pieces))


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    """All of it is the same."""
    assert [text] * bool(text) == [piece.text for piece in diff_words(text, text)]


@given(text=TEXTS)
def test_parts_and_tokens_rebuild_a_text(text: str) -> None:
    """Sentences are its parts without the space around them."""
    assert text == "".join(part_text(text)) == "".join(split_tokens(text))
    assert all(sentence == sentence.strip() != "" for sentence in split_sentences(text))
