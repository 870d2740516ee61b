"""The trainings that were begun with a snapshot, and what came of them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples.models import Damaged, Snapshot


class State(models.TextChoices):
    RUNNING = "running", _("Running")
    FINISHED = "finished", _("Finished")
    FAILED = "failed", _("Failed")
    STOPPED = "stopped", _("Stopped")


class TrainingRun(models.Model):
    """One fine-tuning, from its start to the finished model. `sha256` is what it started from: the Snapshot's."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="runs")
    sha256 = models.CharField(max_length=64, help_text="Of the snapshot, as it was checked at the start.")
    destination = models.CharField(max_length=40)
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    model = models.CharField(max_length=200, blank=True, help_text="What came of it: a folder, or a name on the Hub.")
    job = models.CharField(max_length=200, blank=True, help_text="The id of a job elsewhere.")
    url = models.URLField(max_length=500, blank=True)
    note = models.TextField(blank=True, help_text="What was measured, or why it failed.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="training_runs"
    )
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.destination}, {self.started_at:%Y-%m-%d}"

    @classmethod
    def start(cls, snapshot, destination, options=None, sha256="", by=None, **values):
        """Begin a run, if the snapshot is what was frozen, and what the caller holds (`sha256`, such as of a bundle's
        manifest) is of this snapshot. Raises Damaged."""
        if sha256 and sha256 != snapshot.sha256:
            raise Damaged(
                f"These files are not of the snapshot “{snapshot.name}”: they name the SHA-256 {sha256[:12]}…, "
                f"and it has {snapshot.sha256[:12]}…. Make the bundle again, or choose the snapshot that they are of."
            )
        snapshot.verify()
        return cls.objects.create(
            snapshot=snapshot, sha256=snapshot.sha256, destination=destination, options=options or {}, by=by, **values
        )

    def end(self, state, model="", note=""):
        """Write down what came of it."""
        self.state, self.finished_at = state, timezone.now()
        self.model, self.note = model or self.model, note or self.note
        self.save(update_fields=["state", "finished_at", "model", "note"])
