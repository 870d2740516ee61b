"""What is kept: examples, the imports they came from, and the rows that did not become examples."""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.base import ModelState
from django.db.models.functions import Length
from django.utils import timezone

from examples.querysets import EveryManager, LiveManager
from examples.shapes import Shape, shape_of
from examples.texts import Refused, fingerprint, kind_of, sound, strict_text

EMPTY_LIST, EMPTY_OBJECT = "[]", "{}"


class Status(models.TextChoices):
    NEW = "new"
    APPROVED = "approved"
    REJECTED = "rejected"


class Text(DjangoJSONEncoder):
    """JSON with its letters as they are, so that a search finds them."""

    def __init__(self, **options):
        super().__init__(**{**options, "ensure_ascii": False})


class ImportQuerySet(models.QuerySet):
    def finished(self):
        return self.filter(finished_at__isnull=False)

    def unfinished(self):
        return self.filter(finished_at=None)


class Import(models.Model):
    """One file brought in, with its counts and Problems. Unsaved, it is the report of a dry run.

    Its rows count as soon as `finished_at` is set, and not before: that one small write makes a large import all or
    nothing without holding the database for its length.
    """

    name = models.CharField(max_length=255, help_text="The file's name, as the person knows it.")
    format = models.CharField(max_length=40)
    encoding = models.CharField(max_length=40)
    guessed = models.BooleanField(default=False, help_text="Whether the encoding was a guess.")
    mapping = models.JSONField(default=dict, blank=True, help_text="Field → column, where a person named them.")
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    sha256 = models.CharField(max_length=64, blank=True)
    rows = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    problem_count = models.PositiveIntegerField(default=0)
    turns_after = models.PositiveIntegerField(default=0, help_text="Examples with turns after the last answer.")
    notes = models.JSONField(default=list, blank=True, help_text="What the person should know of the file.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="imports")
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager.from_queryset(ImportQuerySet)()

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.name} ({self.added} added)"

    def undo(self):
        """Move this import's examples, and no others, to the trash. Return how many. A second time moves none."""
        moved = Example.objects.filter(source=self).remove()
        if self.undone_at is None:
            self.undone_at = timezone.now()
            self.save(update_fields=["undone_at"])
        return moved

    def discard(self, batch=5000):
        """Delete an import that did not finish, with all its rows, in short transactions."""
        if self.finished_at is not None:
            raise ValueError("A finished import is undone, not discarded.")
        for model in (Example, Problem):
            rows = model._base_manager.filter(source=self).order_by("id").values_list("id", flat=True)
            while ids := list(rows[:batch]):
                # One statement on an id range: Django's own delete would first read every row.
                between = model._base_manager.filter(source=self, id__gte=ids[0], id__lte=ids[-1])
                between._raw_delete(between.db)
        self.delete()


