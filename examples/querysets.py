"""The questions asked of examples, in the users' words, and the verbs that many examples take at once."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils import timezone

from examples import search
from examples.texts import CHARACTERS_A_TOKEN, Refused

# How a list may be ordered: the columns of the key, and whether it runs backwards.
ORDERS = {
    "newest": (("id",), True),
    "oldest": (("id",), False),
    "longest": (("response_length", "id"), True),
    "shortest": (("response_length", "id"), False),
    "removed": (("removed_at", "id"), True),
}
# Rows changed in one statement: about a second of holding the database, where a writer waits up to twenty.
STEP = 20_000
# The same where each row is indexed anew.
SMALL_STEP = 500
# Of question, context and answer: what an estimate of tokens goes by.
LENGTHS = F("instruction_length") + F("context_length") + F("response_length")
# The rows of three indexes; a question must say the same words for SQLite to enter them.
TAGGED = ~Q(tags="") & Q(removed_at=None)
WITH_SYSTEM = ~Q(system="") & Q(removed_at=None)
SHORT_CONTEXT = ~Q(context="") & Q(context_length__lte=120, removed_at=None)


class ExampleQuerySet(models.QuerySet):
    # Questions

    def settled(self):
        """Leave out the rows of imports that are still running, or died: such an import counts whole or not at all."""
        running = self.model._meta.get_field("source").related_model.objects.unfinished().values("id")
        return self.exclude(source__in=running)

    def live(self):
        return self.settled().filter(removed_at=None)

    def also_live(self):
        """As `live`, for questions with a condition that leaves few: SQLite enters the index of that, and does not go
        through all that is live."""
        return self.settled().alias(gone=Coalesce("removed_at", Value(None))).filter(gone=None)

    def in_trash(self):
        return self.settled().filter(removed_at__isnull=False)

    def not_rejected(self):
        return self.exclude(status="rejected")

    def to_train_on(self):
        return self.filter(trainable=True)

    def with_words(self, query):
        return self.filter(search.condition(query, self.model)) if query and query.strip() else self

    def tagged(self, tag):
        """Those with this whole word among their tags, whatever its case."""
        table = self.model._meta.db_table
        padded = f"' ' || {table}.tags || ' '"
        if connection.vendor == "sqlite":
            # Entered by name, along the index; LIKE knows the case of ASCII alone, regular expressions are Python's.
            by, like = " INDEXED BY example_tags", f"{padded} LIKE %s ESCAPE '\\'"
            like = like if tag.isascii() else f"{padded} REGEXP %s"
        else:
            by, like = "", f"UPPER({padded}) LIKE UPPER(%s) ESCAPE '\\'"
        escaped = re.sub(r"([%_\\])", r"\\\1", tag)
        regex = connection.vendor == "sqlite" and not tag.isascii()
        value = f"(?i) {re.escape(tag)} " if regex else f"% {escaped} %"
        live = f"SELECT id FROM {table}{by} WHERE NOT (tags = '') AND removed_at IS NULL AND {like}"
        in_trash = f"SELECT id FROM {table} WHERE removed_at IS NOT NULL AND {like}"
        return self.filter(id__in=RawSQL(f"{live} UNION ALL {in_trash}", [value, value]))

    def repeats_of(self, example):
        """Those with the same five texts, code point by code point."""
        return self.filter(
            fingerprint=example.fingerprint,
            instruction=example.instruction,
            response=example.response,
            context=example.context,
            system=example.system,
            history=example.history,
        )

    def matching(self, filters):
        """Those that fit a FilterForm's cleaned_data; keys that are missing or empty do not narrow."""
        found = self.with_words(filters.get("q"))
        if filters.get("status"):
            found = found.filter(status__in=filters["status"])
        if filters.get("tag"):
            found = found.tagged(filters["tag"])
        if filters.get("source"):
            found = found.filter(source_id=filters["source"])
        if filters.get("since"):
            found = found.filter(created_at__gte=filters["since"])
        if filters.get("min_length") is not None:
            found = found.filter(response_length__gte=filters["min_length"])
        if filters.get("max_length") is not None:
            found = found.filter(response_length__lte=filters["max_length"])
        if filters.get("with_context") is not None:
            condition = Q(context_length__gt=0)
            found = found.filter(condition if filters["with_context"] else ~condition)
        if filters.get("with_system") is not None:
            found = found.exclude(system="") if filters["with_system"] else found.filter(system="")
        if filters.get("context"):
            found = found.filter(context=filters["context"])
        if filters.get("until"):
            found = found.filter(created_at__lt=filters["until"])
        if filters.get("min_tokens") is not None:
            found = found.alias(characters=LENGTHS).filter(
                characters__gt=(filters["min_tokens"] - 1) * CHARACTERS_A_TOKEN
            )
        if filters.get("max_tokens") is not None:
            found = found.alias(characters=LENGTHS).filter(characters__lte=filters["max_tokens"] * CHARACTERS_A_TOKEN)
        if filters.get("finding"):
            found = found.filter(filters["finding"].open)
        return found

    def tag_counts(self):
        """Return a Counter of the tags of what is live, each in the case it was first seen in."""
        counts, seen = Counter(), {}
        for tags, number in self.along("example_tags", ("tags, COUNT(*)", "NOT (tags = '')", "GROUP BY tags")):
            for lower, tag in {tag.lower(): tag for tag in tags.split()}.items():  # as `tagged` compares, not casefold
                counts[seen.setdefault(lower, tag)] += number
        return counts

    def along(self, index, *parts, params=()):
        """Return the rows of a question about all that is live, read along this index. Each part of it is (columns,
        condition, what follows) in SQL; the rows of several parts come together.

        SQLite otherwise takes any index that begins with removed_at, the last that was made among equals, and then
        looks at each row itself: three to ten times as slow. It enters a partial one only by name, and only where the
        words of its condition stand in the question, no parameters.
        """
        table = self.model._meta.db_table
        imports = self.model._meta.get_field("source").related_model._meta.db_table
        by = f" INDEXED BY {index}" if connection.vendor == "sqlite" else ""
        live = (
            "removed_at IS NULL AND (source_id IS NULL"
            f" OR source_id NOT IN (SELECT id FROM {imports} WHERE finished_at IS NULL))"
        )
        questions = [
            f"SELECT {columns} FROM {table}{by} WHERE {f'{condition} AND ' if condition else ''}{live} {rest}"
            for columns, condition, rest in parts
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(questions), params)
            return cursor.fetchall()

    def contexts_used(self, among=2000):
        """Return short contexts, the latest first, of the latest examples: for offering them again."""
        latest = self.order_by("-id").values_list("id", flat=True)[among : among + 1]
        last = next(iter(latest), 0)
        rows = self.filter(SHORT_CONTEXT, id__gt=last).order_by("-id").values_list("context", flat=True)
        return list(dict.fromkeys(rows))

    def page(self, order="newest", after=None, before=None, size=50):
        """Return (examples, key before them or None, key after them or None), by keyset: page 2,000 is
        as quick as page 1.

        `after` and `before` are such keys, tuples of whole numbers for the order's columns (times in microseconds).
        """
        columns, backwards = ORDERS[order]
        after, before = as_columns(columns, after), as_columns(columns, before)
        turned = before is not None
        key, descending = (before, not backwards) if turned else (after, backwards)
        ordered = self.order_by(*(f"-{column}" if descending else column for column in columns))
        rows = list(ordered[: size + 1]) if key is None else ordered.beyond(columns, key, descending, size + 1)
        more, rows = len(rows) > size, rows[:size]
        if turned:
            rows.reverse()
        has_before, has_after = (more, True) if turned else (key is not None, more)
        keys = [as_numbers(getattr(row, column) for column in columns) for row in rows]
        return rows, keys[0] if keys and has_before else None, keys[-1] if keys and has_after else None

    def beyond(self, columns, key, descending, size):
        """Return the first `size` rows after a key: those that are equal in the first column, then those beyond.

        In two questions where there are two columns, since each of them enters an index at its place.
        """
        than, equal = "lt" if descending else "gt", columns[:-1]
        rows = list(self.filter(**dict(zip(equal, key, strict=False)), **{f"{columns[-1]}__{than}": key[-1]})[:size])
        if equal and len(rows) < size:
            rows += self.filter(**{f"{columns[0]}__{than}": key[0]})[: size - len(rows)]
        return rows

    def count_live(self):
        """Return how many examples there are, in about a millisecond on SQLite at any size.

        SQLite counts a whole table by its pages, and rows under a condition one by one: so all rows less the few that
        do not count. In one statement, so that the three figures belong to one moment.
        """
        table = self.model._meta.db_table
        imports = self.model._meta.get_field("source").related_model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT (SELECT COUNT(*) FROM {table})"
                f" - (SELECT COUNT(*) FROM {table} WHERE removed_at IS NOT NULL)"
                # Imports first, and COALESCE round removed_at, so that only rows of running imports are looked at.
                f" - (SELECT COUNT(*) FROM {imports} i CROSS JOIN {table} e WHERE e.source_id = i.id"
                f" AND i.finished_at IS NULL AND COALESCE(e.removed_at, i.finished_at) IS NULL)"
            )
            return cursor.fetchone()[0]

    # Verbs; each returns how many it changed. Large sets go in steps, so that nobody who writes waits for long.

    def remove(self, at=None):
        """Move to the trash. All of them get the same moment, by which `restore_removed_at` finds them again."""
        now = at or timezone.now()
        return self.filter(removed_at=None).in_steps(lambda step: step.update(removed_at=now, updated_at=now))

    def restore(self):
        """Take out of the trash. An import that was undone, and of which something comes back, can be undone again."""
        now = timezone.now()
        removed = self.filter(removed_at__isnull=False)
        undone = self.model._meta.get_field("source").related_model.objects.exclude(undone_at=None)
        if undone.exists():
            back = removed.order_by().filter(source__in=undone.values("id")).values_list("source", flat=True).distinct()
            undone.filter(id__in=list(back)).update(undone_at=None)
        return removed.in_steps(lambda step: step.update(removed_at=None, updated_at=now))

    def restore_removed_at(self, moment):
        """Undo one `remove`: restore what went to the trash at this moment; an import undone then is so no more."""
        self.model._meta.get_field("source").related_model.objects.filter(undone_at=moment).update(undone_at=None)
        return self.model.everything.filter(removed_at=moment).restore()

    def in_steps(self, change, size=None):
        """Call `change` with one slice of the set after another, by id, and return the sum of what it returns."""
        ids, changed, last, size = self.order_by("id").values_list("id", flat=True), 0, 0, size or STEP
        while step := list(ids.filter(id__gt=last)[:size]):
            changed += change(self.order_by().filter(id__gt=last, id__lte=step[-1]))
            last = step[-1]
            if len(step) < size:
                break
        return changed

    def delete_for_good(self, batch=2000):
        """Delete these rows, in short transactions; there is no way back."""
        gone = 0
        while ids := list(self.order_by("id").values_list("id", flat=True)[:batch]):
            with transaction.atomic():
                rows = self.order_by().filter(id__in=ids)  # asked again: one may have been restored meanwhile
                for relation in self.model._meta.related_objects:
                    beside = relation.related_model.objects.filter(example__in=rows.values("id"))
                    beside._raw_delete(beside.db)
                gone += rows._raw_delete(rows.db)
        return gone

    def review(self, status, by=None, note="", at=None):
        """Give each of them this status, and keep who did it, when, and what it was before."""
        now = at or timezone.now()
        values = {"status": status, "reviewer": by, "reviewed_at": now, "note": note, "updated_at": now}

        def step(rows):
            with transaction.atomic():
                rows.record(status, by, note, now, before="status")
                return rows.update(**values)

        return self.in_steps(step)

    def approve(self, by=None, note="", at=None):
        """Approve. Where two people must stand behind an example (the setting SECOND_APPROVER), one that nobody but
        `by` wrote or approved keeps its status, and the approval is kept as the first. Raises Refused."""
        if not settings.SECOND_APPROVER:
            return self.review("approved", by, note, at)
        if by is None:
            raise Refused("Two people must stand behind each approved example, so sign in before you approve.")
        now = at or timezone.now()

        def step(rows):
            with transaction.atomic():
                seconded = rows.backed_by_another(by)
                ready = list(seconded.values_list("id", flat=True))
                rows.exclude(id__in=ready).exclude(status="approved").record("approved", by, note, now)
                return rows.filter(id__in=ready).review("approved", by, note, now)

        return self.in_steps(step, SMALL_STEP)

    def reject(self, by=None, note="", at=None):
        return self.review("rejected", by, note, at)

    def backed_by_another(self, person):
        """Those that somebody else stands behind."""
        return self.filter(Exists(self.backing().exclude(by=person)))

    def left_to(self, person):
        """Leave out those that this person alone stands behind: they wait for somebody else."""
        return self.filter(~Exists(self.backing().filter(by=person)) | Exists(self.backing().exclude(by=person)))

    def backing(self):
        """Return the events by which somebody stands behind the texts of the outer query's example as they are: they
        wrote, edited or approved them, nobody has edited them since, and they have not taken their approval back."""
        events = self.model._meta.get_field("events").related_model.objects
        last_edit = events.filter(example=OuterRef("example"), kind="edited").order_by("-id").values("id")[:1]
        back = events.filter(
            example=OuterRef("example"), by=OuterRef("by"), id__gt=OuterRef("id"), kind__in=("new", "rejected")
        )
        backing = events.filter(example=OuterRef("pk"), kind__in=("added", "edited", "approved"), by__isnull=False)
        return backing.filter(~Q(kind="approved") | ~Exists(back), id__gte=Coalesce(Subquery(last_edit), 0))

    def record(self, kind, by=None, note="", at=None, before=None):
        """Write an event of this kind for each of them, in one statement, and return how many."""
        event = self.model._meta.get_field("events").related_model
        text = models.TextField()
        rows = self.order_by().values_list(
            "id",
            Value(kind, text),
            Value(by and by.pk, models.IntegerField()),
            Value(at or timezone.now(), models.DateTimeField()),
            F(before) if before else Value("", text),
            Value(note, text),
            Value("{}", text),
        )
        sql, params = rows.query.sql_with_params()
        if connection.vendor == "postgresql":
            sql = sql.replace("'{}'", "'{}'::jsonb")
        columns = "example_id, kind, by_id, at, before, note, changes"
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {event._meta.db_table} ({columns}) {sql}", params)
            return cursor.rowcount

    def take_back_verdicts(self, moment, by=None):
        """Undo one `review`: give back the status that each had, as far as nobody judged it again since."""
        events = self.model._meta.get_field("events").related_model.objects
        done = events.filter(at=moment, kind__in=("approved", "rejected", "new")).exclude(before="")
        back = 0
        for status in ("new", "approved", "rejected"):
            ids = done.filter(before=status).values("example")
            back += self.filter(id__in=ids, reviewed_at=moment).review(status, by)
        return back

    def tag(self, tag):
        """Add a tag to those that do not have it, in any case."""
        return self.retag(lambda tags: tags if has(tags, tag) else [*tags, tag])

    def untag(self, tag):
        """Take a tag away, in any case."""
        return self.tagged(tag).retag(lambda tags: [kept for kept in tags if kept.casefold() != tag.casefold()])

    def retag(self, change):
        @transaction.atomic
        def step(rows):
            changed = []
            # Read where it is written: who tags or edits them at the same moment waits, and finds this tag there.
            for row in rows.order_by("id").select_for_update(of=("self",)).only("id", "tags"):
                tags = " ".join(change(row.tag_list))
                if tags != row.tags:
                    row.tags, row.updated_at = tags, timezone.now()
                    changed.append(row)
            self.model.everything.bulk_update(changed, ["tags", "updated_at"], batch_size=SMALL_STEP)
            return len(changed)

        return self.in_steps(step, SMALL_STEP)

    def raw_rows(self, columns, size=2000):
        """Yield the rows as the database gives them, without a model or a conversion in between: for exports. Nothing
        is asked before the first is wanted: an open question would keep its connection from writing."""
        sql, params = self.values_list(*columns).query.sql_with_params()
        if connection.vendor == "sqlite":
            # It gives one row after another by itself; Django's wrapper would look at each.
            yield from connection.cursor().execute(sql, params)
            return
        # A named cursor lives in a transaction and holds a few rows at a time.
        with transaction.atomic(), connection.chunked_cursor() as cursor:
            cursor.execute(sql, params)
            while rows := cursor.fetchmany(size):
                yield from rows


def has(tags, tag):
    return tag.casefold() in (one.casefold() for one in tags)


def as_numbers(values):
    return tuple((value - EPOCH) // MICROSECOND if isinstance(value, datetime) else value for value in values)


def as_columns(columns, key):
    """Undo `as_numbers`; a number that is no time becomes the first or last time that there is."""
    if key is None:
        return None
    return tuple(
        EPOCH + MICROSECOND * max(0, min(value, LAST)) if column.endswith("_at") else value
        for column, value in zip(columns, key, strict=True)
    )


EPOCH, MICROSECOND, LAST = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1), 4 * 10**15


class LiveManager(models.Manager.from_queryset(ExampleQuerySet)):
    """The default: what is in the trash, or in an import that is not whole yet, is not there."""

    def get_queryset(self):
        return super().get_queryset().live()


EveryManager = models.Manager.from_queryset(ExampleQuerySet)
