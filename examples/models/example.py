"""The example: what a model is trained on, and what travels between a file and the database."""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Q
from django.db.models.base import ModelState
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples import checks
from examples.models.findings import found_in, keep
from examples.models.imports import Import
from examples.models.voices import ClearVoice, counts, voice_in
from examples.querysets import SHORT_CONTEXT, TAGGED, WITH_SYSTEM, EveryManager, LiveManager
from examples.shapes import Shape, shape_of
from examples.texts import Refused, fingerprint, kind_of, sound, strict_text

EMPTY_LIST, EMPTY_OBJECT = "[]", "{}"


class Status(models.TextChoices):
    NEW = "new", _("New")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")


class Text(DjangoJSONEncoder):
    """JSON with its letters as they are, so that a search finds them."""

    def __init__(self, **options):
        super().__init__(**{**options, "ensure_ascii": False})


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
            # An import asks which of its rows are there already; a check, which examples are there more than once.
            models.Index(fields=["fingerprint", "removed_at", "source"], name="example_same"),
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
            # Lists since a day, growth over time, the admin's dates.
            models.Index(fields=["removed_at", "created_at", "source"], name="example_created"),
            # The largest tags, and lists of one tag, on SQLite alone; the largest contexts, and suggestions of them.
            models.Index(fields=["tags", "id", "source"], name="example_tags", condition=TAGGED),
            models.Index(fields=["context", "source"], name="example_contexts", condition=SHORT_CONTEXT),
            # How many have no system prompt, as all less these.
            models.Index(fields=["id", "source"], name="example_system", condition=WITH_SYSTEM),
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

    def add(self, by=None):
        """Check and save a new example; a repeat is stored like any other. `by` is its author. Raises Refused."""
        self.vet()
        self.derive()
        found, voice = found_in(self), voice_in(self)
        now = timezone.now()
        self.created_at, self.updated_at = self.created_at or now, self.updated_at or now
        with transaction.atomic():
            self.save(force_insert=True)
            if by is not None:
                self.events.create(kind="added", by=by, at=now)
            keep(found, self)
            if voice:
                ClearVoice.objects.create(example=self, voice=voice, counts=counts(self.status, self.removed_at))
        return self

    # Verbs

    def edit(self, by=None, **values):
        """Change texts or tags and save; what was there before is kept as an event. Raises Refused, and then nothing
        is changed. Where two people must stand behind an example, one that was approved is new again.

        What is not among the values is read anew first: fingerprint and shape follow from what stands in the row.
        """
        with transaction.atomic():
            self.refresh_from_db(from_queryset=Example.everything.select_for_update())
            before = {name: getattr(self, name) for name in values}
            for name, value in values.items():
                setattr(self, name, value)
            try:
                self.vet()
            except Refused:
                self.__dict__.update(before)
                raise
            changed = {name: value for name, value in before.items() if getattr(self, name) != value}
            self.derive()
            if settings.SECOND_APPROVER and self.status == Status.APPROVED and set(changed) - {"tags"}:
                self.status, self.reviewer, self.reviewed_at = Status.NEW, None, None
            self.touch(*values, "fingerprint", "shape", "status", "reviewer", "reviewed_at")
            if changed:
                self.events.create(kind="edited", by=by, at=self.updated_at, changes=changed)
                self.findings.make_anew({self.pk: found_in(self)}, checks.of_texts())
                ClearVoice.objects.make_anew({self.pk: (voice_in(self), counts(self.status, self.removed_at))})
                self.findings.forget_overruled(self)
        self.refresh_from_db(fields=["instruction_length", "context_length", "response_length"])

    def approve(self, by=None, note=""):
        """Approve, or where two people must stand behind an example, be the first of them. Raises Refused."""
        self.mine().approve(by, note)
        self.refresh_from_db()

    def reject(self, by=None, note=""):
        self.mine().reject(by, note)
        self.refresh_from_db()

    def judge(self, status, by=None, note=""):
        """Give it a status by its name: approve, reject or reopen."""
        {Status.APPROVED: self.approve, Status.REJECTED: self.reject}.get(status, self.reopen)(by, note)

    def reopen(self, by=None, note=""):
        """Take a verdict back: the example is new again."""
        self.mine().review(Status.NEW, by, note)
        self.refresh_from_db()

    def comment(self, by, words):
        """Add words to its thread, and change nothing else. Raises Refused."""
        strict_text(words, "comment", required=True)
        return self.events.create(kind="commented", by=by, note=words)

    def empty_history(self, by=None):
        """Delete what stood in the texts before each edit. That there were edits stays, and that this was done."""
        with transaction.atomic():
            number = self.events.filter(kind="edited").exclude(changes={}).update(changes={})
            if number:
                self.events.create(kind="emptied", by=by)
        return number

    def mine(self):
        return Example.everything.filter(pk=self.pk)

    def copied(self):
        """Return an unsaved copy of the texts, new and from nowhere."""
        return Example(
            **{name: getattr(self, name) for name in ("system", "history", "instruction", "context", "response")},
            extra=self.extra,
            tags=self.tags,
            trainable=self.trainable,
        )

    def remove(self):
        """Move to the trash."""
        self.removed_at = timezone.now()
        self.touch("removed_at")

    def restore(self):
        self.mine().restore()
        self.refresh_from_db(fields=["removed_at", "updated_at"])

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
