"""What decisions of editors moved, so that they can be taken back."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "decisions",
        sa.Column("ruled", feeds.store.types.Instant(), nullable=False),
        sa.Column("named", feeds.store.types.Lines(), nullable=False),
        sa.Column("stood", sa.Text(), nullable=False),
        sa.Column("left", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("ruled"),
    )
