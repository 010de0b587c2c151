"""The schema, brought up to date with alembic in the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from feeds.errors import DataTooNew

_MIGRATIONS = Path(__file__).parent / "migrations"


def schema_is_current(connection: Connection) -> bool:
    """Return whether no step is missing.

    Raises:
        DataTooNew: The schema has a step this version does not know.
    """
    scripts = ScriptDirectory(str(_MIGRATIONS))
    current = MigrationContext.configure(connection).get_current_revision()
    if current and current not in {step.revision for step in scripts.walk_revisions()}:
        message = (
            f"the database was made by a newer version of wiredesk (its schema is {current}, "
            f"the newest known here is {scripts.get_current_head()}): install that version"
        )
        raise DataTooNew(message)
    return current == scripts.get_current_head()


def upgrade_schema(connection: Connection) -> None:
    """Run the steps that are missing; all of them or none."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
