"""What changed, in which words; the outbox; pages that are watched."""

import sqlalchemy as sa
from alembic import op

import feeds.store.types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("revisions", sa.Column("edits", sa.Text(), nullable=False, server_default="[]"))
    texts = sa.Column("texts", sa.String(length=32), nullable=False, server_default="")
    op.add_column("revisions", texts)
    op.create_index("revisions_by_seen", "revisions", ["seen"], unique=False)
    op.add_column("stories", sa.Column("withdrawn", feeds.store.types.Instant(), nullable=True))
    words = feeds.store.types.Words()
    op.add_column("stories", sa.Column("kinds", words, nullable=False, server_default=""))
    _widen_alerts()
    _create_outbox()
    _watch_pages()


def _widen_alerts() -> None:
    """Keep with each alert what changed, and who else told it."""
    op.add_column(
        "alerts",
        sa.Column("event_id", sa.String(length=36), nullable=False, server_default=""),
    )
    op.add_column("alerts", sa.Column("edits", sa.Text(), nullable=False, server_default="[]"))
    words = feeds.store.types.Words()
    op.add_column("alerts", sa.Column("sources", words, nullable=False, server_default=""))
    op.add_column("alerts", sa.Column("hashes", words, nullable=False, server_default=""))
    op.create_index("alerts_by_event", "alerts", ["event_id", "created"], unique=False)


def _create_outbox() -> None:
    """Add what is to be sent through channels, and how these are."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "deliveries",
        sa.Column("number", number, nullable=False),
        sa.Column("delivery_id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("told_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created", feeds.store.types.Instant(), nullable=False),
        sa.Column("due", feeds.store.types.Instant(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False, server_default=""),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("unsure", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("settled", feeds.store.types.Instant(), nullable=True),
        sa.Column("message_id", sa.String(length=36), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("delivery_id"),
    )
    op.create_index(
        "deliveries_by_channel", "deliveries", ["channel", "state", "due"], unique=False
    )
    op.create_index("deliveries_by_told", "deliveries", ["told_id"], unique=False)
    op.create_table(
        "channels",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("rests_until", feeds.store.types.Instant(), nullable=True),
        sa.Column("off_since", feeds.store.types.Instant(), nullable=True),
        sa.Column("muted_until", feeds.store.types.Instant(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("last_sent", feeds.store.types.Instant(), nullable=True),
        sa.Column("address", sa.String(length=32), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "mutes",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("until", feeds.store.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("event_id"),
    )


def _watch_pages() -> None:
    """Remember what pages said of themselves, and what the last document of a source told."""
    op.add_column("visits", sa.Column("etag", sa.Text(), nullable=True))
    op.add_column("visits", sa.Column("last_modified", sa.Text(), nullable=True))
    op.add_column("visits", sa.Column("body_hash", sa.Text(), nullable=True))
    op.add_column("visits", sa.Column("missing", sa.Integer(), nullable=False, server_default="0"))
    since = feeds.store.types.Instant()
    for name in ("missing_since", "missed_since", "looked", "still_since"):
        op.add_column("visits", sa.Column(name, since, nullable=True))
    for name in ("headline", "feed_headline"):
        op.add_column("visits", sa.Column(name, sa.Text(), nullable=True))
    lines = feeds.store.types.Lines()
    op.add_column("visits", sa.Column("ticking", lines, nullable=False, server_default=""))
    op.create_table(
        "listings",
        sa.Column("source_id", sa.String(length=64), nullable=False),
        sa.Column("story_ids", lines, nullable=False),
        sa.Column("missed", lines, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("source_id"),
    )
    op.create_table(
        "revisits",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("host", "day"),
    )
