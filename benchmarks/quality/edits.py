"""Edits: is what was edited called what it is?

Each labelled story is polled as it stood before and as it stands after, from a source of its own,
through the editor and a real database: so that what goes back to an earlier text, or comes back
after it was withdrawn, is judged by what the desk remembers.
"""

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feeds.model import Config, Fetched, Kind, Settings, Source, SourceState
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_revisions, recall_stories
from quality.lines import Line, list_lines
from quality.rows import Row
from quality.scores import share
from quality.versions import list_versions, tell_version

_AIMS = {"precision": 0.97, "recall": 0.97}
_BEGUN = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
_GAP = timedelta(hours=1)

Kinds = tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A labelled edit, and what the desk calls it.

    Attributes:
        id: Of the row.
        language: BCP 47 tag.
        expected: Label: its kinds.
        open: Label: kinds that it may be called too, or not.
        found: What the desk calls it; none if it is no change.
    """

    id: str
    language: str
    expected: frozenset[Kind]
    open: frozenset[Kind]
    found: frozenset[Kind]

    @property
    def missed(self) -> frozenset[Kind]:
        """Kinds that it is, and is not called."""
        return self.expected - self.found

    @property
    def invented(self) -> frozenset[Kind]:
        """Kinds that it is called, and is not."""
        return self.found - self.expected - self.open


def measure_edits(name: str, rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return precision and recall of each kind that is labelled, and the share of exact rows.

    The size of a line is how many rows are of its kind.
    """
    judged = judge_edits(rows)
    exact = {"exact": share([not (one.missed or one.invented) for one in judged])}
    labelled = {kind for one in judged for kind in one.expected}
    return (
        *list_lines("edits", name, len(judged), exact, {}),
        *(line for kind in Kind if kind in labelled for line in _score_kind(kind, name, judged)),
    )


def judge_edits(rows: Sequence[Row]) -> tuple[Judged, ...]:
    """Return what the desk calls each edit, in order."""
    found: dict[str, Kinds] = {}
    for typo in sorted({row.get("typo", 0) for row in rows}):
        found |= _walk_rows([row for row in rows if row.get("typo", 0) == typo], typo)
    return tuple(
        Judged(
            id=str(row["id"]),
            language=row["language"],
            expected=frozenset(map(Kind, row["kinds"])),
            open=frozenset(map(Kind, row.get("also", ()))),
            found=frozenset(found[row["id"]]),
        )
        for row in rows
    )


def _score_kind(kind: Kind, name: str, judged: Iterable[Judged]) -> tuple[Line, ...]:
    """Return precision and recall of one kind."""
    counted = Counter(
        (kind in one.expected, kind in one.found)
        for one in judged
        if kind in one.expected or kind not in one.open
    )
    right, missed, invented = counted[True, True], counted[True, False], counted[False, True]
    values = {
        "precision": right / (right + invented) if right + invented else 1.0,
        "recall": right / (right + missed),
    }
    return list_lines(f"edits, {kind}", name, right + missed, values, _AIMS)


def _walk_rows(rows: Sequence[Row], typo: int) -> Mapping[str, Kinds]:
    """Return the kinds of the last edit of each row, by its id; none if it is no change.

    Args:
        rows: As labelled.
        typo: As in the settings of a desk.
    """
    versions = {row["id"]: list_versions(row) for row in rows}
    config = Config(sources=(), settings=Settings(typo=typo))
    with (
        tempfile.TemporaryDirectory(prefix="wiredesk-quality-") as folder,
        open_store(Path(folder) / "wiredesk.db") as store,
    ):
        for place in range(max(map(len, versions.values()))):
            now = _BEGUN + place * _GAP
            told = [
                _poll(row_id, states[place], now)
                for row_id, states in versions.items()
                if place < len(states)
            ]
            edit_batch(store, told, config, remember_poll)
        return {
            row_id: _read_kinds(store, row_id, _BEGUN + (len(states) - 1) * _GAP)
            for row_id, states in versions.items()
        }


def _poll(row_id: str, version: Row, now: datetime) -> Polled:
    """Return a poll of the source of a row, that brought one version of its story."""
    return Polled(
        source=Source(id=row_id, kind="feed", url="https://labelled.example/feed"),
        state=SourceState(source_id=row_id, first_ok=_BEGUN - _GAP),
        outcome=Fetched(bodies=(), body_hash=""),
        reading=Reading(stories=(tell_version(row_id, version, now),)),
        now=now,
    )


def _read_kinds(store: Store, row_id: str, last: datetime) -> Kinds:
    """Return the kinds of the revision that the last poll made; none if it made none."""
    with store.read() as tx:
        (story_id,) = set(recall_stories(tx, row_id, (f"guid:{row_id}",)).ids.values())
        revision = read_revisions(tx, story_id)[-1]
    return revision.kinds if revision.seen == last else ()
