"""Sets of questions whose answers are known, and how well these were found, so that a change can be judged."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class QuestionSet(models.Model):
    """Questions with where their answer stands: [{"question", "document", "page" or "text"}]."""

    name = models.CharField(max_length=100, unique=True)
    questions = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Measurement(models.Model):
    """What came out when the questions of a set were asked: shares from 0 to 1, and the questions that missed.

    `circumstances` say with what: the embedding model, how many documents and passages there were.
    """

    questions = models.ForeignKey(QuestionSet, models.CASCADE, related_name="measurements")
    at = models.DateTimeField(default=timezone.now)
    asked = models.PositiveIntegerField()
    hit_at_1 = models.FloatField()
    hit_at_3 = models.FloatField()
    reciprocal_rank = models.FloatField(help_text="Mean of 1 / place of the first hit among ten.")
    missed = models.JSONField(default=list, help_text="Questions without a hit among three.")
    circumstances = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.hit_at_3:.2f} of {self.asked}"
