"""Of which stories nobody knows who told them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; of what is held, all counts as told by its source."""
    column: sa.Column[bool] = sa.Column(
        "anonymous", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("sketches", column)
