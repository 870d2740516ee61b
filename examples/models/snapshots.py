"""What was frozen: the texts themselves in a file, and what is known of them in a row that cannot change.

The file has one object a line: first {"format", "seed", "shares", "system"}, then for each example, by its id,
{"id", "sha256", "shape", "example": {…}}, last {"parts": "0012…"}, a figure for each example. `sha256` of a line is
that of the bytes of its example, the Snapshot's that of the whole file, as `sha256sum` gives it.
"""

import hashlib
import json
import os
from itertools import compress

import orjson
from django.conf import settings
from django.db import models
from django.utils import timezone

FORMAT = "training-center-snapshot/1"
PARTS = ("train", "validation", "test")
BEFORE_EXAMPLE = b'","example":'
# What may still change: who deleted it and when, and an account that is no more.
OPEN = {"by", "by_id", "removed_at", "removed_by", "removed_by_id"}


class Frozen(TypeError):
    """A snapshot was to be changed. Freeze a new one instead."""


class Damaged(ValueError):
    """A snapshot's file is not what was frozen. Its text is a sentence for the person who wanted it."""


class SnapshotQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(removed_at=None)

    def update(self, **values):
        only_open(values)
        return super().update(**values)

    def delete(self):
        raise Frozen("A snapshot is deleted one by one, by delete_for_good.")


class Snapshot(models.Model):
    """One frozen set of examples. A database trigger refuses what would change it, beside the methods here."""

    name = models.CharField(max_length=100)
    file = models.CharField(max_length=40, unique=True, help_text="In DATA_DIR/snapshots.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    filters = models.JSONField(default=dict, help_text="Which examples were asked for.")
    seed = models.PositiveBigIntegerField(default=0)
    shares = models.CharField(max_length=11, help_text="Of train, validation and test, such as 90/5/5.")
    default_system = models.TextField(blank=True, help_text="The system prompt of examples that have none.")
    counts = models.JSONField(default=dict, help_text="By part and shape, lengths, findings.")
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="snapshots")
    removed_at = models.DateTimeField(null=True, blank=True, help_text="When its file was deleted for good.")
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = models.Manager.from_queryset(SnapshotQuerySet)()

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return self.name

    def save(self, **options):
        if not self._state.adding:
            only_open(options.get("update_fields") or ["everything"])
        super().save(**options)

    def delete(self, **options):
        raise Frozen("A snapshot is deleted by delete_for_good, which keeps what is known of it.")

    def delete_for_good(self, by):
        """Delete the texts. What is known of them stays: the name, the hash, the counts, and the runs that used them.
        Needs an account."""
        if by is None:
            raise Frozen("This cannot be undone, so it needs an account. Sign in first.")
        self.removed_at, self.removed_by = timezone.now(), by
        self.save(update_fields=["removed_at", "removed_by"])
        self.path.unlink(missing_ok=True)

    # Reading

    @property
    def path(self):
        return folder() / self.file

    @property
    def parts(self):
        return [part for part in PARTS if part in self.counts["parts"]]

    def number_in(self, part):
        return sum(number for number, _tokens in self.counts["parts"].get(part, {}).values())

    @property
    def tokens(self):
        """About how many it has in all."""
        return sum(tokens for shapes in self.counts["parts"].values() for _number, tokens in shapes.values())

    @property
    def slug(self):
        """Its name for files: letters, figures and dashes."""
        words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in self.name.lower()).split()
        return "-".join(words)[:60].rstrip("-") or f"snapshot-{self.sha256[:8]}"

    def opened(self):
        """Return its file, at the first example. Raises Damaged."""
        if self.removed_at is not None:
            raise Damaged(f"The texts of the snapshot “{self.name}” were deleted for good. Choose another.")
        try:
            file = open(self.path, "rb", buffering=1 << 18)
        except OSError:
            raise Damaged(
                f"The file of the snapshot “{self.name}” is not there. Bring {self.path} back from a backup, "
                "or freeze a new one."
            ) from None
        file.readline()
        return file

    def measure(self):
        """Raise Damaged unless its file is there and as long as what was frozen."""
        with self.opened() as file:
            found = os.fstat(file.fileno()).st_size
        if found != self.size:
            raise Damaged(
                f"The file of the snapshot “{self.name}” was changed: it has {found:,} bytes, and {self.size:,} were "
                f"frozen. Bring {self.path} back from a backup, or freeze a new one."
            )

    def verify(self):
        """Raise Damaged unless its file is, byte for byte, what was frozen."""
        with self.opened() as file:
            file.seek(0)
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != self.sha256:
            raise Damaged(
                f"The file of the snapshot “{self.name}” was changed: its SHA-256 is {found[:12]}…, and "
                f"{self.sha256[:12]}… was frozen. Bring {self.path} back from a backup, or freeze a new one."
            )

    def lines(self, part=None):
        """Yield the line of each example, or of each in a part, as bytes, by id."""
        with self.opened() as file:
            chosen = None if part is None else self.dealt(PARTS.index(part))
            lines = (line for line, _number in zip(file, range(self.count), strict=False))
            yield from lines if chosen is None else compress(lines, chosen)

    def dealt(self, number):
        """Return whether each example is in the part of this number, by id."""
        start, end = b'{"parts":"', b'"}\n'
        with self.opened() as file:
            file.seek(self.size - len(start) - self.count - len(end))
            last = file.read()
        figure = ord(str(number))
        return [one == figure for one in last[len(start) : -len(end)]]

    def marks(self):
        """Yield (id, sha256, line) of each example, by id."""
        for line in self.lines():
            comma = line.index(b",")
            yield int(line[6:comma]), line[comma + 11 : comma + 75], line

    def rows(self, columns, part=None, shapes=None):
        """Yield the examples as raw database rows of these columns, as Format.write takes them: history and extra as
        JSON text. `shapes` leaves out the others."""
        for line in self.lines(part):
            item = orjson.loads(line)
            if shapes is not None and item["shape"] not in shapes:
                continue
            yield row_of(item, line, columns)


def row_of(item, line, columns):
    values = item["example"]
    if values["history"] or values["extra"]:
        values = json.loads(line)["example"]  # orjson makes a float of a whole number beyond 64 bits
    row = []
    for name in columns:
        value = item["id"] if name == "id" else values[name]
        if name == "history" or name == "extra":
            value = json.dumps(value, ensure_ascii=False) if value else EMPTY[name]
        row.append(value)
    return row


EMPTY = {"history": "[]", "extra": "{}"}


def folder():
    """Return where the files of snapshots are; it is made where it is missing."""
    path = settings.DATA_DIR / "snapshots"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def sync(path):
    """Have a folder's list of files on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def only_open(names):
    for name in names:
        if name not in OPEN:
            raise Frozen("A snapshot cannot change. Freeze a new one.")
