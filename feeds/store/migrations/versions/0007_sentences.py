"""In which sentence each term of a sketch stands first."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    numbers = feeds.store.types.Numbers()
    op.add_column("sketches", sa.Column("sentences", numbers, nullable=True))
