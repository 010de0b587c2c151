"""${message}."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    ${upgrades if upgrades else "pass"}
