"""The page of good manners names a test for each rule, and each of them exists."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_PAGE = (_ROOT / "docs" / "reference" / "citizenship.md").read_text("utf-8")
_RULES = [
    line for line in _PAGE.splitlines() if line.startswith("| ") and not line.startswith("| rule ")
]
_NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", _PAGE)))


def test_every_rule_names_its_proof() -> None:
    """No row without a test."""
    proof = re.compile(r"\| `tests/[\w/]+\.py::test_\w+`(, `tests/[\w/]+\.py::test_\w+`)* \|$")

    assert len(_RULES) > 25
    assert [] == [line for line in _RULES if not proof.search(line)]


@pytest.mark.parametrize(("path", "name"), _NAMED, ids=[name for _, name in _NAMED])
def test_the_named_test_exists(path: str, name: str) -> None:
    """A test that was renamed is named anew."""
    assert re.search(rf"^(async )?def {name}\(", (_ROOT / path).read_text("utf-8"), re.MULTILINE)
