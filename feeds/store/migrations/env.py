"""Alembic's entry: migrations run in the connection and transaction they are handed."""

from alembic import context

from feeds.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
)
context.run_migrations()
