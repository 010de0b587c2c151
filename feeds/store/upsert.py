"""Insert or replace."""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert

from feeds.store.database import Transaction


def upsert(tx: Transaction, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows; where the primary key is taken, the new row replaces the old one."""
    if not rows:
        return
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=others), rows)


def insert_missing(tx: Transaction, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows; where the primary key is taken, the old row stays."""
    if rows:
        tx.execute(insert(table).on_conflict_do_nothing(), rows)
