"""What we remember of the sources."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, select

from feeds.model import Pace, SourceState, Validators
from feeds.store.database import Transaction
from feeds.store.tables import sources
from feeds.store.upsert import upsert


def read_source_states(tx: Transaction) -> dict[str, SourceState]:
    """Return the state of every source ever polled, by id."""
    return {row.source_id: _state(row) for row in tx.execute(select(sources))}


def save_source_states(tx: Transaction, states: Iterable[SourceState]) -> None:
    """Keep these states in place of the older ones."""
    upsert(tx, sources, [_row(state) for state in states])


def _state(row: Row[Any]) -> SourceState:
    """Read one row."""
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name
    validators = Validators(etag=values.pop("etag"), last_modified=values.pop("last_modified"))
    every = values.pop("ask_every")
    pace = Pace(
        every=None if every is None else timedelta(seconds=every),
        skip_hours=values.pop("skip_hours") or (),
        skip_days=values.pop("skip_days") or (),
    )
    heard = values.pop("heard") or ()
    return SourceState(validators=validators, pace=pace, heard=heard, **values)


def _row(state: SourceState) -> dict[str, object]:
    """Write one row."""
    values: dict[str, object] = asdict(state)
    del values["validators"], values["pace"]
    every = state.pace.every
    return (
        values
        | asdict(state.validators)
        | {
            "ask_every": None if every is None else int(every.total_seconds()),
            "skip_hours": state.pace.skip_hours,
            "skip_days": state.pace.skip_days,
        }
    )
