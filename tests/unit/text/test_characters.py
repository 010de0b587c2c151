"""Words of strangers become one harmless line."""

import pytest

from feeds.text.characters import clean_characters, clean_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a plain line", "a plain line"),
        ("\x1b[31mred\x1b[0m\x07", "[31mred[0m"),
        ("two\r\nlines\u2028and\ttabs\x85", "two lines and tabs"),
        ("of a word\x0bprocessor\x0cand\x1ca\x1eprinter", "of a word processor and a printer"),
        ("safe\u202egnp.exe\u2066", "safegnp.exe"),
        ("half \ud800 of a pair", "half of a pair"),
        ("", ""),
        ("x" * 300, "x" * 300),
    ],
)
def test_nothing_that_commands_a_terminal_is_left(text: str, line: str) -> None:
    """Control characters, line breaks and turned directions are gone; words stay."""
    assert clean_line(text) == line


@pytest.mark.parametrize("text", ["dam " * 90, "dam " * 900_000, "x" * 301, f"dam{' ' * 9000}dam"])
def test_a_long_line_is_cut_at_a_word_with_an_ellipsis(text: str) -> None:
    """At most 300 characters are left, and something shows that there were more."""
    line = clean_line(text)

    assert len(line) <= 300
    assert line.endswith("…")
    assert not line.endswith(" …")


def test_every_character_is_cleaned_alike_whatever_stands_beside_it() -> None:
    """A text that is clean at first sight is left as one with a control character would be."""
    characters = map(chr, range(0x20000))

    assert [
        hex(ord(it))
        for it in characters
        if clean_characters(f"a{it}b") != clean_characters(f"\x00a{it}b")
    ] == []


def test_what_breaks_a_line_anywhere_is_a_line_feed() -> None:
    """As Python splits lines: no two words of two lines become one."""
    breaks = (
        "\n",
        "\r",
        "\r\n",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x1d",
        "\x1e",
        "\x85",
        "\u2028",
        "\u2029",
    )

    assert {"one\ntwo"} == {clean_characters(f"one{it}two") for it in breaks}
    assert all(["one", "two"] == f"one{it}two".splitlines() for it in breaks)
