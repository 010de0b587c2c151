"""What every test may ask for."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import DeskFolder

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """Recorded material beside the repository; the test is skipped where it is missing."""
    if not (_SHARED / "feeds").is_dir():
        pytest.skip("no recorded material beside the repository")
    return _SHARED


@pytest.fixture
def now() -> datetime:
    """A clock that stands still."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[DeskFolder]:
    """A folder to run the installed program in."""
    folder = DeskFolder(tmp_path)
    yield folder
    await folder.end()
