"""The questions asked of examples, in the users' words, and the verbs that many examples take at once."""

from datetime import UTC, datetime, timedelta

from django.db import connection, models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from examples import search

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


class ExampleQuerySet(models.QuerySet):
    # Questions

    def settled(self):
        """Leave out the rows of imports that are still running, or died: such an import counts whole or not at all."""
        running = self.model._meta.get_field("source").related_model.objects.unfinished().values("id")
        return self.exclude(source__in=running)

    def live(self):
        return self.settled().filter(removed_at=None)

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
        padded = Concat(Value(" "), "tags", Value(" "), output_field=models.TextField())
        return self.annotate(padded=padded).filter(padded__icontains=f" {tag} ")

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
        return found

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

    def remove(self):
        now = timezone.now()
        return self.filter(removed_at=None).in_steps(lambda step: step.update(removed_at=now, updated_at=now))

    def restore(self):
        now = timezone.now()
        removed = self.filter(removed_at__isnull=False)
        return removed.in_steps(lambda step: step.update(removed_at=None, updated_at=now))

    def in_steps(self, change, size=None):
        """Call `change` with one slice of the set after another, by id, and return the sum of what it returns."""
        ids, changed, last = self.order_by("id").values_list("id", flat=True), 0, 0
        while step := list(ids.filter(id__gt=last)[: size or STEP]):
            changed += change(self.order_by().filter(id__gt=last, id__lte=step[-1]))
            last = step[-1]
        return changed

    def delete_for_good(self, batch=2000):
        """Delete these rows, in short transactions; there is no way back."""
        gone = 0
        while ids := list(self.order_by("id").values_list("id", flat=True)[:batch]):
            rows = self.order_by().filter(id__in=ids)  # asked again: one may have been restored meanwhile
            gone += rows._raw_delete(rows.db)
        return gone

    def review(self, status, by=None, note=""):
        now = timezone.now()
        values = {"status": status, "reviewer": by, "reviewed_at": now, "note": note, "updated_at": now}
        return self.in_steps(lambda step: step.update(**values))

    def approve(self, by=None, note=""):
        return self.review("approved", by, note)

    def reject(self, by=None, note=""):
        return self.review("rejected", by, note)

    def tag(self, tag):
        """Add a tag to those that do not have it, in any case."""
        return self.retag(lambda tags: tags if has(tags, tag) else [*tags, tag])

    def untag(self, tag):
        """Take a tag away, in any case."""
        return self.tagged(tag).retag(lambda tags: [kept for kept in tags if kept.casefold() != tag.casefold()])

    def retag(self, change):
        def step(rows):
            changed = []
            for row in rows.only("id", "tags"):
                tags = " ".join(change(row.tag_list))
                if tags != row.tags:
                    row.tags, row.updated_at = tags, timezone.now()
                    changed.append(row)
            with transaction.atomic():
                self.model.everything.bulk_update(changed, ["tags", "updated_at"], batch_size=SMALL_STEP)
            return len(changed)

        return self.in_steps(step, SMALL_STEP)

    def raw_rows(self, columns, size=2000):
        """Yield the rows as the database gives them, without a model or a conversion in between: for exports."""
        sql, params = self.values_list(*columns).query.sql_with_params()
        if connection.vendor == "postgresql":  # a named cursor lives in a transaction and holds a few rows at a time
            with transaction.atomic(), connection.chunked_cursor() as cursor:
                yield from fetched(cursor, sql, params, size)
        else:
            with connection.cursor() as cursor:
                yield from fetched(cursor, sql, params, size)


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


def fetched(cursor, sql, params, size):
    cursor.execute(sql, params)
    if connection.vendor == "sqlite":
        yield from cursor.cursor  # gives one row after another by itself, and Django's wrapper would look at each
        return
    while rows := cursor.fetchmany(size):
        yield from rows


class LiveManager(models.Manager.from_queryset(ExampleQuerySet)):
    """The default: what is in the trash, or in an import that is not whole yet, is not there."""

    def get_queryset(self):
        return super().get_queryset().live()


EveryManager = models.Manager.from_queryset(ExampleQuerySet)