class Problem(models.Model):
    """Why a row of a file did not become an Example: a sentence that says what to do."""

    LONGEST_ITEM = 100_000

    source = models.ForeignKey(Import, models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()
    message = models.TextField()
    item = models.TextField(blank=True, help_text="The item as it stood in the file.")

    class Meta:
        ordering = ["row", "id"]

    def __str__(self):
        return f"Row {self.row}: {self.message}"


class Example(models.Model):
    """One training example. Unsaved, it is what travels between a file and the database."""

    # Under this key of `extra` stands what a conversation had beside the five texts: other keys of the system turn,
    # the question and the answer, how many turns of history stand between these two, and the turns after the answer.
    KEPT_TURNS = "_turns"

    system = models.TextField(blank=True, default="", help_text="A system prompt of its own, else empty.")
    history = models.JSONField(default=list, blank=True, encoder=Text, help_text="Earlier turns, oldest first.")
    instruction = models.TextField(help_text="What is asked.")
    context = models.TextField(blank=True, default="", help_text="What the answer may rely on.")
    response = models.TextField(help_text="The ideal answer.")
    extra = models.JSONField(default=dict, blank=True, encoder=Text, help_text="Keys that no other field holds.")
    tags = models.TextField(blank=True, default="", help_text="Words with spaces between them.")
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="reviewed_examples"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, default="", help_text="The reviewer's reason.")
    source = models.ForeignKey(Import, models.PROTECT, null=True, blank=True, related_name="examples", db_index=False)
    row = models.PositiveIntegerField(null=True, blank=True, help_text="Its row in the file, from 1.")
    trainable = models.BooleanField(default=True, help_text="Off: kept, but not to be trained on.")
    fingerprint = models.BigIntegerField(editable=False)
    shape = models.CharField(max_length=8, choices=Shape, default=Shape.SINGLE, editable=False)
    instruction_length = models.GeneratedField(
        expression=Length("instruction"), output_field=models.IntegerField(), db_persist=True
    )
    context_length = models.GeneratedField(
        expression=Length("context"), output_field=models.IntegerField(), db_persist=True
    )
    response_length = models.GeneratedField(
        expression=Length("response"), output_field=models.IntegerField(), db_persist=True
    )
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = LiveManager()
    everything = EveryManager()

    class Meta:
        base_manager_name = "everything"
        indexes = [
            # An import asks which of its rows are there already.
            models.Index(fields=["fingerprint"], name="example_fingerprint"),
            # Each of these begins with what every question asks, whether a row is live: else SQLite takes the first.
            # Lists and exports of what is live, by id, without stepping over the trash; the trash, latest first.
            models.Index(fields=["removed_at", "id", "source"], name="example_removed"),
            # Counting and averaging (stats) reads this and no text; lists by length walk it.
            models.Index(
                fields=["removed_at", "response_length", "id", "instruction_length", "context_length", "source"],
                name="example_lengths",
            ),
            # Lists of one status, the review queue, exports of the approved; counts by status.
            models.Index(fields=["status", "id", "source"], name="example_status", condition=Q(removed_at=None)),
            # Undoing an import, and finding the rows of one that did not finish.
            models.Index(fields=["source"], name="example_source", condition=Q(source__isnull=False)),
            # How many examples a format cannot hold, told before the first byte of an export and on the page.
            models.Index(fields=["removed_at", "shape", "status", "trainable", "source"], name="example_shape"),
        ]

    def __str__(self):
        return self.instruction[:80]

    # Making one

    @classmethod
    def unsaved(cls, **values):
        """Return a new unsaved Example quickly: a file has a million of them, and `__init__` is half of reading one.

        Its times are None until it is saved.
        """
        example = cls.__new__(cls)
        example.__dict__ = {**BLANK, "history": [], "extra": {}, "_state": ModelState(), **values}
        return example

    @classmethod
    def from_rows(cls, columns, rows):
        """Yield an Example for each raw database row, with just these columns: for writing files quickly."""
        new = cls.__new__
        for row in rows:
            values = dict(zip(columns, row))  # noqa: B905  (of one length, by the query; asked a million times)
            values["history"] = [] if values["history"] == EMPTY_LIST else json.loads(values["history"])
            values["extra"] = {} if values["extra"] == EMPTY_OBJECT else json.loads(values["extra"])
            example = new(cls)
            example.__dict__ = values
            yield example

    def derive(self):
        """Set what follows from the texts: fingerprint and shape. Call it before saving changed texts."""
        history = self.history
        turns = json.dumps(history, ensure_ascii=False, sort_keys=True) if history else ""
        self.fingerprint = fingerprint((self.system, turns, self.context, self.instruction, self.response))
        if history or self.extra:
            kept = self.kept_turns
            beside = (kept.get("question", {}), kept.get("answer", {}))
            self.shape = shape_of(history, kept.get("between", 0), self.tools, beside).value
        else:
            self.shape = "single"

    def vet(self):
        """Raise Refused unless all of it may be stored. Tags get one space between them."""
        for name in ("instruction", "response"):
            strict_text(getattr(self, name), name, required=True)
        for name in ("system", "context", "tags", "note"):
            strict_text(getattr(self, name), name)
        if not isinstance(self.extra, dict):
            raise Refused(f"“extra” must be an object, and here it is {kind_of(self.extra)}.")
        sound(self.extra)
        sound(self.history)
        self.tags = " ".join(self.tags.split())

    def add(self):
        """Check and save a new example; a repeat is stored like any other. Raises Refused."""
        self.vet()
        self.derive()
        now = timezone.now()
        self.created_at, self.updated_at = self.created_at or now, self.updated_at or now
        self.save(force_insert=True)
        return self

    # Verbs

    def edit(self, **values):
        """Change texts or tags and save. Raises Refused, and then nothing is changed."""
        before = {name: getattr(self, name) for name in values}
        for name, value in values.items():
            setattr(self, name, value)
        try:
            self.vet()
        except Refused:
            self.__dict__.update(before)
            raise
        self.derive()
        self.touch(*values, "fingerprint", "shape")
        self.refresh_from_db(fields=["instruction_length", "context_length", "response_length"])

    def approve(self, by=None, note=""):
        self.review(Status.APPROVED, by, note)

    def reject(self, by=None, note=""):
        self.review(Status.REJECTED, by, note)

    def review(self, status, by=None, note=""):
        self.status, self.reviewer, self.reviewed_at, self.note = status, by, timezone.now(), note
        self.touch("status", "reviewer", "reviewed_at", "note")

    def remove(self):
        """Move to the trash."""
        self.removed_at = timezone.now()
        self.touch("removed_at")

    def restore(self):
        self.removed_at = None
        self.touch("removed_at")

    def touch(self, *names):
        self.updated_at = timezone.now()
        self.save(update_fields=[*names, "updated_at"])

    # What it says of itself

    @property
    def kept_turns(self):
        """What stands under KEPT_TURNS, as far as it is what we write there: `extra` may come from anywhere."""
        kept = self.extra.get(self.KEPT_TURNS) if self.extra else None
        if not isinstance(kept, dict):
            return {}
        found = {}
        for name in ("system", "question", "answer"):
            if isinstance(kept.get(name), dict):
                found[name] = {key: value for key, value in kept[name].items() if key not in ("role", "content")}
        if type(kept.get("between")) is int and 0 < kept["between"] <= len(self.history):
            found["between"] = kept["between"]
        if isinstance(kept.get("after"), list):
            found["after"] = kept["after"]
        return found

    @property
    def tag_list(self):
        return self.tags.split()

    @property
    def tools(self):
        """The tools that the conversation may call: as text or list as they came, or None."""
        return self.extra.get("tools") if self.extra else None

    @property
    def etag(self):
        return f'"{self.pk}-{int(self.updated_at.timestamp() * 1_000_000)}"'

    def has_repeats(self):
        return Example.objects.repeats_of(self).exclude(pk=self.pk).exists()


def at(text):
    """Return the time in UTC of an ISO 8601 text, or None for what is no time, or none of the calendar in UTC."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else timezone.make_aware(moment)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def utc(moment):
    """Return the aware time for what a raw row holds: SQLite gives UTC without saying so."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


# The plain defaults of a new example, worked out once for `Example.unsaved`.
BLANK = {field.attname: field.get_default() for field in Example._meta.concrete_fields if not field.generated}
BLANK |= {"created_at": None, "updated_at": None, "fingerprint": 0}
