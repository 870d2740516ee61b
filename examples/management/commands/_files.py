"""What the commands share: progress on a terminal, and mappings as they are typed."""

import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from tqdm import tqdm


def ready():
    """Bring the database up to date, so that a command works before the product was ever started.

    Asking whether it is takes a moment, and Django's own command a second.
    """
    newest = max(file.stem for file in (settings.BASE_DIR / "examples" / "migrations").glob("0*.py"))
    if ("examples", newest) not in MigrationRecorder(connection).applied_migrations():
        call_command("migrate", verbosity=0, interactive=False)


def bar(**options):
    """Return a progress bar on stderr, silent where stderr is no terminal."""
    return tqdm(disable=not sys.stderr.isatty(), file=sys.stderr, leave=False, **options)


def mapping(pairs):
    """Return {field: column} of “field=column” words. Raises CommandError."""
    result = {}
    for pair in pairs or []:
        field, equals, column = pair.partition("=")
        if not equals or not field.strip():
            raise CommandError(f"“{pair}” is no mapping. Write it as field=column, for example instruction=Question.")
        result[field.strip()] = column
    return result
