"""What is kept of reviewing: what happened to an example, who has it in front of them, and who is to look at it."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples.models.example import Example


class Event(models.Model):
    """Something that happened to an example: it was added, edited, judged, spoken of, handed to somebody, or merged
    with others, or what was found in it was overruled.

    An example's events, oldest first, are its history and its thread. A verdict on many writes one for each.
    """

    class Kind(models.TextChoices):
        ADDED = "added", _("Added")
        EDITED = "edited", _("Edited")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")
        NEW = "new", _("Taken back")
        COMMENTED = "commented", _("Comment")
        ASSIGNED = "assigned", _("Assigned")
        MERGED = "merged", _("Merged")
        OVERRULED = "overruled", _("Finding overruled")
        REVIVED = "revived", _("Finding open again")
        EMPTIED = "emptied", _("Earlier texts deleted")

    VERDICTS = (Kind.APPROVED, Kind.REJECTED)
    AGAINST = (Kind.OVERRULED, Kind.REVIVED)

    example = models.ForeignKey(Example, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="events",
        help_text="Nobody where it happened at an open workstation.",
    )  # fmt: skip
    at = models.DateTimeField(default=timezone.now)
    before = models.CharField(max_length=10, blank=True, help_text="The status that a verdict changed.")
    note = models.TextField(blank=True, help_text="The reason of a verdict or an overruling, or a comment.")
    changes = models.JSONField(
        default=dict, blank=True, encoder=DjangoJSONEncoder,
        help_text="Field → what stood there before an edit; of a finding its check.",
    )  # fmt: skip

    class Meta:
        ordering = ["id"]
        # Undoing what happened to many at one moment; how fast a queue goes.
        indexes = [models.Index(fields=["at"], name="event_at")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"


class Hold(models.Model):
    """That a reviewer has an example in front of them, so that nobody else is given it until a time."""

    example = models.OneToOneField(Example, models.CASCADE, primary_key=True, related_name="hold")
    holder = models.CharField(max_length=60, help_text="An account or, at an open workstation, a browser's session.")
    until = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"Example {self.example_id} until {self.until:%H:%M}"


class Assignment(models.Model):
    """That somebody is to look at an example."""

    example = models.OneToOneField(Example, models.CASCADE, primary_key=True, related_name="assignment")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Example {self.example_id} for {self.to}"
