"""Insert or replace, in the words of each database."""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from feeds.store.database import Transaction


def upsert(tx: Transaction, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows; where the primary key is taken, the new row replaces the old one."""
    if not rows:
        return
    statement = _insert(tx, table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=others), rows)


def insert_missing(tx: Transaction, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows; where the primary key is taken, the old row stays."""
    if rows:
        tx.execute(_insert(tx, table).on_conflict_do_nothing(), rows)


def _insert(tx: Transaction, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Both dialects have the same words for it, in different modules."""
    if tx.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
