"""Databases as older versions left them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import feeds.store

_MIGRATIONS = Path(feeds.store.__file__).parent / "migrations"


def list_older_schemas() -> list[str]:
    """Return the names of all schemas but the newest, oldest first."""
    newest, *older = ScriptDirectory(str(_MIGRATIONS)).walk_revisions()
    del newest
    return [step.revision for step in reversed(older)]


def make_older(path: Path, schema: str, current: Path) -> None:
    """Make a database of an older schema, with what a current one holds as far as it has room."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema)
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("ATTACH ? AS now", [str(current)])
        tables = raw.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name != 'alembic_version'"
        ).fetchall()
        for (table,) in tables:
            columns = ", ".join(
                f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info('{table}')")
            )
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")  # noqa: S608 - names of our own
        raw.commit()
