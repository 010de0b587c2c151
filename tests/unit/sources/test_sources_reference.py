"""The schema for editors and the reference page say what the code reads."""

import json
import re
from pathlib import Path

import pytest

from feeds.sources import config_schema, render_schema
from feeds.sources.written import (
    WrittenAlert,
    WrittenChannel,
    WrittenFile,
    WrittenHealthAlert,
    WrittenPage,
    WrittenSettings,
    WrittenSource,
    WrittenTopic,
)

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"
SECTIONS = {
    "The file": WrittenFile,
    "Sources": WrittenSource,
    "Pages": WrittenPage,
    "Topics": WrittenTopic,
    "Alerts": WrittenAlert,
    "Alerts of sources": WrittenHealthAlert,
    "Channels": WrittenChannel,
    "Settings": WrittenSettings,
}


def test_the_schema_in_the_docs_is_the_one_made_from_the_types() -> None:
    """Write ``render_schema()`` to the file when this fails."""
    assert (REFERENCE / "sources.schema.json").read_text("utf-8") == render_schema()


def test_the_schema_knows_every_key_and_no_other() -> None:
    """Every mapping is closed and every key is described."""
    schema = json.loads(json.dumps(config_schema()))
    shapes = [schema, *(d for d in schema["$defs"].values() if d["type"] == "object")]

    assert len(shapes) == len(SECTIONS)
    assert all(shape["additionalProperties"] is False for shape in shapes)
    assert all("description" in value for shape in shapes for value in shape["properties"].values())


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_reference_has_a_row_for_every_key_and_no_other(heading: str) -> None:
    """The table of each section names the keys in the order of the types, with no cell empty."""
    page = (REFERENCE / "configuration.md").read_text("utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", section, re.MULTILINE)

    assert [row[0] for row in rows] == list(SECTIONS[heading].__annotations__)
    assert all(cell.strip() for row in rows for cell in row)
