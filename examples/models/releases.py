"""What left with personal data in it, because somebody said that it may, or after it was replaced."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """That examples in which possible identifiers are sure were given out all the same: who said so, when, how many."""

    class How(models.TextChoices):
        ALLOWED = "allowed", _("As they are")
        REPLACED = "replaced", _("With placeholders")

    at = models.DateTimeField(default=timezone.now)
    how = models.CharField(max_length=10, choices=How)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="releases",
        help_text="Nobody where it happened at an open workstation or in a terminal.",
    )  # fmt: skip
    way = models.CharField(max_length=100, help_text="By what it went: a page, the API, a command and who ran it.")
    what = models.CharField(max_length=100, help_text="The format, or where it went.")
    sure = models.PositiveIntegerField(help_text="Examples in which an identifier is sure.")
    maybe = models.PositiveIntegerField(help_text="Examples in which one may be.")

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"
