"""From bytes to nodes: characters, places, and what is refused."""

import pytest
from counting import count_calls

from feeds.errors import ConfigError
from feeds.sources.characters import decode_text
from feeds.sources.findings import Findings
from feeds.sources.nodes import ListNode, MapNode, Node, Place, ScalarNode, find_node, find_place
from feeds.sources.yaml import MAX_NODES, read_yaml


def read(text: str) -> Node | None:
    """Return the document of a text."""
    return read_yaml(text, "s.yaml", Findings())


def place_of_refusal(text: str) -> tuple[int, int]:
    """Return line and column of what is refused in a text."""
    with pytest.raises(ConfigError) as caught:
        read(text)
    (problem,) = caught.value.problems
    return problem.line, problem.column


@pytest.mark.case("C-03")
@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("sources: []\n".encode("utf-16"), 1, 1, "UTF-16"),
        ("sources: []\n".encode("utf-16-be"), 1, 1, "U+0000"),
        (b"# one\r\n# a\xe9\r\n", 2, 4, "0xE9 is not UTF-8"),
        (b"a: b\rc: \0", 2, 4, "U+0000"),
        ("# é\n# \x07".encode(), 2, 3, "U+0007"),
        (b"\xef\xbb\xbf# \xff", 1, 3, "0xFF"),
        ("a: b\ufeff".encode(), 1, 5, "U+FEFF"),
        (b"\xed\xa0\x80", 1, 1, "0xED"),
        (b"x" * (1024 * 1024 + 1), 1, 1, "1 MiB"),
    ],
)
def test_bytes_that_are_no_text_are_told_at_their_place(
    data: bytes, line: int, column: int, words: str
) -> None:
    """The first wrong byte or character is named with line and column."""
    with pytest.raises(ConfigError) as caught:
        decode_text(data, "s.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message


@pytest.mark.case("C-03")
@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: b\r\n", b"a: b\r\n", "a: ü𝄞\n".encode()])
def test_utf_8_is_accepted_with_and_without_a_mark(data: bytes) -> None:
    """A byte order mark falls off; everything else stays."""
    assert decode_text(data, "s.yaml") == data.decode("utf-8-sig")


def test_every_node_knows_its_place() -> None:
    """Line, column and key path, counted as people and pydantic do."""
    root = read("a:\n  - b: 'ü'\n    c: [1, x]\n")

    assert root is not None
    assert find_node(root, ("a", 0, "c", 1)).place == Place(
        file="s.yaml", line=3, column=12, key="a.0.c.1"
    )
    assert find_place(root, ("a", 0, "b", "[key]")).column == 5
    assert find_place(root, ("a", 0, "nothing")).key == "a.0"


def test_quotes_and_blocks_make_text() -> None:
    """Only a value without quotes is plain."""
    root = read("[a, 'a', \"a\"]")

    assert isinstance(root, ListNode)
    assert [n.plain for n in root.items if isinstance(n, ScalarNode)] == [True, False, False]


@pytest.mark.case("C-04")
def test_the_first_of_two_equal_keys_is_kept_and_both_are_told() -> None:
    """Reading goes on behind a duplicate key."""
    findings = Findings()

    root = read_yaml("a: 1\nb: 2\na: 3\n", "s.yaml", findings)

    assert isinstance(root, MapNode)
    first = root.values["a"]
    assert isinstance(first, ScalarNode)
    assert first.text == "1"
    with pytest.raises(ConfigError, match="in line 1 and in line 3"):
        findings.raise_problems(("s.yaml",))


def test_an_alias_is_what_it_stands_for() -> None:
    """A shared node is the same node in both places."""
    root = read("a: &x [1]\nb: *x\n")

    assert isinstance(root, MapNode)
    assert root.values["a"] is root.values["b"]


@pytest.mark.case("C-01", "CVE-2017-18342", "CVE-2020-1747", "CVE-2020-14343")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: !!python/name:os.system x", 1, 4),
        ("a: !mine x", 1, 4),
        ("a: ! x", 1, 4),
        ("!!set {a}", 1, 1),
        ("!!str a: b", 1, 1),
        ("a:\n\tb: c", 2, 1),
        ("a: b\n---\na: b", 2, 1),
        ("{a: b}: c", 1, 1),
        ("*a : c", 1, 1),
        ("a: b: c", 1, 5),
        ("[" * 21, 1, 21),
    ],
)
def test_what_is_refused_is_told_at_its_place(text: str, line: int, column: int) -> None:
    """Tags, tabs, second documents, keys that are no text, deep nesting."""
    assert place_of_refusal(text) == (line, column)


@pytest.mark.case("C-02", "CVE-2019-11254")
@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "".join(" " * depth + "a:\n" for depth in range(1000)),
        "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)),
        "a0: &a0 {b: c}\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 20_000)),
    ],
    ids=["flow", "block", "bomb", "chain"],
)
def test_bombs_are_refused_before_they_unfold(text: str) -> None:
    """Nesting and aliases cannot make the reader slow: no more is read than what is allowed."""
    with count_calls() as calls, pytest.raises(ConfigError):
        read(text)

    assert calls.total() < 20 * MAX_NODES


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n# nothing\n...\n"])
def test_a_file_without_a_value_is_none_or_empty(text: str) -> None:
    """An empty document is told apart by who reads it."""
    root = read(text)

    assert root is None or (isinstance(root, ScalarNode) and root.text == "")
