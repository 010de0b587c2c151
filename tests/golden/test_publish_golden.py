"""Renditions promised byte for byte.

A difference here is seen by every subscriber: readers fetch every feed again. If it is meant,
run ``python tests/golden/rewrite.py`` and read the diff.
"""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from feeds.model import Rendition

_HERE = Path(__file__).resolve().parent
_RENDER: Callable[[], dict[str, tuple[Rendition, ...]]] = runpy.run_path(str(_HERE / "rewrite.py"))[
    "render_golden"
]


@pytest.mark.parametrize("folder", ["rich", "empty", "no-base", "desk"])
def test_renditions_are_the_golden_ones(folder: str) -> None:
    """The same feed gives the same bytes as when the golden files were reviewed."""
    for rendition in _RENDER()[folder]:
        assert rendition.content == (_HERE / folder / rendition.path).read_bytes()


@pytest.mark.case("P-06", "P-07")
def test_rendering_again_gives_the_same_bytes() -> None:
    """No clock, no order of a set and no state comes into it."""
    assert _RENDER() == _RENDER()
