"""The tables. A change here needs a step in ``migrations/versions``; a test compares the two."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)

from feeds.store.types import Instant, Lines, Moments, Numbers, Words

metadata = MetaData()

# The last step in migrations/versions; a test compares.
SCHEMA = "0009"

UUID_LENGTH = 36
SLUG_LENGTH = 64

sources = Table(
    "sources",
    metadata,
    Column("source_id", String(SLUG_LENGTH), primary_key=True),
    Column("url", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", Text),
    Column("title", Text),
    Column("first_ok", Instant),
    Column("last_polled", Instant),
    Column("last_ok", Instant),
    Column("last_new", Instant),
    Column("next_due", Instant),
    Column("failures", Integer, nullable=False),
    Column("last_error", Text),
    Column("problems", Lines, nullable=False),
    Column("last_full", Instant),
    Column("unmodified", Integer, nullable=False),
    Column("address", Text),
    Column("moved_to", Text),
    Column("moved_since", Instant),
    Column("moved_times", Integer, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("host_rests_until", Instant),
    Column("found_at", Text),
    Column("ask_every", Integer),
    Column("skip_hours", Numbers),
    Column("skip_days", Numbers),
    Column("heard", Moments),
    Column("error_kind", String(32)),
    Column("failing_since", Instant),
    Column("health", String(16), nullable=False, server_default="well"),
    Column("hub", Text),
    Column("hub_topic", Text),
    Column("read_as", String(32)),
    Column("parts", Integer, nullable=False, server_default="0"),
)

# The pages of stories: each is asked for once, a few times where that fails, once more after a
# correction, or again and again where it is watched.
visits = Table(
    "visits",
    metadata,
    Column("story_id", String(UUID_LENGTH), primary_key=True),
    Column("source_id", String(SLUG_LENGTH), nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("told", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Instant),
    Column("asked", Instant),
    Column("reason", Text),
    Column("readings", Integer, nullable=False),
    Column("feed_words", String(64)),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", Text),
    Column("missing", Integer, nullable=False, server_default="0"),
    Column("missing_since", Instant),
    Column("missed_since", Instant),
    Column("looked", Instant),
    Column("still_since", Instant),
    Column("headline", Text),
    Column("feed_headline", Text),
    Column("ticking", Lines, nullable=False, server_default=""),
    Index("visits_by_state", "state", "due"),
    Index("visits_by_source", "source_id", "state", "told"),
    sqlite_with_rowid=False,
)

# What hosts say of who may visit them (RFC 9309), kept for a day at most.
robots = Table(
    "robots",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("rules", Text),
    Column("reason", Text, nullable=False),
    Column("until", Instant, nullable=False),
)

# What we remember of an entry having been seen; it outlives the story (an item that returns is
# not new). The key is hashed: guids and URLs can be long.
sightings = Table(
    "sightings",
    metadata,
    Column("source_id", String(SLUG_LENGTH), primary_key=True),
    Column("key_hash", String(32), primary_key=True),
    Column("story_id", String(UUID_LENGTH), nullable=False),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("story_id", String(UUID_LENGTH), nullable=False, unique=True),
    Column("source_id", String(SLUG_LENGTH), nullable=False),
    Column("url", Text),
    Column("headline", Text, nullable=False),
    Column("told", Instant, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("revised", Instant),
    Column("revision", Integer, nullable=False),
    Column("withdrawn", Instant),
    Column("kinds", Words, nullable=False, server_default=""),
    Index("stories_by_url", "url"),
    Index("stories_by_first_seen", "first_seen"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("story_id", String(UUID_LENGTH), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("seen", Instant, nullable=False),
    Column("kinds", Words, nullable=False),
    Column("story", Text, nullable=False),
    Column("edits", Text, nullable=False, server_default="[]"),
    Column("texts", String(32), nullable=False, server_default=""),
    Index("revisions_by_seen", "seen"),
    sqlite_with_rowid=False,
)

sketches = Table(
    "sketches",
    metadata,
    Column("story_number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("story_id", String(UUID_LENGTH), nullable=False),
    Column("source_id", String(SLUG_LENGTH), nullable=False),
    Column("told", Instant, nullable=False),
    Column("language", Text),
    Column("keys", Lines, nullable=False),
    Column("bands", Numbers, nullable=False),
    Column("shingles", Numbers, nullable=False),
    Column("terms", Words, nullable=False),
    Column("weights", Numbers, nullable=True),
    Column("spelled", Lines, nullable=False, server_default=""),
    Column("names", Lines, nullable=False, server_default=""),
    Column("sentences", Numbers, nullable=True),
    Column("publication", Text, nullable=False, server_default=""),
    Column("anonymous", Boolean, nullable=False, server_default=false()),
    Index("sketches_by_told", "told"),
)

# Hashes by which stories that may be copies find each other: identity keys and text bands.
marks = Table(
    "marks",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("story_number", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

memberships = Table(
    "memberships",
    metadata,
    Column("story_id", String(UUID_LENGTH), primary_key=True),
    Column("copies_id", String(UUID_LENGTH), nullable=False),
    Column("fold_id", String(UUID_LENGTH), nullable=False, server_default=""),
    Column("event_id", String(UUID_LENGTH), nullable=False),
    Column("level", String(16), nullable=False),
    Column("twin_id", String(UUID_LENGTH)),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
    # Most stories stand alone; who founded a group is found by its own id.
    Index("memberships_by_copies", "copies_id", sqlite_where=text("copies_id <> story_id")),
    Index("memberships_by_event", "event_id", sqlite_where=text("event_id <> story_id")),
    Index("memberships_by_fold", "fold_id", sqlite_where=text("fold_id <> story_id")),
    sqlite_with_rowid=False,
)

# What an editor decided about two stories.
rulings = Table(
    "rulings",
    metadata,
    Column("story_id", String(UUID_LENGTH), primary_key=True),
    Column("other_id", String(UUID_LENGTH), primary_key=True),
    Column("together", Boolean, nullable=False),
    Column("ruled", Instant, nullable=False),
    sqlite_with_rowid=False,
)

# Where stories stood that a decision moved, and how the events were left: to take it back.
decisions = Table(
    "decisions",
    metadata,
    Column("ruled", Instant, primary_key=True),
    Column("named", Lines, nullable=False),
    Column("stood", Text, nullable=False),
    Column("left", String(32), nullable=False),
)

# A topic's query as it was when its selections were made: another query makes them again.
topics = Table(
    "topics",
    metadata,
    Column("slug", String(SLUG_LENGTH), primary_key=True),
    Column("match", Text, nullable=False),
)

selections = Table(
    "selections",
    metadata,
    Column("slug", String(SLUG_LENGTH), primary_key=True),
    Column("story_id", String(UUID_LENGTH), primary_key=True),
    Index("selections_by_story", "story_id"),
    sqlite_with_rowid=False,
)

alerts = Table(
    "alerts",
    metadata,
    Column("alert_id", String(UUID_LENGTH), primary_key=True),
    Column("topic", String(SLUG_LENGTH), nullable=False),
    Column("story_id", String(UUID_LENGTH), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kinds", Words, nullable=False),
    Column("headline", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text),
    Column("source_id", String(SLUG_LENGTH), nullable=False),
    Column("created", Instant, nullable=False),
    Column("event_id", String(UUID_LENGTH), nullable=False, server_default=""),
    Column("edits", Text, nullable=False, server_default="[]"),
    Column("sources", Words, nullable=False, server_default=""),
    Column("hashes", Words, nullable=False, server_default=""),
    Index("alerts_by_topic", "topic", "created"),
    Index("alerts_by_event", "event_id", "created"),
)

# The outbox: what is to be told through which channel.
deliveries = Table(
    "deliveries",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("delivery_id", String(UUID_LENGTH), nullable=False, unique=True),
    Column("channel", String(SLUG_LENGTH), nullable=False),
    Column("about", String(16), nullable=False),
    Column("told_id", String(UUID_LENGTH), nullable=False),
    Column("state", String(16), nullable=False),
    Column("created", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("digest", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("unsure", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("settled", Instant),
    Column("message_id", String(UUID_LENGTH), nullable=False, server_default=""),
    Index("deliveries_by_channel", "channel", "state", "due"),
    Index("deliveries_by_told", "told_id"),
)

# How the channels are.
channels = Table(
    "channels",
    metadata,
    Column("name", String(SLUG_LENGTH), primary_key=True),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("rests_until", Instant),
    Column("off_since", Instant),
    Column("muted_until", Instant),
    Column("reason", Text, nullable=False, server_default=""),
    Column("last_sent", Instant),
    Column("address", String(32), nullable=False, server_default=""),
)

# Stories, copies and events of which nothing is sent.
mutes = Table(
    "mutes",
    metadata,
    Column("event_id", String(UUID_LENGTH), primary_key=True),
    Column("until", Instant, nullable=False),
)

# What the last whole document of a source told, in its order: by this a hole in it is noticed.
listings = Table(
    "listings",
    metadata,
    Column("source_id", String(SLUG_LENGTH), primary_key=True),
    Column("story_ids", Lines, nullable=False),
    Column("missed", Lines, nullable=False, server_default=""),
)

# How many pages of a host were visited again on a day (UTC).
revisits = Table(
    "revisits",
    metadata,
    Column("host", Text, primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("visits", Integer, nullable=False),
)

# What was told about the sources themselves.
health_changes = Table(
    "health_changes",
    metadata,
    Column("change_id", String(UUID_LENGTH), primary_key=True),
    Column("source_id", String(SLUG_LENGTH)),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("created", Instant, nullable=False),
    Index("health_changes_by_created", "created"),
)

# WebSub: what hubs were asked for, and what they promised.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("source_id", String(SLUG_LENGTH), nullable=False),
    Column("hub", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("callback", Text, nullable=False),
    Column("secret", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("verified", Instant),
    Column("lease_until", Instant),
    Column("last_push", Instant),
    Column("pushes", Integer, nullable=False),
    Column("missed", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("due", Instant),
    Column("reason", Text),
    Index("subscriptions_by_source", "source_id"),
)
