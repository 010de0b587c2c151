"""Front matter says what a publisher says, and text between lines is none."""

import pytest

from feeds.parse.front_matter import list_words, split_front_matter


@pytest.mark.parametrize(
    ("block", "key", "words"),
    [
        ("title: no", "title", ("no",)),
        ("date: 2026-11-21", "date", ("2026-11-21",)),
        ('author: "[[Ann Reed]]"', "author", ("Ann Reed",)),
        (
            "authors:\n- {name: Ann Reed, email: a@root.example}\n- Bo",
            "authors",
            ("Ann Reed", "Bo"),
        ),
        ("tags: [a, [b], ~, '']", "tags", ("a",)),
        ("Pub-Date: 1", "pubdate", ("1",)),
        ("title:", "title", ()),
        ("a: [&x b, *x]", "a", ("b", "b")),
        ("taxonomies:\n  tags: [a, b c]\nextra: {tags: [d]}", "tags", ("d",)),
        ("x: !!python/object/apply:os.system [ls]", "x", ("ls",)),
    ],
)
def test_words_are_read_as_they_stand(block: str, key: str, words: tuple[str, ...]) -> None:
    """No word becomes a truth value or a date, and none is obeyed."""
    front, rest, problems = split_front_matter(f"---\nlayout: post\n{block}\n---\nText")

    assert list_words(front, "none", key) == words
    assert (rest, problems) == ("Text", ())


@pytest.mark.parametrize(
    ("block", "key", "words"),
    [
        ("title = 'The bridge'", "title", ("The bridge",)),
        ('lastmod = 2026-11-21\ntags = ["a", "b"]', "tags", ("a", "b")),
        ("date = 2026-11-21T08:05:00+01:00", "date", ("2026-11-21T08:05:00+01:00",)),
        ("date = 2026-11-21", "date", ("2026-11-21",)),
        ("draft = true\n[params]\nauthor = 'Ann'", "author", ("Ann",)),
        ('title = "a"\n[taxonomies]\ntags = ["b", "c d"]', "tags", ("b", "c d")),
        ("author = 'Bo'\n[extra]\nauthor = 'Ann'\npublished = 2026-11-21", "author", ("Bo",)),
        ("date = 2026-11-21\n[extra.more]\nauthor = 'Ann'", "author", ()),
        ("title = The bridge\n[extra]\nauthor = 'Ann'\ntitle = 'b'", "title", ("The bridge",)),
        ("title = The bridge\nauthor = Ann Reed", "author", ("Ann Reed",)),
    ],
)
def test_toml_is_read_by_the_same_rules(block: str, key: str, words: tuple[str, ...]) -> None:
    """As Hugo and Zola write it; what is wrong in it is told."""
    front, rest, problems = split_front_matter(f"+++\n{block}\n+++\nText")

    assert (list_words(front, key), rest) == (words, "Text")
    assert len(problems) == ("= The" in block)


@pytest.mark.parametrize(
    "block",
    [
        "title: Mayor: bridge closes\nauthors:\n  - Ann Reed\n  - 'Bo'",
        "title: 'Mayor: bridge closes\n# remark\nauthors:\n- Ann Reed\n- Bo",
        "authors:\n- Ann Reed\n- Bo\ndeep: " + "[" * 9000 + "\ntitle: Mayor: bridge closes",
    ],
)
def test_what_is_no_yaml_is_read_line_by_line(block: str) -> None:
    """People forget to quote a colon; that is told."""
    front, rest, problems = split_front_matter(f"---\n{block}\n---\nText")

    assert list_words(front, "title") == ("Mayor: bridge closes",)
    assert list_words(front, "authors") == ("Ann Reed", "Bo")
    assert rest == "Text"
    assert len(problems) == 1


def test_a_value_that_goes_on_below_is_read_whole() -> None:
    """Also where the block is read line by line."""
    block = "title: Mayor: bridge closes\n  for lorries\nauthor:\n  name: Ann"

    front, _, _ = split_front_matter(f"---\n{block}\n---\nText")

    assert list_words(front, "title") == ("Mayor: bridge closes for lorries",)


