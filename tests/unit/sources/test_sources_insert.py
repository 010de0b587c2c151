"""Sources written into a file: what stood there stays, byte for byte."""

import pytest

from feeds.errors import ConfigError, WiredeskError
from feeds.model import Source
from feeds.sources import (
    Addition,
    check_addition,
    choose_new,
    find_source,
    group_folders,
    insert_sources,
    show_sources,
)
from feeds.sources.findings import Findings
from feeds.sources.nodes import ListNode, MapNode, ScalarNode
from feeds.sources.yaml import read_yaml

NEW = Addition(url="https://new.example/rss")
FULL = Addition(url="https://new.example/rss", id="new", every="10m", allow_private=True)


def insert(text: str, *additions: Addition) -> str:
    """Return a text with sources in it."""
    return insert_sources(text.encode(), additions or (NEW,), "s.yaml").decode()


def items(text: str) -> list[str]:
    """Return the addresses of the sources of a text, as YAML reads it."""
    root = read_yaml(text.removeprefix("\ufeff"), "s.yaml", Findings())
    assert isinstance(root, MapNode)
    listed = root.values["sources"]
    assert isinstance(listed, ListNode)
    nodes = [item.values["url"] if isinstance(item, MapNode) else item for item in listed.items]
    return [node.text for node in nodes if isinstance(node, ScalarNode)]


@pytest.mark.parametrize(
    ("before", "line", "text"),
    [
        ("sources:\n  - https://a.example/\ntopics: []\n", 3, "  - https://new.example/rss"),
        ("sources:\n- https://a.example/\ntopics: []\n", 3, "- https://new.example/rss"),
        ("sources:\n      - https://a.example/\n", 3, "      - https://new.example/rss"),
        ("sources:\n  - https://a.example/", 3, "  - https://new.example/rss"),
        ("sources: # whom\n  # first\n  - https://a.example/ # a\n\n\n# b\n", 4, None),
        ("sources:\n  -   id: a\n      url: https://a.example/\n\ntopics: []\n", 4, None),
        ("sources:\n  -\n    url: https://a.example/\n", 4, None),
        ("sources:\n  - {id: a,\n     url: https://a.example/}  # c\ntopics: []\n", 4, None),
        ("sources:\n  - url: >-\n      https://a.example/\n\n# c\n\ntopics: []\n", 4, None),
        ("sources:\n  - url: https://a.example/\n    # rank: 9\n  # b\n", 4, None),
        ("sources:\n  - url: https://a.example/\n    title:\ntopics: []\n", 4, None),
        ("sources:\n  - url: 'https://a.example/'\n    headers:\n      A: b\n", 5, None),
        ("sources: &all\n  - &one https://a.example/\ntopics: []\n", 3, None),
        ("a: &u https://a.example/\nsources:\n  - *u # x\n\ntopics: []\n", 4, None),
        ("  sources:\n  - https://a.example/\n  topics: []\n", 3, "  - https://new.example/rss"),
        ("---\n# é 𝄞\nsources:\n  - https://a.example/\n...\n", 5, None),
        ("# é 𝄞\n'sources':\n  - https://a.example/\n# - https://b.example/\n", 4, None),
        ('"sources" :\n- "https://a.example/"\n- https://b.example/\n', 4, None),
    ],
)
def test_a_source_is_written_behind_the_last(before: str, line: int, text: str | None) -> None:
    """One line more, at the column of the others; take it away and the file is as it was."""
    after = insert(before)
    lines = after.split("\n")

    assert text is None or text == lines[line - 1]
    assert lines.pop(line - 1).endswith("- https://new.example/rss")
    assert before == "\n".join(lines)
    assert [*items(before), NEW.url] == items(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sources: []\n", "sources:\n  - NEW\n"),
        ("sources: [ ] # none\ntopics: []", "sources: # none\n  - NEW\ntopics: []"),
        ("sources:\n", "sources:\n  - NEW\n"),
        ("sources: # none\n\ntopics: []\n", "sources: # none\n  - NEW\n\ntopics: []\n"),
        ("sources: ~\ntopics: []\n", "sources:\n  - NEW\ntopics: []\n"),
        ("sources: null", "sources:\n  - NEW"),
        ("topics: []\n", "topics: []\n\nsources:\n  - NEW\n"),
        ("topics: []", "topics: []\n\nsources:\n  - NEW"),
        ("topics: []\n\n", "topics: []\n\nsources:\n  - NEW\n"),
        ("  topics: []\n", "  topics: []\n\n  sources:\n    - NEW\n"),
        ("# nothing yet\n", "# nothing yet\n\nsources:\n  - NEW\n"),
        ("", "sources:\n  - NEW\n"),
    ],
)
def test_a_list_is_begun_where_there_is_none(before: str, after: str) -> None:
    """An empty value makes way; a missing key is written at the end."""
    assert after.replace("NEW", NEW.url) == insert(before)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(end: str, mark: str) -> None:
    """New lines end as the first one does."""
    before = mark + "# ü\nsources:\n  - https://a.example/\n\ntopics: []\n".replace("\n", end)
    expected = before.replace("/" + end, "/" + end + f"  - {NEW.url}" + end)

    assert expected == insert(before)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sources: [https://a.example/]\n", "s.yaml:1:1"),
        ("a: b\nsources: [\n]\n", "s.yaml:2:1"),
        ("{sources: [], topics: []}\n", "s.yaml:1:1"),
        ("a: &x [https://a.example/]\nsources: *x\n", "s.yaml:2:1"),
        ("sources:\n  []\n", "s.yaml:1:1"),
        ("sources:\n  - &a https://a.example/\n  - &a https://b.example/\n", "s.yaml:1:1"),
    ],
)
def test_other_lists_are_refused_with_what_to_add(text: str, place: str) -> None:
    """Between brackets nothing is written; the message can be pasted there."""
    with pytest.raises(WiredeskError) as caught:
        insert(text, NEW, FULL)

    message = str(caught.value)
    assert message.startswith(place)
    assert [
        '  "https://new.example/rss",',
        '  {id: new, url: "https://new.example/rss", every: 10m, allow_private: true},',
    ] == message.splitlines()[1:]


