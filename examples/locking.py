"""One import at a time, in all processes: a lock that the system lets go of when its holder dies."""

import fcntl
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

# Any number that no other program on the same PostgreSQL database uses for its advisory locks.
POSTGRES_KEY = 7_403_215_977


@contextmanager
def one_import(wait=True):
    """Hold the import lock; give True, or False where it is taken and `wait` is off."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_{'advisory' if wait else 'try_advisory'}_lock(%s)", [POSTGRES_KEY])
            held = wait or cursor.fetchone()[0]
        try:
            yield held
        finally:
            if held:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [POSTGRES_KEY])
        return
    with open(settings.DATA_DIR / "import.lock", "a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
