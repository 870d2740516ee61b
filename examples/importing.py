"""Bringing a file: the one function behind the page, the API and the command.

Rows are written in short transactions under an Import that does not count yet, and count all at once when the Import is
finished. So others write in between, and whatever stops an import leaves nothing of it: not at once visible, and
deleted by the next import or the next start.
"""

import shutil
import tempfile
import threading
from contextlib import contextmanager, suppress

from django.db import OperationalError

from examples import checking, clusters, formats, writing
from examples.locking import one_import
from examples.models import Import, Problem

# A transaction: about half a second of holding the database. Fewer, larger ones would write pages of the indexes less
# often, but keep others waiting and more in memory.
BATCH = 10_000
BATCH_CHARACTERS = 10_000_000
LISTED = 10_000
LISTED_ITEM = 2_000


class Busy(Exception):
    """Why an import was not begun: too many wait already. Its text is a sentence for the person with the file."""


class Nothing(formats.Unreadable):
    """Why a file that can be read gives nothing to import. `report` is the Import, unsaved, with its problems."""

    def __init__(self, sentence, report):
        super().__init__(sentence)
        self.report = report


def bring(
    file, name, *, format=None, mapping=None, encoding=None, keep_repeats=False, dry_run=False, by=None,
    progress=None, on_problem=None,
):  # fmt: skip
    """Import a binary file and return its Import, with the first LISTED problems as `import.listed`.

    `format`, `mapping` and `encoding` as in `formats.open_file`. `keep_repeats` brings in what is there already.
    `dry_run` writes nothing and returns an unsaved Import. `progress(bytes done, bytes in all)` is called now and
    then, `on_problem(problem)` for each Problem as it is found. Raises Unreadable, Busy, or Nothing
    where no row is good.
    """
    if not file.seekable():
        file = spooled(file)
    reading = formats.open_file(file, format, mapping, encoding)
    report = Import(
        name=name.encode("utf-8", "replace").decode()[:255],
        encoding=reading.encoding.name,
        guessed=reading.encoding.guessed,
        mapping=reading.mapping,
        size=reading.encoding.size,
        sha256=reading.encoding.sha256,
        by=by,
    )
    report.listed = []
    with turn_to_import(dry_run):
        if not dry_run:
            discard_dead()
        writer = (writing.Counter if dry_run else writing.Writer)(report, keep_repeats)
        try:
            for batch in batches(reading.rows(), on_problem, report):
                writer.take(*batch)
                if progress:
                    progress(min(file.tell(), report.size), report.size)
            conclude(report, reading)
            writer.finish()
        except BaseException:
            writer.give_up()
            raise
        if not dry_run:
            checking.check_imported(report)
    if not dry_run and report.added <= clusters.BATCH:
        with suppress(OperationalError):  # somebody writes for long; then, and for more rows, the background does it
            clusters.catch_up(most=clusters.BATCH)
    return report


def spooled(stream):
    """Return a copy of a stream that cannot be read twice, on disk."""
    copy = tempfile.TemporaryFile()
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy


@contextmanager
def turn_to_import(dry_run):
    """Hold the import lock, after waiting for it if need be. Raises Busy."""
    if dry_run:
        yield
        return
    if not WAITING.acquire(blocking=False):
        raise Busy("Several files are being imported just now. Wait for them to be done, then bring this one again.")
    try:
        with one_import():
            yield
    finally:
        WAITING.release()


# Requests that may wait for another import to end, each keeping a thread of the server; the others are told to wait.
WAITING = threading.BoundedSemaphore(4)


def batches(rows, on_problem, report):
    """Yield (examples, problems) of a batch of rows at a time, and count them in the report."""
    examples, problems, size = [], [], 0
    for row, found in rows:
        if isinstance(found, Problem):
            problems.append(found)
            size += len(found.item)
            if on_problem:
                on_problem(found)
        else:
            found.row = row
            examples.append(found)
            size += len(found.response) + len(found.instruction) + len(found.context) + len(found.system)
            if found.extra and found.kept_turns.get("after"):
                report.turns_after += 1
        if len(examples) + len(problems) >= BATCH or size >= BATCH_CHARACTERS:
            yield counted(examples, problems, report)
            examples, problems, size = [], [], 0
    if examples or problems:
        yield counted(examples, problems, report)


def counted(examples, problems, report):
    report.rows += len(examples) + len(problems)
    report.problem_count += len(problems)
    room = LISTED - len(report.listed)
    report.listed += [Problem(row=one.row, message=one.message, item=one.item[:LISTED_ITEM]) for one in problems[:room]]
    return examples, problems


def conclude(report, reading):
    """Say in the report what the file was. Raises Nothing where there is nothing in it to import."""
    report.format = reading.format.name if reading.format else ""
    report.notes = notes(report, reading)
    if not report.added and not report.repeated:
        raise Nothing(why_nothing(report), report)


def notes(report, reading):
    """Return sentences on what the person should know of the file beside its rows."""
    result = list(reading.notes)
    if report.guessed:
        result.append(
            f"The encoding was guessed as {report.encoding}. If letters look wrong, bring the file again and name it."
        )
    if report.turns_after:
        go_on = "1 conversation goes" if report.turns_after == 1 else f"{report.turns_after:,} conversations go"
        result.append(f"{go_on} on after the last answer; the turns after it are kept beside it.")
    return result


def why_nothing(report):
    if not report.rows:
        return "The file has no examples in it. Bring one with at least one."
    first = report.listed[0]
    more = f" The other {report.rows - 1:,} rows have problems too." if report.rows > 1 else ""
    return f"Nothing was imported. Row {first.row}: {first.message}{more}"


def discard_dead():
    """Delete what is left of imports that died. Call it while holding the lock, so that none of them is alive."""
    for dead in Import.objects.unfinished():
        dead.discard()


def clear_up():
    """Delete what is left of imports that died, unless one is running."""
    with one_import(wait=False) as held:
        if held:
            discard_dead()
