"""What tests with a real database may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A memory in a file: several threads use it at once."""
    with open_store(tmp_path / "wiredesk.db") as opened:
        yield opened
