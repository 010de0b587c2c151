"""What of a report counts as what it is about."""

from stories import a_story

from feeds.dedupe.sketches.terms import read_bag

PLAIN = " ".join(["and"] * 100)


def test_only_the_beginning_of_a_report_counts_however_long_its_sentences_are() -> None:
    """Of one without a full stop, too: what comes behind 250 words is background."""
    text = f"{PLAIN} {PLAIN} marble {' '.join(['and'] * 48)} walnut copper {PLAIN}"

    bag = read_bag(a_story(headline="Quarry opens", body_text=text, language="en"))

    assert {"marble", "walnut"} <= set(bag.terms)
    assert "copper" not in bag.terms


def test_what_follows_the_beginning_in_another_sentence_does_not_count_either() -> None:
    """The words before it are counted over all sentences."""
    text = f"{PLAIN}. {PLAIN} marble. {' '.join(['and'] * 48)} walnut copper. More on granite."

    bag = read_bag(a_story(headline="Quarry opens", body_text=text, language="en"))

    assert {"marble", "walnut"} <= set(bag.terms)
    assert not {"copper", "granit"} & set(bag.terms)
