"""What programs for notes mark becomes the words that they show."""

import pytest

from feeds.parse.note_marks import show_note_marks, show_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[Ann Reed]] said", "Ann Reed said"),
        ("[[people/ann|Ann Reed]] said", "Ann Reed said"),
        ("|[[people/ann\\|Ann Reed]]|", "|Ann Reed|"),
        ("Words ![[pic.png]] and ![[a/pic.JPEG|300]]", "Words  and "),
        ("[[pic.png]] and ![[Another note]]", "pic.png and Another note"),
        ("> [!note]\n> Words", "> \n> Words"),
        ("> [!quote]- Ann Reed\n> Words", "> Ann Reed\n> \n> Words"),
        ("> > [!tip|wide] A\n> > B", "> > A\n> > \n> > B"),
        ("see [[1]](https://a.example) and [[2]][ref]", None),
        ("he [[never closed, and [!note] in a line", None),
        ("a [[]] b [[|c]] [[a\nb]]", None),
        ('[a](b){.link} ![](c){width="100%" .wide}', "[a](b) ![](c)"),
        ("## What comes next {#next .unnumbered}\n", "## What comes next\n"),
        ("## Preface {-}\n[]{#a}[Share]{.small}", "## Preface\nShare"),
        ("::: {.box}\nWords\n:::: note\n::::\n:::", "\nWords\n\n\n"),
        ("## The set {a, b} {c}\n(a){b} [a]{b c} {.d}", None),
        ("It said::: no\n::: he said so\n:: a", None),
    ],
)
def test_marks_of_notes_are_shown_as_words(text: str, shown: str | None) -> None:
    """Links, files and boxes; what is none of them stays."""
    assert show_note_marks(text) == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<Reuters> said so", "&lt;Reuters&gt; said so"),
        ("<dpa/AFP> and </Reuters>", "&lt;dpa/AFP&gt; and &lt;/Reuters&gt;"),
        ("<b>Bold</B> <main> <picture> <math><mi>x</mi>", None),
        ("<my-box> <!-- Reuters --> <Tweet id='1'>", None),
        ("<Ann-Marie>", "&lt;Ann-Marie&gt;"),
        ("1 < 2 > 0", None),
    ],
)
def test_tags_that_are_no_html_are_words(markup: str, shown: str | None) -> None:
    """What HTML has, pages define and has attributes is none."""
    assert show_words(markup) == (markup if shown is None else shown)


def test_what_is_never_closed_costs_little() -> None:
    """A hundred thousand times."""
    for begun in (
        "[[",
        "![[a|",
        "<a ",
        "> [!",
        "> [!a|",
        ">",
        "# a {.",
        "# ",
        "[a",
        "){.a ",
        ":::",
    ):
        text = begun * 100_000
        assert show_note_marks(text) == text
        assert show_words(text) == text
