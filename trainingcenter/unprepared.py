"""What a command of Django's says before the database has its tables. The product's own commands make them."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

SENTENCE = (
    "The database is not set up, or of an older version. Start the product once by `make run`, or run "
    "`.venv/bin/python manage.py migrate`, then this command again."
)


def sentence(error):
    """Return what to do about an error of the database where tables are missing, else an empty text."""
    while error is not None and not isinstance(error, DatabaseError):
        error = error.__context__  # a CommandError has told of it, and ends as SystemExit
    if error is None:
        return ""
    try:
        executor = MigrationExecutor(connection)
        return SENTENCE if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""
    except DatabaseError:  # the server of the database is away, say
        return ""
