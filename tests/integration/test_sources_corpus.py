"""One configuration file for each behaviour, with what is made of it beside it."""

import json
from pathlib import Path

import pytest

from feeds.errors import ConfigError
from feeds.sources import load_config

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "sources"
ENVIRONMENT = {
    "DESK_URL": "https://hooks.example.org/desk",
    "EMPTY": "",
    "LINES": "one\ntwo",
    "NESTED": "https://hooks.example.org/${DESK_URL}",
}


def show_result(path: Path) -> dict[str, object]:
    """Return what a file becomes, the way the expectations are written."""
    folder = f"{path.parent}/"
    try:
        config = load_config(path, ENVIRONMENT)
    except ConfigError as error:
        problems = [str(problem).replace(folder, "") for problem in error.problems]
        warnings = [warning.replace(folder, "") for warning in error.warnings]
        return {"problems": problems, **({"warnings": warnings} if warnings else {})}
    return {
        "sources": {
            source.id: source.url or (source.path.name if source.path else None)
            for source in config.sources
        },
        "warnings": [warning.replace(folder, "") for warning in config.warnings],
    }


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_configuration_file_becomes_what_stands_beside_it(path: Path) -> None:
    """Sources and warnings, or every problem with its place, are as expected.

    ``cases`` are the faults that the file proves; the page of faults is written from them.
    """
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    expected.pop("cases", None)

    assert expected == show_result(path)


def test_the_corpus_is_there() -> None:
    """Every file has its expectation and the other way round."""
    files = {path.stem for path in CORPUS.glob("*.yaml")}
    expectations = {path.name.removesuffix(".expected.json") for path in CORPUS.glob("*.json")}

    assert files == expectations
    assert len(files) > 50
