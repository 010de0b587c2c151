"""Pace, rhythm and health of the sources; what was told about them; WebSub; visits of pages."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    for column in (
        sa.Column("found_at", sa.Text(), nullable=True),
        sa.Column("ask_every", sa.Integer(), nullable=True),
        sa.Column("skip_hours", feeds.store.types.Numbers(), nullable=True),
        sa.Column("skip_days", feeds.store.types.Numbers(), nullable=True),
        sa.Column("heard", feeds.store.types.Moments(), nullable=True),
        sa.Column("error_kind", sa.String(length=32), nullable=True),
        sa.Column("failing_since", feeds.store.types.Instant(), nullable=True),
        sa.Column("health", sa.String(length=16), nullable=False, server_default="well"),
        sa.Column("hub", sa.Text(), nullable=True),
        sa.Column("hub_topic", sa.Text(), nullable=True),
        sa.Column("read_as", sa.String(length=32), nullable=True),
        sa.Column("parts", sa.Integer(), nullable=False, server_default="0"),
    ):
        op.add_column("sources", column)
    op.create_table(
        "health_changes",
        sa.Column("change_id", sa.String(length=36), nullable=False),
        sa.Column("source_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", feeds.store.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("change_id"),
    )
    op.create_index("health_changes_by_created", "health_changes", ["created"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("source_id", sa.String(length=64), nullable=False),
        sa.Column("hub", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("callback", sa.Text(), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked", feeds.store.types.Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("verified", feeds.store.types.Instant(), nullable=True),
        sa.Column("lease_until", feeds.store.types.Instant(), nullable=True),
        sa.Column("last_push", feeds.store.types.Instant(), nullable=True),
        sa.Column("pushes", sa.Integer(), nullable=False),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("due", feeds.store.types.Instant(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_index("subscriptions_by_source", "subscriptions", ["source_id"], unique=False)
