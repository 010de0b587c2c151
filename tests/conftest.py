"""What every test may ask for."""

import os
import signal
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from desk import DeskFolder
from hypothesis import HealthCheck, settings

_SHARED = Path(__file__).resolve().parents[2] / "shared"


# How long an example takes says nothing: the machine has other tests to run. A day's examples are
# the same each time, so that a red test speaks of the change; ``make fuzz`` draws new ones.
_CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("daily", deadline=None, suppress_health_check=_CALM, derandomize=True)
settings.register_profile(
    "fuzz", settings.get_profile("daily"), derandomize=False, max_examples=100_000
)
settings.load_profile("daily")


# A shell has what it begins in the background ignore Ctrl-C, and what that begins ignores it, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int | None:
    """Return twice the number of processors: many tests do little but wait for a daemon."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return 2 * len(getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0))


@pytest.fixture
def shared() -> Path:
    """Recorded material beside the repository; the test is skipped where it is missing."""
    if not (_SHARED / "feeds").is_dir():
        pytest.skip("no recorded material beside the repository")
    return _SHARED


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """Let no test decide what the next one sees of the log: where it goes is set for a process."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def now() -> datetime:
    """A clock that stands still."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where desks are kept that others begin after."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
async def desk(tmp_path: Path, kept: Path) -> AsyncIterator[DeskFolder]:
    """A folder to run the installed program in."""
    folder = DeskFolder(tmp_path, kept)
    yield folder
    await folder.end()
