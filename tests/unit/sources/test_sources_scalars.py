"""What YAML makes of values without quotes."""

import pytest

from feeds.sources.nodes import ListNode, MapNode, Place, ScalarNode
from feeds.sources.scalars import NoText, describe_node, plain_value

HERE = Place(file="s.yaml")


def scalar(text: str, *, plain: bool = True) -> ScalarNode:
    """Return a value as if it had been read."""
    return ScalarNode(place=HERE, text=text, plain=plain)


@pytest.mark.case("C-07")
@pytest.mark.parametrize(
    "text",
    [
        *"no No NO yes on OFF y N 0123 0o17 0x1F 0b1 1_000 1e3 1.5 1. .5 +3 -.inf .NaN".split(),
        *"12:30 1:2:3.4 2026-11-02 2026-11-02T12:00:00Z null ~".split(),
        "",
        "2026-11-02 12:00",
        "9" * 19,
    ],
)
def test_what_readers_of_yaml_disagree_on_is_no_text(text: str) -> None:
    """YAML 1.1 and 1.2 read these differently, or not as text."""
    assert isinstance(plain_value(scalar(text)), NoText)
    assert plain_value(scalar(text, plain=False)) == text


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "nope",
        "1.2.3",
        "10m",
        "16MiB",
        "a",
        "no-1",
        "1e",
        "0x",
        "-",
        "12:60",
        "trUe",
        "01-x",
    ],
)
def test_other_words_are_text(text: str) -> None:
    """Words that only look a little like something else need no quotes."""
    assert plain_value(scalar(text)) == text


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("False", False), ("0", 0), ("-7", -7), ("100", 100)]
)
def test_booleans_and_whole_numbers_are_themselves(text: str, value: object) -> None:
    """Both versions of YAML agree on these."""
    result = plain_value(scalar(text))

    assert (result, type(result)) == (value, type(value))


def test_lists_and_mappings_are_read_one_level_deep() -> None:
    """What is nested deeper is no text."""
    inner = ListNode(place=HERE, items=(scalar("a"),))
    node = MapNode(place=HERE, values={"k": inner, "t": scalar("b")}, keys={"k": HERE, "t": HERE})

    assert plain_value(node) == {"k": NoText(reading="nested"), "t": "b"}
    assert plain_value(inner) == ["a"]
    assert [describe_node(n) for n in (node, inner, scalar("a"), scalar("1"), scalar("true"))] == [
        "a mapping",
        "a list",
        "text",
        "a number",
        "a boolean",
    ]