def test_what_is_no_yaml_is_refused() -> None:
    """With its place, as everywhere."""
    with pytest.raises(ConfigError):
        insert("sources: [\n")


def test_sources_are_shown_as_people_write_them() -> None:
    """A bare address, or a mapping; quotes only where they are needed; folders once."""
    additions = (
        NEW,
        FULL,
        Addition(url="https://a.example/x:", title="no", folder="News"),
        Addition(url="https://a.example/ü", title='Say "it": loud', folder="News"),
        Addition(url="https://b.example/", title="Das Blatt", folder="Sport / Ski"),
    )

    assert [
        "- https://new.example/rss",
        "- id: new",
        "  url: https://new.example/rss",
        "  every: 10m",
        "  allow_private: true",
        "# News",
        '- url: "https://a.example/x:"',
        '  title: "no"',
        '- url: "https://a.example/ü"',
        '  title: "Say \\"it\\": loud"',
        "# Sport / Ski",
        "- url: https://b.example/",
        "  title: Das Blatt",
    ] == show_sources(additions, 0)
    assert [a.url for a in additions] == items(insert("", *additions))


@pytest.mark.parametrize(
    ("addition", "word"),
    [
        (Addition(url="ftp://a.example/"), "url: must be an address"),
        (Addition(url="https://u:secret@a.example/"), "url: a user or password"),
        (Addition(url="https://a.example/", id="No Slug"), "id: must be 1 to 64"),
        (Addition(url="https://a.example/", every="1s"), "every: this duration is out of bounds"),
        (Addition(url="https://a.example/", title="x" * 201), "title: must"),
    ],
)
def test_what_the_configuration_refuses_is_refused_before(addition: Addition, word: str) -> None:
    """By the same checks, and without repeating a secret."""
    with pytest.raises(ValueError, match=word) as caught:
        check_addition(addition)

    assert "secret@" not in str(caught.value)


def test_an_address_is_known_in_every_spelling() -> None:
    """Scheme, case of the host, default port, fragment and tracking make no difference."""
    source = Source(id="a", kind="feed", url="http://A.example:80/rss?b=1&a=2")
    inbox = Source(id="i", kind="inbox")

    assert source == find_source("https://a.example/rss?a=2&b=1&utm_source=x#y", (inbox, source))
    assert find_source("https://a.example/rss", (inbox, source)) is None


def test_only_new_ones_are_chosen_and_no_id_is_taken_twice() -> None:
    """Known ones and repeats are told apart; an id that is taken is numbered and written."""
    there = Source(id="a.example-rss", kind="feed", url="https://a.example/rss")
    listed = [f"https://a.example/rss{end}" for end in ("", "/", "-", "/", "/b")]
    fresh, known = choose_new([Addition(url=url) for url in listed], (there,))

    assert [
        ("https://a.example/rss/", "a.example-rss-2"),
        ("https://a.example/rss-", "a.example-rss-3"),
        ("https://a.example/rss/b", None),
    ] == [(one.url, one.id) for one in fresh]
    assert [listed[0], listed[3]] == [one.url for one in known]


def test_folders_come_one_after_the_other() -> None:
    """Those without a folder first, and a folder's sources together, in the order they came."""
    listed = [
        Addition(url=f"https://{name}.example/", folder=folder)
        for name, folder in zip("abcdef", ["News", "Sport", "", "News", "", "Sport"], strict=True)
    ]

    assert "cead bf" == " ".join(
        "".join(one.url[8] for one in part)
        for part in (group_folders(listed)[:4], group_folders(listed)[4:])
    )
