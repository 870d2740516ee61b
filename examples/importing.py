"""Bringing a file: the one function behind the page, the API and the command.

Rows are written in short transactions under an Import that does not count yet, and count all at once when the Import is
finished. So others write in between, and whatever stops an import leaves nothing of it: not at once visible, and
deleted by the next import or the next start.
"""

import json
import shutil
import tempfile
import threading
from contextlib import contextmanager
from operator import itemgetter

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from examples import formats, search
from examples.locking import one_import
from examples.models import EMPTY_LIST, EMPTY_OBJECT, Example, Import, Problem

# A transaction: about half a second of holding the database. Fewer, larger ones would write pages of the indexes less
# often, but keep others waiting and more in memory.
BATCH = 12_000
BATCH_CHARACTERS = 12_000_000
# SQLite's own page cache is 2 MB, and the fingerprints of a million examples touch 20. KiB, negative as SQLite has it.
CACHE = -48 * 1024
# Pages that wait in the log before they are copied to the database (4 KB each), 100 MB instead of 4: the pages of the
# indexes change in every batch, and would be copied after each.
LOG_PAGES = 25_000
LISTED = 10_000
LISTED_ITEM = 2_000
# The same texts with another of these are another example: a preference, a judgement, tools.
TELLING = ("rejected", "label", "kto_tag", "tools", Example.KEPT_TURNS)


# Requests that may wait for another import to end, each keeping a thread of the server; the others are told to wait.
WAITING = threading.BoundedSemaphore(4)


class Busy(Exception):
    """Why an import was not begun: too many wait already. Its text is a sentence for the person with the file."""


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
        writer = Counter(report, reading, keep_repeats) if dry_run else Writer(report, reading, keep_repeats)
        try:
            for batch in batches(reading.rows(), on_problem, report):
                writer.take(*batch)
                if progress:
                    progress(min(file.tell(), report.size), report.size)
            writer.finish()
        except BaseException:
            writer.give_up()
            raise
    return report


def spooled(stream):
    """Return a copy of a stream that cannot be read twice, on disk."""
    copy = tempfile.TemporaryFile()
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy


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


class Counter:
    """What a dry run does with the rows: tells repeats from new ones, writes nothing."""

    def __init__(self, report, reading, keep_repeats):
        self.report, self.reading = report, reading
        self.compare = not keep_repeats and Example.objects.exists()

    def take(self, examples, problems):
        for example in examples:
            example.derive()
        if self.compare:
            before = len(examples)
            examples = new_ones(examples)
            self.report.repeated += before - len(examples)
        self.report.added += len(examples)
        self.write(examples, problems)

    def write(self, examples, problems):
        pass

    def finish(self):
        """Close the report. Raises Nothing where there is nothing in the file to import."""
        report, reading = self.report, self.reading
        report.format = reading.format.name if reading.format else ""
        report.notes = notes(report, reading)
        if not report.added and not report.repeated:
            raise Nothing(why_nothing(report), report)

    def give_up(self):
        pass


