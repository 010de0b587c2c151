"""What is said of a pass that was interrupted."""

from datetime import datetime

import pytest

from feeds.cli.signals import tell_kept
from feeds.model import RunReport, SourceReport


@pytest.mark.parametrize(
    ("kept", "dropped", "words"),
    [
        (53, 7, "interrupted: 53 of 60 sources are kept, 7 were not asked to the end"),
        (1, 1, "interrupted: 1 of 2 sources is kept, 1 was not asked to the end"),
        (0, 1, "interrupted: 0 of 1 sources are kept, 1 was not asked to the end"),
        (2, 0, "interrupted: what all sources told is kept"),
    ],
)
def test_an_interruption_is_told_with_what_is_kept(
    now: datetime, kept: int, dropped: int, words: str
) -> None:
    """And with what is not."""
    report = RunReport(
        started=now,
        seconds=1.0,
        sources=tuple(
            SourceReport(source_id=f"s{n}", title="", answer="fetched") for n in range(kept)
        ),
        dropped=tuple(f"d{n}" for n in range(dropped)),
        topics=(),
        written=(),
    )

    assert words == tell_kept(report)
