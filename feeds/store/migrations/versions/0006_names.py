"""Which words of a sketch stand beside each other in a name."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    lines = feeds.store.types.Lines()
    op.add_column("sketches", sa.Column("names", lines, nullable=False, server_default=""))