@pytest.mark.parametrize("mark", ["[", "{", "[a, "])
def test_thousands_of_brackets_are_no_yaml(mark: str) -> None:
    """The library takes a second for them; they are read line by line."""
    front, _, problems = split_front_matter(f"---\ntitle: a\nx: {mark * 4000}\n---\nText")

    assert (list_words(front, "title"), len(problems)) == (("a",), 1)


@pytest.mark.parametrize(
    "said",
    [
        "WASHINGTON: The president said on Friday that he would resign.",
        "Update: the bridge has been closed since Monday.",
        "The mayor: We wait for the council",
        "MÜNCHEN: Der Kanzler sagte am Freitag,\n  er trete zurück.",
        "東京: 大統領は金曜日に辞任すると述べた。",
        "he said: no, never would he go.",
        "Q: Why?\n\nA: There are cracks in two of its piers.\n\nQ: And now?\n\nA: We wait.",
        "Source: the mayor said on Friday that nobody had asked her.",
        "Updated: the bridge was closed on Monday, the mayor said.",
    ],
)
def test_a_sentence_that_begins_as_a_key_stays(said: str) -> None:
    """What stands beside it between the lines may be front matter all the same."""
    ended = said if said.endswith((".", "。")) else f"{said}."
    text = f"---\nTitle: The bridge\n{ended}\nAuthor: Ann Reed\n---\n\nText"

    front, rest, problems = split_front_matter(text)

    assert front == {"title": "The bridge", "author": "Ann Reed"}
    assert (rest, problems) == (f"{ended}\n\n\nText", ())


@pytest.mark.parametrize(
    "line",
    [
        "seo_text: The bridge closes on Monday, the mayor said.",
        "Summary: The bridge closes on Monday, the mayor said.",
        "Document Note: to be read",
        "Editor: Ann Reed, Bo Reed, Jana Krüger",
        "Date: Friday, 3 March 2026, 8 a.m.",
        "Author: Ann Reed, Bo Reed and Jana Krüger Jr.",
        'Note: "The bridge closes on Monday, the mayor said."',
        "Note: >\n  The bridge closes on Monday, the mayor said.",
    ],
)
def test_what_programs_write_is_no_text(line: str) -> None:
    """A key in small letters, a known one, or a value in quotes."""
    front, rest, _ = split_front_matter(f"---\ntitle: The bridge\n{line}\n---\nText")

    assert (len(front), rest) == (2, "Text")


@pytest.mark.parametrize(
    "text",
    [
        "Text\n---\ntitle: a\n---\n",
        "---\nA paragraph between lines.\n---\nText",
        "---\nHe said: no: never.\nA paragraph, and more.\n---\nText",
        "---\nWASHINGTON: The president said on Friday that he would resign.\n---\n\nText",
        "---\nUpdate: the bridge has been closed since Monday.\n---\n",
        "---\nHARLOW: The mayor said: no.\nParis: She agreed.\n---\nText",
        "---\nThe mayor: We wait.\n\nThe council: We go.\n---\nText",
        "---\ntitle: a\n\nnever closed",
        "---\nUpdated: the bridge was closed on Monday, the mayor said.\n---\nText",
        "---\nTitle: The bridge\n- The mayor said that it closes.\n- She left.\n---\nText",
        "+++\nA paragraph between lines.\n+++\nText",
        "+++\nresult = 'two to one'\n+++\nText",
        "+++\n" + "a=" + "[" * 9000 + "\n+++\nText",
        "----\ntitle: a\n----\n",
    ],
)
def test_other_text_stays(text: str) -> None:
    """Lines between two rules are a part of the report."""
    assert split_front_matter(text) == ({}, text, ())


def test_nothing_between_the_lines_is_nothing() -> None:
    """The lines are left out."""
    assert split_front_matter("---\n---\nText") == ({}, "Text", ())