class Writer(Counter):
    """What an import does with the rows."""

    def __init__(self, report, reading, keep_repeats):
        super().__init__(report, reading, keep_repeats)
        report.save()
        self.columns = [
            field for field in Example._meta.concrete_fields if not field.generated and not field.primary_key
        ]
        self.reviewers = {}
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA cache_size={CACHE}")
                cursor.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")

    def take(self, examples, problems):
        with transaction.atomic():
            super().take(examples, problems)

    def write(self, examples, problems):
        self.know_reviewers(examples)
        with_id = self.with_free_ids([example for example in examples if example.id])
        plain = [example for example in examples if not example.id]
        # First those that bring their ids, so that no id given out meanwhile is one of these.
        if with_id:
            self.insert(with_id, [Example._meta.pk, *self.columns])
            move_sequence()
        if plain:
            self.insert(plain, self.columns)
        search.index([example.id for example in with_id])
        for problem in problems:
            problem.source = self.report
        if problems:
            Problem.objects.bulk_create(problems, batch_size=500)

    def insert(self, examples, columns):
        """Write the examples by one prepared statement: Django's bulk_create takes three times as long."""
        table = Example._meta.db_table
        names = ", ".join(connection.ops.quote_name(field.column) for field in columns)
        marks = ", ".join(["%s"] * len(columns))
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", self.prepared(examples, columns))

    def prepared(self, examples, columns):
        """Yield a tuple of database values for each example."""
        as_time = connection.ops.adapt_datetimefield_value
        now_value = as_time(self.report.started_at)
        names = [field.attname for field in columns]
        pick = itemgetter(*names)
        history, extra, created, updated, reviewed, source, reviewer = (
            names.index(name)
            for name in ("history", "extra", "created_at", "updated_at", "reviewed_at", "source_id", "reviewer_id")
        )
        for example in examples:
            values = example.__dict__
            row = list(pick(values))
            row[history] = json.dumps(row[history], ensure_ascii=False) if row[history] else EMPTY_LIST
            row[extra] = json.dumps(row[extra], ensure_ascii=False) if row[extra] else EMPTY_OBJECT
            row[source] = self.report.pk
            row[created] = as_time(row[created]) if row[created] else now_value
            row[updated] = as_time(row[updated]) if row[updated] else now_value
            if "archived" in values:
                row[reviewed] = as_time(row[reviewed]) if row[reviewed] else None
                row[reviewer] = self.reviewers.get(example.reviewer_name)
            yield row

    def know_reviewers(self, examples):
        """Look up the accounts of reviewers; before writing, since a database may not answer in the middle of that."""
        names = {example.reviewer_name for example in examples if "archived" in example.__dict__} - {""}
        missing = names - set(self.reviewers)
        if missing:
            found = get_user_model().objects.filter(username__in=missing).values_list("username", "pk")
            self.reviewers.update({**dict.fromkeys(missing), **dict(found)})

    def with_free_ids(self, examples):
        """Return the examples that may keep the id they bring; the others lose it and get a new one."""
        if not examples:
            return []
        taken = set(Example.everything.filter(id__in=[example.id for example in examples]).values_list("id", flat=True))
        kept = []
        for example in examples:
            if example.id in taken:
                example.id = None
            else:
                taken.add(example.id)
                kept.append(example)
        return kept

    def finish(self):
        super().finish()
        self.report.finished_at = timezone.now()
        self.report.save()

    def give_up(self):
        self.report.discard()
        self.report.pk = None


def move_sequence():
    """Let PostgreSQL give out ids beyond those that an archive brought; SQLite does by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Example]):
            cursor.execute(statement)


def new_ones(examples):
    """Return the examples that are not there yet: whose five texts no live example has, nor, for one of an archive,
    is the example itself still there, edited since."""
    known = {}
    hashes = list({example.fingerprint for example in examples})
    for start in range(0, len(hashes), 5000):
        found = Example.objects.filter(fingerprint__in=hashes[start : start + 5000]).values_list(
            "fingerprint", "system", "history", "context", "instruction", "response", "extra"
        )
        for mark, *values in found:
            known.setdefault(mark, []).append((values[:5], values[5]))
    ids = [example.id for example in examples if example.id]
    there = set(Example.objects.filter(id__in=ids).values_list("id", "created_at")) if ids else set()
    return [
        example
        for example in examples
        if not (example.fingerprint in known and is_known(example, known[example.fingerprint]))
        and (example.id, example.created_at) not in there
    ]


def is_known(example, others):
    """Return whether one of the others says the same: the five texts, and what makes a training example of them."""
    texts = [example.system, example.history, example.context, example.instruction, example.response]
    telling = {key: example.extra[key] for key in TELLING if key in example.extra}
    return any(
        texts == theirs and all(extra.get(key) == value for key, value in telling.items()) for theirs, extra in others
    )


def notes(report, reading):
    """Return sentences on what the person should know of the file beside its rows."""
    result = list(reading.notes)
    if report.guessed:
        result.append(
            f"The encoding was guessed as {report.encoding}. If letters look wrong, bring the file again and name it."
        )
    if report.turns_after:
        result.append(
            f"{report.turns_after:,} conversations go on after their last answer; those turns are kept beside it."
        )
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
