"""Which publication told a story that its source only passes on."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; of what is held nothing is known."""
    column = sa.Column("publication", sa.Text(), nullable=False, server_default="")
    op.add_column("sketches", column)
