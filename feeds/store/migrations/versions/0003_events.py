"""Events found by signs and overruled by editors; pages of stories that were visited."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; what was folded as one event before was sure."""
    numbers, lines = feeds.store.types.Numbers(), feeds.store.types.Lines()
    op.add_column("sketches", sa.Column("weights", numbers, nullable=True))
    op.add_column("sketches", sa.Column("spelled", lines, nullable=False, server_default=""))
    op.add_column(
        "memberships",
        sa.Column("fold_id", sa.String(length=36), nullable=False, server_default=""),
    )
    op.execute("UPDATE memberships SET fold_id = event_id")
    for name in ("copies", "event"):
        op.drop_index(f"memberships_by_{name}", "memberships")
    for name in ("copies", "event", "fold"):
        joined = sa.text(f"{name}_id <> story_id")
        op.create_index(
            f"memberships_by_{name}", "memberships", [f"{name}_id"], sqlite_where=joined
        )
    op.create_table(
        "rulings",
        sa.Column("story_id", sa.String(length=36), nullable=False),
        sa.Column("other_id", sa.String(length=36), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("ruled", feeds.store.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("story_id", "other_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("selections_by_story", "selections", ["story_id"], unique=False)
    _create_visits()


def _create_visits() -> None:
    """Add the memory of the pages of stories, and of who may visit them."""
    op.create_table(
        "visits",
        sa.Column("story_id", sa.String(length=36), nullable=False),
        sa.Column("source_id", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("told", feeds.store.types.Instant(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", feeds.store.types.Instant(), nullable=True),
        sa.Column("asked", feeds.store.types.Instant(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("readings", sa.Integer(), nullable=False),
        sa.Column("feed_words", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("story_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("visits_by_state", "visits", ["state", "due"], unique=False)
    op.create_index("visits_by_source", "visits", ["source_id", "state", "told"], unique=False)
    op.create_table(
        "robots",
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", feeds.store.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("origin"),
    )
