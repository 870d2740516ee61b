"""Writing rows that were read into the database, a batch at a time: what an import does, and what a dry run counts."""

import json
from operator import itemgetter

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from examples import search
from examples.models import EMPTY_LIST, EMPTY_OBJECT, Example, Problem, StoredFinding, Uncompared

# SQLite's own page cache is 2 MB, and the fingerprints of a million examples touch 20. KiB, negative as SQLite has it.
CACHE = -48 * 1024
# Pages that wait in the log before they are copied to the database (4 KB each), 100 MB instead of 4: the pages of the
# indexes change in every batch, and would be copied after each.
LOG_PAGES = 25_000
# An archive's example that brings a higher id gets a new one: ids go on from the highest that there is, and programs in
# JavaScript tell them apart up to 2^53. So as many again are left.
HIGHEST_ID = 2**52
# The same texts with another of these are another example: a preference, a judgement, tools.
TELLING = ("rejected", "label", "kto_tag", "tools", Example.KEPT_TURNS)


# Rows after which PostgreSQL is told to count anew, instead of at its next round.
ANALYZED = 5_000


class Counter:
    """What a dry run does with the rows: tells repeats from new ones, writes nothing."""

    def __init__(self, report, keep_repeats):
        self.report = report
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
        pass

    def give_up(self):
        pass


class Writer(Counter):
    """What an import does with the rows."""

    def __init__(self, report, keep_repeats):
        super().__init__(report, keep_repeats)
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
        if lost := [example for example in plain if example.__dict__.get("overruled")]:
            plain = [example for example in plain if not example.__dict__.get("overruled")]
        for example in lost:  # one by one, to know the new ids
            self.insert([example], self.columns)
            example.id = Example.everything.filter(source=self.report).latest("id").pk
        if plain:
            self.insert(plain, self.columns)
        self.overrule([*with_id, *lost])
        search.index([example.id for example in with_id])
        Uncompared.of(example.id for example in with_id)
        for problem in problems:
            problem.source = self.report
        if problems:
            Problem.objects.bulk_create(problems, batch_size=500)

    def overrule(self, examples):
        """Write what an archive says was overruled; where the checks find it again, it stays so."""
        found = []
        for example in examples:
            for finding, name in example.__dict__.get("overruled", ()):
                finding.example_id, finding.overruled_by_id = example.id, self.reviewers.get(name)
                found.append(finding)
        StoredFinding.objects.bulk_create(found, batch_size=500)

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
        archived = [example for example in examples if "archived" in example.__dict__]
        names = {example.reviewer_name for example in archived}
        names = (names | {name for example in archived for _finding, name in example.overruled}) - {""}
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
            if example.id in taken or example.id > HIGHEST_ID:
                example.id = None
            else:
                taken.add(example.id)
                kept.append(example)
        return kept

    def finish(self):
        self.report.finished_at = timezone.now()
        self.report.save()
        if connection.vendor == "postgresql" and self.report.added > ANALYZED:
            with connection.cursor() as cursor:  # its planner would go on believing that the table is small
                cursor.execute(f"ANALYZE {Example._meta.db_table}")

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
