"""Short texts with what is expected of them."""

from typing import Any

import pytest
from quality.words import measure_words

DATELINE = "AUBEVAL, March 3 (AP) — Engineers said on Monday that the dam above the town holds."
ROWS = [
    ("dateline", DATELINE, "AUBEVAL", "MARROW"),
    ("dateline", DATELINE, {"place": "AUBEVAL", "date": "March 3"}, {"place": "AUBEVAL"}),
    (
        "dateline",
        "Engineers said the dam holds - for now, and for as long as it is dry.",
        None,
        "X",
    ),
    ("agency", DATELINE, ["AP"], ["AFP", "AP"]),
    ("agency", DATELINE, [{"name": "AP", "role": "credited"}], [{"name": "AP", "role": "quoted"}]),
    ("byline", "By Ilse Maren and Otto Brandt", ["Ilse Maren", "Otto Brandt"], "Ilse Maren"),
    ("byline", "The Labelled Post", None, "Ilse Maren"),
    ("date", "Mon, 23 Nov 2026 12:00:00 +0100", "2026-11-23T11:00:00+00:00", None),
    ("date", "soon", None, "2026-11-23T11:00:00+00:00"),
]


@pytest.mark.parametrize(("kind", "text", "right", "wrong"), ROWS)
def test_what_is_expected_must_be_met_exactly(kind: str, text: str, right: Any, wrong: Any) -> None:
    """The same text counts with the right label, and does not with a wrong one."""
    rows = [{"kind": kind, "text": text, "expected": expected} for expected in (right, wrong)]

    (line,) = measure_words("two", rows)

    assert (line.what, line.size, line.measure, line.value) == (kind, 2, "exact", 0.5)
