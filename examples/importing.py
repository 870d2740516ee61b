"""Bringing a file: the one function behind the page, the API and the command.

Rows are written in short transactions under an Import that does not count yet, and count all at once when the Import is
finished. So others write in between, and whatever stops an import leaves nothing of it: not at once visible, and
deleted by the next import or the next start.
"""

import json
import shutil
import tempfile
from contextlib import nullcontext
from itertools import islice
from operator import itemgetter

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from examples import formats, search
from examples.formats.archive import Archive, first_place
from examples.locking import one_import
from examples.models import EMPTY_LIST, EMPTY_OBJECT, Example, Import, Problem

BATCH = 10_000
# A transaction holds the database for about a second at most; fewer transactions mean fewer pages written twice.
BATCHES_A_TRANSACTION = 5
# SQLite's own page cache is 2 MB, and the fingerprints of a million examples touch 20. KiB, negative as SQLite has it.
CACHE = -48 * 1024
LISTED = 10_000
ARCHIVE = Archive.name


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
    then, `on_problem(problem)` for each Problem as it is found. Raises Unreadable, or Nothing where no row is good.
    """
    if not file.seekable():
        file = spooled(file)
    reading = formats.open_file(file, format, mapping, encoding)
    report = Import(
        name=name[:255],
        encoding=reading.encoding.name,
        guessed=reading.encoding.guessed,
        mapping=reading.mapping,
        size=reading.encoding.size,
        sha256=reading.encoding.sha256,
        by=by,
    )
    report.listed = []
    with nullcontext() if dry_run else one_import():
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
    """Yield (examples, problems) of BATCH rows at a time, and count them in the report."""
    while True:
        examples, problems = [], []
        for row, found in islice(rows, BATCH):
            if isinstance(found, Problem):
                problems.append(found)
                if on_problem:
                    on_problem(found)
            else:
                found.row = row
                examples.append(found)
                if found.extra and found.kept_turns.get("after"):
                    report.turns_after += 1
        if not examples and not problems:
            return
        report.rows += len(examples) + len(problems)
        report.problem_count += len(problems)
        report.listed += problems[: LISTED - len(report.listed)]
        yield examples, problems


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
        self.open, self.taken = None, 0
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA cache_size={CACHE}")

    def take(self, examples, problems):
        if self.open is None:
            self.open = transaction.atomic()
            self.open.__enter__()
        super().take(examples, problems)
        self.taken += 1
        if self.taken % BATCHES_A_TRANSACTION == 0:
            self.commit()

    def commit(self):
        if self.open:
            self.open, open = None, self.open
            open.__exit__(None, None, None)

    def write(self, examples, problems):
        self.know_reviewers(examples)
        with_id = self.with_free_ids([example for example in examples if example.id])
        plain = [example for example in examples if not example.id]
        for group, columns in ((plain, self.columns), (with_id, [Example._meta.pk, *self.columns])):
            if group:
                self.insert(group, columns)
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
        self.commit()
        if connection.vendor == "postgresql":  # ids that an archive brought are not known to the sequence
            with transaction.atomic(), connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), [Example]):
                    cursor.execute(statement)
        self.report.finished_at = timezone.now()
        self.report.save()

    def give_up(self):
        if self.open:
            self.open, open = None, self.open
            open.__exit__(Nothing, Nothing("", self.report), None)
        self.report.discard()
        self.report.pk = None


def new_ones(examples):
    """Return the examples whose five texts are not there yet; of an archive, also the same text of another time."""
    known = {}
    hashes = list({example.fingerprint for example in examples})
    for start in range(0, len(hashes), 5000):
        found = Example.objects.filter(fingerprint__in=hashes[start : start + 5000]).values_list(
            "fingerprint", "system", "history", "context", "instruction", "response",
            "created_at", "extra", "source__format", "source__name", "row",
        )  # fmt: skip
        for mark, *values in found:
            known.setdefault(mark, []).append((values[:5], values[5], values[6:]))
    return [example for example in examples if example.fingerprint not in known or not is_known(example, known)]


def is_known(example, known):
    texts = [example.system, example.history, example.context, example.instruction, example.response]
    for others, created_at, place in known[example.fingerprint]:
        if texts != others:
            continue
        if "archived" not in example.__dict__:
            return True
        if created_at == example.created_at and first_place(*place) == first_place(example.extra, ARCHIVE, None, None):
            return True
    return False


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
