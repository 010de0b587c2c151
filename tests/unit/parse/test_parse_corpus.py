"""Every file of the corpus is read as the expectation beside it says.

An expectation holds what the file ``shows``, the ``body`` it came in, the ``listing`` of its source
if that is a page, and the ``document``: the fields that hold anything.
"""

import json
from dataclasses import MISSING, Field, fields
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from feeds.model import Body, Listing, Unreadable
from feeds.parse import parse_document

_CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "parse"
_EXPECTED = sorted(_CORPUS.rglob("*.expected.json"))


def project(value: object) -> object:
    """Return a value as plain JSON, without fields that say no more than usual."""
    match value:
        case Unreadable():
            return {"unreadable": value.kind, "reason": value.reason}
        case tuple():
            return [project(one) for one in value]
        case datetime():
            return value.isoformat()
        case timedelta():
            return str(value)
        case str() | int() | None:
            return value
        case _:
            stated = {field.name: getattr(value, field.name) for field in fields(value)}
            usual = {field.name: find_usual(field) for field in fields(value)}
            return {name: project(one) for name, one in stated.items() if one != usual[name]}


def find_usual(field: Field[object]) -> object:
    """Return what a field holds where nothing is said."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def find_file(expected: Path) -> Path:
    """Return the corpus file an expectation belongs to."""
    stem = expected.name.removesuffix(".expected.json")
    beside = [path for path in expected.parent.glob(f"{stem}.*") if path != expected]
    (found,) = beside
    return found


def read_body(expected: Path, said: dict[str, str]) -> Body:
    """Return the corpus file in the body it came in."""
    return Body(content=find_file(expected).read_bytes(), **{"media_type": "", **said})


@pytest.mark.parametrize(
    "expected",
    _EXPECTED,
    ids=lambda path: str(path.relative_to(_CORPUS)).removesuffix(".expected.json"),
)
def test_corpus_file_is_read_as_expected(expected: Path) -> None:
    """The document of a corpus file equals the one written beside it."""
    case = json.loads(expected.read_text("utf-8"))
    listing = Listing(**case["listing"]) if "listing" in case else None
    document = parse_document(read_body(expected, case["body"]), listing)
    assert project(document) == case["document"]


def test_every_corpus_file_has_an_expectation() -> None:
    """No file lies in the corpus without saying what it shows."""
    files = {path for path in _CORPUS.rglob("*.*") if not path.name.endswith(".expected.json")}
    assert files == {find_file(expected) for expected in _EXPECTED}
    assert len(files) >= 35
