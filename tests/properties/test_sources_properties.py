"""Whatever is written, it becomes a configuration or a list of problems: never a crash."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.errors import ConfigError
from feeds.model import Config
from feeds.sources import load_config
from feeds.sources.checks import SLUG
from feeds.sources.written import WrittenSettings, WrittenSource, WrittenTopic

KEYS = sorted(
    {"sources", "topics", "channels", "settings", "include", "alerts", "on", "to"}
    | set(WrittenSource.__annotations__)
    | set(WrittenTopic.__annotations__)
    | set(WrittenSettings.__annotations__)
)
WORDS = st.sampled_from(
    [*KEYS, *"no 0123 1e3 ~ '' 10m 16MiB http://a.b/ https://ü.example/x ${A} &a *a !!x".split()]
)
PIECES = st.one_of(
    WORDS,
    WORDS.map(lambda word: word + ": "),
    st.sampled_from(
        ["\n", "\n  ", "\n    ", "\n- ", "\n  - ", "[", "]", "{", "}", ", ", "\t", '"']
    ),
    st.text(max_size=8),
)
VALUES = st.recursive(
    st.one_of(WORDS, st.integers(), st.text(max_size=20).map(repr)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=20,
)


def check_bytes(data: bytes) -> None:
    """Load bytes as a configuration and check what holds for every outcome."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.yaml"
        path.write_bytes(data)
        result = load_or_tell(path)
    if isinstance(result, ConfigError):
        assert result.problems
        assert all(p.line >= 1 and p.column >= 1 and p.message for p in result.problems)
        return
    ids = [source.id for source in result.sources]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(SLUG, name) for name in ids)


def load_or_tell(path: Path) -> Config | ConfigError:
    """Return the configuration, or the error that tells why there is none."""
    try:
        return load_config(path, {"A": "https://hooks.example/a"})
    except ConfigError as error:
        return error


@pytest.mark.case("C-02")
@given(st.lists(PIECES, max_size=30).map("".join))
@example("sources: [http://[v1.x]/]")
@example("sources: [{url: 'http://a.b/', headers: }]")
def test_any_text_is_a_configuration_or_problems(text: str) -> None:
    """Pieces of YAML in any order."""
    check_bytes(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_configuration_or_problems(data: bytes) -> None:
    """Bytes of any kind."""
    check_bytes(data)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5))
def test_any_values_under_our_keys_are_a_configuration_or_problems(value: object) -> None:
    """Well-formed documents with our keys and values that do not belong there."""
    check_bytes(repr(value).replace("'", '"').encode())


@pytest.mark.case("C-12")
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_address_is_a_source_or_a_problem(host: str, path: str) -> None:
    """Addresses with anything in host and path."""
    text = f"http://{host}/{path}".replace("'", "''")
    check_bytes(f"sources:\n  - '{text}'\n".encode())
