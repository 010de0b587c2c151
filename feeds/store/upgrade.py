"""The schema, brought up to date with alembic in the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from feeds.errors import DataTooNew
from feeds.store.tables import SCHEMA

_MIGRATIONS = Path(__file__).parent / "migrations"


def refuse_newer(connection: Connection) -> None:
    """Look whether this version knows the schema.

    Raises:
        DataTooNew: The schema has a step this version does not know.
    """
    current = MigrationContext.configure(connection).get_current_revision()
    known = {step.revision for step in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}
    if current and current not in known:
        message = (
            f"the database was made by a newer version of wiredesk (its schema is {current}, "
            f"the newest known here is {SCHEMA}): install that version"
        )
        raise DataTooNew(message)


def upgrade_schema(connection: Connection) -> None:
    """Run the steps that are missing; all of them or none."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
