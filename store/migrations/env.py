"""Run by alembic: the migrations, on the connection that it was given."""

from alembic import context

from store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # both databases can, so a migration is done whole or not at all
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
