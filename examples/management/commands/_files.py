"""What the commands share: files written whole, progress on a terminal, and mappings as they are typed."""

import os
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from signal import SIGPIPE

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
    newest = {(app, max(file.stem for file in folder.glob("0*.py"))) for app, folder in MIGRATIONS.items()}
    if not newest <= set(MigrationRecorder(connection).applied_migrations()):
        call_command("migrate", verbosity=0, interactive=False)


MIGRATIONS = {app: settings.BASE_DIR / app / "migrations" for app in ("examples", "tuning", "chat")}


def bar(**options):
    """Return a progress bar on stderr, silent where stderr is no terminal."""
    return tqdm(disable=not sys.stderr.isatty(), file=sys.stderr, leave=False, **options)


@contextmanager
def bars(steps):
    """Give what moves a bar for each step, called with (step, done, in all); None where stderr is no terminal, so that
    nothing is counted for it. `steps` are {step: words}."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = {}

    def moved(step, done, total):
        if step not in shown:
            for one in shown.values():
                one.close()
            shown[step] = bar(desc=steps[step], total=total)
        shown[step].update(done - shown[step].n)

    try:
        yield moved
    finally:
        for one in shown.values():
            one.close()


def mapping(pairs):
    """Return {field: column} of “field=column” words. Raises CommandError."""
    result = {}
    for pair in pairs or []:
        field, equals, column = pair.partition("=")
        if not equals or not field.strip():
            raise CommandError(f"“{pair}” is no mapping. Write it as field=column, for example instruction=Question.")
        result[field.strip()] = column
    return result


def write(pieces, output):
    """Write to a file, which appears when it is whole, or as it comes to standard output, a pipe or a device."""
    with closing(pieces):
        if not output or output == "-":
            pour(pieces, sys.stdout.buffer)
            return
        output = Path(output).resolve()  # through a link, to the file that it stands for
        if output.exists() and not output.is_file():
            with open(output, "wb") as pipe:
                pour(pieces, pipe)
            return
        unfinished = output.with_name(f".{output.name}.{os.getpid()}.part")
        try:
            with open(unfinished, "wb") as file, bar(desc=output.name, unit="B", unit_scale=True) as progress:
                for piece in pieces:
                    file.write(piece)
                    progress.update(len(piece))
            os.replace(unfinished, output)
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}. Check the path.") from None
        finally:
            unfinished.unlink(missing_ok=True)


def pour(pieces, file):
    try:
        for piece in pieces:
            file.write(piece)
        file.flush()
    except BrokenPipeError:  # who reads has enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(128 + SIGPIPE)
