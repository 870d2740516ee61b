"""The files that were brought in, and the rows of them that did not become examples."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone


class ImportQuerySet(models.QuerySet):
    def finished(self):
        return self.filter(finished_at__isnull=False)

    def to_choose(self):
        """Those whose examples a list can be narrowed to, the latest first."""
        return self.finished().filter(undone_at=None, added__gt=0).order_by("-id")

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
    header = models.TextField(blank=True, help_text="The first line of a CSV, for the file of its bad rows.")
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

    def undo(self, at=None):
        """Move this import's examples, and no others, to the trash, all at one moment. Return how many. A second time
        moves none."""
        now = at or timezone.now()
        moved = self.examples.all().remove(at=now)
        if moved or self.undone_at is None:
            self.undone_at = now
            self.save(update_fields=["undone_at"])
        return moved

    def discard(self, batch=5000):
        """Delete an import that did not finish, with all its rows, in short transactions."""
        if self.finished_at is not None:
            raise ValueError("A finished import is undone, not discarded.")
        for model in (self.examples.model, Problem):
            rows = model._base_manager.filter(source=self).order_by("id").values_list("id", flat=True)
            while ids := list(rows[:batch]):
                # One statement on an id range: Django's own delete would first read every row.
                between = model._base_manager.filter(source=self, id__gte=ids[0], id__lte=ids[-1])
                with transaction.atomic():
                    for relation in model._meta.related_objects:  # what was found in them
                        beside = relation.related_model._base_manager.filter(example__in=between.values("id"))
                        beside._raw_delete(beside.db)
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
