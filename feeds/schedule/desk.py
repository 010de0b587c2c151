"""What a run works with, opened together and closed together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from feeds.clock import Clock
from feeds.model import Config
from feeds.store import Store, hold_data, open_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A configuration, the memory, the output folder and a clock."""

    config: Config
    store: Store
    output: Path
    clock: Clock


@contextmanager
def open_desk(
    config: Config, data: Path, output: Path, clock: Clock, *, command: str
) -> Iterator[Desk]:
    """Hold the data directory and open the memory in it.

    Args:
        config: What to work with.
        data: The data directory.
        output: Where feeds are published.
        clock: Tells the time.
        command: Which command of wiredesk does so, to tell others.

    Raises:
        DataLocked: Another instance holds it.
        DataTooNew: A newer version made the database.
        DataError: It cannot be used otherwise.
    """
    with hold_data(data, command), open_store(data / "wiredesk.db") as store:
        yield Desk(config=config, store=store, output=output, clock=clock)
